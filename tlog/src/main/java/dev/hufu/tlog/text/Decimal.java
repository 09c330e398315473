package dev.hufu.tlog.text;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;

/**
 * A whole number as the specifications write sizes, indexes and times: ASCII digits, no sign, no
 * leading zeroes, at most 2^63 - 1.
 *
 * <p>Example: {@code parse("0", "line 2")} is 0; {@code "00"}, {@code "+1"} and {@code
 * "9223372036854775808"} are {@link Reason#BAD_NUMBER}.
 */
public final class Decimal {

  private static final int DIGITS_MAX = 19;

  private Decimal() {}

  public static Checked<Long> parse(String text, String where) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || text.length() > DIGITS_MAX || text.length() > 1 && text.charAt(0) == '0') {
      return Checked.flawed(Reason.BAD_NUMBER, where);
    }
    try {
      return Checked.sound(Long.parseLong(text));
    } catch (NumberFormatException beyond) {
      return Checked.flawed(Reason.BAD_NUMBER, where);
    }
  }
}
