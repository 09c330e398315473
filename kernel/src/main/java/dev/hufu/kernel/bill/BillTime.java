package dev.hufu.kernel.bill;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * When something happened, with the zone of the bill and how exactly the bill tells it.
 *
 * <p>Example: {@code 2026-11-21T20:00:00+08:00}, exact to the second; a bank that writes only days
 * gives the beginning of the day, exact to the day.
 *
 * @param zone the zone in which the bill writes its times, Asia/Shanghai unless it says otherwise
 */
public record BillTime(Instant at, ZoneId zone, Exact exact) implements Comparable<BillTime> {

  /** How exactly a time is told. A time of day means nothing where only the day is known. */
  public enum Exact {
    SECOND,
    MINUTE,
    DAY
  }

  public static BillTime of(LocalDateTime local, ZoneId zone, Exact exact) {
    return new BillTime(local.atZone(zone).toInstant(), zone, exact);
  }

  public ZonedDateTime zoned() {
    return at.atZone(zone);
  }

  public LocalDateTime local() {
    return zoned().toLocalDateTime();
  }

  /** Whether the time of day is known. */
  public boolean ofDay() {
    return exact != Exact.DAY;
  }

  @Override
  public int compareTo(BillTime other) {
    return at.compareTo(other.at);
  }

  /** With offset and always with seconds: {@code 2026-11-21T20:00:00+08:00}. */
  @Override
  public String toString() {
    ZonedDateTime time = zoned();
    if (time.getYear() < 1000 || time.getYear() > 9999) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
    }
    // A bill may have a hundred thousand of them, and a formatter is slow.
    StringBuilder text = new StringBuilder(25).append(time.getYear());
    two(text, '-', time.getMonthValue());
    two(text, '-', time.getDayOfMonth());
    two(text, 'T', time.getHour());
    two(text, ':', time.getMinute());
    two(text, ':', time.getSecond());
    return text.append(time.getOffset().getId()).toString();
  }

  private static void two(StringBuilder text, char before, int number) {
    text.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
