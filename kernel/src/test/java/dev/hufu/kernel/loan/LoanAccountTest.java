package dev.hufu.kernel.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.time.DatedSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goal: what is owed is exact to the fen, and no fen appears or vanishes. Method: known figures,
 * and identities over random loans.
 */
class LoanAccountTest {

  private static final LocalDate FORMED = LocalDate.of(2026, 11, 21);
  private static final DatedSeries<AnnualRate> LPR = lpr();

  private static DatedSeries<AnnualRate> lpr() {
    TreeMap<LocalDate, AnnualRate> values = new TreeMap<>();
    values.put(LocalDate.of(2020, 4, 20), AnnualRate.of("3.85"));
    values.put(LocalDate.of(2025, 5, 20), AnnualRate.of("3.00"));
    return new DatedSeries<>(values, LocalDate.of(2026, 8, 20));
  }

  private static RateRules rates(Optional<String> inTerm, Optional<String> afterDue, LocalDate at) {
    return new RateRules(
        inTerm.map(AnnualRate::of), afterDue.map(AnnualRate::of), JudicialCap.at(at, LPR, 4), LPR);
  }

  private static Movement money(String day, long yuan) {
    return new Movement(LocalDate.parse(day), Fen.ofYuan(yuan), "");
  }

  private static RepaymentPlan.Part part(String day, long yuan) {
    return new RepaymentPlan.Part(LocalDate.parse(day), Fen.ofYuan(yuan));
  }

  @Test
  void interestOfATermIsCountedByDays() {
    AnnualRate six = AnnualRate.of("6");
    LocalDate due = LocalDate.of(2027, 3, 31);
    assertThat(six.interest(Fen.ofYuan(10_000), FORMED, due, DayCount.DAYS_365))
        .hasToString("213.70");
    assertThat(six.interest(Fen.ofYuan(10_000), 130, DayCount.DAYS_360)).hasToString("216.67");
  }

  @ParameterizedTest
  @ValueSource(ints = {365, 360})
  void nothingAgreedBearsTheReferenceRateFromTheDayAfterEachDueDay(int year) {
    Owed owed =
        LoanAccount.of(
                List.of(money("2020-04-19", 35_000)),
                List.of(part("2020-07-15", 15_000), part("2020-10-31", 20_000)),
                rates(Optional.empty(), Optional.empty(), LocalDate.of(2020, 4, 19)),
                DayCount.of(year).orElseThrow(),
                List.of(),
                List.of())
            .orThrow()
            .on(LocalDate.of(2021, 7, 1));
    assertThat(owed.charges()).extracting(Charge::days).containsExactly(351L, 243L);
    assertThat(owed.charges().stream().map(charge -> charge.sum().toString()))
        .containsExactlyElementsOf(
            year == 365 ? List.of("555.35", "512.63") : List.of("563.06", "519.75"));
    assertThat(owed.charges())
        .allMatch(c -> c.rate().orElseThrow().basis() == RateBasis.REFERENCE_AT_DEFAULT);
    assertThat(owed.due()).hasToString(year == 365 ? "36,067.98" : "36,082.81");
  }

  @Test
  void theCapSaysWhatItRestsOn() {
    JudicialCap cap = JudicialCap.at(FORMED, LPR, 4).orElseThrow();
    assertThat(cap.rate()).isEqualTo(AnnualRate.of("12"));
    assertThat(cap.lprSince()).isEqualTo(LocalDate.of(2025, 5, 20));
    assertThat(cap.assumed()).isTrue();
    assertThat(JudicialCap.at(LocalDate.of(2026, 8, 20), LPR, 4).orElseThrow().assumed()).isFalse();
    assertThat(JudicialCap.at(LocalDate.of(2019, 7, 10), LPR, 4)).isEmpty();
    assertThat(cap.exceededBy(AnnualRate.of("12"))).isFalse();
    assertThat(cap.limit(AnnualRate.of("15"))).isEqualTo(AnnualRate.of("12"));
  }

