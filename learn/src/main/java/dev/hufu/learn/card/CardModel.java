package dev.hufu.learn.card;

import dev.hufu.kernel.code.Refusal;
import java.util.List;

/**
 * A card as it was learned: features with bins, their weights of evidence, and the regression over
 * them. {@link CardMaker} turns it into points.
 *
 * @param told what was left out on the way, and why
 */
record CardModel(
    List<Classes> classes,
    List<Sample.Counts> counts,
    List<double[]> weights,
    Logistic fit,
    List<Refusal> told) {

  CardModel {
    classes = List.copyOf(classes);
    counts = List.copyOf(counts);
    weights = List.copyOf(weights);
    told = List.copyOf(told);
  }

  /** Log odds of bad, row by row. */
  double[] odds(Sample sample) {
    double[] odds = new double[sample.rows()];
    java.util.Arrays.fill(odds, fit.intercept());
    for (int i = 0; i < classes.size(); i++) {
      int[] bins = classes.get(i).of(sample.column(classes.get(i).feature()));
      double[] weight = weights.get(i);
      for (int row = 0; row < odds.length; row++) {
        odds[row] += fit.coefficients().get(i) * weight[bins[row]];
      }
    }
    return odds;
  }
}
