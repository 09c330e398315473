package dev.hufu.kernel.loan.price;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads days of a loan as periods: which period is the common one, and how many whole months and
 * days lie between the start and a day.
 *
 * <p>Months are counted back from the later day, so that a short first period stays the same for
 * each payment; a day at the end of a short month counts as the day the others have.
 *
 * @param start the day from which is counted
 * @param anchor the day of the month of the payments: the latest of them
 */
record Intervals(LocalDate start, int anchor) {

  /** Whole months, and the days left. */
  record MonthsAndDays(long months, long days) {}

  /** Over the days of a loan, ascending; the first is the start. */
  static Intervals of(List<LocalDate> days) {
    return new Intervals(
        days.getFirst(), days.stream().skip(1).mapToInt(LocalDate::getDayOfMonth).max().orElse(1));
  }

  /** From the start to that day. */
  MonthsAndDays until(LocalDate day) {
    long months = ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(day));
    while (back(day, months).isBefore(start)) {
      months--;
    }
    return new MonthsAndDays(months, ChronoUnit.DAYS.between(back(day, months), start) * -1);
  }

  private LocalDate back(LocalDate day, long months) {
    int of = onAnchor(day) ? anchor : day.getDayOfMonth();
    return in(YearMonth.from(day).minusMonths(months), of);
  }

  private static LocalDate in(YearMonth month, int day) {
    return month.atDay(Math.min(day, month.lengthOfMonth()));
  }

  private boolean onAnchor(LocalDate day) {
    return day.getDayOfMonth() == Math.min(anchor, day.lengthOfMonth());
  }

  /**
   * The period that lies most often between neighbours; of equally frequent ones months before days
   * and the shorter one.
   */
  static Pace common(List<LocalDate> days) {
    Intervals intervals = of(days);
    if (days.size() == 2) {
      return whole(days.getFirst(), days.getLast());
    }
    Map<Pace, Integer> seen =
        new TreeMap<>(Comparator.comparing(Intervals::order).thenComparingLong(Pace::ticks));
    for (int i = 1; i < days.size(); i++) {
      LocalDate a = days.get(i - 1);
      LocalDate b = days.get(i);
      long months = ChronoUnit.MONTHS.between(YearMonth.from(a), YearMonth.from(b));
      if (months >= 1 && months <= 12 && intervals.monthly(a, b)) {
        seen.merge(new Pace.Months((int) months), 1, Integer::sum);
      }
      if (halfMonth(a, b)) {
        seen.merge(new Pace.HalfMonths(), 1, Integer::sum);
      }
      long apart = ChronoUnit.DAYS.between(a, b);
      seen.merge(apart > 365 ? new Pace.Months(12) : new Pace.Days((int) apart), 1, Integer::sum);
    }
    int most = seen.values().stream().mapToInt(n -> n).max().orElseThrow();
    return seen.entrySet().stream()
        .filter(entry -> entry.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static int order(Pace pace) {
    return switch (pace) {
      case Pace.Months _months -> 0;
      case Pace.HalfMonths _half -> 1;
      case Pace.Days _days -> 2;
    };
  }

  /** The term of a loan with one payment, as one period of at most a year. */
  private static Pace whole(LocalDate from, LocalDate to) {
    if (from.plusYears(1).isBefore(to)) {
      return new Pace.Months(12);
    }
    long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to));
    return months >= 1 && months <= 12 && from.plusMonths(months).equals(to)
        ? new Pace.Months((int) months)
        : new Pace.Days((int) ChronoUnit.DAYS.between(from, to));
  }

  private boolean monthly(LocalDate a, LocalDate b) {
    return a.getDayOfMonth() == b.getDayOfMonth() || onAnchor(a) && onAnchor(b);
  }

  private static boolean halfMonth(LocalDate a, LocalDate b) {
    int from = a.getDayOfMonth();
    int to = b.getDayOfMonth();
    boolean sameMonth = YearMonth.from(a).equals(YearMonth.from(b));
    return sameMonth
        ? from <= 15 && to == from + 15
        : YearMonth.from(a).plusMonths(1).equals(YearMonth.from(b)) && to <= 15 && from == to + 15;
  }
}
