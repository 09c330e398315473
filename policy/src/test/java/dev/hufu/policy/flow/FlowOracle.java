package dev.hufu.policy.flow;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Pairing;
import dev.hufu.kernel.bill.Pairing.How;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.bill.RowStatus;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.consent.DataClass;
import dev.hufu.policy.pack.FlowPolicy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** The same figures reckoned as a person with a pencil would: row by row, day by day, no index. */
final class FlowOracle {

  /** A row that counts, with its role spelled out. */
  private record Line(BillRow row, String role, LocalDate day, double fen) {}

  private final FlowPolicy policy;
  private final Timeline timeline;
  private final FlowScope scope;
  private final List<Line> lines = new ArrayList<>();
  private final List<LocalDate> starts = new ArrayList<>();
  private LocalDate firstDay = LocalDate.MAX;
  private LocalDate lastDay = LocalDate.MIN;

  FlowOracle(FlowPolicy policy, Timeline timeline, FlowScope scope) {
    this.policy = policy;
    this.timeline = timeline;
    this.scope = scope;
    for (int i = 0; i < timeline.rows().size(); i++) {
      line(i);
    }
    for (int back = scope.months(); back >= 1; back--) {
      LocalDate from = scope.last().plusDays(1).minusMonths(back);
      LocalDate to = scope.last().plusDays(1).minusMonths(back - 1);
      if (covered(from, to)) {
        starts.add(from);
      }
    }
  }

  private boolean covered(LocalDate from, LocalDate to) {
    long late = ChronoUnit.DAYS.between(from, firstDay);
    long early = ChronoUnit.DAYS.between(lastDay, to) - 1;
    return !firstDay.equals(LocalDate.MAX)
        && late <= policy.lines().edgeDays()
        && early <= policy.lines().edgeDays();
  }

  private boolean allowed(int row) {
    boolean wallet = timeline.rows().get(row).platform().wallet();
    return scope.allowed().contains(wallet ? DataClass.WALLET_FLOW : DataClass.BANK_FLOW);
  }

  private void line(int i) {
    BillRow row = timeline.rows().get(i);
    LocalDate day = row.time().at().atZone(scope.zone()).toLocalDate();
    if (!allowed(i) || day.isAfter(scope.last())) {
      return;
    }
    firstDay = day.isBefore(firstDay) ? day : firstDay;
    lastDay = day.isAfter(lastDay) ? day : lastDay;
    double left = row.amount().fen();
    for (Pairing pair : timeline.pairs()) {
      boolean same = pair.how() == How.SAME_PAYMENT;
      if (pair.second() == i && (!same || allowed(pair.first()))) {
        return;
      }
      if (pair.first() == i && !same && !day(pair.second()).isAfter(scope.last())) {
        left -= pair.amount().fen();
      }
    }
    boolean moved =
        Set.of(RowStatus.DONE, RowStatus.PART_REFUNDED, RowStatus.UNKNOWN).contains(row.status());
    left = Math.min(left, row.standingAmount().fen());
    String role = role(row);
    if (moved && left > 0 && row.sums().currency().equals("CNY") && !role.isEmpty()) {
      if (!day.isBefore(scope.last().plusDays(1).minusMonths(scope.months()))) {
        lines.add(new Line(row, role, day, left));
      }
    }
  }

  private String role(BillRow row) {
    boolean in = row.direction() == Direction.IN;
    boolean out = row.direction() == Direction.OUT;
    boolean lender = row.kind() != RowKind.WAGE && said(row, policy.words().lender());
    boolean own = row.kind().ownMoney() || row.counterparty().equals("林姐");
    return switch (row.kind()) {
      case REFUND -> out ? "back" : "";
      case CARD_REPAYMENT -> in ? "" : "card";
      case LOAN_REPAYMENT -> in ? "" : "repaid";
      case LOAN_IN -> out ? "" : "borrowed";
      default ->
          own || !in && !out
              ? ""
              : in ? lender ? "borrowed" : "income" : lender ? "repaid" : "spent";
    };
  }

