package dev.hufu.kernel.loan.price;

import dev.hufu.kernel.loan.AnnualRate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A rate that was computed, as a fraction: 0.868048 is 86.8048 %. It may be negative, and is always
 * a finite number.
 *
 * <p>Example: {@code new Rate(0.868048).percent(2)} is 86.80.
 */
public record Rate(double fraction) implements Comparable<Rate> {

  /** Decimals of the fraction where it is written for machines. */
  private static final int DECIMALS = 10;

  public Rate {
    if (!Double.isFinite(fraction)) {
      throw new IllegalArgumentException("a rate is a finite number: " + fraction);
    }
  }

  /** The same as a rate that stands in a contract or a pack. */
  public static Rate of(AnnualRate rate) {
    return new Rate(rate.percent().movePointLeft(2).doubleValue());
  }

  /** The fraction with ten decimals. */
  public BigDecimal decimal() {
    return rounded(new BigDecimal(fraction), DECIMALS);
  }

  /** In percent, half up. */
  public BigDecimal percent(int decimals) {
    return rounded(new BigDecimal(fraction).movePointRight(2), decimals);
  }

  private static BigDecimal rounded(BigDecimal number, int decimals) {
    return number.setScale(decimals, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Rate other) {
    return Double.compare(fraction, other.fraction);
  }

  /** {@code 86.8048 %}. */
  @Override
  public String toString() {
    return percent(4).toPlainString() + " %";
  }
}
