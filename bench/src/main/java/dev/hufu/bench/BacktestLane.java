package dev.hufu.bench;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.policy.backtest.Backtest;
import dev.hufu.policy.backtest.BacktestReport;
import dev.hufu.policy.backtest.Labels;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventDecision;
import dev.hufu.policy.event.EventProgram;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * A backtest of two versions of 500 rules over many events, one thread making the events and one
 * deciding, and beside it the decisions of a live run over the first of them: equal, name by name.
 *
 * <p>Its own process: {@code java … dev.hufu.bench.BacktestLane [quick]} prints rows of a table.
 */
public final class BacktestLane {

  private static final int RULES = 500;
  private static final int ACCOUNTS = 1_000_000;
  private static final int BATCH = 4_096;
  private static final EventValues[] END = {};

  private BacktestLane() {}

  public static void main(String[] args) throws InterruptedException {
    boolean quick = args.length > 0;
    int count = quick ? 500_000 : 10_000_000;
    EventProgram now = TallyPack.program(RULES, 1);
    EventProgram before = TallyPack.program(RULES, 0);
    int compared = quick ? 50_000 : 1_000_000;
    int differing = differing(now, before, compared);
    Backtest backtest = new Backtest(now, Optional.of(before), Labels.NONE);
    BlockingQueue<EventValues[]> queue = new ArrayBlockingQueue<>(16);
    Thread maker = Thread.ofPlatform().start(() -> make(count, queue));
    long begun = System.nanoTime();
    for (EventValues[] batch = queue.take(); batch.length > 0; batch = queue.take()) {
      for (EventValues event : batch) {
        backtest.accept(event, event.at());
      }
    }
    BacktestReport report = backtest.report();
    double seconds = (System.nanoTime() - begun) / 1e9;
    maker.join();
    long turned =
        report.difference().orElseThrow().turns().stream()
            .mapToLong(BacktestReport.Turn::events)
            .sum();
    System.out.printf(
        Locale.ROOT,
        "| %,d events, two versions of %d rules | %.1f s | %,.0f events/s | %,d decided otherwise"
            + " | %d of the first %,d differ from live | %d MB heap |%n",
        count,
        RULES,
        seconds,
        count / seconds,
        turned,
        differing,
        compared,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }

  /** How many of the first events a live run decides otherwise than the backtest: none. */
  private static int differing(EventProgram now, EventProgram before, int compared) {
    Backtest backtest = new Backtest(now, Optional.of(before), Labels.NONE);
    Deque<EventDecision> live = new ConcurrentLinkedDeque<>();
    int[] differing = {0};
    backtest.watch(decision -> differing[0] += decision.equals(live.poll()) ? 0 : 1);
    EventDecider decider = new EventDecider(now);
    TallyEvents events = events();
    for (int made = 0; made < compared; made++) {
      EventValues event = events.next();
      decider.step(event, event.at());
      live.add(decider.decision(event));
      backtest.accept(event, event.at());
    }
    backtest.report();
    return differing[0] + live.size();
  }

  private static TallyEvents events() {
    return new TallyEvents(TallyEvents.Spread.UNIFORM, 5, ACCOUNTS, 650);
  }

  private static void make(int count, BlockingQueue<EventValues[]> queue) {
    TallyEvents events = events();
    try {
      for (int made = 0; made < count; made += BATCH) {
        EventValues[] batch = new EventValues[Math.min(BATCH, count - made)];
        for (int n = 0; n < batch.length; n++) {
          batch[n] = events.next();
        }
        queue.put(batch);
      }
      queue.put(END);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
