package dev.hufu.bench;

import dev.hufu.kernel.loan.price.CashFlows;
import dev.hufu.kernel.loan.price.Flow;
import dev.hufu.kernel.loan.price.Pace;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.loan.price.RegZApr;
import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The price of a loan of one sum and 35 payments, from checked sums and from the bare ones. */
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PriceBenchmark {

  private static final int PAYMENTS = 35;

  private List<Fen> payments;
  private List<Flow> dated;
  private CashFlows even;
  private CashFlows byDays;
  private int turn;

  @Setup
  public void make() {
    payments = Collections.nCopies(PAYMENTS, Fen.ofYuan(1_600));
    LocalDate day = LocalDate.of(2024, 11, 1);
    dated = new ArrayList<>(List.of(Flow.received(day, Fen.ofYuan(42_500))));
    for (int i = 1; i <= PAYMENTS; i++) {
      dated.add(Flow.paid(day.plusMonths(i), payments.get(i - 1)));
    }
    even = regular();
    byDays = CashFlows.dated(dated, Optional.of(new Pace.Days(30))).orThrow();
  }

  /** Another sum each time, so that no result can be kept. */
  private CashFlows regular() {
    turn = (turn + 1) & 0xFFFF;
    return CashFlows.regular(new Fen(4_250_000 + turn), payments, Pace.MONTH).orThrow();
  }

  /** Checked sums, even months. */
  @Benchmark
  public Price priceOfEvenMonths() {
    return even.price();
  }

  /** Checked sums on days. */
  @Benchmark
  public Price priceOfDays() {
    return byDays.price();
  }

  /** From bare sums, another loan each time. */
  @Benchmark
  public Price priceFromBareSums() {
    return regular().price();
  }

  /** From dated sums, the period found from the days. */
  @Benchmark
  public Price priceFromDatedSums() {
    return CashFlows.dated(dated).orThrow().price();
  }

  /** The annual rate of Appendix J over the same loan. */
  @Benchmark
  public Object priceByAppendixJ() {
    return RegZApr.of(even);
  }
}
