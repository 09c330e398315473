package dev.hufu.policy.flow;

import dev.hufu.policy.flow.FlowFeature.Known;
import dev.hufu.policy.flow.FlowFeature.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** What the bills of a shop say of its trade. */
final class TradeMeasures {

  private static final int YEAR = 12;
  private static final int SEASON = 3;

  private final FlowBook book;
  private final long[] turnover;
  private final List<Integer> rows;

  TradeMeasures(FlowBook book) {
    this.book = book;
    this.turnover = book.monthly(book::takings, FlowBook.is(FlowRole.GIVEN_BACK));
    this.rows = book.rows(flow -> book.takings(flow) || flow.role() == FlowRole.GIVEN_BACK);
  }

  private boolean none() {
    return book.counted().stream().noneMatch(book::takings);
  }

  private static Reading noTrade() {
    return Readings.notInBill("账单里没有营业进账", "the bill shows no takings");
  }

  Reading mean() {
    return none() ? noTrade() : Readings.perMonth(Readings.sum(turnover), turnover.length, rows);
  }

  Reading variation() {
    return none()
        ? noTrade()
        : Readings.variation(turnover, book.policy().lines().monthsLeast(), rows);
  }

  /** The best three months in a row of the last twelve. */
  Reading peak() {
    if (none()) {
      return noTrade();
    }
    if (turnover.length < YEAR) {
      return Readings.monthsWanted(YEAR);
    }
    long[] year = Arrays.copyOfRange(turnover, turnover.length - YEAR, turnover.length);
    long best = Long.MIN_VALUE;
    for (int i = 0; i + SEASON <= YEAR; i++) {
      best = Math.max(best, year[i] + year[i + 1] + year[i + 2]);
    }
    return Readings.ratio(best, Readings.sum(year), rows);
  }

  /** One less the part of the variance that is left when each month of the year has its mean. */
  Reading season() {
    if (none()) {
      return noTrade();
    }
    int whole = turnover.length / YEAR * YEAR;
    if (whole < 2 * YEAR) {
      return Readings.monthsWanted(2 * YEAR);
    }
    long[] years = Arrays.copyOfRange(turnover, turnover.length - whole, turnover.length);
    double mean = Arrays.stream(years).average().orElseThrow();
    double[] month = new double[YEAR];
    for (int i = 0; i < whole; i++) {
      month[i % YEAR] += years[i] * (double) YEAR / whole;
    }
    double all = 0;
    double left = 0;
    for (int i = 0; i < whole; i++) {
      all += (years[i] - mean) * (years[i] - mean);
      left += (years[i] - month[i % YEAR]) * (years[i] - month[i % YEAR]);
    }
    double strength = all == 0 ? 0 : Math.max(0, 1 - left / all);
    return new Known(BigDecimal.valueOf(strength).setScale(4, RoundingMode.HALF_EVEN), rows);
  }

  Reading largestCustomer() {
    return none() ? noTrade() : Readings.largestShare(book, book::takings);
  }

  Reading days() {
    if (none()) {
      return noTrade();
    }
    long days = book.counted().stream().filter(book::takings).map(Flow::day).distinct().count();
    return new Known(
        BigDecimal.valueOf(days)
            .divide(BigDecimal.valueOf(book.covered().size()), 2, RoundingMode.HALF_EVEN),
        book.rows(book::takings));
  }
}
