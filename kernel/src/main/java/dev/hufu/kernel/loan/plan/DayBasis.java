package dev.hufu.kernel.loan.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/**
 * How days become a part of a year. A contract names one; none is assumed.
 *
 * <p>Example: from 2023-11-01 to 2024-05-01 are 182/365 by {@link #ACT_365F} and 180/360 by {@link
 * #THIRTY_360}. Definitions: ISDA 2006, section 4.16; names in its manner.
 */
public enum DayBasis {
  /** Days ÷ 365, in leap years too. */
  ACT_365F("act/365"),
  /** Days ÷ 360. */
  ACT_360("act/360"),
  /** Days ÷ 366 where the period ends in a leap year, else ÷ 365. */
  ACT_365L("act/365l"),
  /** Days without 29 February ÷ 365. */
  NL_365("nl/365"),
  /** Days in leap years ÷ 366, the others ÷ 365. */
  ACT_ACT_ISDA("act/act"),
  /** Months of 30 days; a 31st as end counts as the 30th only behind a 30th or 31st. */
  THIRTY_360("30/360"),
  /** The same, and the last of February counts as the 30th. */
  THIRTY_360_US("30u/360"),
  /** Months of 30 days; each 31st is the 30th. */
  THIRTY_E_360("30e/360"),
  /** Months of 30 days; the last day of each month is the 30th. */
  THIRTY_E_360_ISDA("30e/360isda");

  private final String id;

  DayBasis(String id) {
    this.id = id;
  }

  /** As it is written on the command line: {@code act/365}, {@code 30/360}. */
  public String id() {
    return id;
  }

  public static Optional<DayBasis> of(String id) {
    return Arrays.stream(values()).filter(basis -> basis.id.equalsIgnoreCase(id)).findFirst();
  }

  /** The days that count. */
  public long days(LocalDate from, LocalDate to) {
    return switch (this) {
      case ACT_365F, ACT_360, ACT_365L, ACT_ACT_ISDA -> ChronoUnit.DAYS.between(from, to);
      case NL_365 -> ChronoUnit.DAYS.between(from, to) - leapDays(from, to);
      case THIRTY_360 -> thirty(from, to, Math.min(from.getDayOfMonth(), 30), false);
      case THIRTY_360_US -> thirtyUs(from, to);
      case THIRTY_E_360 ->
          between(from, to, Math.min(from.getDayOfMonth(), 30), Math.min(to.getDayOfMonth(), 30));
      case THIRTY_E_360_ISDA ->
          between(
              from,
              to,
              monthEnd(from) ? 30 : from.getDayOfMonth(),
              monthEnd(to) ? 30 : to.getDayOfMonth());
    };
  }

  /** The part of a year. */
  public YearPart part(LocalDate from, LocalDate to) {
    return switch (this) {
      case ACT_365F, NL_365 -> new YearPart(days(from, to), 365);
      case ACT_365L -> new YearPart(days(from, to), to.isLeapYear() ? 366 : 365);
      case ACT_ACT_ISDA -> actual(from, to);
      case ACT_360, THIRTY_360, THIRTY_360_US, THIRTY_E_360, THIRTY_E_360_ISDA ->
          new YearPart(days(from, to), 360);
    };
  }

  private static YearPart actual(LocalDate from, LocalDate to) {
    long leap = 0;
    long plain = 0;
    LocalDate at = from;
    while (at.isBefore(to)) {
      LocalDate next = at.with(TemporalAdjusters.firstDayOfNextYear());
      LocalDate end = next.isBefore(to) ? next : to;
      long days = ChronoUnit.DAYS.between(at, end);
      leap += at.isLeapYear() ? days : 0;
      plain += at.isLeapYear() ? 0 : days;
      at = end;
    }
    return new YearPart(leap * 365 + plain * 366, 365L * 366);
  }

  private static long leapDays(LocalDate from, LocalDate to) {
    long found = 0;
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      if (java.time.Year.isLeap(year)) {
        LocalDate leap = LocalDate.of(year, 2, 29);
        found += leap.isAfter(from) && !leap.isAfter(to) ? 1 : 0;
      }
    }
    return found;
  }

  private static long thirtyUs(LocalDate from, LocalDate to) {
    boolean fromFebruary = from.getMonthValue() == 2 && monthEnd(from);
    boolean toFebruary = to.getMonthValue() == 2 && monthEnd(to);
    int first = fromFebruary ? 30 : Math.min(from.getDayOfMonth(), 30);
    return thirty(from, to, first, fromFebruary && toFebruary);
  }

  private static long thirty(LocalDate from, LocalDate to, int first, boolean toThirty) {
    int last = toThirty || to.getDayOfMonth() == 31 && first == 30 ? 30 : to.getDayOfMonth();
    return between(from, to, first, last);
  }

  private static long between(LocalDate from, LocalDate to, int first, int last) {
    return 360L * (to.getYear() - from.getYear())
        + 30L * (to.getMonthValue() - from.getMonthValue())
        + (last - first);
  }

  private static boolean monthEnd(LocalDate day) {
    return day.getDayOfMonth() == day.lengthOfMonth();
  }
}
