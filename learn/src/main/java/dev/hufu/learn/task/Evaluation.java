package dev.hufu.learn.task;

import dev.hufu.learn.report.Report;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The one table of {@code hufu evaluate}: a figure a line, beside what others reached.
 *
 * @param report the same at length
 */
public record Evaluation(List<Line> lines, Report report) {

  public Evaluation {
    lines = List.copyOf(lines);
  }

  /**
   * One figure.
   *
   * @param task what was learned, for example {@code handbook}
   * @param figure which figure, for example {@code AP}
   * @param published by whoever published on these data
   * @param reference what it must reach
   * @param holds whether it does; empty where nothing was asked
   * @param seconds training and measuring, 0 where it came with the line above
   * @param note how it was measured
   */
  public record Line(
      String task,
      String figure,
      double ours,
      OptionalDouble published,
      OptionalDouble reference,
      Optional<Boolean> holds,
      double seconds,
      String note) {}

  /** Whether every figure of which something was asked reached it. */
  public boolean holds() {
    return lines.stream().allMatch(line -> line.holds().orElse(true));
  }
}
