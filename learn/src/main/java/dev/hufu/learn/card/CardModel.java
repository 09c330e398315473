package dev.hufu.learn.card;

import dev.hufu.kernel.code.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A card as it was learned, before it has points: what each bin adds to the log odds of going bad.
 *
 * @param counts good and bad cases of each bin in training
 * @param effects what each bin adds
 * @param fit the regression behind it, where there is one
 * @param told what was left out on the way, and why
 */
record CardModel(
    double intercept,
    List<Classes> classes,
    List<Sample.Counts> counts,
    List<double[]> effects,
    Optional<Logistic> fit,
    List<Refusal> told) {

  CardModel {
    classes = List.copyOf(classes);
    counts = List.copyOf(counts);
    effects = List.copyOf(effects);
    told = List.copyOf(told);
  }

  /** Log odds of bad, row by row. */
  double[] odds(Sample sample) {
    double[] odds = new double[sample.rows()];
    Arrays.fill(odds, intercept);
    for (int i = 0; i < classes.size(); i++) {
      int[] bins = classes.get(i).of(sample.column(classes.get(i).feature()));
      double[] effect = effects.get(i);
      for (int row = 0; row < odds.length; row++) {
        odds[row] += effect[bins[row]];
      }
    }
    return odds;
  }
}
