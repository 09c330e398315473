package dev.hufu.kernel.loan.price;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sums of one loan at their moments, from the borrower's side, checked and in the order of
 * time. Sums of one moment are one sum.
 *
 * <p>Example: {@code CashFlows.regular(Fen.ofYuan(42_500), Collections.nCopies(14, each),
 * Pace.MONTH).orThrow().price()}.
 */
public final class CashFlows {

  private final long[] ticks;
  private final long[] fen;
  private final SortedMap<LocalDate, Fen> byDay;
  private final Pace pace;
  private final Totals totals;

  private CashFlows(
      long[] ticks, long[] fen, SortedMap<LocalDate, Fen> byDay, Pace pace, Totals totals) {
    this.ticks = ticks;
    this.fen = fen;
    this.byDay = byDay;
    this.pace = pace;
    this.totals = totals;
  }

  /**
   * A loan whose days are not known: one sum received, then a payment after each period.
   *
   * @param payments the first one period after the loan; zero is a period without payment
   */
  public static Outcome<CashFlows> regular(Fen received, List<Fen> payments, Pace pace) {
    if (payments.size() > Limits.PRICE_FLOWS_MAX) {
      return tooMany(payments.size());
    }
    long[] ticks = new long[payments.size() + 1];
    long[] fen = new long[payments.size() + 1];
    fen[0] = received.fen();
    for (int i = 0; i < payments.size(); i++) {
      ticks[i + 1] = (i + 1) * pace.ticks();
      fen[i + 1] = Math.negateExact(payments.get(i).fen());
    }
    Optional<Fen> large =
        payments.stream().filter(CashFlows::tooLarge).findFirst().or(() -> large(received));
    return large.isPresent()
        ? Outcome.refused(Code.PRICE_SUM_TOO_LARGE, large.get().toString())
        : checked(ticks, fen, new TreeMap<>(), pace, signed(fen));
  }

  /** A loan of which all days are known; its period is found from them. */
  public static Outcome<CashFlows> dated(List<Flow> flows) {
    return dated(flows, Optional.empty());
  }

  /**
   * The same with a period that is told.
   *
   * @param pace empty: the one that lies most often between two days
   * @return the flows; or {@link Code#PRICE_FLOWS_TOO_MANY}, {@link Code#PRICE_DAY_OUT_OF_RANGE},
   *     {@link Code#PRICE_SUM_TOO_LARGE}, {@link Code#PRICE_NOTHING_RECEIVED}, {@link
   *     Code#PRICE_NO_REPAYMENT}, {@link Code#PRICE_REPAID_FIRST}
   */
  public static Outcome<CashFlows> dated(List<Flow> flows, Optional<Pace> pace) {
    if (flows.size() > Limits.PRICE_FLOWS_MAX) {
      return tooMany(flows.size());
    }
    TreeMap<LocalDate, Fen> byDay = new TreeMap<>();
    for (Flow flow : flows) {
      int year = flow.day().getYear();
      if (year < Limits.PRICE_YEAR_MIN || year > Limits.PRICE_YEAR_MAX) {
        return Outcome.refused(Code.PRICE_DAY_OUT_OF_RANGE, flow.day().toString());
      }
      if (tooLarge(flow.sum())) {
        return Outcome.refused(Code.PRICE_SUM_TOO_LARGE, flow.sum().toString());
      }
      byDay.merge(flow.day(), flow.sum(), Fen::plus);
    }
    long[] gross = flows.stream().mapToLong(flow -> flow.sum().fen()).toArray();
    byDay.values().removeIf(sum -> sum.fen() == 0);
    List<LocalDate> days = List.copyOf(byDay.keySet());
    Pace found = pace.orElseGet(() -> days.size() < 2 ? Pace.MONTH : Intervals.common(days));
    long[] fen = byDay.values().stream().mapToLong(Fen::fen).toArray();
    return checked(moments(days, found), fen, byDay, found, signed(gross));
  }

  /** The days as moments from the first on, in the order of the days. */
  static long[] moments(List<LocalDate> days, Pace pace) {
    if (days.isEmpty()) {
      return new long[0];
    }
    Intervals intervals = Intervals.of(days);
    return days.stream().mapToLong(day -> ticks(intervals, day, pace)).toArray();
  }

  private static long ticks(Intervals intervals, LocalDate day, Pace pace) {
    if (pace instanceof Pace.Days) {
      return ChronoUnit.DAYS.between(intervals.start(), day) * Ticks.DAY;
    }
    Intervals.MonthsAndDays until = intervals.until(day);
    return until.months() * Ticks.MONTH + until.days() * Ticks.DAY;
  }

