package dev.hufu.kernel.loan.plan;

import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * To which unit a sum is rounded, and which way.
 *
 * <p>Example: {@code new FenRounding(100, RoundingMode.UP)} makes whole yuan, upwards.
 *
 * @param unit in fen, at least 1
 */
public record FenRounding(long unit, RoundingMode mode) {

  /** Half up to the fen. */
  public static final FenRounding FEN = new FenRounding(1, RoundingMode.HALF_UP);

  public FenRounding {
    if (unit < 1) {
      throw new IllegalArgumentException("a unit is at least a fen: " + unit);
    }
  }

  Fen round(BigDecimal fen) {
    BigDecimal units = fen.divide(BigDecimal.valueOf(unit), 0, mode);
    return new Fen(units.longValueExact()).times(unit);
  }
}
