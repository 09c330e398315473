package dev.hufu.learn.card;

import dev.hufu.kernel.code.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Applicants who were turned down never show how they would have paid. Both ways here give them an
 * outcome by assumption, from the score of those who were let in; a card fitted on such outcomes
 * carries the assumption, and its report must say so.
 *
 * <p>Example: {@code RejectInference.fuzzy(accepted, rejected, odds, 1.5)}. Source: Siddiqi 2006,
 * chapter 6.
 */
final class RejectInference {

  private static final int PARCELS = 10;

  /** Every rejected applicant twice, or in parcels of the same score. */
  enum How {
    FUZZY,
    PARCELS
  }

  /**
   * What a recipe assumes.
   *
   * @param words of the outcome's column that mean: turned down
   * @param worse how much worse they are assumed to be than accepted of the same score, as a ratio
   *     of odds
   */
  record Plan(Set<String> words, How how, double worse) {
    Plan {
      words = Set.copyOf(words);
    }
  }

  private RejectInference() {}

  /**
   * Fuzzy augmentation: each rejected applicant counts twice, as bad with the chance the score
   * gives and as good with the rest.
   *
   * @param odds log odds of bad of the rejected, by a card of the accepted
   * @param factor how much worse the rejected are assumed to be than accepted of the same score, as
   *     a ratio of odds; 1 for no worse
   */
  static Sample fuzzy(Sample accepted, Sample rejected, double[] odds, double factor) {
    int rows = rejected.rows();
    boolean[] bad = new boolean[2 * rows];
    double[] weights = new double[2 * rows];
    int[] twice = new int[2 * rows];
    for (int row = 0; row < rows; row++) {
      double chance = chance(odds[row], factor);
      twice[2 * row] = row;
      twice[2 * row + 1] = row;
      bad[2 * row] = true;
      weights[2 * row] = chance * rejected.weight(row);
      weights[2 * row + 1] = (1 - chance) * rejected.weight(row);
    }
    return joined(accepted, rejected.select(twice), bad, weights);
  }

  /**
   * Parcelling: the rejected are cut into ten parcels by score, and in each so many are drawn as
   * bad as its mean chance says.
   */
  static Sample parcelled(
      Sample accepted, Sample rejected, double[] odds, double factor, long seed) {
    int rows = rejected.rows();
    Integer[] order = new Integer[rows];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(odds[a], odds[b]));
    boolean[] bad = new boolean[rows];
    SplittableRandom random = new SplittableRandom(seed);
    for (int parcel = 0; parcel < PARCELS; parcel++) {
      int from = (int) ((long) rows * parcel / PARCELS);
      int to = (int) ((long) rows * (parcel + 1) / PARCELS);
      double expected = 0;
      List<Integer> members = new ArrayList<>();
      for (int i = from; i < to; i++) {
        expected += chance(odds[order[i]], factor);
        members.add(order[i]);
      }
      for (long left = Math.round(expected); left > 0; left--) {
        bad[members.remove(random.nextInt(members.size()))] = true;
      }
    }
    return joined(accepted, rejected, bad, rejected.weights());
  }

  /**
   * The accepted and, where a recipe assumes outcomes for them, those turned down: scored by a card
   * of the accepted alone, which is then thrown away.
   */
  static Outcome<Sample> with(
      ApplicantRecipe recipe, Sample accepted, Sample rejected, Map<String, Classes> fixed) {
    if (recipe.rejects().isEmpty() || rejected.rows() == 0) {
      return Outcome.of(accepted);
    }
    Plan plan = recipe.rejects().get();
    return new CardLearner(recipe.settings(), recipe::rule)
        .learn(accepted, fixed)
        .map(
            card -> {
              double[] odds = card.odds(rejected);
              return plan.how == How.FUZZY
                  ? fuzzy(accepted, rejected, odds, plan.worse)
                  : parcelled(accepted, rejected, odds, plan.worse, recipe.seed());
            });
  }

  private static double chance(double odds, double factor) {
    return 1 / (1 + Math.exp(-odds) / factor);
  }

  private static Sample joined(Sample accepted, Sample rejected, boolean[] bad, double[] weights) {
    List<FeatureColumn> columns =
        accepted.columns().stream()
            .map(column -> column.followedBy(rejected.column(column.name())))
            .toList();
    int first = accepted.rows();
    boolean[] allBad = Arrays.copyOf(accepted.outcomes(), first + bad.length);
    double[] allWeights = Arrays.copyOf(accepted.weights(), first + bad.length);
    System.arraycopy(bad, 0, allBad, first, bad.length);
    System.arraycopy(weights, 0, allWeights, first, weights.length);
    return new Sample(columns, allBad, allWeights);
  }
}
