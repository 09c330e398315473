package dev.hufu.bench;

import dev.hufu.bench.TallyEvents.Spread;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Profiles;
import dev.hufu.kernel.feature.Row;
import dev.hufu.kernel.feature.Taken;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * Twenty features over four keys among a million accounts: each event is counted and its row
 * filled; making the event is not measured. The first half of the stream warms up. Time is that of
 * the thread on the processor; the best fifth of the batches stands beside the mean, for a machine
 * that does other things too.
 *
 * <p>Its own process: {@code java … dev.hufu.bench.WindowsLane [quick]} prints rows of a table.
 */
public final class WindowsLane {

  private static final int ACCOUNTS = 1_000_000;
  private static final int BATCH = 20_000;
  private static final long SEED = 20261122L;

  /** The stream covers thirty days and a bit, so that every window loses events as well. */
  private static final double STREAM_MILLIS = 35 * 24 * 3_600_000.0;

  private WindowsLane() {}

  /**
   * @param meanNanos per event, over the measured half
   * @param fifthNanos per event, which a fifth of the batches stay below
   */
  private record Run(double meanNanos, double fifthNanos) {}

  public static void main(String[] args) {
    int count = args.length > 0 ? 600_000 : 6_000_000;
    Run uniform = run(Spread.UNIFORM, count);
    Run zipf = run(Spread.ZIPF, count);
    System.out.printf(
        Locale.ROOT,
        "| hot keys beside none | %.2f× (best fifth %.2f×) |%n",
        zipf.meanNanos / uniform.meanNanos,
        zipf.fifthNanos / uniform.fifthNanos);
  }

  private static Run run(Spread spread, int count) {
    TallyEvents events = new TallyEvents(spread, SEED, ACCOUNTS, STREAM_MILLIS / count);
    Profiles profiles = new Profiles(TallyFeatures.plan());
    Row row = new Row(profiles.plan().columns(TallyEvents.TRANSFER));
    EventValues[] batch = new EventValues[BATCH];
    double[] nanos = new double[count / BATCH / 2];
    long checksum = 0;
    for (int number = 0; number < count / BATCH; number++) {
      for (int i = 0; i < BATCH; i++) {
        batch[i] = events.next();
      }
      long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (EventValues event : batch) {
        if (profiles.step(event, event.at(), row) != Taken.COUNTED) {
          throw new IllegalStateException(event.toString());
        }
        checksum += TallyFeatures.checksum(row);
      }
      long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
      nanos[number % nanos.length] = (double) taken / BATCH;
    }
    Arrays.sort(nanos);
    Run run = new Run(Arrays.stream(nanos).average().orElseThrow(), nanos[nanos.length / 5]);
    System.out.printf(
        Locale.ROOT,
        "| %,d events, %s | %.0f ns/event (best fifth %.0f) | %,d active keys | %.0f bytes a key"
            + " | checksum %d |%n",
        count,
        spread,
        run.meanNanos,
        run.fifthNanos,
        profiles.keys(),
        (double) profiles.bytes() / profiles.keys(),
        checksum);
    return run;
  }
}
