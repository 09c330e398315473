package dev.hufu.kernel.loan.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/**
 * Goal: a rate is right, the only one, and the same for every order of sums. Method: laws over
 * random loans; Hipparchus finds roots its own way.
 */
class RateLawsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

  private static Gen<List<Fen>> payments() {
    return lists().of(longs().between(0, 500_000).map(Fen::new)).ofSizeBetween(1, 40);
  }

  private static boolean pays(List<Fen> payments) {
    return payments.stream().anyMatch(sum -> sum.fen() > 0);
  }

  private static List<Flow> flows(long received, List<Fen> payments) {
    List<Flow> flows = new ArrayList<>(List.of(Flow.received(DAY, new Fen(received))));
    for (int i = 0; i < payments.size(); i++) {
      flows.add(Flow.paid(DAY.plusMonths(i + 1L), payments.get(i)));
    }
    return flows;
  }

  private static Price price(List<Flow> flows) {
    return CashFlows.dated(flows).orThrow().price();
  }

  @Test
  void noOrderOfSumsChangesAnything() {
    qt().withExamples(60)
        .forAll(payments(), longs().between(1, 5_000_000), longs().all())
        .assuming((payments, _received, _seed) -> pays(payments))
        .checkAssert(
            (payments, received, seed) -> {
              List<Flow> flows = flows(received, payments);
              List<Flow> mixed = new ArrayList<>(flows);
              Collections.shuffle(mixed, new Random(seed));
              assertThat(price(mixed)).isEqualTo(price(flows));
            });
  }

  @Test
  void aFeeTakenFirstIsAFeePaidAtTheStartAndMakesItDearer() {
    qt().withExamples(60)
        .forAll(payments(), longs().between(200_000, 5_000_000), longs().between(1, 100_000))
        .assuming((payments, _received, _fee) -> pays(payments))
        .checkAssert(
            (payments, received, fee) -> {
              List<Flow> paid = new ArrayList<>(flows(received, payments));
              paid.add(Flow.paid(DAY, new Fen(fee)));
              Price whole = price(flows(received, payments));
              Price kept = price(flows(received - fee, payments));
              if (kept instanceof Price.Known dear && whole instanceof Price.Known cheap) {
                assertThat(((Price.Known) price(paid)).growth()).isEqualTo(dear.growth());
                assertThat(dear.effective()).isGreaterThanOrEqualTo(cheap.effective());
              }
            });
  }

  @Test
  void hipparchusFindsTheSameRate() {
    BracketingNthOrderBrentSolver solver = new BracketingNthOrderBrentSolver(1e-13, 1e-13, 1e-6, 5);
    qt().withExamples(60)
        .forAll(payments(), longs().between(1_000, 5_000_000))
        .assuming((payments, _received) -> pays(payments))
        .checkAssert(
            (payments, received) -> {
              CashFlows loan = CashFlows.regular(new Fen(received), payments, Pace.MONTH).orThrow();
              UnivariateFunction left =
                  growth -> {
                    double sum = received;
                    for (int i = 0; i < payments.size(); i++) {
                      sum -= payments.get(i).fen() * Math.exp(-growth * (i + 1) / 12);
                    }
                    return sum;
                  };
              if (loan.price() instanceof Price.Known known) {
                double ours = known.growth().continuous();
                double theirs = solver.solve(1_000, left, ours - 0.7, ours + 0.9);
                assertThat(ours).isCloseTo(theirs, within(1e-9 * Math.max(1, Math.abs(ours))));
              }
            });
  }

  /** Rates that are chosen first and then hidden in sums: a product of as many factors. */
  private static double[] sumsWith(List<Double> factors) {
    double[] sums = {1};
    for (double factor : factors) {
      double[] longer = new double[sums.length + 1];
      for (int i = 0; i < sums.length; i++) {
        longer[i] += sums[i];
        longer[i + 1] -= sums[i] * factor;
      }
      sums = longer;
    }
    return sums;
  }

  @Test
  void everyHiddenRateIsFound() {
    qt().withExamples(60)
        .forAll(lists().of(integers().between(-8, 30)).ofSizeBetween(1, 5))
        .checkAssert(
            hidden -> {
              List<Double> factors =
                  hidden.stream().distinct().sorted().map(n -> 1 + n / 10.0).toList();
              double[] sums = sumsWith(factors);
              long[] ticks =
                  IntStream.range(0, sums.length).mapToLong(i -> i * Ticks.YEAR).toArray();
              List<Double> found =
                  switch (RateSearch.roots(ticks, sums)) {
                    case Roots.One(var growth) -> List.of(growth.effective().fraction() + 1);
                    case Roots.Several(var growths) ->
                        growths.stream().map(growth -> growth.effective().fraction() + 1).toList();
                    case Roots.None(var why) -> throw new AssertionError(why);
                  };
              assertThat(found).hasSameSizeAs(factors);
              for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i)).isCloseTo(factors.get(i), within(1e-6));
              }
            });
  }

  @Test
  void bothWaysOfSeparatingAgree() {
    Random random = new Random(6);
    for (int run = 0; run < 40; run++) {
      int n = 4 + random.nextInt(20);
      double[] sums = random.doubles(n, -1_000, 1_000).toArray();
      double[] years = IntStream.range(0, n).mapToDouble(i -> i / 12.0).toArray();
      long[] ticks = IntStream.range(0, n).mapToLong(i -> i * Ticks.MONTH).toArray();
      int spans = RateIsolation.spans(years, sums, RateSearch.CONTINUOUS_MAX).orElseThrow().size();
      assertThat(count(RateSearch.roots(ticks, sums))).as(Arrays.toString(sums)).isEqualTo(spans);
    }
  }

  private static int count(Roots roots) {
    return switch (roots) {
      case Roots.One _one -> 1;
      case Roots.Several(var growths) -> growths.size();
      case Roots.None _none -> 0;
    };
  }

  @Test
  void manyTurnsWithOneRateAreToldAsOne() {
    List<Flow> flows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      flows.add(Flow.received(DAY.plusDays(2L * i), Fen.ofYuan(1_000)));
      flows.add(Flow.paid(DAY.plusDays(2L * i + 1), Fen.ofYuan(i < 20 ? 200 : 1_010)));
    }
    flows.add(Flow.paid(DAY.plusDays(500), Fen.ofYuan(20_000)));
    assertThat(price(flows)).isInstanceOf(Price.Known.class);
  }

  @Test
  void asManySumsAsMayBe() {
    List<Fen> most = Collections.nCopies(Limits.PRICE_FLOWS_MAX, Fen.ofYuan(1));
    assertThat(CashFlows.regular(Fen.ofYuan(5_000), most, new Pace.Days(1)).orThrow().price())
        .isInstanceOf(Price.Known.class);
    List<Fen> more = Collections.nCopies(Limits.PRICE_FLOWS_MAX + 1, Fen.ofYuan(1));
    refused(CashFlows.regular(Fen.ofYuan(5_000), more, Pace.MONTH), Code.PRICE_FLOWS_TOO_MANY);
  }

  @Test
  void theLargestSumAndTheFirstAndLastDay() {
    Fen most = new Fen(Limits.PRICE_SUM_FEN_MAX);
    LocalDate first = LocalDate.of(Limits.PRICE_YEAR_MIN, 1, 1);
    LocalDate last = LocalDate.of(Limits.PRICE_YEAR_MAX, 12, 31);
    assertThat(price(List.of(Flow.received(first, most), Flow.paid(last, most))))
        .isInstanceOf(Price.Known.class);
    refused(
        CashFlows.dated(List.of(Flow.received(first, most.plus(new Fen(1))))),
        Code.PRICE_SUM_TOO_LARGE);
    refused(
        CashFlows.dated(List.of(Flow.received(first.minusDays(1), most))),
        Code.PRICE_DAY_OUT_OF_RANGE);
    refused(
        CashFlows.dated(List.of(Flow.received(last.plusDays(1), most))),
        Code.PRICE_DAY_OUT_OF_RANGE);
  }

  private static void refused(Outcome<CashFlows> outcome, Code code) {
    assertThat(outcome.findRefusal())
        .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
