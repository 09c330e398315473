package dev.hufu.kernel.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Working days of one jurisdiction for the years it knows, with holidays and make-up working days.
 *
 * <p>Example: three working days after 2026-09-30 in China are 10-08, 10-09 and 10-10, the last a
 * Saturday that works. Outside its years the answer is empty, never a guess.
 *
 * @param firstYear first year that is covered
 * @param lastYear last year that is covered
 * @param holidays days off, weekends included or not
 * @param workingWeekends Saturdays and Sundays on which people work
 */
public record WorkCalendar(
    int firstYear, int lastYear, Set<LocalDate> holidays, Set<LocalDate> workingWeekends) {

  public WorkCalendar {
    holidays = Set.copyOf(holidays);
    workingWeekends = Set.copyOf(workingWeekends);
  }

  public Optional<Boolean> isWorkingDay(LocalDate day) {
    if (day.getYear() < firstYear || day.getYear() > lastYear) {
      return Optional.empty();
    }
    return Optional.of(workingWeekends.contains(day) || (weekday(day) && !holidays.contains(day)));
  }

  /** Whether it is a Monday to Friday, whatever else it is. */
  public static boolean weekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** The last day whose holidays are known. */
  public LocalDate knownThrough() {
    return LocalDate.of(lastYear, 12, 31);
  }

  /** The day that lies {@code count} working days after {@code day}; {@code day} does not count. */
  public Optional<LocalDate> plusWorkingDays(LocalDate day, int count) {
    LocalDate at = day;
    int left = count;
    while (left > 0) {
      at = at.plusDays(1);
      Optional<Boolean> working = isWorkingDay(at);
      if (working.isEmpty()) {
        return Optional.empty();
      }
      left -= working.get() ? 1 : 0;
    }
    return Optional.of(at);
  }
}