  @Test
  void aRateAboveTheCapCountsUpToTheCap() {
    LocalDate due = LocalDate.of(2027, 3, 31);
    RateRules above = rates(Optional.of("15"), Optional.empty(), FORMED);
    assertThat(above.beforeDue().orElseThrow().basis()).isEqualTo(RateBasis.AGREED_CAPPED);
    assertThat(above.afterDue(due).orElseThrow())
        .isEqualTo(new RateUsed(AnnualRate.of("12"), RateBasis.IN_TERM_GOES_ON, true));
    RateRules both = rates(Optional.of("6"), Optional.of("24"), FORMED);
    assertThat(both.afterDue(due).orElseThrow().rate()).isEqualTo(AnnualRate.of("12"));
    assertThat(rates(Optional.of("6"), Optional.of("8"), FORMED).afterDue(due).orElseThrow())
        .isEqualTo(new RateUsed(AnnualRate.of("8"), RateBasis.AGREED_DEFAULT, false));
    assertThat(rates(Optional.of("0"), Optional.empty(), FORMED).beforeDue()).isEmpty();
  }

  @Test
  void aPaymentGoesToCostsThenInterestThenPrincipal() {
    Owed owed =
        LoanAccount.of(
                List.of(money("2026-01-01", 10_000)),
                List.of(part("2026-07-01", 10_000)),
                rates(Optional.of("6"), Optional.empty(), LocalDate.of(2026, 1, 1)),
                DayCount.DAYS_365,
                List.of(money("2026-07-05", 100)),
                List.of(money("2026-07-11", 1_000)))
            .orThrow()
            .on(LocalDate.of(2026, 7, 11));
    Allocation allocation = owed.payments().getFirst();
    assertThat(allocation.costs()).hasToString("100.00");
    // 181 days to the due day: 297.53; 10 days after it: 16.44.
    assertThat(allocation.interest()).hasToString("313.97");
    assertThat(allocation.principal()).hasToString("586.03");
    assertThat(owed.due()).hasToString("9,413.97");
  }

  @Test
  void moneyPaidEarlyBearsNoMoreInterest() {
    LoanAccount account =
        LoanAccount.of(
                List.of(money("2026-01-01", 10_000)),
                List.of(part("2026-12-31", 10_000)),
                rates(Optional.of("6"), Optional.empty(), LocalDate.of(2026, 1, 1)),
                DayCount.DAYS_365,
                List.of(),
                List.of(new Movement(LocalDate.of(2026, 4, 11), new Fen(1_016_438), "")))
            .orThrow();
    // 100 days at 6 % on 10,000 are 164.38.
    assertThat(account.on(LocalDate.of(2027, 5, 1)).total()).isEqualTo(Fen.ZERO);
    assertThat(account.on(LocalDate.of(2026, 4, 10)).total()).hasToString("10,162.74");
  }

  @Test
  void noFenAppearsOrVanishes() {
    qt().withExamples(300)
        .forAll(longs().all(), longs().between(100, 5_000_000_00L), integers().between(1, 12))
        .checkAssert(
            (seed, sum, count) -> {
              Random random = new Random(seed);
              List<RepaymentPlan.Part> parts = parts(sum, count);
              List<Movement> payments = movements(random, sum);
              List<Movement> costs = movements(random, 50_000);
              Owed owed =
                  LoanAccount.of(
                          List.of(new Movement(FORMED, new Fen(sum), "")),
                          parts,
                          rates(rate(random), rate(random), FORMED),
                          random.nextBoolean() ? DayCount.DAYS_365 : DayCount.DAYS_360,
                          costs,
                          payments)
                      .orThrow()
                      .on(FORMED.plusDays(random.nextInt(1_500)));
              for (Allocation one : owed.payments()) {
                assertThat(one.costs().plus(one.interest()).plus(one.principal()).plus(one.left()))
                    .isEqualTo(one.payment().sum());
              }
              assertThat(sum(owed, Allocation::principal).plus(owed.openPrincipal()).fen())
                  .isEqualTo(sum);
              Fen charged = owed.charges().stream().map(Charge::sum).reduce(Fen.ZERO, Fen::plus);
              Fen paid = sum(owed, Allocation::costs).plus(sum(owed, Allocation::interest));
              assertThat(owed.total()).isEqualTo(owed.openPrincipal().plus(charged).minus(paid));
              assertThat(owed.due()).isLessThanOrEqualTo(owed.total());
              assertThat(owed.charges()).allMatch(c -> c.open().fen() >= 0);
              assertThat(owed.leftOver().fen() == 0 || owed.openPrincipal().fen() == 0).isTrue();
            });
  }

