package dev.hufu.learn.watch;

import dev.hufu.learn.frame.FrameFormat;
import dev.hufu.learn.measure.Stability;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What of a scored stream is watched, and from where on it is told. The lines are conventions of
 * the trade, no law; each can be said otherwise.
 *
 * @param format how the file is read
 * @param score the column of scores
 * @param label the column of outcomes (1 bad, 0 good, empty while it has not arrived)
 * @param time the column of days or times, by which periods are told
 * @param period how long a period is
 * @param alertFrom a score from which a case is an alert; by default that of the training's top
 *     hundredth
 * @param alertBelow whether a low score is the alert, as on a scorecard
 * @param look index from which a shift is worth a look
 * @param shift index from which it is another population
 * @param oddsApart observed by expected may be off by that factor either way
 */
public record WatchPlan(
    FrameFormat format,
    String score,
    Optional<String> label,
    Optional<String> time,
    Period period,
    OptionalDouble alertFrom,
    boolean alertBelow,
    double look,
    double shift,
    double oddsApart) {

  /** How long a period is. */
  public enum Period {
    DAY,
    /** From Monday on, named by its Monday. */
    WEEK
  }

  /** Observed by expected within a quarter, by convention. */
  public static final double ODDS_APART = 1.25;

  /** Comma, {@code score}, no outcomes, no time. */
  public static final WatchPlan PLAIN =
      new WatchPlan(
          FrameFormat.CSV,
          Profile.SCORE,
          Optional.empty(),
          Optional.empty(),
          Period.DAY,
          OptionalDouble.empty(),
          false,
          Stability.LOOK_FROM,
          Stability.SHIFT_FROM,
          ODDS_APART);

  public WatchPlan {
    if (!(look > 0 && shift >= look && oddsApart > 1)) {
      throw new IllegalArgumentException("0 < look <= shift, 1 < oddsApart");
    }
  }

  public WatchPlan label(String column) {
    return new WatchPlan(
        format,
        score,
        Optional.of(column),
        time,
        period,
        alertFrom,
        alertBelow,
        look,
        shift,
        oddsApart);
  }

  public WatchPlan by(Period length, String column) {
    return new WatchPlan(
        format,
        score,
        label,
        Optional.of(column),
        length,
        alertFrom,
        alertBelow,
        look,
        shift,
        oddsApart);
  }
}
