package dev.hufu.kernel.loan;

import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Percent a year, simple.
 *
 * <p>Example: {@code AnnualRate.of("6").interest(Fen.ofYuan(10_000), 130, DayCount.DAYS_365)} is
 * 213.70.
 *
 * @param percent not negative, at most six decimals, without trailing zeros
 */
public record AnnualRate(BigDecimal percent) implements Comparable<AnnualRate> {

  public static final AnnualRate ZERO = new AnnualRate(BigDecimal.ZERO);

  private static final int DECIMALS_MAX = 6;

  public AnnualRate {
    percent = percent.stripTrailingZeros();
    if (percent.signum() < 0 || percent.scale() > DECIMALS_MAX) {
      throw new IllegalArgumentException("a rate is 0 or more, six decimals: " + percent);
    }
  }

  public static AnnualRate of(String percent) {
    return new AnnualRate(new BigDecimal(percent));
  }

  /** Interest of one period, rounded half up to the fen, once. */
  public Fen interest(Fen principal, long days, DayCount year) {
    return new Fen(
        BigDecimal.valueOf(principal.fen())
            .multiply(percent)
            .multiply(BigDecimal.valueOf(days))
            .divide(BigDecimal.valueOf(100L * year.daysInYear()), 0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  /** Interest from the end of one day to the end of another. */
  public Fen interest(Fen principal, LocalDate from, LocalDate to, DayCount year) {
    return interest(principal, ChronoUnit.DAYS.between(from, to), year);
  }

  public AnnualRate times(int multiple) {
    return new AnnualRate(percent.multiply(BigDecimal.valueOf(multiple)));
  }

  public boolean isZero() {
    return percent.signum() == 0;
  }

  @Override
  public int compareTo(AnnualRate other) {
    return percent.compareTo(other.percent);
  }

  /** {@code 6 %}, {@code 3.85 %}. */
  @Override
  public String toString() {
    return percent.toPlainString() + " %";
  }
}
