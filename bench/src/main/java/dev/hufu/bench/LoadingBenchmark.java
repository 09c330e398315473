package dev.hufu.bench;

import dev.hufu.policy.load.PackLibrary;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Loading the real packs, in a process that has done so before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoadingBenchmark {

  /** Only what a decision takes. */
  @Benchmark
  public PackLibrary loadToDecide() {
    return PackLibrary.toDecide(Samples.packs(), head -> head.id().equals("cn/request"));
  }

  /** All packs with their tests. */
  @Benchmark
  public PackLibrary loadToCheck() {
    return PackLibrary.ofFolder(Samples.packs());
  }
}
