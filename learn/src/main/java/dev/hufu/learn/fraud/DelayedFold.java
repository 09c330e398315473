package dev.hufu.learn.fraud;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One fold of training on some days, waiting until their labels are known, and testing on the days
 * after that. Cards that are known to be defrauded by then are taken out, day by day.
 *
 * <p>Source: Le Borgne and others, "Reproducible machine learning for credit card fraud detection",
 * chapter 5: train 7 days, wait 7 days, test 7 days.
 *
 * @param start first day of training, as days since 1970
 */
record DelayedFold(long start, int trainDays, int delayDays, int testDays) {

  static final long DAY_MILLIS = 86_400_000;

  static DelayedFold from(LocalDate start, int trainDays, int delayDays, int testDays) {
    return new DelayedFold(start.toEpochDay(), trainDays, delayDays, testDays);
  }

  static long day(long at) {
    return Math.floorDiv(at, DAY_MILLIS);
  }

  LocalDate date() {
    return LocalDate.ofEpochDay(start);
  }

  long testFrom() {
    return start + trainDays + delayDays;
  }

  long testTo() {
    return testFrom() + testDays;
  }

  /** Whether a moment lies in the days of training, or in earlier ones up to so many in all. */
  boolean trains(long at, int historyDays) {
    long end = start + trainDays;
    return day(at) < end && day(at) >= end - historyDays;
  }

  boolean tests(long at) {
    return day(at) >= testFrom() && day(at) < testTo();
  }

  /** The rows of the test days without cards known to be defrauded, in the order of the table. */
  int[] testRows(EventTable table) {
    Set<Integer> known = new HashSet<>();
    List<Integer> rows = new ArrayList<>();
    for (long day = testFrom(); day < testTo(); day++) {
      for (int row = 0; row < table.size(); row++) {
        long of = day(table.at(row));
        if (table.bad(row) && of >= start && of < day - delayDays) {
          known.add(table.card(row));
        }
      }
      for (int row = 0; row < table.size(); row++) {
        if (day(table.at(row)) == day && !known.contains(table.card(row))) {
          rows.add(row);
        }
      }
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }
}