  @Test
  void aPlanThatIsKeptLeavesNothing() {
    qt().withExamples(200)
        .forAll(longs().between(10_000, 10_000_000_00L), integers().between(1, 36))
        .checkAssert(
            (sum, count) -> {
              LocalDate first = FORMED.plusDays(20);
              for (RepaymentPlan plan :
                  List.of(
                      new RepaymentPlan.EqualPayment(count, first),
                      new RepaymentPlan.EqualPrincipal(count, first),
                      new RepaymentPlan.AtEnd(first))) {
                List<Instalment> parts =
                    plan.instalments(new Fen(sum), AnnualRate.of("6"), FORMED, DayCount.DAYS_365)
                        .orThrow();
                assertThat(parts.stream().mapToLong(p -> p.principal().fen()).sum()).isEqualTo(sum);
                Owed owed = kept(sum, parts).on(parts.getLast().due().plusYears(1));
                assertThat(owed.total()).isEqualTo(Fen.ZERO);
                assertThat(owed.leftOver()).isEqualTo(Fen.ZERO);
                assertThat(owed.charges())
                    .allMatch(charge -> charge.kind() == Charge.Kind.INTEREST);
              }
            });
  }

  @Test
  void equalPaymentsAreEqualButForTheLast() {
    List<Instalment> parts =
        new RepaymentPlan.EqualPayment(12, LocalDate.of(2026, 12, 21))
            .instalments(Fen.ofYuan(12_000), AnnualRate.of("6"), FORMED, DayCount.DAYS_365)
            .orThrow();
    Fen each = parts.getFirst().payment();
    assertThat(parts.subList(0, 11)).allMatch(part -> part.payment().equals(each));
    assertThat(Math.abs(parts.getLast().payment().minus(each).fen())).isLessThan(12);
    assertThat(each.fen()).isBetween(103_200L, 103_400L);
  }

  @Test
  void aPlanThatDoesNotAddUpIsRefused() {
    List<RepaymentPlan> wrong =
        List.of(
            new RepaymentPlan.AtEnd(FORMED.minusDays(1)),
            new RepaymentPlan.EqualPayment(0, FORMED),
            new RepaymentPlan.EqualPayment(2, FORMED.minusDays(1)),
            new RepaymentPlan.EqualPrincipal(Limits.LOAN_INSTALMENTS_MAX + 1, FORMED),
            new RepaymentPlan.FreeForm(List.of()),
            new RepaymentPlan.FreeForm(List.of(part("2027-01-01", 999))),
            new RepaymentPlan.FreeForm(List.of(part("2027-02-01", 500), part("2027-01-01", 500))));
    for (RepaymentPlan plan : wrong) {
      assertThat(
              plan.instalments(Fen.ofYuan(1_000), AnnualRate.ZERO, FORMED, DayCount.DAYS_365)
                  .findRefusal()
                  .orElseThrow()
                  .code())
          .isEqualTo(Code.LOAN_PLAN_UNUSABLE);
    }
    assertThat(
            new RepaymentPlan.EqualPrincipal(Limits.LOAN_INSTALMENTS_MAX, FORMED)
                .instalments(Fen.ofYuan(1_000), AnnualRate.ZERO, FORMED, DayCount.DAYS_365)
                .orThrow())
        .hasSize(Limits.LOAN_INSTALMENTS_MAX);
  }

  @Test
  void aPaymentBeforeTheLoanOrOfNothingIsRefused() {
    for (Movement wrong : List.of(money("2026-11-20", 1), new Movement(FORMED, Fen.ZERO, ""))) {
      assertThat(
              LoanAccount.of(
                      List.of(money("2026-11-21", 1_000)),
                      List.of(part("2027-01-01", 1_000)),
                      rates(Optional.empty(), Optional.empty(), FORMED),
                      DayCount.DAYS_365,
                      List.of(),
                      List.of(wrong))
                  .findRefusal()
                  .orElseThrow()
                  .code())
          .isEqualTo(Code.LOAN_PAYMENT_UNUSABLE);
    }
    assertThat(entries(Limits.LOAN_ENTRIES_MAX).findValue()).isPresent();
    assertThat(entries(Limits.LOAN_ENTRIES_MAX + 1).findRefusal()).isPresent();
  }

