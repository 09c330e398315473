package dev.hufu.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.feature.Row;
import dev.hufu.policy.expression.Truth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Goal: the index, the closures and what is left to CEL together say of every rule and row what CEL
 * alone says. Method: random well-typed rules and random rows with holes, compared one by one.
 */
class RulePlanLawTest {

  private static final RowConditions CONDITIONS = new RowConditions(RandomRules.COLUMNS, "yuan");
  private static final int PLANS = 24;
  private static final int RULES = 150;
  private static final int ROWS = 12;

  @Test
  void planSaysWhatCelSays() {
    int fired = 0;
    int undetermined = 0;
    for (int seed = 0; seed < PLANS; seed++) {
      RandomRules random = new RandomRules(seed);
      RulePlan plan = plan(random, seed % 2 == 0 ? RULES : seed);
      Hits hits = plan.newHits();
      Row row = new Row(RandomRules.COLUMNS);
      for (int i = 0; i < ROWS; i++) {
        random.fill(row);
        plan.evaluate(row, hits);
        for (int rule = 0; rule < plan.rules().size(); rule++) {
          RowCondition condition = plan.rules().get(rule).condition();
          Truth truth = condition.evaluate(row);
          boolean unknown = truth instanceof Truth.Unknown;
          if (hits.fired(rule) != truth.holds() || hits.undetermined(rule) != unknown) {
            throw new AssertionError(
                "CEL says %s, not fired %b, undetermined %b: %s (seed %d, row %d)"
                    .formatted(
                        truth, hits.fired(rule), hits.undetermined(rule), condition, seed, i));
          }
          if (condition.asRowTest().holds(row) != truth.holds()) {
            throw new AssertionError("alone: " + condition);
          }
          fired += truth.holds() ? 1 : 0;
          undetermined += unknown ? 1 : 0;
        }
      }
    }
    assertThat(fired).isGreaterThan(2_000);
    assertThat(undetermined).isGreaterThan(2_000);
  }

  private static RulePlan plan(RandomRules random, int size) {
    List<String> sources = new ArrayList<>();
    while (sources.size() < size) {
      sources.add(random.condition(sources.size() % 4));
    }
    List<RulePlan.Named> rules = new ArrayList<>();
    for (RowConditions.Compiled compiled : CONDITIONS.compileAll(sources)) {
      assertThat(compiled.problems()).as(sources.get(rules.size())).isEmpty();
      rules.add(new RulePlan.Named("r" + rules.size(), compiled.condition().orElseThrow()));
    }
    return RulePlan.compile(RandomRules.COLUMNS, rules);
  }
}
