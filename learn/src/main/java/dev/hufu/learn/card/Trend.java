package dev.hufu.learn.card;

import java.util.List;

/** How the share of bad cases may run over the bins of a number. */
public enum Trend {
  /** The more, the worse. */
  ASCENDING(List.of(List.of(1))),
  /** The more, the better. */
  DESCENDING(List.of(List.of(-1))),
  /** Worst in the middle. */
  PEAK(List.of(List.of(1, -1))),
  /** Best in the middle. */
  VALLEY(List.of(List.of(-1, 1))),
  /** Ascending or descending, whichever says more. */
  AUTO(List.of(List.of(1), List.of(-1))),
  /** With one turn at most, whichever says most. */
  TURN(List.of(List.of(1, -1), List.of(-1, 1))),
  /** However it runs. */
  FREE(List.of(List.of(0)));

  private final List<List<Integer>> ways;

  Trend(List<List<Integer>> ways) {
    this.ways = ways;
  }

  /** Each way it may run, as the directions of its stretches: 1 up, -1 down, 0 either. */
  List<List<Integer>> ways() {
    return ways;
  }
}