  private static dev.hufu.kernel.code.Outcome<LoanAccount> entries(int count) {
    return LoanAccount.of(
        List.of(money("2026-11-21", 1_000)),
        List.of(part("2027-01-01", 1_000)),
        rates(Optional.empty(), Optional.empty(), FORMED),
        DayCount.DAYS_365,
        List.of(),
        java.util.Collections.nCopies(count, money("2026-11-22", 1)));
  }

  @Test
  void theClockRunsThreeYearsAndADemandBeginsItAnew() {
    LocalDate due = LocalDate.of(2027, 3, 31);
    LocalDate later = LocalDate.of(2060, 1, 1);
    assertThat(LimitationClock.of(due, 3, 20, List.of(), later).end()).isEqualTo("2030-03-31");
    assertThat(LimitationClock.of(LocalDate.of(2020, 10, 31), 3, 20, List.of(), later).end())
        .isEqualTo("2023-10-31");
    LimitationClock.Restart demand = restart("2029-01-10");
    assertThat(LimitationClock.of(due, 3, 20, List.of(demand), later).end())
        .isEqualTo("2032-01-10");
    assertThat(LimitationClock.of(due, 3, 20, List.of(demand), LocalDate.of(2029, 1, 9)).end())
        .isEqualTo("2030-03-31");
    LimitationClock odd =
        LimitationClock.of(
            due, 3, 20, List.of(restart("2030-04-01"), restart("2027-03-31")), later);
    assertThat(odd.end()).isEqualTo("2030-03-31");
    assertThat(odd.late()).containsExactly(restart("2030-04-01"));
    assertThat(odd.early()).containsExactly(restart("2027-03-31"));
    assertThat(odd.ended(LocalDate.of(2030, 3, 31))).isFalse();
    assertThat(odd.ended(LocalDate.of(2030, 4, 1))).isTrue();
  }

  @Test
  void nothingCarriesTheClockPastTwentyYears() {
    LocalDate due = LocalDate.of(2027, 3, 31);
    List<LimitationClock.Restart> each =
        IntStream.range(0, 12)
            .mapToObj(i -> restart(due.plusYears(2L * i).plusDays(1).toString()))
            .toList();
    assertThat(LimitationClock.of(due, 3, 20, each, LocalDate.of(2099, 1, 1)).end())
        .isEqualTo("2047-03-31");
  }

  private static LimitationClock.Restart restart(String day) {
    return new LimitationClock.Restart(LocalDate.parse(day), LimitationClock.Cause.DEMAND);
  }

  private static LoanAccount kept(long sum, List<Instalment> parts) {
    return LoanAccount.of(
            List.of(new Movement(FORMED, new Fen(sum), "")),
            parts.stream().map(p -> new RepaymentPlan.Part(p.due(), p.principal())).toList(),
            rates(Optional.of("6"), Optional.of("9"), FORMED),
            DayCount.DAYS_365,
            List.of(),
            parts.stream()
                .filter(part -> part.payment().fen() > 0)
                .map(part -> new Movement(part.due(), part.payment(), ""))
                .toList())
        .orThrow();
  }

  private static List<RepaymentPlan.Part> parts(long sum, int count) {
    return new RepaymentPlan.EqualPrincipal(count, FORMED.plusDays(30))
        .instalments(new Fen(sum), AnnualRate.ZERO, FORMED, DayCount.DAYS_365).orThrow().stream()
            .map(part -> new RepaymentPlan.Part(part.due(), part.principal()))
            .toList();
  }

  private static Optional<String> rate(Random random) {
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of("" + random.nextInt(20));
  }

  private static List<Movement> movements(Random random, long sum) {
    List<Movement> movements = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      long part = 1 + random.nextLong(Math.max(1, sum / 2));
      movements.add(new Movement(FORMED.plusDays(random.nextInt(900)), new Fen(part), ""));
    }
    return movements;
  }

  private static Fen sum(Owed owed, java.util.function.Function<Allocation, Fen> part) {
    return owed.payments().stream().map(part).reduce(Fen.ZERO, Fen::plus);
  }
}
