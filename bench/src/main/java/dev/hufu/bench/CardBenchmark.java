package dev.hufu.bench;

import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.card.Bin;
import dev.hufu.policy.card.CardExplainer;
import dev.hufu.policy.card.CardResult;
import dev.hufu.policy.card.CardScorer;
import dev.hufu.policy.card.Characteristic;
import dev.hufu.policy.card.ReasonMethod;
import dev.hufu.policy.card.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A card of 20 characteristics of 8 bins each, another applicant each time. */
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CardBenchmark {

  private static final int CHARACTERISTICS = 20;
  private static final int BINS = 8;
  private static final int APPLICANTS = 1 << 12;

  private double[][] applicants;
  private CardScorer scorer;
  private CardExplainer explainer;
  private int turn;

  @Setup
  public void make() {
    SplittableRandom chance = new SplittableRandom(1);
    applicants = new double[APPLICANTS][CHARACTERISTICS];
    for (double[] one : applicants) {
      for (int i = 0; i < one.length; i++) {
        one[i] = chance.nextInt(20) == 0 ? Double.NaN : chance.nextDouble(BINS);
      }
    }
    List<Characteristic> all =
        IntStream.range(0, CHARACTERISTICS).mapToObj(i -> characteristic(i, chance)).toList();
    Wording title = new Wording("卡", "card");
    scorer =
        new CardScorer(
            new Scorecard(
                "bench",
                "1",
                title,
                Scorecard.Better.HIGHER,
                Optional.empty(),
                0,
                OptionalDouble.of(600),
                List.of(),
                List.of(),
                all));
    explainer = new CardExplainer(scorer, ReasonMethod.NEAR_CUTOFF);
  }

  private static Characteristic characteristic(int index, SplittableRandom chance) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      OptionalDouble from = i == 0 ? OptionalDouble.empty() : OptionalDouble.of(i);
      OptionalDouble to = i == BINS - 1 ? OptionalDouble.empty() : OptionalDouble.of(i + 1);
      bins.add(Bin.of(new Bin.Interval(from, true, to, false), chance.nextInt(60)));
    }
    bins.add(Bin.of(new Bin.Missing(), 10));
    Wording words = new Wording("题" + index, "c" + index);
    return new Characteristic(
        "c" + index,
        "c" + index,
        words,
        "R" + index,
        words,
        true,
        Optional.empty(),
        30,
        OptionalDouble.empty(),
        bins);
  }

  private double[] next() {
    turn = (turn + 1) & (APPLICANTS - 1);
    return applicants[turn];
  }

  /** The score alone. */
  @Benchmark
  public double score() {
    return scorer.score(next());
  }

  /** The score with its parts, reasons and changes. */
  @Benchmark
  public CardResult explained() {
    return explainer.explain(next(), 0);
  }
}
