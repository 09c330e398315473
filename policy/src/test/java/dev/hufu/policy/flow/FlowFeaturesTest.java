package dev.hufu.policy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hufu.kernel.bill.BillIds;
import dev.hufu.kernel.bill.BillPlace;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.BillSums;
import dev.hufu.kernel.bill.BillTime;
import dev.hufu.kernel.bill.BillTime.Exact;
import dev.hufu.kernel.bill.BillWords;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Pairing;
import dev.hufu.kernel.bill.Pairing.How;
import dev.hufu.kernel.bill.Platform;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.bill.RowStatus;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.consent.DataClass;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.flow.FlowFeature.Missing;
import dev.hufu.policy.flow.FlowFeature.Why;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Goal: every figure is what its definition says, names its rows, and is missing rather than
 * guessed. Method: a shop whose eight figures are known, small bills with one thing in them, and
 * random bills reckoned a second time with plain loops.
 */
class FlowFeaturesTest {

  private static final LocalDate LAST = LinsShop.LAST;
  private static final LocalDateTime FIRST = LocalDateTime.of(2026, 8, 21, 9, 0);

  private static double value(FlowReport report, String name) {
    return report.find(name).orElseThrow().value().orElseThrow().doubleValue();
  }

  private static Optional<Why> missing(FlowReport report, String name) {
    return report.find(name).orElseThrow().reading() instanceof Missing(Why why, var said)
            && !said.zh().isEmpty()
        ? Optional.of(why)
        : Optional.empty();
  }

  @Test
  void theShopHasTheFiguresOfItsStory() {
    FlowReport report = Bills.report(LinsShop.timeline(), LAST);
    assertThat(
            List.of(
                value(report, "months"),
                value(report, "netInflow"),
                value(report, "variation"),
                value(report, "repayments"),
                value(report, "late"),
                value(report, "newLoans"),
                value(report, "onePayer"),
                value(report, "nearZeroDays")))
        .containsExactly(7.0, 6200.0, 0.62, 0.35, 0.0, 3.0, 0.31, 11.0);
    assertThat(report.leftOut().get(LeftOut.OWN_MONEY)).hasSize(14);
    assertThat(report.leftOut().get(LeftOut.REFUND)).hasSize(7);
    assertThat(report.leftOut().get(LeftOut.CAME_BACK)).hasSize(7);
    assertThat(report.find("netInflow").orElseThrow().classes())
        .containsExactly(DataClass.WALLET_FLOW);
    assertThat(report.find("newLoans").orElseThrow().rows())
        .extracting(row -> LinsShop.timeline().rows().get(row).counterparty())
        .containsExactly("某某小额贷款", "某某小额贷款", "某某小额贷款");
  }

  @Test
  void whatWasNotAllowedIsWithheldAndNothingElseChanges() {
    Timeline timeline = LinsShop.timeline();
    FlowScope scope = FlowScope.of(LAST, 12, Bills.ZONE);
    FlowReport wallet =
        FlowFeatures.of(Bills.POLICY, timeline, scope.allowing(Set.of(DataClass.WALLET_FLOW)));
    assertThat(missing(wallet, "turnover")).contains(Why.WITHHELD);
    assertThat(value(wallet, "netInflow")).isEqualTo(6200);
    FlowReport bank =
        FlowFeatures.of(Bills.POLICY, timeline, scope.allowing(Set.of(DataClass.BANK_FLOW)));
    assertThat(bank.features()).allMatch(feature -> feature.value().isEmpty());
    assertThat(missing(bank, "months")).contains(Why.WITHHELD);
    assertThat(bank.leftOut()).containsOnlyKeys(LeftOut.NOT_ALLOWED);
  }

  @Test
  void aWageIsRegularUntilItStops() {
    Bills bills = new Bills();
    for (int month = 0; month < 6; month++) {
      LocalDateTime day = LocalDateTime.of(2026, 6, 10, 10, 0).plusMonths(month);
      bills.in(day.plusDays(month % 3), 800_000 + month * 1000L, "某某公司", RowKind.WAGE);
      bills.in(day.plusDays(5), 20_000L << month, "阿芳", RowKind.TRANSFER);
      if (month < 3) {
        bills.out(day.plusDays(2), 280_000, "房东", RowKind.TRANSFER);
      }
      for (int week = 0; week < 4; week++) {
        bills.out(day.plusDays(9 + week * 4L), 10_000, "超市", RowKind.PURCHASE);
      }
    }
    FlowReport report = Bills.report(bills.timeline(), LAST);
    assertThat(report.regular())
        .extracting(FlowReport.Regular::who)
        .contains("某某公司")
        .doesNotContain("阿芳", "房东", "超市");
    assertThat(value(report, "regularIncome")).isEqualTo(8030.0);
    assertThat(missing(report, "nearZeroDays")).contains(Why.NOT_IN_BILL);
    assertThat(missing(report, "late")).contains(Why.NOT_IN_BILL);
    assertThat(missing(report, "turnover")).contains(Why.NOT_IN_BILL);
  }

