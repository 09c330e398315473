package dev.hufu.bench;

import dev.hufu.kernel.decision.Inputs;
import dev.hufu.policy.decide.Decider;
import dev.hufu.policy.pack.Pack;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Coming to a verdict once with generated rules: how the cost grows with their number. */
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ManyRulesBenchmark {

  @Param({"100", "500"})
  private int rules;

  private Decider decider;
  private Inputs inputs;

  @Setup
  public void load() {
    decider = new Decider(Samples.withRules(rules));
    inputs = Samples.story(Samples.requestPack(), "s1");
  }

  @Benchmark
  public List<Pack.Ask> judge() {
    return decider.asks(inputs);
  }
}
