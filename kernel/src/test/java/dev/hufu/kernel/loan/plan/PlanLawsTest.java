package dev.hufu.kernel.loan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import com.opengamma.strata.basics.date.DayCount;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.basics.schedule.Frequency;
import com.opengamma.strata.basics.schedule.RollConvention;
import com.opengamma.strata.basics.schedule.RollConventions;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.price.Pace;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/**
 * Goal: no plan loses or makes a fen. Method: laws over random plans; OpenGamma Strata counts days
 * and rolls due days its own way.
 */
class PlanLawsTest {

  private static final List<PlanKind> KINDS =
      List.of(
          new PlanKind.EqualPayment(),
          new PlanKind.EqualPrincipal(),
          new PlanKind.InterestFirst(),
          new PlanKind.Bullet(),
          new PlanKind.FlatFee());

  private static final Map<DayBasis, DayCount> STRATA =
      Map.of(
          DayBasis.ACT_365F, DayCounts.ACT_365F,
          DayBasis.ACT_360, DayCounts.ACT_360,
          DayBasis.NL_365, DayCounts.NL_365,
          DayBasis.ACT_ACT_ISDA, DayCounts.ACT_ACT_ISDA,
          DayBasis.THIRTY_360, DayCounts.THIRTY_360_ISDA,
          DayBasis.THIRTY_E_360, DayCounts.THIRTY_E_360);

  private static Gen<PlanTerms> terms() {
    return integers()
        .between(0, KINDS.size() - 1)
        .zip(
            longs().between(10_000, 500_000_000),
            integers().between(0, 3_600),
            (kind, principal, rate) ->
                PlanTerms.monthly(
                    KINDS.get(kind),
                    new Fen(principal),
                    new AnnualRate(BigDecimal.valueOf(rate, 2)),
                    1))
        .zip(
            integers().between(1, 60),
            (one, count) -> PlanTerms.monthly(one.kind(), one.principal(), one.rate(), count));
  }

  @Test
  void principalAddsUpAndTheBalanceFollows() {
    qt().withExamples(100)
        .forAll(terms())
        .checkAssert(
            terms -> {
              Schedule schedule = terms.schedule().orThrow();
              assertThat(schedule.principal()).isEqualTo(terms.principal());
              assertThat(schedule.total())
                  .isEqualTo(schedule.principal().plus(schedule.interest()));
              Fen left = terms.principal();
              for (PlanRow row : schedule.rows()) {
                left = left.minus(row.principal());
                assertThat(row.balance()).isEqualTo(left);
                assertThat(row.interest().fen()).isNotNegative();
              }
              assertThat(left).isEqualTo(Fen.ZERO);
            });
  }

  @Test
  void aLevelPlanCostsItsOwnRate() {
    qt().withExamples(60)
        .forAll(longs().between(1_000_000, 500_000_000), integers().between(1, 3_600))
        .checkAssert(
            (principal, rate) -> {
              PlanTerms terms =
                  PlanTerms.monthly(
                      new PlanKind.EqualPayment(),
                      new Fen(principal),
                      new AnnualRate(BigDecimal.valueOf(rate, 2)),
                      24);
              Price price = terms.schedule().orThrow().flows(terms.principal()).orThrow().price();
              assertThat(((Price.Known) price).nominal().fraction())
                  .isCloseTo(rate / 10_000.0, within(2e-5));
            });
  }

  @Test
  void aChangeThatChangesNothingChangesNothing() {
    qt().withExamples(60)
        .forAll(terms(), integers().between(1, 12))
        .checkAssert(
            (terms, after) -> {
              Schedule plain = terms.schedule().orThrow();
              List<PlanChange> nothing =
                  List.of(new PlanChange.PartPayment(after, Fen.ZERO, PlanChange.Then.SHORTER));
              assertThat(terms.changed(nothing).schedule().orThrow().rows())
                  .isEqualTo(plain.rows());
              Schedule ended =
                  terms.changed(List.of(new PlanChange.PayOff(after))).schedule().orThrow();
              assertThat(ended.principal()).isEqualTo(terms.principal());
              assertThat(ended.rows().size()).isEqualTo(Math.min(after, plain.rows().size()));
            });
  }

  @Test
  void strataCountsTheSameDays() {
    qt().withExamples(150)
        .forAll(longs().between(0, 40_000), longs().between(0, 4_000))
        .checkAssert(
            (start, length) -> {
              LocalDate from = LocalDate.of(1990, 1, 1).plusDays(start);
              LocalDate to = from.plusDays(length);
              STRATA.forEach(
                  (ours, theirs) -> {
                    assertThat((int) ours.days(from, to))
                        .as("%s", ours)
                        .isEqualTo(theirs.days(from, to));
                    assertThat(ours.part(from, to).decimal().doubleValue())
                        .as("%s %s %s", ours, from, to)
                        .isCloseTo(theirs.yearFraction(from, to), within(1e-12));
                  });
            });
  }

  @Test
  void strataRollsToTheSameDueDays() {
    qt().withExamples(60)
        .forAll(integers().between(0, 3_000), integers().between(1, 24))
        .checkAssert(
            (start, count) -> {
              LocalDate from = LocalDate.of(2020, 1, 1).plusDays(start);
              RollConvention day = RollConventions.NONE;
              if (from.getDayOfMonth() > 28) {
                day =
                    from.getDayOfMonth() == 31
                        ? RollConventions.EOM
                        : RollConvention.ofDayOfMonth(from.getDayOfMonth());
              }
              LocalDate at = from;
              for (LocalDate due : Roll.MONTH_END.after(from, Pace.MONTH, count)) {
                at = day.next(at, Frequency.P1M);
                assertThat(due).isEqualTo(at);
              }
            });
  }

  @Test
  void asManyRowsAndAsHighARateAsMayBe() {
    PlanTerms most =
        PlanTerms.monthly(
            new PlanKind.EqualPayment(),
            Fen.ofYuan(1_000_000),
            AnnualRate.of(Integer.toString(Limits.PLAN_PERCENT_MAX)),
            Limits.LOAN_INSTALMENTS_MAX);
    assertThat(most.schedule().findValue()).isPresent();
    assertThat(
            PlanTerms.monthly(
                    most.kind(), most.principal(), most.rate(), Limits.LOAN_INSTALMENTS_MAX + 1)
                .schedule()
                .findRefusal())
        .isPresent();
    assertThat(
            PlanTerms.monthly(
                    most.kind(),
                    most.principal(),
                    AnnualRate.of(Limits.PLAN_PERCENT_MAX + ".01"),
                    12)
                .schedule()
                .findRefusal())
        .isPresent();
    assertThat(
            PlanTerms.monthly(
                    new PlanKind.FixedPayment(Fen.ofYuan(100)),
                    Fen.ofYuan(10_000),
                    AnnualRate.of("12"),
                    1)
                .schedule()
                .findRefusal())
        .as("a payment that only covers the interest never ends")
        .isPresent();
    assertThat(
            PlanTerms.monthly(new PlanKind.Bullet(), Fen.ofYuan(1), AnnualRate.ZERO, 2)
                .on(LocalDate.of(2026, 1, 1), List.of(), Optional.empty())
                .schedule()
                .findRefusal())
        .as("days are missing")
        .isPresent();
  }
}
