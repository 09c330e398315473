package dev.hufu.app.bill;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.money.Fen;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a timeline, from all months down to the rows of a day; each step down is a plain link.
 *
 * <p>Example: {@code BillZoom.of(rows, "2026-11")} shows the weeks of November.
 *
 * @param at what is looked at: empty for all, a month, {@code w2026-11-16} for a week, a day
 * @param up what one comes back to; empty where there is nothing above
 * @param steps the parts of it, none left out between first and last
 * @param rows of a day, in their order; empty above that
 */
public record BillZoom(String at, Optional<String> up, List<Step> steps, List<BillRow> rows) {

  private static final String WEEK = "w";
  private static final int MONTH_CHARS = 7;

  public BillZoom {
    steps = List.copyOf(steps);
    rows = List.copyOf(rows);
  }

  /**
   * One month, week or day.
   *
   * @param at what its link asks for
   * @param label how it is called
   */
  public record Step(String at, String label, int rows, Fen in, Fen out) {}

  /** What is asked for; all of it where that is none of these. */
  static BillZoom of(List<BillRow> rows, String at) {
    if (rows.isEmpty()) {
      return new BillZoom("", Optional.empty(), List.of(), List.of());
    }
    try {
      if (at.startsWith(WEEK)) {
        return days(rows, LocalDate.parse(at.substring(1)));
      }
      if (at.length() > MONTH_CHARS) {
        return day(rows, LocalDate.parse(at));
      }
      return at.isEmpty() ? months(rows) : weeks(rows, YearMonth.parse(at));
    } catch (DateTimeException other) {
      return months(rows);
    }
  }

  /** Whether a day belongs to what is looked at. */
  boolean covers(LocalDate day) {
    if (at.isEmpty()) {
      return true;
    }
    if (at.startsWith(WEEK)) {
      LocalDate from = LocalDate.parse(at.substring(WEEK.length()));
      LocalDate end = from.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      return !day.isBefore(from)
          && day.isBefore(end)
          && YearMonth.from(day).equals(YearMonth.from(from));
    }
    return at.length() > MONTH_CHARS
        ? day.equals(LocalDate.parse(at))
        : YearMonth.from(day).equals(YearMonth.parse(at));
  }

  private static BillZoom months(List<BillRow> rows) {
    List<Step> steps = new ArrayList<>();
    YearMonth last = YearMonth.from(date(rows.getLast()));
    for (YearMonth at = YearMonth.from(date(rows.getFirst()));
        !at.isAfter(last);
        at = at.plusMonths(1)) {
      String name = at.toString();
      steps.add(step(rows, name, name, at.atDay(1), at.plusMonths(1).atDay(1)));
    }
    return new BillZoom("", Optional.empty(), steps, List.of());
  }

  private static BillZoom weeks(List<BillRow> rows, YearMonth month) {
    List<Step> steps = new ArrayList<>();
    LocalDate end = month.plusMonths(1).atDay(1);
    for (LocalDate at = month.atDay(1); at.isBefore(end); ) {
      LocalDate next = at.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      LocalDate to = next.isAfter(end) ? end : next;
      String label = at.toString().substring(5) + " – " + to.minusDays(1).toString().substring(5);
      steps.add(step(rows, WEEK + at, label, at, to));
      at = to;
    }
    return new BillZoom(month.toString(), Optional.of(""), steps, List.of());
  }

  /** The days from one to the end of its week or month. */
  private static BillZoom days(List<BillRow> rows, LocalDate from) {
    List<Step> steps = new ArrayList<>();
    YearMonth month = YearMonth.from(from);
    LocalDate end = from.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    for (LocalDate at = from;
        at.isBefore(end) && YearMonth.from(at).equals(month);
        at = at.plusDays(1)) {
      steps.add(step(rows, at.toString(), at.toString(), at, at.plusDays(1)));
    }
    return new BillZoom(WEEK + from, Optional.of(month.toString()), steps, List.of());
  }

  private static BillZoom day(List<BillRow> rows, LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate first = day.withDayOfMonth(1);
    List<BillRow> those = rows.stream().filter(row -> date(row).equals(day)).toList();
    LocalDate up = monday.isBefore(first) ? first : monday;
    return new BillZoom(day.toString(), Optional.of(WEEK + up), List.of(), those);
  }

  private static Step step(
      List<BillRow> rows, String at, String label, LocalDate from, LocalDate to) {
    long in = 0;
    long out = 0;
    int count = 0;
    for (BillRow row : rows) {
      LocalDate day = date(row);
      if (!day.isBefore(from) && day.isBefore(to)) {
        count++;
        in += row.direction() == Direction.IN ? row.standingAmount().fen() : 0;
        out += row.direction() == Direction.OUT ? row.standingAmount().fen() : 0;
      }
    }
    return new Step(at, label, count, new Fen(in), new Fen(out));
  }

  private static LocalDate date(BillRow row) {
    return row.time().local().toLocalDate();
  }
}
