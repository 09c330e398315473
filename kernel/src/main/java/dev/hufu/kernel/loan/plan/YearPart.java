package dev.hufu.kernel.loan.plan;

import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A part of a year as an exact fraction, such as 31/365 or 1/12.
 *
 * @param under more than zero
 */
public record YearPart(long over, long under) {

  /** As a decimal number with 34 digits. */
  public BigDecimal decimal() {
    return BigDecimal.valueOf(over).divide(BigDecimal.valueOf(under), MathContext.DECIMAL128);
  }

  /** Simple interest over this part of a year, rounded once. */
  public Fen interest(Fen principal, AnnualRate rate, FenRounding rounding) {
    return rounding.round(exact(principal, rate));
  }

  /** The same in fen, before rounding. */
  BigDecimal exact(Fen principal, AnnualRate rate) {
    return BigDecimal.valueOf(principal.fen())
        .multiply(rate.percent())
        .multiply(BigDecimal.valueOf(over))
        .divide(
            BigDecimal.valueOf(100).multiply(BigDecimal.valueOf(under)), MathContext.DECIMAL128);
  }

  /** By how much one yuan grows: {@code 1 + rate × part}. */
  BigDecimal growth(AnnualRate rate) {
    return rate.percent()
        .movePointLeft(2)
        .multiply(BigDecimal.valueOf(over))
        .divide(BigDecimal.valueOf(under), MathContext.DECIMAL128)
        .add(BigDecimal.ONE);
  }
}
