package dev.hufu.intake.bill;

import dev.hufu.kernel.bill.BillTime;
import dev.hufu.kernel.bill.BillTime.Exact;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times bills write: {@code 2026-11-21 20:00:00}, {@code 2026/1/5 8:05}, {@code
 * 20260105}, {@code 2026年1月5日}, {@code 2026/1/5 下午8:05}, {@code 2026-01-05T20:05:00+08:00}, and the
 * bare serial number of a spreadsheet. Day and month the other way round are refused, never
 * guessed.
 */
final class Moment {

  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
  private static final double SERIAL_MIN = 1;
  private static final double SERIAL_MAX = 80_000;

  private final String text;
  private int at;

  private Moment(String text) {
    this.text = text;
  }

  /**
   * A time, or {@code BILL_TIME}, {@code BILL_TIME_RANGE}.
   *
   * @param clock the time of day where it stands in a column of its own, else empty
   */
  static Outcome<BillTime> read(String written, String clock, ZoneId zone) {
    if (written.isEmpty()) {
      return Outcome.refused(Code.BILL_TIME, "");
    }
    try {
      LocalDateTime local = serial(written);
      Exact exact = Exact.SECOND;
      if (local == null) {
        Moment moment = new Moment(written);
        LocalDate day = moment.day();
        int from = moment.at;
        LocalTime time = moment.time();
        exact = moment.exact(from);
        if (exact == Exact.DAY && !clock.isEmpty()) {
          Moment apart = new Moment(clock);
          time = apart.time();
          exact = apart.exact(0);
        }
        local = day.atTime(time);
      }
      BillTime time = BillTime.of(local, zone, exact);
      long millis = time.at().toEpochMilli();
      return millis < Limits.EVENT_AT_MS_MIN || millis > Limits.EVENT_AT_MS_MAX
          ? Outcome.refused(Code.BILL_TIME_RANGE, shown(written))
          : Outcome.of(time);
    } catch (DateTimeException | NumberFormatException notATime) {
      return Outcome.refused(Code.BILL_TIME, shown(written));
    }
  }

  private static String shown(String written) {
    return written.length() <= 40 ? written : written.substring(0, 40) + "…";
  }

  /** Days since the end of 1899, as a spreadsheet keeps a time whose format was lost. */
  private static @Nullable LocalDateTime serial(String written) {
    int point = written.indexOf('.');
    int whole = point < 0 ? written.length() : point;
    if (whole == 0 || whole > 5 || !digits(written, 0, whole)) {
      return null;
    }
    if (point >= 0
        && (point + 1 == written.length() || !digits(written, point + 1, written.length()))) {
      return null;
    }
    double days = Double.parseDouble(written);
    if (days < SERIAL_MIN || days > SERIAL_MAX) {
      throw new DateTimeException(written);
    }
    return SERIAL_ZERO.atStartOfDay().plusSeconds(Math.round(days * 86_400));
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private LocalDate day() {
    if (text.length() >= 8 && digits(text, 0, 8)) {
      at = 8;
      return LocalDate.of(part(0, 4), part(4, 6), part(6, 8));
    }
    int year = number(4, 4);
    separator();
    int month = number(1, 2);
    separator();
    int day = number(1, 2);
    if (at < text.length() && text.charAt(at) == '日') {
      at++;
    }
    return LocalDate.of(year, month, day);
  }

  private void separator() {
    if (at >= text.length() || "-/.年月".indexOf(text.charAt(at)) < 0) {
      throw new DateTimeException(text);
    }
    at++;
  }

  private LocalTime time() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == 'T')) {
      at++;
    }
    if (at == text.length()) {
      return LocalTime.MIDNIGHT;
    }
    Half half = half();
    if (text.length() - at == 6 && digits(text, at, at + 6)) {
      LocalTime time = LocalTime.of(part(at, at + 2), part(at + 2, at + 4), part(at + 4, at + 6));
      at += 6;
      return time;
    }
    int hour = half.hour(number(1, 2));
    colon();
    int minute = number(2, 2);
    int second = 0;
    if (at < text.length() && text.charAt(at) == '分') {
      at++;
      second = at < text.length() ? number(1, 2) : 0;
      at += at < text.length() && text.charAt(at) == '秒' ? 1 : 0;
    } else if (at < text.length() && text.charAt(at) == ':') {
      at++;
      second = number(2, 2);
      if (at < text.length() && text.charAt(at) == '.') {
        at++;
        number(1, 9);
      }
    }
    hour = behind(hour, half);
    if (at != text.length()) {
      throw new DateTimeException(text);
    }
    return LocalTime.of(hour, minute, second);
  }

  /** The half of a day that an hour of twelve belongs to. */
  private enum Half {
    WHOLE,
    BEFORE_NOON,
    AFTER_NOON;

    int hour(int hour) {
      if (this != WHOLE && (hour < 1 || hour > 12)) {
        throw new DateTimeException("hour " + hour + " of twelve");
      }
      return switch (this) {
        case WHOLE -> hour;
        case BEFORE_NOON -> hour % 12;
        case AFTER_NOON -> hour % 12 + 12;
      };
    }
  }

  /** A half that stands before the hour, as Chinese has it. */
  private Half half() {
    Half half = Half.WHOLE;
    if (text.startsWith("上午", at)) {
      half = Half.BEFORE_NOON;
    } else if (text.startsWith("下午", at)) {
      half = Half.AFTER_NOON;
    }
    at += half == Half.WHOLE ? 0 : 2;
    return half;
  }

  /** A half that stands behind the time, as English has it, or the offset of China, or neither. */
  private int behind(int hour, Half before) {
    String rest = text.substring(at).strip();
    if (rest.equalsIgnoreCase("am") || rest.equalsIgnoreCase("pm")) {
      if (before != Half.WHOLE) {
        throw new DateTimeException(text);
      }
      at = text.length();
      return (rest.equalsIgnoreCase("am") ? Half.BEFORE_NOON : Half.AFTER_NOON).hour(hour);
    }
    if (rest.equals("+08:00") || rest.equals("+0800")) {
      at = text.length();
    }
    return hour;
  }

  private void colon() {
    if (at >= text.length() || ":：时".indexOf(text.charAt(at)) < 0) {
      throw new DateTimeException(text);
    }
    at++;
  }

  /** How exact what was read behind a place is. */
  private Exact exact(int from) {
    String rest = text.substring(from).strip();
    if (rest.isEmpty()) {
      return Exact.DAY;
    }
    int offset = rest.indexOf('+');
    String clock = offset < 0 ? rest : rest.substring(0, offset);
    boolean oneColon = clock.indexOf(':') >= 0 && clock.indexOf(':') == clock.lastIndexOf(':');
    boolean noSeconds = clock.indexOf('分') >= 0 && clock.endsWith("分");
    return oneColon || noSeconds ? Exact.MINUTE : Exact.SECOND;
  }

  private int number(int least, int most) {
    int from = at;
    while (at < text.length() && at - from < most && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at - from < least) {
      throw new DateTimeException(text);
    }
    return part(from, at);
  }

  private int part(int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
