package dev.hufu.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Scoring by trees on one core, with what each way allocates and how it compares with flat arrays;
 * prints rows of a table.
 */
public final class ModelLane {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private ModelLane() {}

  public static void main(String[] args) throws RunnerException {
    boolean quick = List.of(args).contains("quick");
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(ModelBenchmark.class.getName())
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .forks(1)
                    .threads(1)
                    .warmupIterations(quick ? 2 : 4)
                    .warmupTime(TimeValue.milliseconds(quick ? 400 : 1_000))
                    .measurementIterations(quick ? 3 : 5)
                    .measurementTime(TimeValue.milliseconds(quick ? 300 : 1_000))
                    .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx256m")
                    .shouldFailOnError(true)
                    .build())
            .run();
    double flat =
        results.stream()
            .map(RunResult::getPrimaryResult)
            .filter(time -> time.getLabel().equals("flatTrees"))
            .mapToDouble(Result::getScore)
            .findFirst()
            .orElseThrow();
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      Result<?> allocated = Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED));
      System.out.printf(
          Locale.ROOT,
          "| `%s` | %.2f ± %.2f µs | %.1f × | %.0f B |%n",
          time.getLabel(),
          time.getScore() / 1_000,
          time.getScoreError() / 1_000,
          time.getScore() / flat,
          allocated.getScore());
    }
  }
}
