package dev.hufu.kernel.loan.price;

import java.util.List;

/**
 * What a loan costs. The totals are always there; the rates are told as one, as several or as none.
 *
 * <p>Example: 42,500 received and 14 months of 4,928: one, nominal 86.8048 %, effective 131.1944 %.
 */
public sealed interface Price {

  /** Paid against received. */
  Totals totals();

  /** The period of the nominal rate. */
  Pace pace();

  /** There is one rate. */
  record Known(Growth growth, Pace pace, Totals totals) implements Price {

    /** Rate of a period times the periods of a year. */
    public Rate nominal() {
      return growth.nominal(pace);
    }

    /** Compounded over a year. */
    public Rate effective() {
      return growth.effective();
    }
  }

  /** Several rates fit the same sums, so none of them is the price. */
  record Several(List<Growth> growths, Pace pace, Totals totals) implements Price {

    public Several {
      growths = List.copyOf(growths);
    }
  }

  /** No rate can be told. */
  record None(NoRate why, Pace pace, Totals totals) implements Price {}
}
