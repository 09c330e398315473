package dev.hufu.policy.flow;

import dev.hufu.kernel.bill.RowKind;
import dev.hufu.policy.flow.FlowFeature.Reading;
import dev.hufu.policy.flow.FlowReport.Regular;
import dev.hufu.policy.pack.FlowPolicy.Feature;
import dev.hufu.policy.pack.FlowPolicy.Lines;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** How each measure is reckoned. */
final class FlowMeasures {

  private final FlowBook book;
  private final Lines lines;
  private final int months;
  private final TradeMeasures trade;
  private final BalanceDays balances;
  private final Map<FlowRole, List<Regular>> regular = new EnumMap<>(FlowRole.class);

  FlowMeasures(FlowBook book) {
    this.book = book;
    this.lines = book.policy().lines();
    this.months = book.covered().size();
    this.trade = new TradeMeasures(book);
    this.balances = new BalanceDays(book);
    RegularFlows flows = new RegularFlows(book);
    for (FlowRole role : List.of(FlowRole.INCOME, FlowRole.SPENT, FlowRole.REPAID)) {
      regular.put(role, flows.find(role));
    }
  }

  List<Regular> regular(FlowRole role) {
    return regular.getOrDefault(role, List.of());
  }

  Reading of(Feature feature) {
    return switch (feature.measure()) {
      case LATE -> late(feature.days());
      case NEW_LOANS -> newLoans(feature.days());
      case MONTHS ->
          Readings.count(
              book.counted().stream().map(Flow::month).distinct().count(), book.rows(flow -> true));
      case NET_INFLOW,
          SURPLUS,
          REGULAR_INCOME,
          REGULAR_SHARE,
          INFLOW_CV,
          OUTFLOW_CV,
          PAYER_SHARE,
          PAYERS,
          REPAYMENT_RATIO,
          CARD_REPAYMENT_RATIO,
          FIXED_RATIO,
          NEAR_ZERO_DAYS,
          GAMBLING_TYPE_SHARE,
          NIGHT_SHARE,
          TURNOVER,
          TURNOVER_CV,
          TURNOVER_PEAK,
          SEASON_STRENGTH,
          CUSTOMER_SHARE,
          TRADING_DAYS ->
          months == 0 ? Readings.NO_MONTH : monthly(feature);
    };
  }

  private Reading monthly(Feature feature) {
    return switch (feature.measure()) {
      case NET_INFLOW -> Readings.perMonth(Readings.sum(book.netInflow()), months, rows(inflow()));
      case SURPLUS -> surplus();
      case REGULAR_INCOME -> regularIncome();
      case REGULAR_SHARE -> regularShare();
      case INFLOW_CV -> Readings.variation(book.netInflow(), lines.monthsLeast(), rows(inflow()));
      case OUTFLOW_CV -> outflowVariation();
      case PAYER_SHARE -> Readings.largestShare(book, FlowBook.is(FlowRole.INCOME));
      case PAYERS -> payers();
      case REPAYMENT_RATIO -> toInflow(FlowRole.REPAID);
      case CARD_REPAYMENT_RATIO -> toInflow(FlowRole.CARD_REPAID);
      case FIXED_RATIO -> fixed();
      case NEAR_ZERO_DAYS -> balances.nearZero();
      case GAMBLING_TYPE_SHARE ->
          ofSpending(flow -> book.says(flow, book.policy().words().gamblingType()), flow -> true);
      case NIGHT_SHARE -> ofSpending(this::night, this::timed);
      case TURNOVER -> trade.mean();
      case TURNOVER_CV -> trade.variation();
      case TURNOVER_PEAK -> trade.peak();
      case SEASON_STRENGTH -> trade.season();
      case CUSTOMER_SHARE -> trade.largestCustomer();
      case TRADING_DAYS -> trade.days();
      case MONTHS, LATE, NEW_LOANS -> throw new IllegalStateException(feature.name());
    };
  }

  private static Predicate<Flow> inflow() {
    return FlowBook.is(FlowRole.INCOME).or(FlowBook.is(FlowRole.GIVEN_BACK));
  }

  private List<Integer> rows(Predicate<Flow> wanted) {
    return book.rows(wanted);
  }

  private Reading surplus() {
    Predicate<Flow> less =
        FlowBook.is(FlowRole.GIVEN_BACK)
            .or(FlowBook.is(FlowRole.SPENT))
            .or(FlowBook.is(FlowRole.REPAID));
    Predicate<Flow> more = FlowBook.is(FlowRole.INCOME);
    return Readings.perMonth(Readings.sum(book.monthly(more, less)), months, rows(more.or(less)));
  }

