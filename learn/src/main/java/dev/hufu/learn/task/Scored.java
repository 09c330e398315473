package dev.hufu.learn.task;

import dev.hufu.kernel.code.Refusal;
import java.util.List;

/**
 * How scoring a file went.
 *
 * @param rows lines that have a score
 * @param refused lines that have none
 * @param first the first refusals, each with its place
 */
public record Scored(long rows, long refused, List<Refusal> first, double seconds) {

  public Scored {
    first = List.copyOf(first);
  }
}
