package dev.hufu.bench;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventProgram;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * The whole decision in process: features, 500 rules, scoring. Arrivals follow a plan that does not
 * wait for answers, and a decision's time runs from its planned arrival, so a slow one delays those
 * behind it in the figures as it does in life.
 *
 * <p>Its own process: {@code java … dev.hufu.bench.DecisionLane [quick]} prints rows of a table.
 */
public final class DecisionLane {

  private static final int RULES = 500;
  private static final int ACCOUNTS = 200_000;
  private static final long STALL_NANOS = 10_000;
  private static final int[] SHARES = {25, 50, 75};

  private DecisionLane() {}

  public static void main(String[] args) {
    boolean quick = args.length > 0;
    int warm = quick ? 400_000 : 2_000_000;
    int measured = quick ? 240_000 : 1_500_000;
    EventProgram program = TallyPack.program(RULES, 0);
    EventDecider decider = new EventDecider(program);
    TallyEvents events = new TallyEvents(TallyEvents.Spread.ZIPF, 3, ACCOUNTS, 20);
    for (int n = 0; n < warm; n++) {
      step(decider, events.next());
    }
    EventValues[] ready = new EventValues[measured];
    for (int n = 0; n < measured; n++) {
      ready[n] = events.next();
    }
    int per = measured / (SHARES.length + 1);
    long begun = System.nanoTime();
    for (int n = 0; n < per; n++) {
      step(decider, ready[n]);
    }
    double saturated = per * 1e9 / (System.nanoTime() - begun);
    System.out.printf(Locale.ROOT, "| at saturation | %,.0f decisions/s | | | |%n", saturated);
    for (int share = 0; share < SHARES.length; share++) {
      Histogram times =
          run(decider, ready, per * (share + 1), per, saturated * SHARES[share] / 100);
      System.out.printf(
          Locale.ROOT,
          "| at %d %% of it | %,.0f decisions/s | %.1f µs | %.1f µs | %.1f µs |%n",
          SHARES[share],
          saturated * SHARES[share] / 100,
          times.getValueAtPercentile(50) / 1e3,
          times.getValueAtPercentile(99) / 1e3,
          times.getValueAtPercentile(99.9) / 1e3);
    }
    printStalls(quick ? 1 : 5);
  }

  /** How often the system takes the processor away from a loop that only looks at the clock. */
  private static void printStalls(int seconds) {
    long begun = System.nanoTime();
    long last = begun;
    int stalls = 0;
    long taken = 0;
    while (last - begun < seconds * 1_000_000_000L) {
      long now = System.nanoTime();
      if (now - last > STALL_NANOS) {
        stalls++;
        taken += now - last;
      }
      last = now;
    }
    System.out.printf(
        Locale.ROOT,
        "| an empty loop | stopped %,d times a second for more than 10 µs, %.1f %% of all time | |"
            + " | |%n",
        stalls / seconds,
        taken / 1e7 / seconds);
  }

  private static Histogram run(
      EventDecider decider, EventValues[] events, int from, int count, double perSecond) {
    Histogram times = new Histogram(3);
    double gap = 1e9 / perSecond;
    long begun = System.nanoTime();
    for (int n = 0; n < count; n++) {
      long planned = begun + (long) (n * gap);
      while (System.nanoTime() < planned) {
        Thread.onSpinWait();
      }
      step(decider, events[from + n]);
      times.recordValue(System.nanoTime() - planned);
    }
    return times;
  }

  private static void step(EventDecider decider, EventValues event) {
    if (decider.step(event, event.at()) != Taken.COUNTED) {
      throw new IllegalStateException("not counted: " + event);
    }
  }
}
