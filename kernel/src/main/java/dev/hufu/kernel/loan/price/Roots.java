package dev.hufu.kernel.loan.price;

import java.util.List;

/** All rates at which dated sums add up to nothing. */
public sealed interface Roots {

  /** Exactly one, and that is proven. */
  record One(Growth growth) implements Roots {}

  /** More than one: none of them is "the" rate. Ascending. */
  record Several(List<Growth> growths) implements Roots {

    public Several {
      growths = List.copyOf(growths);
    }
  }

  /** None that could be told. */
  record None(NoRate why) implements Roots {}
}
