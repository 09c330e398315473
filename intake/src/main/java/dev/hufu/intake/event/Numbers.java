package dev.hufu.intake.event;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.limit.Limits;
import java.math.BigDecimal;

/**
 * Exact reading of written numbers: {@code 1000.5} with two decimals is 100,050. What is no number
 * of that kind comes back as one of the marks below {@link #MARKS_MAX}, so that the common case
 * makes no object.
 */
final class Numbers {

  static final long NOT_A_NUMBER = Long.MIN_VALUE;
  static final long TOO_MANY_DECIMALS = Long.MIN_VALUE + 1;
  static final long TOO_LARGE = Long.MIN_VALUE + 2;
  static final long NOT_FINITE = Long.MIN_VALUE + 3;

  /** Every mark is at most this; every number is more. */
  static final long MARKS_MAX = NOT_FINITE;

  /** Digits that are read without any risk of overflow. */
  private static final int DIGITS_MAX = 18;

  /** Longest written number; 14 digits, sign, point and decimals need far less. */
  private static final int CHARS_MAX = 64;

  private Numbers() {}

  /** The number in units of {@code 10^-decimals}, or a mark. */
  static long scaled(char[] text, int from, int length, int decimals) {
    int at = from;
    int to = from + length;
    boolean negative = at < to && text[at] == '-';
    at += negative ? 1 : 0;
    long value = 0;
    int digits = 0;
    int point = -1;
    for (; at < to; at++) {
      char c = text[at];
      if (c >= '0' && c <= '9' && digits < DIGITS_MAX) {
        value = 10 * value + (c - '0');
        digits++;
      } else if (c == '.' && point < 0 && digits > 0 && at + 1 < to) {
        point = digits;
      } else {
        return unusual(new String(text, from, length), decimals);
      }
    }
    if (digits == 0) {
      return unusual(new String(text, from, length), decimals);
    }
    int written = point < 0 ? 0 : digits - point;
    for (; written > decimals; written--) {
      if (value % 10 != 0) {
        return TOO_MANY_DECIMALS;
      }
      value /= 10;
    }
    for (; written < decimals; written++) {
      if (value > Limits.EVENT_NUMBER_MAX) {
        return TOO_LARGE;
      }
      value *= 10;
    }
    return value > Limits.EVENT_NUMBER_MAX ? TOO_LARGE : negative ? -value : value;
  }

  /** Exponents, endless digits, and what is no number at all. */
  private static long unusual(String text, int decimals) {
    switch (text) {
      case "NaN", "Infinity", "-Infinity", "+Infinity", "INF", "-INF", "+INF" -> {
        return NOT_FINITE;
      }
      default -> {
        // A written number like others.
      }
    }
    if (!text.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?")) {
      return NOT_A_NUMBER;
    }
    if (text.length() > CHARS_MAX) {
      return TOO_LARGE;
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    if (number.signum() == 0) {
      return 0;
    }
    // Sizes are compared before anything is expanded: 1e999999999 has a thousand million digits.
    if ((long) number.precision() - number.scale() > DIGITS_MAX) {
      return TOO_LARGE;
    }
    if (number.scale() > decimals) {
      return TOO_MANY_DECIMALS;
    }
    BigDecimal units = number.movePointRight(decimals);
    boolean large = units.abs().compareTo(BigDecimal.valueOf(Limits.EVENT_NUMBER_MAX)) > 0;
    return large ? TOO_LARGE : units.longValueExact();
  }

  static long scaled(String text, int decimals) {
    return scaled(text.toCharArray(), 0, text.length(), decimals);
  }

  /** Milliseconds of {@code 30 d}, {@code 2 h}, {@code 1.5 s}, {@code 90 min}, {@code 20 ms}. */
  static long elapsed(String text) {
    int unit = text.length();
    while (unit > 0 && isLetter(text.charAt(unit - 1))) {
      unit--;
    }
    long millis =
        switch (text.substring(unit)) {
          case "ms" -> 1;
          case "s" -> 1_000;
          case "min" -> 60_000;
          case "h" -> 3_600_000;
          case "d" -> 86_400_000;
          case "w" -> 7 * 86_400_000;
          default -> 0;
        };
    String count = text.substring(0, unit).strip();
    if (millis == 0 || count.isEmpty()) {
      return scaled(text, 0) == NOT_FINITE ? NOT_FINITE : NOT_A_NUMBER;
    }
    long whole = scaled(count, 0);
    return whole <= MARKS_MAX
        ? whole
        : Math.abs(whole) > Limits.EVENT_NUMBER_MAX / millis ? TOO_LARGE : whole * millis;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** The code of a mark. */
  static Code code(long mark) {
    if (mark == TOO_LARGE) {
      return Code.EVENT_NUMBER_TOO_LARGE;
    }
    if (mark == TOO_MANY_DECIMALS) {
      return Code.EVENT_DECIMALS_TOO_MANY;
    }
    return mark == NOT_FINITE ? Code.EVENT_NOT_FINITE : Code.EVENT_WRONG_KIND;
  }
}
