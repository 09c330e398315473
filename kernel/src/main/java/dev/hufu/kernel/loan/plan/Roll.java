package dev.hufu.kernel.loan.plan;

import dev.hufu.kernel.loan.price.Pace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a due day goes in a month that is too short for it. The day agreed at first comes back in
 * the next month that has it.
 *
 * <p>Example: from 2025-01-31 each month, {@link #MONTH_END} gives 02-28, 03-31, 04-30 and {@link
 * #NEXT_FIRST} gives 03-01, 03-31, 05-01.
 */
public enum Roll {
  /** To the last day of that month. */
  MONTH_END,
  /** To the first of the month after. */
  NEXT_FIRST;

  /**
   * So many due days behind a day.
   *
   * @param from the day the count starts from; it is none of them
   */
  public List<LocalDate> after(LocalDate from, Pace pace, int count) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      days.add(day(from, pace, i));
    }
    return List.copyOf(days);
  }

  /** So many due days of which the first is told. */
  public List<LocalDate> from(LocalDate first, Pace pace, int count) {
    List<LocalDate> days = new ArrayList<>(List.of(first));
    days.addAll(after(first, pace, count - 1));
    return List.copyOf(days);
  }

  private LocalDate day(LocalDate from, Pace pace, int number) {
    return switch (pace) {
      case Pace.Days(int count) -> from.plusDays((long) count * number);
      case Pace.Months(int count) -> month(from, (long) count * number);
      case Pace.HalfMonths() ->
          number % 2 == 0 ? month(from, number / 2) : month(from, number / 2).plusDays(15);
    };
  }

  private LocalDate month(LocalDate from, long months) {
    LocalDate day = from.plusMonths(months);
    boolean cut = day.getDayOfMonth() < from.getDayOfMonth();
    return cut && this == NEXT_FIRST ? day.plusDays(1) : day;
  }
}