  @Test
  void aShortBillSaysLittleAndAnOldOneSaysItIsOld() {
    Bills bills = new Bills();
    for (int day = 0; day < 20; day++) {
      bills.in(LAST.minusDays(day).atTime(9, 0), 10_000, "阿芳", RowKind.TRANSFER);
    }
    FlowReport brief = Bills.report(bills.timeline(), LAST);
    assertThat(value(brief, "months")).isZero();
    assertThat(missing(brief, "netInflow")).contains(Why.TOO_SHORT);
    assertThat(missing(brief, "newLoans")).contains(Why.TOO_SHORT);
    assertThat(brief.leftOut()).containsOnlyKeys(LeftOut.PART_MONTH);
    FlowReport old = Bills.report(bills.timeline(), LAST.plusDays(40));
    assertThat(old.notes()).hasSize(1);
    assertThat(missing(old, "newLoans")).contains(Why.TOO_SHORT);
    FlowReport none = Bills.report(Timeline.EMPTY, LAST);
    assertThat(none.features()).allMatch(feature -> feature.value().isEmpty());
  }

  @Test
  void lendersAndLateChargesAreToldByTheWordsOfThePack() {
    Bills bills = new Bills();
    for (int day = 0; day < 92; day++) {
      bills.in(FIRST.plusDays(day), 10_000, "阿芳" + day % 9, RowKind.TRANSFER);
    }
    bills.in(FIRST.plusDays(80), 500_000, "某某小额贷款公司", RowKind.TRANSFER);
    bills.saying("含逾期费").out(FIRST.plusDays(85), 90_000, "某某消费金融", RowKind.PURCHASE);
    bills.saying("体彩投注").out(FIRST.plusDays(60), 10_000, "小店", RowKind.PURCHASE);
    bills.out(FIRST.plusDays(61), 30_000, "超市", RowKind.PURCHASE);
    FlowReport report = Bills.report(bills.timeline(), LAST);
    assertThat(value(report, "newLoans")).isEqualTo(1);
    assertThat(value(report, "late")).isEqualTo(1);
    assertThat(value(report, "gamblingTypeShare")).isEqualTo(0.25);
    assertThat(value(report, "netInflow")).isLessThan(4_000);
  }

  @Test
  void aBankThatListsTheNewestFirstStillEndsItsDayRight() {
    List<BillRow> rows = new ArrayList<>();
    for (int day = 91; day >= 0; day--) {
      LocalDateTime at = FIRST.toLocalDate().plusDays(day).atStartOfDay();
      // The day ends at 5.00; the row that ends it stands first.
      rows.add(bank(rows.size(), at, 99_500, Direction.OUT, 500));
      rows.add(bank(rows.size(), at, 99_500, Direction.IN, 100_000));
    }
    rows.sort(Comparator.comparing(BillRow::time));
    Timeline timeline = new Timeline(List.of(), rows, List.of(), List.of());
    assertThat(value(Bills.report(timeline, LAST), "nearZeroDays")).isBetween(30.0, 31.0);
  }

  private static BillRow bank(int nth, LocalDateTime at, long fen, Direction way, long left) {
    return new BillRow(
        new BillPlace("bank.csv", "", nth + 1),
        Platform.CCB,
        "",
        BillTime.of(at, Bills.ZONE, Exact.DAY),
        new Fen(fen),
        way,
        RowKind.TRANSFER,
        RowStatus.DONE,
        "某某",
        "",
        new BillWords("", "", "", "", "", ""),
        BillIds.NONE,
        new BillSums(Optional.empty(), Optional.empty(), Optional.of(new Fen(left)), "CNY"));
  }

