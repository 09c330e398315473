package dev.hufu.intake.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** How a column tells the time. */
sealed interface Clock {

  /** Milliseconds since 1970, or {@link Moments#NOT_A_TIME}. */
  long millis(String text);

  /** What a time looks like, for a refusal. */
  String form();

  /** With an offset: {@code 2026-11-21T20:00:00+08:00}. */
  record Iso(Moments moments) implements Clock {
    @Override
    public long millis(String text) {
      return moments.millis(text.toCharArray(), 0, text.length());
    }

    @Override
    public String form() {
      return "2026-11-21T20:00:00+08:00";
    }
  }

  /** As the clocks of a place show it; a day alone is its first moment. */
  record Local(String pattern, DateTimeFormatter formatter, ZoneId zone) implements Clock {

    /**
     * A pattern of {@link DateTimeFormatter}, read strictly: 30 February is no day.
     *
     * @throws IllegalArgumentException if it is no pattern
     */
    static Local of(String pattern, ZoneId zone) {
      // Strict reading knows the year of an era by y and the year by u; people write y.
      DateTimeFormatter formatter =
          DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
              .withResolverStyle(ResolverStyle.STRICT);
      return new Local(pattern, formatter, zone);
    }

    @Override
    public long millis(String text) {
      try {
        TemporalAccessor read = formatter.parseBest(text, LocalDateTime::from, LocalDate::from);
        LocalDateTime time =
            read instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(read);
        return time.atZone(zone).toInstant().toEpochMilli();
      } catch (DateTimeException | ArithmeticException notATime) {
        return Moments.NOT_A_TIME;
      }
    }

    @Override
    public String form() {
      return pattern;
    }
  }

  /** So many units after a moment; a unit of one with the start at 1970 is epoch milliseconds. */
  record After(Instant start, long unitMs) implements Clock {
    @Override
    public long millis(String text) {
      long count = Numbers.scaled(text, 0);
      if (count <= Numbers.MARKS_MAX) {
        return count == Numbers.TOO_LARGE ? Long.MAX_VALUE : Moments.NOT_A_TIME;
      }
      long farthest = Long.MAX_VALUE / 4 / unitMs;
      return Math.abs(count) > farthest ? Long.MAX_VALUE : start.toEpochMilli() + count * unitMs;
    }

    @Override
    public String form() {
      return "0, 1, 2 …";
    }
  }
}