  private static boolean tooLarge(Fen sum) {
    return Math.abs(sum.fen()) > Limits.PRICE_SUM_FEN_MAX;
  }

  private static Optional<Fen> large(Fen sum) {
    return tooLarge(sum) ? Optional.of(sum) : Optional.empty();
  }

  private static Outcome<CashFlows> tooMany(int count) {
    return Outcome.refused(Code.PRICE_FLOWS_TOO_MANY, Integer.toString(count));
  }

  /** What was received and what was paid. */
  private static Fen[] signed(long[] gross) {
    return new Fen[] {
      new Fen(Arrays.stream(gross).filter(sum -> sum > 0).sum()),
      new Fen(-Arrays.stream(gross).filter(sum -> sum < 0).sum())
    };
  }

  /** Refuses what is no loan. */
  private static Outcome<CashFlows> checked(
      long[] ticks, long[] fen, SortedMap<LocalDate, Fen> byDay, Pace pace, Fen[] signed) {
    if (signed[0].fen() <= 0) {
      return Outcome.refused(Code.PRICE_NOTHING_RECEIVED, signed[0].toString());
    }
    if (signed[1].fen() <= 0) {
      return Outcome.refused(Code.PRICE_NO_REPAYMENT, signed[1].toString());
    }
    long term = Arrays.stream(ticks).max().orElse(0);
    Totals totals = new Totals(signed[0], signed[1], term);
    Merged merged = Merged.of(ticks, fen);
    if (merged.fen().length > 0 && merged.fen()[0] < 0) {
      return Outcome.refused(
          Code.PRICE_REPAID_FIRST,
          byDay.isEmpty() ? new Fen(-merged.fen()[0]).toString() : byDay.firstKey().toString());
    }
    return Outcome.of(
        new CashFlows(
            merged.ticks(), merged.fen(), Collections.unmodifiableSortedMap(byDay), pace, totals));
  }

  /** Sums at strictly ascending moments, none of them zero. */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  record Merged(long[] ticks, long[] fen) {

    static Merged of(long[] ticks, long[] fen) {
      boolean plain = true;
      for (int i = 0; i < ticks.length; i++) {
        plain &= fen[i] != 0 && (i == 0 || ticks[i] > ticks[i - 1]);
      }
      if (plain) {
        return new Merged(ticks, fen);
      }
      TreeMap<Long, Long> byMoment = new TreeMap<>();
      for (int i = 0; i < ticks.length; i++) {
        byMoment.merge(ticks[i], fen[i], Math::addExact);
      }
      byMoment.values().removeIf(sum -> sum == 0);
      return new Merged(
          byMoment.keySet().stream().mapToLong(Long::longValue).toArray(),
          byMoment.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** All rates at which they add up to nothing. */
    Roots roots() {
      if (ticks.length < 2) {
        return new Roots.None(NoRate.NO_TIME);
      }
      double[] sums = new double[fen.length];
      for (int i = 0; i < fen.length; i++) {
        sums[i] = fen[i];
      }
      return RateSearch.roots(ticks, sums);
    }
  }

  /** The price by the rate at which everything adds up to nothing. */
  public Price price() {
    return switch (roots()) {
      case Roots.One(var growth) -> new Price.Known(growth, pace, totals);
      case Roots.Several(var growths) -> new Price.Several(growths, pace, totals);
      case Roots.None(var why) -> new Price.None(why, pace, totals);
    };
  }

  Roots roots() {
    return new Merged(ticks, fen).roots();
  }

  public Pace pace() {
    return pace;
  }

  public Totals totals() {
    return totals;
  }

  /** How often the direction changes on the way; 1 for a plain loan. */
  public int turns() {
    int turns = 0;
    for (int i = 1; i < fen.length; i++) {
      turns += fen[i] > 0 != fen[i - 1] > 0 ? 1 : 0;
    }
    return turns;
  }

  /** The moments, ascending, in {@link Ticks} from the first sum on. */
  public long[] moments() {
    return ticks.clone();
  }

  /** The sums at the moments; none is zero. */
  public List<Fen> sums() {
    List<Fen> sums = new ArrayList<>();
    for (long sum : fen) {
      sums.add(new Fen(sum));
    }
    return sums;
  }

  /** The sums by day, where days are known; else empty. */
  public SortedMap<LocalDate, Fen> byDay() {
    return byDay;
  }
}
