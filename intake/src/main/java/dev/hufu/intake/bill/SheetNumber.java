package dev.hufu.intake.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Numbers of a sheet as bills write them: {@code 9.6700000000000017} is 9.67, and 45814.334 under a
 * date's format is a time.
 */
final class SheetNumber {

  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** Digits that a double keeps; longer numbers go the slow way. */
  private static final int PLAIN_MAX = 15;

  private static final int PLAIN_DECIMALS_MAX = 6;
  private static final double DAY_MILLIS = 86_400_000;

  /** The first day of a sheet, and of one that counts from 1904, as old Macs did. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

  /** Sheets believe in a 29 February 1900; days before it stand one off. */
  private static final int FIRST_RIGHT_DAY = 61;

  private SheetNumber() {}

  /** Whether a format of numbers shows dates. */
  static boolean date(String format) {
    String plain = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]", "");
    return plain.contains("yy") || plain.contains("h:mm") || plain.contains("d/m");
  }

  /** A number as it stands in a sheet, as text; what is no number, as it is. */
  static String text(String raw) {
    if (plain(raw)) {
      return raw;
    }
    try {
      return text(new BigDecimal(raw));
    } catch (NumberFormatException noNumber) {
      return raw;
    }
  }

  /** Digits that would come out as they went in. */
  private static boolean plain(String raw) {
    int length = raw.length();
    if (length == 0 || length > PLAIN_MAX || raw.charAt(0) == '0' && length > 1) {
      return false;
    }
    int point = -1;
    for (int i = 0; i < length; i++) {
      char c = raw.charAt(i);
      if (c == '.' && point < 0 && i > 0) {
        point = i;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return point < 0 || length - point - 1 <= PLAIN_DECIMALS_MAX && raw.charAt(length - 1) > '0';
  }

  /** What a double left behind the hundredths is noise of its binary form. */
  static String text(BigDecimal number) {
    if (number.precision() - number.scale() > 20 || number.scale() > 40) {
      return number.toString();
    }
    BigDecimal cents = number.setScale(2, RoundingMode.HALF_EVEN);
    boolean noise =
        cents.subtract(number).abs().compareTo(new BigDecimal("0.000001")) < 0
            && number.scale() > 6;
    BigDecimal kept = (noise ? cents : number).stripTrailingZeros();
    return kept.scale() < 0 ? kept.setScale(0).toPlainString() : kept.toPlainString();
  }

  /**
   * A number under a date's format: {@code 2025-06-06 08:01:02}.
   *
   * @param from1904 whether the workbook counts its days from 1904
   */
  static String time(String raw, boolean from1904) {
    try {
      double days = Double.parseDouble(raw);
      int whole = (int) Math.floor(days);
      long millis = (long) ((days - whole) * DAY_MILLIS + 0.5);
      LocalDate zero = from1904 ? DAY_ZERO_1904 : DAY_ZERO;
      long shift = !from1904 && whole < FIRST_RIGHT_DAY ? 1 : 0;
      LocalDateTime time =
          zero.plusDays(whole + shift)
              .atStartOfDay()
              .plus(millis + 500, ChronoUnit.MILLIS)
              .truncatedTo(ChronoUnit.SECONDS);
      return written(time);
    } catch (NumberFormatException | DateTimeException noTime) {
      return text(raw);
    }
  }

  private static String written(LocalDateTime time) {
    if (time.getYear() < 1000 || time.getYear() > 9999) {
      return TIME.format(time);
    }
    // A bill may have a hundred thousand of them, and a formatter is slow.
    char[] text = "0000-00-00 00:00:00".toCharArray();
    digits(text, 3, time.getYear());
    digits(text, 6, time.getMonthValue());
    digits(text, 9, time.getDayOfMonth());
    digits(text, 12, time.getHour());
    digits(text, 15, time.getMinute());
    digits(text, 18, time.getSecond());
    return new String(text);
  }

  private static void digits(char[] text, int last, int number) {
    int left = number;
    for (int at = last; left > 0; at--) {
      text[at] = (char) ('0' + left % 10);
      left /= 10;
    }
  }
}