  private Reading outflowVariation() {
    long[] spent = book.monthly(FlowRole.SPENT);
    return Readings.sum(spent) == 0
        ? noSpending()
        : Readings.variation(spent, lines.monthsLeast(), rows(FlowBook.is(FlowRole.SPENT)));
  }

  private static Reading noSpending() {
    return Readings.notInBill("账单里没有支出", "the bill shows no spending");
  }

  private Reading regularIncome() {
    if (months < lines.regularTimes()) {
      return Readings.monthsWanted(lines.regularTimes());
    }
    return Readings.perMonth(sums(FlowRole.INCOME), 1, regularRows(FlowRole.INCOME));
  }

  private long sums(FlowRole role) {
    return regular(role).stream().mapToLong(one -> one.sum().fen()).sum();
  }

  private List<Integer> regularRows(FlowRole role) {
    List<Integer> rows = new ArrayList<>();
    regular(role).forEach(one -> rows.addAll(one.rows()));
    return rows.stream().sorted().toList();
  }

  private Reading regularShare() {
    if (months < lines.regularTimes()) {
      return Readings.monthsWanted(lines.regularTimes());
    }
    List<Integer> rows = regularRows(FlowRole.INCOME);
    Set<Integer> regularly = new HashSet<>(rows);
    long part = Readings.sum(book.monthly(flow -> regularly.contains(flow.row()), flow -> false));
    return Readings.ratio(part, Readings.sum(book.monthly(FlowRole.INCOME)), rows);
  }

  private Reading payers() {
    long payers =
        book.counted().stream()
            .filter(FlowBook.is(FlowRole.INCOME))
            .map(Flow::who)
            .filter(who -> !who.isEmpty())
            .distinct()
            .count();
    return Readings.count(payers, rows(FlowBook.is(FlowRole.INCOME)));
  }

  private Reading toInflow(FlowRole role) {
    return Readings.ratio(
        Readings.sum(book.monthly(role)),
        Readings.sum(book.netInflow()),
        rows(inflow().or(FlowBook.is(role))));
  }

  private Reading fixed() {
    if (months < lines.regularTimes()) {
      return Readings.monthsWanted(lines.regularTimes());
    }
    return Readings.ratio(
        sums(FlowRole.SPENT) * months, Readings.sum(book.netInflow()), regularRows(FlowRole.SPENT));
  }

  private Reading ofSpending(Predicate<Flow> part, Predicate<Flow> whole) {
    Predicate<Flow> spent = FlowBook.is(FlowRole.SPENT).and(whole);
    long all = Readings.sum(book.monthly(spent, flow -> false));
    if (all == 0) {
      return noSpending();
    }
    long some = Readings.sum(book.monthly(spent.and(part), flow -> false));
    return Readings.ratio(some, all, rows(spent.and(part)));
  }

  private boolean timed(Flow flow) {
    return book.row(flow.row()).time().ofDay();
  }

  private boolean night(Flow flow) {
    int hour = book.row(flow.row()).time().local().getHour();
    return hour >= lines.nightFrom() && hour < lines.nightTo();
  }

  private Reading late(int days) {
    Predicate<Flow> repaid = FlowBook.is(FlowRole.REPAID).or(FlowBook.is(FlowRole.CARD_REPAID));
    if (book.sorting().flows().stream().noneMatch(repaid)) {
      return Readings.notInBill(
          "账单里没有还款，看不出有没有逾期", "the bill shows no repayment, so none can be late");
    }
    Predicate<Flow> charge = flow -> book.row(flow.row()).kind() == RowKind.FEE;
    return lately(
        days, repaid.or(charge).and(flow -> book.says(flow, book.policy().words().late())));
  }

  private Reading newLoans(int days) {
    return lately(days, FlowBook.is(FlowRole.BORROWED));
  }

  /** What was seen counts even if the bill does not reach so far; that none was seen does not. */
  private Reading lately(int days, Predicate<Flow> wanted) {
    List<Integer> rows = book.lately(days).stream().filter(wanted).map(Flow::row).toList();
    boolean reaches = book.reaches(book.scope().end().minusDays(days), book.scope().end());
    if (rows.isEmpty() && !reaches) {
      return Readings.daysWanted(days);
    }
    return Readings.count(rows.size(), rows);
  }
}
