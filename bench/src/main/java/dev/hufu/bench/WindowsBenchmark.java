package dev.hufu.bench;

import dev.hufu.bench.TallyEvents.Spread;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Profiles;
import dev.hufu.kernel.feature.Row;
import dev.hufu.kernel.feature.Taken;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One event through twenty features over four keys, among a million accounts, after a million
 * events: counting it and filling the row. Making the event is not measured.
 */
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
public class WindowsBenchmark {

  private static final int ACCOUNTS = 1_000_000;
  private static final int BEFORE = 1_000_000;
  private static final int BATCH = 2_000;
  private static final long SEED = 20261122L;

  /** So that a million events are fifteen days. */
  private static final double GAP_MILLIS = 1_300;

  @Param({"UNIFORM", "ZIPF"})
  private Spread spread;

  private TallyEvents events;
  private Profiles profiles;
  private Row row;
  private final EventValues[] batch = new EventValues[BATCH];
  private long checksum;

  /** What the state takes, told with the time. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Held {
    public long keys;
    public long bytesPerKey;

    private Profiles profiles;

    @TearDown(Level.Iteration)
    public void measure() {
      keys = profiles.keys();
      bytesPerKey = profiles.bytes() / keys;
    }
  }

  @Setup
  public void fill() {
    events = new TallyEvents(spread, SEED, ACCOUNTS, GAP_MILLIS);
    profiles = new Profiles(TallyFeatures.plan());
    row = new Row(profiles.plan().columns(TallyEvents.TRANSFER));
    for (int i = 0; i < BEFORE; i++) {
      step(events.next());
    }
    System.out.println("checksum of " + BEFORE + " events, " + spread + ": " + checksum);
  }

  @Setup(Level.Invocation)
  public void makeEvents() {
    for (int i = 0; i < BATCH; i++) {
      batch[i] = events.next();
    }
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long step(Held held) {
    held.profiles = profiles;
    for (EventValues event : batch) {
      step(event);
    }
    return checksum;
  }

  private void step(EventValues event) {
    if (profiles.step(event, event.at(), row) != Taken.COUNTED) {
      throw new IllegalStateException(event.toString());
    }
    checksum += TallyFeatures.checksum(row);
  }
}
