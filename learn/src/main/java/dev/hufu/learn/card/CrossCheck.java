package dev.hufu.learn.card;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.measure.Ranking;
import dev.hufu.learn.task.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Repeated stratified cross-validation of card and challenger on the same folds: bins, choice and
 * fit are learned anew in each, so that nothing of the held-out part is known to either.
 *
 * <p>Example: {@code CrossCheck.of(recipe, applicants, Map.of(), steps)}. Figures are of those
 * whose outcome is known; those turned down are at most learned from.
 */
final class CrossCheck {

  /**
   * What a fold gave.
   *
   * @param cardAuc area under the curve of the card on the held-out part
   * @param challengerAuc of the challenger there
   * @param features on the card
   */
  record Fold(
      double cardAuc, double cardKs, double challengerAuc, double challengerKs, int features) {}

  private final List<Fold> folds = new ArrayList<>();
  private final double[] card;
  private final double[] challenger;
  private long nanosCard;
  private long nanosChallenger;

  private CrossCheck(int rows) {
    card = new double[rows];
    challenger = new double[rows];
  }

  static Outcome<CrossCheck> of(
      ApplicantRecipe recipe, Applicants applicants, Map<String, Classes> fixed, Steps steps) {
    Sample sample = applicants.sample();
    CrossCheck check = new CrossCheck(sample.rows());
    int repeats = recipe.protocol().repeats();
    int folds = recipe.protocol().folds();
    for (int repeat = 0; repeat < repeats; repeat++) {
      int[] fold = folds(sample, folds, recipe.seed() + repeat);
      for (int k = 0; k < folds; k++) {
        int at = k;
        int[] in = IntStream.range(0, fold.length).filter(r -> fold[r] != at).toArray();
        int[] out = IntStream.range(0, fold.length).filter(r -> fold[r] == at).toArray();
        Optional<Refusal> refusal = check.fold(recipe, applicants, fixed, in, out, repeat == 0);
        if (refusal.isPresent()) {
          return Outcome.refused(refusal.get());
        }
        steps.step(
            new Wording("交叉检验", "cross-validation"),
            (long) repeat * folds + k + 1,
            (long) repeats * folds);
      }
    }
    return Outcome.of(check);
  }

  /** The fold of each row, bad and good dealt out alike. */
  static int[] folds(Sample sample, int folds, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    int[] fold = new int[sample.rows()];
    for (boolean bad : new boolean[] {false, true}) {
      int[] rows = IntStream.range(0, fold.length).filter(row -> sample.bad(row) == bad).toArray();
      for (int i = rows.length - 1; i > 0; i--) {
        int j = chance.nextInt(i + 1);
        int swap = rows[i];
        rows[i] = rows[j];
        rows[j] = swap;
      }
      for (int i = 0; i < rows.length; i++) {
        fold[rows[i]] = i % folds;
      }
    }
    return fold;
  }

  private Optional<Refusal> fold(
      ApplicantRecipe recipe,
      Applicants applicants,
      Map<String, Classes> fixed,
      int[] in,
      int[] out,
      boolean first) {
    Sample held = applicants.sample().select(out);
    long start = System.nanoTime();
    Outcome<Sample> assumed =
        RejectInference.with(recipe, applicants.sample().select(in), applicants.rejected(), fixed);
    if (assumed.findRefusal().isPresent()) {
      return assumed.findRefusal();
    }
    Sample training = assumed.orThrow();
    Outcome<CardModel> model =
        new CardLearner(recipe.settings(), recipe::rule).learn(training, fixed);
    long between = System.nanoTime();
    Outcome<Challenger> trees =
        Challenger.learn(recipe.challenger(), recipe::rule, training, recipe.seed());
    nanosCard += between - start;
    nanosChallenger += System.nanoTime() - between;
    Optional<Refusal> refusal = model.findRefusal().or(trees::findRefusal);
    if (refusal.isPresent()) {
      return refusal;
    }
    double[] cardOdds = model.orThrow().odds(held);
    double[] treeOdds = trees.orThrow().odds(held);
    Ranking byCard = Ranking.of(cardOdds, held.outcomes());
    Ranking byTrees = Ranking.of(treeOdds, held.outcomes());
    folds.add(
        new Fold(
            byCard.auc(),
            byCard.ks(),
            byTrees.auc(),
            byTrees.ks(),
            model.orThrow().classes().size()));
    for (int i = 0; first && i < out.length; i++) {
      card[out[i]] = cardOdds[i];
      challenger[out[i]] = treeOdds[i];
    }
    return Optional.empty();
  }

  List<Fold> folds() {
    return List.copyOf(folds);
  }

  double cardAuc() {
    return mean(folds.stream().mapToDouble(Fold::cardAuc).toArray());
  }

  double challengerAuc() {
    return mean(folds.stream().mapToDouble(Fold::challengerAuc).toArray());
  }

  double cardKs() {
    return mean(folds.stream().mapToDouble(Fold::cardKs).toArray());
  }

  double challengerKs() {
    return mean(folds.stream().mapToDouble(Fold::challengerKs).toArray());
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** Log odds of bad of each row by the card that had not seen it, in the first repetition. */
  double[] cardOdds() {
    return card.clone();
  }

  /** The same by the challenger. */
  double[] challengerOdds() {
    return challenger.clone();
  }

  /** Seconds to train a card, on average. */
  double cardSeconds() {
    return nanosCard / 1e9 / folds.size();
  }

  double challengerSeconds() {
    return nanosChallenger / 1e9 / folds.size();
  }
}
