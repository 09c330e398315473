package dev.hufu.intake.event;

import dev.hufu.kernel.limit.Limits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads moments such as {@code 2026-11-21T20:00:00.125+08:00} to milliseconds since 1970. The day
 * of the moment before is remembered, for a file goes day by day.
 */
final class Moments {

  static final long NOT_A_TIME = Long.MIN_VALUE;

  private static final long DAY_MS = 86_400_000;

  private int lastDay = -1;
  private long lastDayMs;

  static boolean inRange(long millis) {
    return millis >= Limits.EVENT_AT_MS_MIN && millis <= Limits.EVENT_AT_MS_MAX;
  }

  static String range() {
    return Instant.ofEpochMilli(Limits.EVENT_AT_MS_MIN)
        + " … "
        + Instant.ofEpochMilli(Limits.EVENT_AT_MS_MAX);
  }

  /**
   * Milliseconds, or {@link #NOT_A_TIME}. Parts of a millisecond are cut, as {@link
   * Instant#toEpochMilli} does.
   */
  long millis(char[] text, int from, int length) {
    long usual = usual(text, from, length);
    return usual == NOT_A_TIME ? unusual(new String(text, from, length)) : usual;
  }

  /** {@code yyyy-MM-ddTHH:mm:ss}, at most three decimals, {@code Z} or an offset. */
  private long usual(char[] text, int from, int length) {
    if (length < 20
        || text[from + 4] != '-'
        || text[from + 7] != '-'
        || text[from + 10] != 'T'
        || text[from + 13] != ':'
        || text[from + 16] != ':') {
      return NOT_A_TIME;
    }
    int century = two(text, from);
    int year = two(text, from + 2);
    int month = two(text, from + 5);
    int day = two(text, from + 8);
    int hour = two(text, from + 11);
    int minute = two(text, from + 14);
    int second = two(text, from + 17);
    if ((century | year | month | day | hour | minute | second) < 0
        || hour > 23
        || minute > 59
        || second > 59) {
      return NOT_A_TIME;
    }
    int at = from + 19;
    int to = from + length;
    int part = 0;
    if (text[at] == '.') {
      int digits = 0;
      for (at++; at < to && text[at] >= '0' && text[at] <= '9'; at++) {
        part = 10 * part + (text[at] - '0');
        if (++digits > 3) {
          return NOT_A_TIME;
        }
      }
      if (digits == 0) {
        return NOT_A_TIME;
      }
      part *= digits == 1 ? 100 : digits == 2 ? 10 : 1;
    }
    int offset = offsetMinutes(text, at, to);
    if (offset == Integer.MIN_VALUE) {
      return NOT_A_TIME;
    }
    long dayMs = dayMs(100 * century + year, month, day);
    return dayMs == NOT_A_TIME
        ? NOT_A_TIME
        : dayMs + ((hour * 60L + minute - offset) * 60 + second) * 1000 + part;
  }

  private static int offsetMinutes(char[] text, int at, int to) {
    if (to - at == 1 && text[at] == 'Z') {
      return 0;
    }
    if (to - at != 6 || text[at + 3] != ':' || text[at] != '+' && text[at] != '-') {
      return Integer.MIN_VALUE;
    }
    int hours = two(text, at + 1);
    int minutes = two(text, at + 4);
    if (hours < 0 || hours > 17 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    return (text[at] == '-' ? -1 : 1) * (60 * hours + minutes);
  }

  private long dayMs(int year, int month, int day) {
    int packed = (year * 16 + month) * 32 + day;
    if (month > 12 || day > 31) {
      return NOT_A_TIME;
    }
    if (packed != lastDay) {
      try {
        lastDayMs = LocalDate.of(year, month, day).toEpochDay() * DAY_MS;
        lastDay = packed;
      } catch (DateTimeException noSuchDay) {
        return NOT_A_TIME;
      }
    }
    return lastDayMs;
  }

  /** Two digits as a number, or less than nothing. */
  private static int two(char[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
  }

  private static long unusual(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException notATime) {
      return NOT_A_TIME;
    } catch (ArithmeticException farAway) {
      return Long.MAX_VALUE;
    }
  }
}
