package dev.hufu.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.feature.Row;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Goal: publishing rules again and again leaves nothing behind, and large plans stay small. Method:
 * heap and metaspace after collection, before and after; sizes of plans with shared rows.
 */
class PublishTest {

  private static final int WARM = 30;
  private static final int PUBLISHES = 100;
  private static final long HEAP_GROWTH_MAX = 6L * 1024 * 1024;
  private static final long METASPACE_GROWTH_MAX = 1024 * 1024;

  @Test
  void publishingLeavesNothingBehind() {
    RulePlan live = plan(0, 15);
    for (int i = 0; i < WARM; i++) {
      live = plan(i, 15);
    }
    long heap = heap();
    long metaspace = metaspace();
    for (int i = 0; i < PUBLISHES; i++) {
      live = plan(i, 15);
    }
    assertThat(metaspace() - metaspace).isLessThan(METASPACE_GROWTH_MAX);
    assertThat(heap() - heap).isLessThan(HEAP_GROWTH_MAX);
    assertThat(live.rules()).hasSize(15);
  }

  /** 9,000 rules have so many cut points that stretches of numbers share rows of bits. */
  @Test
  void aLargePlanSharesRowsAndSaysTheSame() {
    RowConditions conditions = new RowConditions(RandomRules.COLUMNS, "yuan");
    RowCondition[] distinct =
        IntStream.range(0, 900)
            .mapToObj(i -> "t.amount >= " + 7 * i + " && t.count < " + 5 * i)
            .map(source -> conditions.compile(source).condition().orElseThrow())
            .toArray(RowCondition[]::new);
    List<RulePlan.Named> rules = new ArrayList<>();
    for (int i = 0; i < 9_000; i++) {
      rules.add(new RulePlan.Named("r" + i, distinct[i % distinct.length]));
    }
    RulePlan plan = RulePlan.compile(RandomRules.COLUMNS, rules);
    assertThat(plan.bytes()).isLessThan(2L * 2 * 900 * 9_000 / 8 * 2 / 3);
    Hits hits = plan.newHits();
    Row row = new Row(RandomRules.COLUMNS);
    for (int amount = -1; amount < 6_400; amount += 97) {
      row.put(1, amount);
      row.put(0, 6_300 - amount);
      plan.evaluate(row, hits);
      for (int i = 0; i < rules.size(); i++) {
        int rule = i % distinct.length;
        boolean holds = amount >= 7 * rule && 6_300 - amount < 5 * rule;
        if (hits.fired(i) != holds) {
          throw new AssertionError(distinct[rule] + " at " + amount);
        }
      }
    }
  }

  private static RulePlan plan(int seed, int size) {
    RandomRules random = new RandomRules(seed);
    RowConditions conditions = new RowConditions(RandomRules.COLUMNS, "yuan");
    List<RulePlan.Named> rules = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      RowCondition condition =
          conditions.compile(random.condition(i % 3)).condition().orElseThrow();
      rules.add(new RulePlan.Named("r" + i, condition));
    }
    return RulePlan.compile(RandomRules.COLUMNS, rules);
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