  private static boolean said(BillRow row, List<String> words) {
    return words.stream()
        .anyMatch(
            word ->
                row.counterparty().contains(word)
                    || row.item().contains(word)
                    || row.type().contains(word)
                    || row.note().contains(word));
  }

  private boolean within(Line line, LocalDate from, LocalDate to) {
    return !line.day.isBefore(from) && line.day.isBefore(to);
  }

  /** Of each covered month. */
  private List<Double> monthly(ToDoubleFunction<Line> of) {
    List<Double> sums = new ArrayList<>();
    for (LocalDate from : starts) {
      double sum = 0;
      for (Line line : lines) {
        if (within(line, from, to(from))) {
          sum += of.applyAsDouble(line);
        }
      }
      sums.add(sum);
    }
    return sums;
  }

  /** The next month's first day, counted from the end as always. */
  private LocalDate to(LocalDate from) {
    for (int back = scope.months(); back >= 1; back--) {
      if (scope.last().plusDays(1).minusMonths(back).equals(from)) {
        return scope.last().plusDays(1).minusMonths(back - 1);
      }
    }
    throw new IllegalStateException();
  }

  private double sum(ToDoubleFunction<Line> of) {
    return monthly(of).stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double fen(Line line, String... roles) {
    return List.of(roles).contains(line.role) ? line.fen : 0;
  }

  private double net(Line line) {
    return fen(line, "income") - fen(line, "back");
  }

  private boolean takings(Line line) {
    RowKind kind = line.row.kind();
    return line.role.equals("income")
        && (kind == RowKind.CODE_PAYMENT
            || kind == RowKind.PURCHASE
            || said(line.row, policy.words().takings()));
  }

  private double turnover(Line line) {
    return takings(line) ? line.fen : -fen(line, "back");
  }

  /** The figure of that name; empty where it is missing. */
  OptionalDouble figure(String name) {
    double months = starts.size();
    boolean trade = sum(line -> takings(line) ? 1 : 0) > 0;
    double inflow = sum(this::net);
    double spent = sum(line -> fen(line, "spent"));
    return switch (name) {
      case "months" ->
          OptionalDouble.of(monthly(line -> 1).stream().filter(rows -> rows > 0).count());
      case "netInflow" -> part(inflow / 100, months);
      case "surplus" -> part(sum(line -> net(line) - fen(line, "spent", "repaid")) / 100, months);
      case "variation" -> variation(monthly(this::net));
      case "spendingVariation" ->
          spent == 0 ? OptionalDouble.empty() : variation(monthly(line -> fen(line, "spent")));
      case "onePayer" -> months == 0 ? OptionalDouble.empty() : largest("income", false);
      case "payers" ->
          months == 0 ? OptionalDouble.empty() : OptionalDouble.of(names("income", false).size());
      case "repayments" -> part(sum(line -> fen(line, "repaid")), inflow);
      case "cardRepayments" -> part(sum(line -> fen(line, "card")), inflow);
      case "late" -> late();
      case "newLoans" -> lately(30, line -> line.role.equals("borrowed") ? 1 : 0);
      case "nearZeroDays" -> nearZero();
      case "gamblingTypeShare" ->
          part(
              sum(line -> said(line.row, policy.words().gamblingType()) ? fen(line, "spent") : 0),
              spent);
      case "nightShare" ->
          part(
              sum(line -> line.row.time().ofDay() && hour(line) < 5 ? fen(line, "spent") : 0),
              sum(line -> line.row.time().ofDay() ? fen(line, "spent") : 0));
      case "turnover" -> trade ? part(sum(this::turnover) / 100, months) : OptionalDouble.empty();
      case "turnoverVariation" ->
          trade ? variation(monthly(this::turnover)) : OptionalDouble.empty();
      case "bestThreeMonths" -> trade ? peak(monthly(this::turnover)) : OptionalDouble.empty();
      case "seasons" -> trade ? season(monthly(this::turnover)) : OptionalDouble.empty();
      case "largestCustomer" -> trade ? largest("income", true) : OptionalDouble.empty();
      case "tradingDays" -> trade ? part(tradingDays(), months) : OptionalDouble.empty();
      case "regularIncome" -> regular("income", 1 / 100.0, 1);
      case "regularShare" -> regularShare();
      case "fixedOutgoings" -> regular("spent", months, inflow);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private int hour(Line line) {
    return line.row.time().local().getHour();
  }

  private static OptionalDouble part(double some, double whole) {
    return whole <= 0 ? OptionalDouble.empty() : OptionalDouble.of(some / whole);
  }

  private OptionalDouble variation(List<Double> months) {
    double mean = months.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    if (months.size() < policy.lines().monthsLeast() || mean <= 0) {
      return OptionalDouble.empty();
    }
    double squares = 0;
    for (double month : months) {
      squares += (month - mean) * (month - mean);
    }
    return OptionalDouble.of(Math.sqrt(squares / months.size()) / mean);
  }

  private Set<String> names(String role, boolean shop) {
    Set<String> names = new TreeSet<>();
    for (LocalDate from : starts) {
      for (Line line : lines) {
        if (within(line, from, to(from)) && line.role.equals(role) && (!shop || takings(line))) {
          names.add(line.row.counterparty());
        }
      }
    }
    names.remove("");
    return names;
  }

  private OptionalDouble largest(String role, boolean shop) {
    ToDoubleFunction<Line> all = line -> shop && !takings(line) ? 0 : fen(line, role);
    double whole = sum(all);
    double unnamed = sum(line -> line.row.counterparty().isEmpty() ? all.applyAsDouble(line) : 0);
    if (unnamed * 1000 > whole * policy.lines().unnamedPermille()) {
      return OptionalDouble.empty();
    }
    double most = 0;
    for (String name : names(role, shop)) {
      most =
          Math.max(
              most,
              sum(line -> line.row.counterparty().equals(name) ? all.applyAsDouble(line) : 0));
    }
    return part(most, whole);
  }

  private OptionalDouble lately(int days, ToDoubleFunction<Line> of) {
    LocalDate from = scope.last().plusDays(1).minusDays(days);
    double seen = lines.stream().filter(line -> !line.day.isBefore(from)).mapToDouble(of).sum();
    return seen > 0 || covered(from, scope.last().plusDays(1))
        ? OptionalDouble.of(seen)
        : OptionalDouble.empty();
  }

  private OptionalDouble late() {
    if (lines.stream().noneMatch(line -> List.of("repaid", "card").contains(line.role))) {
      return OptionalDouble.empty();
    }
    return lately(
        90,
        line ->
            said(line.row, policy.words().late())
                    && (List.of("repaid", "card").contains(line.role)
                        || line.row.kind() == RowKind.FEE)
                ? 1
                : 0);
  }

  private double tradingDays() {
    double days = 0;
    for (LocalDate from : starts) {
      for (LocalDate day = from; day.isBefore(to(from)); day = day.plusDays(1)) {
        LocalDate that = day;
        days += lines.stream().anyMatch(line -> line.day.equals(that) && takings(line)) ? 1 : 0;
      }
    }
    return days;
  }

  private OptionalDouble peak(List<Double> months) {
    if (months.size() < 12) {
      return OptionalDouble.empty();
    }
    List<Double> year = months.subList(months.size() - 12, months.size());
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 10; i++) {
      best = Math.max(best, year.get(i) + year.get(i + 1) + year.get(i + 2));
    }
    return part(best, year.stream().mapToDouble(Double::doubleValue).sum());
  }

  private OptionalDouble season(List<Double> months) {
    int years = months.size() / 12;
    if (years < 2) {
      return OptionalDouble.empty();
    }
    List<Double> whole = months.subList(months.size() - years * 12, months.size());
    double mean = whole.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double all = 0;
    double left = 0;
    for (int i = 0; i < whole.size(); i++) {
      double same = 0;
      for (int year = 0; year < years; year++) {
        same += whole.get(i % 12 + 12 * year) / years;
      }
      all += Math.pow(whole.get(i) - mean, 2);
      left += Math.pow(whole.get(i) - same, 2);
    }
    return OptionalDouble.of(all == 0 ? 0 : Math.max(0, 1 - left / all));
  }

  private OptionalDouble nearZero() {
    Set<String> accounts = new HashSet<>();
    LocalDate known = LocalDate.MIN;
    for (int i = 0; i < timeline.rows().size(); i++) {
      if (balanced(i, LocalDate.MAX) && accounts.add(account(i))) {
        known = day(i).isAfter(known) ? day(i) : known;
      }
    }
    double near = 0;
    double months = 0;
    for (LocalDate from : starts) {
      if (accounts.isEmpty() || ChronoUnit.DAYS.between(from, known) > policy.lines().edgeDays()) {
        continue;
      }
      months++;
      for (LocalDate day = from; day.isBefore(to(from)); day = day.plusDays(1)) {
        double total = 0;
        for (String account : accounts) {
          double last = 0;
          for (int i = 0; i < timeline.rows().size(); i++) {
            if (balanced(i, day) && account(i).equals(account)) {
              last = timeline.rows().get(i).balance().orElseThrow().fen();
            }
          }
          total += last;
        }
        near += !day.isBefore(known) && total < policy.lines().nearZero().fen() ? 1 : 0;
      }
    }
    return part(near, months);
  }

  private LocalDate day(int i) {
    return timeline.rows().get(i).time().at().atZone(scope.zone()).toLocalDate();
  }

  private String account(int i) {
    return timeline.rows().get(i).platform().id();
  }

  private boolean balanced(int i, LocalDate until) {
    BillRow row = timeline.rows().get(i);
    return allowed(i)
        && row.balance().isPresent()
        && row.sums().currency().equals("CNY")
        && !day(i).isAfter(scope.last())
        && !day(i).isAfter(until);
  }

  private OptionalDouble regular(String role, double times, double by) {
    if (starts.size() < policy.lines().regularTimes()) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (String name : names(role, false)) {
      sum += middle(chain(role, name).stream().map(Line::fen).toList());
    }
    return part(sum * times, by);
  }

  private OptionalDouble regularShare() {
    if (starts.size() < policy.lines().regularTimes()) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (String name : names("income", false)) {
      sum += chain("income", name).stream().mapToDouble(Line::fen).sum();
    }
    return part(sum, sum(line -> fen(line, "income")));
  }

  private static double middle(List<Double> sums) {
    List<Double> sorted = sums.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) / 2);
  }

