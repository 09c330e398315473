package dev.hufu.bench.rules;

import dev.hufu.policy.plan.RulePlan;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the text of 2,000 rules to a plan that can be asked, types checked. */
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SingleShotTime, Mode.AverageTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PublishBenchmark {

  private static final int RULES = 2_000;

  private List<String> sources;

  @Setup
  public void write() {
    sources = HufuEngine.sources(new Workload(RULES, Workload.Profile.DENSE));
  }

  @Benchmark
  public RulePlan publish() {
    return HufuEngine.publish(sources);
  }
}
