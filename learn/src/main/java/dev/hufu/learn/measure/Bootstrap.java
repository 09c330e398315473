package dev.hufu.learn.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Intervals by drawing the cases again with replacement (Efron's percentile bootstrap). The same
 * seed gives the same interval.
 *
 * <p>Example: {@code Bootstrap.interval(scores, bad, 200, 1, Ranking::auc)}.
 */
public final class Bootstrap {

  /** Beyond this many cases the draw is of so many only, and the spread is scaled back. */
  private static final int CASES_MAX = 100_000;

  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  private Bootstrap() {}

  /** A figure of a ranking. */
  @FunctionalInterface
  public interface Figure {
    double of(Ranking ranking);
  }

  /** The figure of all cases, with its interval over so many rounds. */
  public static Interval interval(
      double[] scores, boolean[] bad, int rounds, long seed, Figure figure) {
    double value = figure.of(Ranking.of(scores, bad));
    int cases = Math.min(scores.length, CASES_MAX);
    double scale = Math.sqrt(cases / (double) scores.length);
    SplittableRandom chance = new SplittableRandom(seed);
    double[] drawnScores = new double[cases];
    boolean[] drawnBad = new boolean[cases];
    double[] figures = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < cases; i++) {
        int at = chance.nextInt(scores.length);
        drawnScores[i] = scores[at];
        drawnBad[i] = bad[at];
      }
      figures[round] = figure.of(Ranking.of(drawnScores, drawnBad));
    }
    double[] sorted = Arrays.stream(figures).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return new Interval(value, Double.NaN, Double.NaN);
    }
    return new Interval(
        value,
        value + scale * (at(sorted, LOW) - value),
        value + scale * (at(sorted, HIGH) - value));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
