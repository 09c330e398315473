package dev.hufu.learn.watch;

import dev.hufu.learn.measure.Interval;
import java.util.Optional;

/**
 * Whether what was said came true, over the rows whose outcome has arrived.
 *
 * @param labelled rows with an outcome
 * @param bad how many of them were bad
 * @param expected how many the scores said; NaN where scores are no probabilities
 * @param ratio bad seen by bad expected; one where the level is right
 * @param brier mean squared distance of score and outcome
 * @param slope of the outcome on the logit of the score; one where the spread is right, less where
 *     the model is too sure of itself
 */
public record Outcomes(
    long labelled,
    long bad,
    double expected,
    Optional<Interval> ratio,
    Optional<Interval> brier,
    Optional<Interval> slope) {

  /** Whether the whole interval of the ratio lies beyond that factor, either way. */
  public boolean drifted(double apart) {
    return ratio.map(one -> one.low() > apart || one.high() < 1 / apart).orElse(false);
  }
}
