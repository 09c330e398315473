package dev.hufu.learn.watch;

import dev.hufu.learn.measure.Stability;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Counts of one day or week. */
final class PeriodCounts {

  private static final int DAY_CHARS = 10;

  private final long[] scores;
  private long rows;
  private long scored;
  private long alerts;
  private double sum;
  private long labelled;
  private long bad;
  private double expected;

  private PeriodCounts(int bins) {
    this.scores = new long[bins];
  }

  static Function<String, PeriodCounts> fresh(int bins) {
    return name -> new PeriodCounts(bins);
  }

  /**
   * The first day of the period a cell lies in: a day or a time as ISO writes it, in its own zone,
   * or seconds since 1970 in UTC; empty where it is neither.
   */
  static Optional<String> name(String cell, WatchPlan.Period period) {
    try {
      LocalDate day =
          cell.length() >= DAY_CHARS && cell.charAt(4) == '-'
              ? LocalDate.parse(cell.substring(0, DAY_CHARS))
              : Instant.ofEpochSecond(Long.parseLong(cell)).atZone(ZoneOffset.UTC).toLocalDate();
      return Optional.of(
          switch (period) {
            case DAY -> day.toString();
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
          });
    } catch (DateTimeException | NumberFormatException neither) {
      return Optional.empty();
    }
  }

  void add(double score, int bin, boolean alert, Optional<Boolean> outcome) {
    rows++;
    scores[bin]++;
    alerts += alert ? 1 : 0;
    if (!Double.isNaN(score)) {
      scored++;
      sum += score;
    }
    if (outcome.isPresent()) {
      labelled++;
      bad += outcome.get() ? 1 : 0;
      expected += score;
    }
  }

  Watch.Period period(String name, ColumnProfile before) {
    return new Watch.Period(
        name,
        rows,
        alerts,
        scored == 0 ? Double.NaN : sum / scored,
        Stability.psi(
            Monitor.doubles(before.counts()), Arrays.stream(scores).asDoubleStream().toArray()),
        Chance.index(before.counts(), scores),
        labelled,
        bad,
        expected);
  }
}
