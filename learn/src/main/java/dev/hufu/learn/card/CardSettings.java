package dev.hufu.learn.card;

import dev.hufu.policy.card.Scale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a card is fitted, beside its bins.
 *
 * @param pull average cases added to each bin before its weight of evidence is taken
 * @param ridge pull of the coefficients to 0, in cases
 * @param informationMin features that say less are left out
 * @param correlationMax of two features closer than this, the one that says less is left out
 * @param chanceMax features whose coefficient could be chance beyond this are left out one by one
 * @param inflationMax features whose variance inflation is beyond this are left out one by one
 * @param way how features are chosen by Akaike's criterion, if at all
 * @param signs whether a feature must keep the direction of its own bins beside the others
 * @param scale how odds become points
 * @param decimals of points
 * @param cutoff the score asked for, if any
 * @param additive how stumps are boosted, where they take the place of the regression
 */
record CardSettings(
    double pull,
    double ridge,
    double informationMin,
    double correlationMax,
    double chanceMax,
    double inflationMax,
    Stepwise.Way way,
    boolean signs,
    Scale scale,
    int decimals,
    OptionalDouble cutoff,
    Optional<Additive> additive) {

  /**
   * Points from boosted stumps in place of weights of evidence: bins are fitted together.
   *
   * @param trees rounds of boosting
   * @param rate how much of each counts
   * @param rowsInLeaf fewest cases on either side of a split
   * @param inputShare share of the features each round sees
   */
  record Additive(int trees, double rate, int rowsInLeaf, double inputShare, double ridge) {}

  static final Scale SCALE = new Scale(20, 600, 50);

  static final CardSettings USUAL =
      new CardSettings(
          1,
          1,
          0.02,
          0.95,
          1,
          Double.POSITIVE_INFINITY,
          Stepwise.Way.NONE,
          true,
          SCALE,
          0,
          OptionalDouble.empty(),
          Optional.empty());
}
