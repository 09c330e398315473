package dev.hufu.policy.card;

import java.util.List;

/**
 * A number reckoned from others before it is looked up on a card. Where a part is missing, or a
 * ratio would divide by zero, so is the result.
 *
 * <p>Example: {@code {name: loanToValue, ratio: [LOAN, VALUE]}}.
 *
 * @param parts the columns it reads, at least two; exactly two for ratio and difference
 */
public record Derived(String name, How how, List<String> parts) {

  /** How it is reckoned. */
  public enum How {
    RATIO,
    SUM,
    DIFFERENCE,
    PRODUCT,
    LEAST,
    MOST,
    /** How many of the parts have no value; itself never missing. */
    GAPS
  }

  public Derived {
    parts = List.copyOf(parts);
    boolean pair = how == How.RATIO || how == How.DIFFERENCE;
    if (parts.size() < 2 || pair && parts.size() != 2) {
      throw new IllegalArgumentException(name + " needs " + (pair ? "two" : "two or more"));
    }
  }

  /** The number, from the values of the parts in their order; NaN where there is none. */
  public double of(double... values) {
    double result =
        switch (how) {
          case RATIO -> values[0] / values[1];
          case DIFFERENCE -> values[0] - values[1];
          case SUM -> fold(values, Double::sum);
          case PRODUCT -> fold(values, (a, b) -> a * b);
          case LEAST -> fold(values, Math::min);
          case MOST -> fold(values, Math::max);
          case GAPS -> gaps(values);
        };
    return Double.isFinite(result) ? result : Double.NaN;
  }

  private static double fold(double[] values, java.util.function.DoubleBinaryOperator how) {
    double result = values[0];
    for (int i = 1; i < values.length; i++) {
      result = how.applyAsDouble(result, values[i]);
    }
    return result;
  }

  private static double gaps(double[] values) {
    int gaps = 0;
    for (double value : values) {
      gaps += Double.isNaN(value) ? 1 : 0;
    }
    return gaps;
  }
}
