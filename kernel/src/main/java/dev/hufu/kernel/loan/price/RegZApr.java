package dev.hufu.kernel.loan.price;

import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The annual percentage rate of Regulation Z (12 CFR 1026), Appendix J, actuarial method: the rate
 * of a unit period times the unit periods of a year, where a part of a unit period bears simple
 * interest.
 *
 * <p>Example: 8,000 on 10 January, first payment on 1 March, then every two months: the first
 * period is 52/60 of a unit period, one month of 30 days and 22 days.
 */
public final class RegZApr {

  /** The appendix measures months in thirty days. */
  private static final int MONTH_DAYS = 30;

  private static final int HALF_MONTH_DAYS = 15;
  private static final int WEEK_DAYS = 7;
  private static final int YEAR_WEEKS = 52;
  private static final int YEAR_DAYS = 365;
  private static final int YEAR_MONTHS = 12;
  private static final int HALVINGS = 200;

  private final double[] sums;
  private final long[] whole;
  private final double[] part;

  private RegZApr(CashFlows flows) {
    List<Distance> distances = distances(flows);
    sums =
        (flows.byDay().isEmpty() ? flows.sums() : flows.byDay().values())
            .stream().mapToDouble(Fen::fen).toArray();
    whole = distances.stream().mapToLong(Distance::whole).toArray();
    part = distances.stream().mapToDouble(d -> (double) d.over() / d.under()).toArray();
  }

  /** Whole unit periods, and the part of one as a fraction. */
  public record Distance(long whole, long over, long under) {

    private static Distance of(long length, long unit) {
      return new Distance(length / unit, length % unit, unit);
    }
  }

  /** The rate; none where the flows have no single price. */
  public static Optional<Rate> of(CashFlows flows) {
    if (!(flows.price() instanceof Price.Known(var growth, var pace, var _totals))) {
      return Optional.empty();
    }
    double near = Math.expm1(growth.continuous() / pace.perYear());
    double unitPeriods = flows.moments().length == 2 ? pace.perYear() : unitPeriods(pace);
    return Optional.of(new Rate(new RegZApr(flows).rate(near) * unitPeriods));
  }

  /** Unit periods of a year; a year has 52 weeks here. A single payment is counted by days. */
  private static double unitPeriods(Pace pace) {
    return pace instanceof Pace.Days(int days) && days % WEEK_DAYS == 0
        ? (double) YEAR_WEEKS * WEEK_DAYS / days
        : pace.perYear();
  }

  /**
   * Whether the loan is regular for the allowed error: one advance, and equal payments at equal
   * periods but for the first period, the first and the last payment.
   */
  public static boolean regular(CashFlows flows) {
    List<Distance> distances = distances(flows);
    List<Fen> sums = flows.sums();
    boolean regular = flows.turns() == 1 && sums.stream().filter(s -> s.fen() > 0).count() == 1;
    for (int i = 2; i < distances.size() && regular; i++) {
      Distance last = distances.get(i - 1);
      Distance next = distances.get(i);
      regular = next.over() == last.over() && next.whole() == last.whole() + 1;
    }
    return regular
        && sums.stream().skip(2).limit(Math.max(0, sums.size() - 3L)).distinct().count() <= 1;
  }

  /** How far each moment lies from the first, in unit periods. */
  public static List<Distance> distances(CashFlows flows) {
    if (flows.byDay().isEmpty()) {
      long unit = flows.pace().ticks();
      return Arrays.stream(flows.moments()).mapToObj(ticks -> Distance.of(ticks, unit)).toList();
    }
    List<LocalDate> days = List.copyOf(flows.byDay().keySet());
    Intervals intervals = Intervals.of(days);
    return days.stream().map(day -> distance(intervals, day, flows.pace())).toList();
  }

  private static Distance distance(Intervals from, LocalDate day, Pace pace) {
    if (pace instanceof Pace.Days(int count)) {
      return Distance.of(ChronoUnit.DAYS.between(from.start(), day), count);
    }
    Intervals.MonthsAndDays until = from.until(day);
    return switch (pace) {
      case Pace.HalfMonths() -> {
        long halves = until.months() * 2 + until.days() / HALF_MONTH_DAYS;
        yield new Distance(halves, until.days() % HALF_MONTH_DAYS, HALF_MONTH_DAYS);
      }
      case Pace.Months(int count) when count == YEAR_MONTHS && until.days() > 0 -> {
        long years = until.months() / YEAR_MONTHS;
        LocalDate rest = day.minusYears(years);
        yield new Distance(years, ChronoUnit.DAYS.between(from.start(), rest), YEAR_DAYS);
      }
      case Pace.Months(int count) -> {
        long over = until.months() % count * MONTH_DAYS + until.days();
        yield new Distance(until.months() / count, over, (long) count * MONTH_DAYS);
      }
      case Pace.Days(int _days) -> throw new IllegalStateException("days are counted above");
    };
  }

  /** The rate of a unit period, between bounds that are widened from a near one. */
  private double rate(double near) {
    double low = near;
    double high = near;
    double step = Math.max(Math.abs(near), 1e-6) / 64;
    boolean plus = at(near) > 0;
    for (int i = 0; i < HALVINGS && at(low) > 0 == plus && at(high) > 0 == plus; i++) {
      low = Math.max(low - step, (low - 1) / 2);
      high += step;
      step *= 2;
    }
    if (at(low) > 0 == plus) {
      low = near;
    } else {
      high = near;
    }
    boolean plusAtLow = at(low) > 0;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (at(middle) > 0 == plusAtLow) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double at(double rate) {
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += sums[i] / ((1 + part[i] * rate) * Math.pow(1 + rate, whole[i]));
    }
    return sum;
  }
}
