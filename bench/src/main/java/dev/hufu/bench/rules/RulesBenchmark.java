package dev.hufu.bench.rules;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One event through many rules, by each engine, after its answers were compared with Java's. */
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RulesBenchmark {

  private static final int EVENTS = 512;

  @Param({"100", "500", "2000"})
  private int rules;

  @Param({"DENSE", "SPARSE"})
  private String profile;

  @Param({"HUFU", "JAVA", "CEL", "AVIATOR", "QLEXPRESS", "DROOLS", "EVRETE"})
  private String engine;

  private RuleEngine started;
  private Fired fired;

  @Setup
  public void start() {
    Workload workload = new Workload(rules, Workload.Profile.valueOf(profile));
    if (workload.events().size() != EVENTS) {
      throw new IllegalStateException("events: " + workload.events().size());
    }
    started = RuleEngine.Kind.valueOf(engine).start(workload);
    fired = new Fired(rules);
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long event() {
    long sum = 0;
    for (int event = 0; event < EVENTS; event++) {
      fired.clear();
      started.evaluate(event, fired);
      sum += fired.word(0);
    }
    return sum;
  }
}
