package dev.hufu.learn.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Figures against their definitions, counted out pair by pair and threshold by threshold. */
final class MeasureTest {

  private static final int CASES = 120;

  /** Scores with many ties. */
  private static double[] scores(SplittableRandom chance) {
    return chance.ints(CASES, 0, 12).mapToDouble(i -> i / 12.0).toArray();
  }

  private static boolean[] outcomes(SplittableRandom chance, double[] scores) {
    boolean[] bad = new boolean[scores.length];
    for (int i = 0; i < bad.length; i++) {
      bad[i] = chance.nextDouble() < 0.1 + 0.6 * scores[i];
    }
    return bad;
  }

  private static double aucByPairs(double[] scores, boolean[] bad) {
    double wins = 0;
    double pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (bad[i] && !bad[j]) {
          pairs++;
          wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    return wins / pairs;
  }

  private static double share(double[] scores, boolean[] bad, double from, boolean which) {
    double caught = 0;
    double all = 0;
    for (int i = 0; i < scores.length; i++) {
      all += bad[i] == which ? 1 : 0;
      caught += bad[i] == which && scores[i] >= from ? 1 : 0;
    }
    return caught / all;
  }

  @Test
  void rankingAgreesWithItsDefinitions() {
    SplittableRandom chance = new SplittableRandom(7);
    for (int round = 0; round < 50; round++) {
      double[] scores = scores(chance);
      boolean[] bad = outcomes(chance, scores);
      Ranking ranking = Ranking.of(scores, bad);
      assertThat(ranking.auc()).isCloseTo(aucByPairs(scores, bad), within(1e-12));
      double ks = 0;
      double precision = 0;
      double recallBefore = 0;
      for (int step = 11; step >= 0; step--) {
        double from = step / 12.0;
        double recall = share(scores, bad, from, true);
        double alarms = share(scores, bad, from, false);
        ks = Math.max(ks, Math.abs(recall - alarms));
        double caught = recall * ranking.bad();
        double all = caught + alarms * ranking.good();
        precision += all == 0 ? 0 : (recall - recallBefore) * caught / all;
        recallBefore = recall;
      }
      assertThat(ranking.ks()).isCloseTo(ks, within(1e-12));
      assertThat(ranking.averagePrecision()).isCloseTo(precision, within(1e-12));
      double line = ranking.thresholdAt(0.1);
      assertThat(share(scores, bad, line, false)).isLessThanOrEqualTo(0.1);
      assertThat(share(scores, bad, line, true)).isCloseTo(ranking.recallAt(0.1), within(1e-12));
    }
  }

  @Test
  void oneKindHasNoFigure() {
    Ranking ranking = Ranking.of(new double[] {1, 2}, new boolean[] {true, true});
    assertThat(ranking.twoKinds()).isFalse();
    assertThat(ranking.auc()).isNaN();
    assertThat(ranking.ks()).isNaN();
  }

  @Test
  void stabilityToTheDigits() {
    double[] even = {20, 20, 20, 20, 20};
    assertThat(Stability.psi(even, new double[] {25, 20, 20, 20, 15}))
        .isCloseTo(0.025541281, within(5e-10));
    assertThat(Stability.psi(new double[] {10, 20, 30, 25, 15}, new double[] {5, 15, 30, 30, 20}))
        .isCloseTo(0.072541644, within(5e-10));
    assertThat(Stability.psi(even, even)).isZero();
    assertThat(Stability.psi(new double[] {10, 0, 0}, new double[] {5, 5, 0})).isFinite();
  }

  @Test
  void calibrationCountsWhatWasSaidAndSeen() {
    double[] said = {0.1, 0.1, 0.1, 0.1, 0.9, 0.9};
    boolean[] bad = {false, false, false, true, true, true};
    Calibration calibration = Calibration.of(said, bad, 3);
    assertThat(calibration.bins())
        .containsExactly(
            new Calibration.Bin(2, 0.1, 0),
            new Calibration.Bin(2, 0.1, 0.5),
            new Calibration.Bin(2, 0.9, 1));
    assertThat(calibration.brier()).isCloseTo((3 * 0.01 + 0.81 + 2 * 0.01) / 6, within(1e-12));
    assertThat(calibration.ratio()).isCloseTo(2.2 / 3, within(1e-12));
  }

  @Test
  void intervalsHoldTheFigureAndRepeat() {
    SplittableRandom chance = new SplittableRandom(3);
    double[] scores = scores(chance);
    boolean[] bad = outcomes(chance, scores);
    Interval first = Bootstrap.interval(scores, bad, 100, 5, Ranking::auc);
    assertThat(first).isEqualTo(Bootstrap.interval(scores, bad, 100, 5, Ranking::auc));
    assertThat(first.low()).isLessThan(first.value());
    assertThat(first.high()).isGreaterThan(first.value());
  }
}
