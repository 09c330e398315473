package dev.hufu.kernel.casework;

import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A length of time as rules write it.
 *
 * <p>Example: {@code new Term(48, Unit.HOUR).from(placed, zone, calendars)} ends 48 hours later to
 * the minute; {@code new Term(3, Unit.WORKING_DAY)} from 2026-09-30 ends on 2026-10-10, a Saturday
 * that works. Days do not count the day they start on and end with the day. Working days that lie
 * outside the calendars have no end: nobody guesses.
 *
 * @param amount at least 1, at most {@link Limits#TERM_AMOUNT_MAX}
 */
public record Term(int amount, Unit unit) {

  /** What is counted. */
  public enum Unit {
    MINUTE,
    HOUR,
    DAY,
    WORKING_DAY,
    MONTH
  }

  public Term {
    if (amount < 1 || amount > Limits.TERM_AMOUNT_MAX) {
      throw new IllegalArgumentException("1 to " + Limits.TERM_AMOUNT_MAX + ", not " + amount);
    }
  }

  /** When it ends, counted from a moment; empty where the calendars do not reach. */
  public Optional<Due> from(Instant start, ZoneId zone, List<WorkCalendar> calendars) {
    LocalDate day = start.atZone(zone).toLocalDate();
    return switch (unit) {
      case MINUTE -> Optional.of(new Due(start.plus(Duration.ofMinutes(amount)), false));
      case HOUR -> Optional.of(new Due(start.plus(Duration.ofHours(amount)), false));
      case DAY -> Optional.of(endOf(day.plusDays(amount), zone));
      case MONTH -> Optional.of(endOf(day.plusMonths(amount), zone));
      case WORKING_DAY -> workingDays(day, zone, calendars);
    };
  }

  private static Due endOf(LocalDate day, ZoneId zone) {
    return new Due(day.plusDays(1).atStartOfDay(zone).toInstant(), true);
  }

  /**
   * Behind the last year of the calendars no holiday is known: Mondays to Fridays count there, and
   * the end says so. Before their first year there is no end.
   */
  private Optional<Due> workingDays(LocalDate from, ZoneId zone, List<WorkCalendar> calendars) {
    Optional<LocalDate> known =
        calendars.stream().map(WorkCalendar::knownThrough).max(LocalDate::compareTo);
    LocalDate day = from;
    int left = amount;
    while (left > 0) {
      day = day.plusDays(1);
      Optional<Boolean> works = works(day, calendars);
      if (works.isEmpty() && (known.isEmpty() || !day.isAfter(known.get()))) {
        return Optional.empty();
      }
      left -= works.orElse(WorkCalendar.weekday(day)) ? 1 : 0;
    }
    LocalDate last = day;
    return Optional.of(
        new Due(endOf(last, zone).at(), true, known.filter(through -> last.isAfter(through))));
  }

  private static Optional<Boolean> works(LocalDate day, List<WorkCalendar> calendars) {
    return calendars.stream().flatMap(calendar -> calendar.isWorkingDay(day).stream()).findFirst();
  }
}
