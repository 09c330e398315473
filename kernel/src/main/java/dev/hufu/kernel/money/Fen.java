package dev.hufu.kernel.money;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import java.math.BigDecimal;

/**
 * A sum of money in whole fen (1/100 yuan), or the hundredth of a pack's own currency unit.
 *
 * <p>Example: {@code Fen.ofYuan(1000)} is 100,000 fen and prints {@code 1,000.00}. Arithmetic is
 * exact: it throws {@link ArithmeticException} rather than wrap, and {@link #parseYuan} refuses
 * rather than round a fraction of a fen.
 *
 * @param fen the sum in fen; negative sums are money owed back
 */
public record Fen(long fen) implements Comparable<Fen> {

  public static final Fen ZERO = new Fen(0);

  /** Whole yuan; throws {@link ArithmeticException} beyond the range of a {@code long} of fen. */
  public static Fen ofYuan(long yuan) {
    return new Fen(Math.multiplyExact(yuan, 100L));
  }

  /**
   * Reads yuan with at most two decimals and optional thousands separators: {@code "1,000"}, {@code
   * "0.5"}. It is the inverse of {@link #toString}.
   *
   * @return the sum, or {@link Code#AMOUNT_NOT_A_NUMBER} or {@link Code#AMOUNT_BELOW_FEN}
   */
  public static Outcome<Fen> parseYuan(String text) {
    String digits = text.strip().replace(",", "").replace("，", "");
    if (!digits.matches("-?\\d{1,15}(\\.\\d{1,12})?")) {
      return Outcome.refused(Code.AMOUNT_NOT_A_NUMBER, text);
    }
    try {
      return Outcome.of(new Fen(new BigDecimal(digits).movePointRight(2).longValueExact()));
    } catch (ArithmeticException belowFen) {
      return Outcome.refused(Code.AMOUNT_BELOW_FEN, text);
    }
  }

  public Fen plus(Fen other) {
    return new Fen(Math.addExact(fen, other.fen));
  }

  public Fen minus(Fen other) {
    return new Fen(Math.subtractExact(fen, other.fen));
  }

  public Fen times(long factor) {
    return new Fen(Math.multiplyExact(fen, factor));
  }

  /** The same sum as a decimal number of yuan, exact. */
  public BigDecimal yuan() {
    return BigDecimal.valueOf(fen, 2);
  }

  @Override
  public int compareTo(Fen other) {
    return Long.compare(fen, other.fen);
  }

  /** Yuan with thousands separators and always two decimals: {@code 10,000.00}. */
  @Override
  public String toString() {
    BigDecimal abs = yuan().abs();
    String whole = abs.toBigInteger().toString();
    StringBuilder out = new StringBuilder(fen < 0 ? "-" : "");
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        out.append(',');
      }
      out.append(whole.charAt(i));
    }
    String cents = abs.toPlainString();
    return out.append(cents, cents.length() - 3, cents.length()).toString();
  }

  /** For people: {@code 1,000} where there are no fen, {@code 1,000.50} where there are. */
  public String display() {
    String full = toString();
    return fen % 100 == 0 ? full.substring(0, full.length() - 3) : full;
  }
}