  @Test
  void monthsHaveALimit() {
    assertThat(FlowScope.of(LAST, Limits.FLOW_MONTHS_MAX, Bills.ZONE).months()).isEqualTo(60);
    assertThatThrownBy(() -> FlowScope.of(LAST, Limits.FLOW_MONTHS_MAX + 1, Bills.ZONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void plainLoopsComeToTheSameFigures() {
    for (int seed = 0; seed < 25; seed++) {
      Timeline timeline = new RandomBill(new Random(seed)).timeline();
      Random random = new Random(seed * 31L);
      FlowScope scope =
          FlowScope.of(LAST.minusDays(random.nextInt(40)), 1 + random.nextInt(30), Bills.ZONE)
              .allowing(
                  random.nextInt(4) == 0
                      ? Set.of(DataClass.WALLET_FLOW, DataClass.MERCHANT_REVENUE)
                      : FlowScope.OF_BILLS);
      FlowReport report = FlowFeatures.of(Bills.POLICY, timeline, scope);
      FlowOracle oracle = new FlowOracle(Bills.POLICY, timeline, scope);
      for (FlowFeature feature : report.features()) {
        var told = oracle.figure(feature.name());
        assertThat(feature.value().isPresent())
            .as(seed + " " + feature.name() + " " + feature.reading() + " " + told)
            .isEqualTo(told.isPresent());
        feature
            .value()
            .ifPresent(
                value ->
                    assertThat(value.doubleValue())
                        .as("%d %s", scope.months(), feature.name())
                        .isCloseTo(told.orElseThrow(), within(0.0051)));
      }
      everyRowStandsOnce(timeline, report);
    }
  }

  private static void everyRowStandsOnce(Timeline timeline, FlowReport report) {
    List<Integer> rows = new ArrayList<>(report.find("months").orElseThrow().rows());
    report.leftOut().values().forEach(rows::addAll);
    assertThat(rows).doesNotHaveDuplicates().hasSize(timeline.rows().size());
  }

  /** A bill with a bit of everything. */
  private static final class RandomBill {

    private static final List<String> NAMES =
        List.of("", "阿芳", "阿强", "某某公司", "林姐", "某某小额贷款", "超市", "顾客甲");
    private static final List<String> ITEMS = List.of("", "", "", "午饭", "彩票", "货款", "逾期费", "还款");

    private final Random random;
    private final List<BillRow> rows = new ArrayList<>();

    RandomBill(Random random) {
      this.random = random;
    }

    Timeline timeline() {
      int days = 10 + random.nextInt(900);
      int count = 5 + random.nextInt(120);
      for (int i = 0; i < count; i++) {
        row(LAST.minusDays(random.nextInt(days)), any(NAMES), any(List.of(RowKind.values())));
      }
      if (random.nextBoolean()) {
        for (int back = 0; back * 30 < days; back++) {
          row(LAST.minusDays(back * 30L + random.nextInt(5)), "某某公司", RowKind.WAGE);
          row(LAST.minusDays(back * 30L + random.nextInt(3)), "房东", RowKind.TRANSFER);
        }
      }
      rows.sort(Comparator.comparing(BillRow::time));
      return new Timeline(List.of(), rows, pairs(), List.of());
    }

    private <T> T any(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    private void row(LocalDate day, String who, RowKind kind) {
      boolean wallet = random.nextInt(3) > 0;
      boolean wage = kind == RowKind.WAGE;
      long fen = wage ? 500_000 + random.nextInt(150_000) : random.nextInt(300_000);
      Optional<Fen> balance =
          wallet ? Optional.empty() : Optional.of(new Fen(random.nextInt(4_000)));
      Optional<Fen> back =
          random.nextInt(20) == 0 ? Optional.of(new Fen(random.nextInt(2_000))) : Optional.empty();
      rows.add(
          new BillRow(
              new BillPlace(wallet ? "w.csv" : "b.csv", "", rows.size() + 1),
              wallet ? Platform.WECHAT : Platform.CCB,
              "林姐",
              BillTime.of(
                  day.atTime(random.nextInt(24), random.nextInt(60), rows.size() % 60),
                  Bills.ZONE,
                  random.nextInt(9) == 0 ? Exact.DAY : Exact.SECOND),
              new Fen(fen),
              wage ? Direction.IN : any(List.of(Direction.values())),
              kind,
              random.nextInt(6) == 0 ? any(List.of(RowStatus.values())) : RowStatus.DONE,
              who,
              "",
              new BillWords("", any(ITEMS), "", "", "", ""),
              BillIds.NONE,
              new BillSums(
                  Optional.empty(), back, balance, random.nextInt(25) == 0 ? "USD" : "CNY")));
    }

    private List<Pairing> pairs() {
      List<Pairing> pairs = new ArrayList<>();
      for (int i = 0; i + 1 < rows.size(); i += 2) {
        if (random.nextInt(6) == 0) {
          How how = any(List.of(How.FULL_REFUND, How.PART_REFUND, How.SAME_PAYMENT));
          pairs.add(new Pairing(i, i + 1, how, new Fen(random.nextInt(5_000))));
        }
      }
      return pairs;
    }
  }

  @Test
  void whatComesAfterTheLastDayChangesNothing() {
    Timeline timeline = LinsShop.timeline();
    Map<String, Object> before = values(Bills.report(timeline, LAST.minusDays(25)));
    List<BillRow> early =
        timeline.rows().stream()
            .filter(row -> !row.time().local().toLocalDate().isAfter(LAST.minusDays(25)))
            .toList();
    Timeline cut =
        new Timeline(
            timeline.files(),
            early,
            timeline.pairs().stream().filter(pair -> pair.second() < early.size()).toList(),
            List.of());
    assertThat(values(Bills.report(cut, LAST.minusDays(25)))).isEqualTo(before);
  }

  private static Map<String, Object> values(FlowReport report) {
    Map<String, Object> values = new TreeMap<>();
    report.features().forEach(one -> values.put(one.name(), one.reading()));
    return values;
  }
}
