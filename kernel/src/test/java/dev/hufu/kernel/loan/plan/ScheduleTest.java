package dev.hufu.kernel.loan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.price.Pace;
import dev.hufu.kernel.money.Fen;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  private static final PlanKind EQUAL_PAYMENT = new PlanKind.EqualPayment();
  private static final PlanKind EQUAL_PRINCIPAL = new PlanKind.EqualPrincipal();

  private static Fen yuan(String text) {
    return Fen.parseYuan(text).orThrow();
  }

  private static Schedule monthly(PlanKind kind, String principal, String rate, int n) {
    return PlanTerms.monthly(kind, yuan(principal), AnnualRate.of(rate), n).schedule().orThrow();
  }

  private static List<String> payments(Schedule schedule) {
    return schedule.rows().stream().map(row -> row.payment().yuan().toPlainString()).toList();
  }

  @Test
  void equalPaymentsOfAYear() {
    Schedule schedule = monthly(EQUAL_PAYMENT, "10000", "12", 12);
    assertThat(schedule.rows().get(0))
        .isEqualTo(new PlanRow(1, Optional.empty(), yuan("788.49"), yuan("100"), yuan("9211.51")));
    assertThat(schedule.rows().get(5).principal()).isEqualTo(yuan("828.71"));
    assertThat(schedule.rows().get(5).balance()).isEqualTo(yuan("5149.20"));
    assertThat(schedule.rows().getLast().payment()).isEqualTo(yuan("888.47"));
    assertThat(schedule.interest()).isEqualTo(yuan("661.86"));
    assertThat(payments(monthly(EQUAL_PAYMENT, "10000", "12", 3)))
        .containsExactly("3400.22", "3400.22", "3400.23");
  }

  @Test
  void equalPrincipalOfAYear() {
    Schedule schedule = monthly(EQUAL_PRINCIPAL, "10000", "12", 12);
    assertThat(schedule.rows().getFirst().principal()).isEqualTo(yuan("833.33"));
    assertThat(schedule.rows().getLast().principal()).isEqualTo(yuan("833.37"));
    assertThat(schedule.rows().stream().limit(4).map(row -> row.interest().toString()))
        .containsExactly("100.00", "91.67", "83.33", "75.00");
    assertThat(schedule.interest()).isEqualTo(yuan("650"));
    assertThat(payments(monthly(EQUAL_PRINCIPAL, "10000", "12", 3)))
        .containsExactly("3433.33", "3400.00", "3366.67");
  }

  @ParameterizedTest
  @CsvSource({
    "1000000, 4.9, 360, 5307.27, 910616.19, 6861.11, 737041.67",
    "100000, 4.9, 240, 654.44, 57066.57, 825.00, 49204.17"
  })
  void mortgageTables(
      String principal,
      String rate,
      int n,
      String payment,
      String interest,
      String firstPayment,
      String principalInterest) {
    Schedule equal = monthly(EQUAL_PAYMENT, principal, rate, n);
    assertThat(equal.rows().getFirst().payment()).isEqualTo(yuan(payment));
    assertThat(equal.interest().fen()).isCloseTo(yuan(interest).fen(), within(200L));
    Schedule falling = monthly(EQUAL_PRINCIPAL, principal, rate, n);
    assertThat(falling.rows().getFirst().payment()).isEqualTo(yuan(firstPayment));
    assertThat(falling.interest().fen()).isCloseTo(yuan(principalInterest).fen(), within(200L));
  }

  @Test
  void interestFirstBulletFlatAndFree() {
    assertThat(payments(monthly(new PlanKind.InterestFirst(), "10000", "12", 12)))
        .startsWith("100.00")
        .endsWith("100.00", "10100.00");
    assertThat(payments(monthly(new PlanKind.Bullet(), "10000", "12", 12)))
        .startsWith("0.00")
        .endsWith("0.00", "11200.00");
    assertThat(payments(monthly(new PlanKind.FlatFee(), "12000", "7.2", 12)))
        .hasSize(12)
        .containsOnly("1072.00");
    assertThat(payments(monthly(EQUAL_PAYMENT, "10000", "0", 12)))
        .startsWith("833.33")
        .endsWith("833.33", "833.37");
    PlanKind free = new PlanKind.FreeForm(List.of(yuan("3000"), yuan("0"), yuan("7000")));
    assertThat(payments(monthly(free, "10000", "12", 3)))
        .containsExactly("3100.00", "70.00", "7070.00");
    assertThat(
            PlanTerms.monthly(free, yuan("9000"), AnnualRate.of("12"), 3).schedule().findRefusal())
        .hasValueSatisfying(r -> assertThat(r.code()).isEqualTo(Code.LOAN_PLAN_UNUSABLE));
  }

  private static Schedule sixMonths(String rate, DayBasis basis, List<PlanChange> changes) {
    LocalDate start = LocalDate.of(2024, 1, 1);
    return PlanTerms.monthly(EQUAL_PAYMENT, yuan("100"), AnnualRate.of(rate), 6)
        .on(start, Roll.MONTH_END.after(start, Pace.MONTH, 6), Optional.of(basis))
        .changed(changes)
        .schedule()
        .orThrow();
  }

  @Test
  void sixMonthsByThirtyDays() {
    Schedule schedule = sixMonths("7", DayBasis.THIRTY_360, List.of());
    assertThat(schedule.rows().stream().map(row -> row.principal() + " " + row.interest()))
        .containsExactly(
            "16.43 0.58", "16.52 0.49", "16.62 0.39", "16.72 0.29", "16.81 0.20", "16.90 0.10");
    assertThat(schedule.interest()).isEqualTo(yuan("2.05"));
    assertThat(
            sixMonths("9.4822", DayBasis.THIRTY_360, List.of()).rows().stream()
                .map(row -> row.interest().toString()))
        .containsExactly("0.79", "0.66", "0.53", "0.40", "0.27", "0.13");
  }

  @Test
  void sixMonthsByActualDays() {
    assertThat(payments(sixMonths("15.678", DayBasis.ACT_365F, List.of())))
        .containsExactly("17.43", "17.43", "17.43", "17.43", "17.43", "17.47");
  }

  @Test
  void anotherRateAfterTheFirstMonth() {
    List<PlanChange> down = List.of(new PlanChange.ReRate(1, AnnualRate.of("4")));
    assertThat(payments(sixMonths("7", DayBasis.THIRTY_360, down)))
        .containsExactly("17.01", "16.88", "16.88", "16.88", "16.88", "16.89");
  }

  @Test
  void wholeYuanUpwardsAndAFixedPayment() {
    PlanTerms terms = PlanTerms.monthly(EQUAL_PAYMENT, yuan("280000"), AnnualRate.of("8.4"), 20);
    Schedule schedule =
        terms
            .rounded(
                new PlanTerms.Roundings(FenRounding.FEN, new FenRounding(100, RoundingMode.UP)))
            .schedule()
            .orThrow();
    assertThat(whole(schedule.rows().get(3))).containsExactly("13369", "1683", "227080");
    assertThat(whole(schedule.rows().getLast())).containsExactly("14941", "105", "0");
    assertThat(schedule.interest().yuan().setScale(0, RoundingMode.HALF_UP)).hasToString("21034");
    Schedule fixed =
        PlanTerms.monthly(
                new PlanKind.FixedPayment(yuan("14000")), yuan("280000"), AnnualRate.of("8.4"), 1)
            .schedule()
            .orThrow();
    assertThat(fixed.rows()).hasSize(22);
    assertThat(fixed.interest().yuan().setScale(0, RoundingMode.HALF_UP)).hasToString("22712");
  }

  private static List<String> whole(PlanRow row) {
    return Stream.of(row.principal(), row.interest(), row.balance())
        .map(sum -> sum.yuan().setScale(0, RoundingMode.HALF_UP).toPlainString())
        .toList();
  }

  @Test
  void moreIsPaidOrEverything() {
    PlanTerms terms = PlanTerms.monthly(EQUAL_PAYMENT, yuan("10000"), AnnualRate.of("12"), 12);
    Schedule smaller = more(terms, PlanChange.Then.SMALLER);
    Schedule shorter = more(terms, PlanChange.Then.SHORTER);
    assertThat(smaller.rows()).hasSize(12);
    assertThat(smaller.rows().get(4).payment()).isLessThan(yuan("888.49"));
    assertThat(shorter.rows()).hasSizeLessThan(12);
    assertThat(shorter.rows().get(4).payment()).isEqualTo(yuan("888.49"));
    assertThat(shorter.interest()).isLessThan(smaller.interest());
    Schedule ended = terms.changed(List.of(new PlanChange.PayOff(6))).schedule().orThrow();
    assertThat(ended.rows()).hasSize(6);
    assertThat(ended.rows().getLast().payment()).isEqualTo(yuan("6037.69"));
    assertThat(ended.principal()).isEqualTo(yuan("10000"));
  }

  private static Schedule more(PlanTerms terms, PlanChange.Then then) {
    return terms
        .changed(List.of(new PlanChange.PartPayment(3, yuan("2000"), then)))
        .schedule()
        .orThrow();
  }

  @Test
  void interestForTheActualTimeAndOverdue() {
    Schedule schedule = sixMonths("12", DayBasis.ACT_365F, List.of());
    PlanRow second = schedule.rows().get(1);
    Fen tenDays =
        AnnualRate.of("12").interest(second.balance(), 10, dev.hufu.kernel.loan.DayCount.DAYS_365);
    assertThat(schedule.payOff(LocalDate.of(2024, 3, 11), DayBasis.ACT_365F).orThrow())
        .isEqualTo(second.balance().plus(tenDays));
    LocalDate due = LocalDate.of(2024, 3, 1);
    assertThat(
            Schedule.overdue(
                yuan("1000"), AnnualRate.of("18.25"), due, due.plusDays(20), DayBasis.ACT_365F))
        .isEqualTo(yuan("10"));
    assertThat(Schedule.overdue(yuan("1000"), AnnualRate.of("18.25"), due, due, DayBasis.ACT_365F))
        .isEqualTo(Fen.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    "act/365, 2023-11-01, 2024-05-01, 182, 0.498630137",
    "30/360, 2023-11-01, 2024-05-01, 180, 0.5",
    "act/act, 2023-11-01, 2024-05-01, 182, 0.4977243806",
    "act/act, 2003-11-01, 2004-05-01, 182, 0.4977243806",
    "30/360, 2026-01-31, 2026-02-28, 28, 0.0777777778",
    "30/360, 2024-01-31, 2024-03-31, 60, 0.1666666667",
    "act/365, 2024-01-31, 2024-03-31, 60, 0.1643835616",
    "act/365, 2024-02-29, 2025-02-28, 365, 1",
    "30/360, 2024-02-29, 2025-02-28, 359, 0.9972222222",
    "act/act, 2024-02-29, 2025-02-28, 365, 0.9977019238",
    "30/360, 1999-02-01, 1999-07-01, 150, 0.4166666667",
    "act/365, 1999-02-01, 1999-07-01, 150, 0.4109589041"
  })
  void dayCounts(String basis, LocalDate from, LocalDate to, long days, double part) {
    DayBasis by = DayBasis.of(basis).orElseThrow();
    assertThat(by.days(from, to)).isEqualTo(days);
    assertThat(by.part(from, to).decimal().doubleValue()).isCloseTo(part, within(1e-9));
  }

  @Test
  void dueDaysAtMonthEnds() {
    LocalDate from = LocalDate.of(2025, 1, 31);
    assertThat(Roll.MONTH_END.after(from, Pace.MONTH, 3))
        .hasToString("[2025-02-28, 2025-03-31, 2025-04-30]");
    assertThat(Roll.NEXT_FIRST.after(from, Pace.MONTH, 3))
        .hasToString("[2025-03-01, 2025-03-31, 2025-05-01]");
  }
}
