package dev.hufu.learn.card;

import dev.hufu.policy.card.Scale;
import java.util.OptionalDouble;

/**
 * How a card is fitted, beside its bins.
 *
 * @param pull average cases added to each bin before its weight of evidence is taken
 * @param ridge pull of the coefficients to 0, in cases
 * @param informationMin features that say less are left out
 * @param correlationMax of two features closer than this, the one that says less is left out
 * @param chanceMax features whose coefficient could be chance beyond this are left out one by one
 * @param signs whether a feature must keep the direction of its own bins beside the others
 * @param scale how odds become points
 * @param decimals of points
 * @param cutoff the score asked for, if any
 */
record CardSettings(
    double pull,
    double ridge,
    double informationMin,
    double correlationMax,
    double chanceMax,
    boolean signs,
    Scale scale,
    int decimals,
    OptionalDouble cutoff) {

  static final Scale SCALE = new Scale(20, 600, 50);

  static final CardSettings USUAL =
      new CardSettings(1, 1, 0.02, 0.95, 1, true, SCALE, 0, OptionalDouble.empty());
}