  /** The longest chain of that party; every one is tried. */
  private List<Line> chain(String role, String name) {
    List<Double> largest = new ArrayList<>();
    List<Line> days = new ArrayList<>();
    for (LocalDate from : starts) {
      double month = 0;
      for (LocalDate day = from; day.isBefore(to(from)); day = day.plusDays(1)) {
        Line best = null;
        for (Line line : lines) {
          boolean his = line.role.equals(role) && line.row.counterparty().equals(name);
          if (his && line.day.equals(day) && (best == null || line.fen > best.fen)) {
            best = line;
          }
        }
        if (best != null) {
          days.add(best);
          month = Math.max(month, best.fen);
        }
      }
      if (month > 0) {
        largest.add(month);
      }
    }
    double usual = middle(largest);
    days.removeIf(
        line -> Math.abs(line.fen - usual) * 1000 > usual * policy.lines().regularApartPermille());
    List<Line> best = List.of();
    for (Line first : days) {
      List<Line> longest = longest(first, days);
      best = longest.size() > best.size() ? longest : best;
    }
    boolean monthly = days.size() <= 2 * best.size();
    return monthly && best.size() >= policy.lines().regularTimes() ? best : List.of();
  }

  /** From here on; empty where it does not reach the end. */
  private List<Line> longest(Line first, List<Line> days) {
    List<Line> best = List.of();
    for (Line next : days) {
      long gap = ChronoUnit.DAYS.between(first.day, next.day);
      if (gap >= policy.lines().regularGapLeast() && gap <= policy.lines().regularGapMost()) {
        List<Line> rest = longest(next, days);
        best = rest.size() > best.size() ? rest : best;
      }
    }
    boolean ends =
        ChronoUnit.DAYS.between(first.day, scope.last().plusDays(1))
            <= policy.lines().regularGapMost();
    if (best.isEmpty() && !ends) {
      return List.of();
    }
    List<Line> chain = new ArrayList<>(List.of(first));
    chain.addAll(best);
    return chain;
  }
}
