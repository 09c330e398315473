package dev.hufu.policy.backtest;

/**
 * How well a flag fits what events turned out to be; unlabelled events are not among them.
 *
 * @param right flagged and fraud
 * @param wrong flagged and honest
 * @param missed fraud and not flagged
 * @param rightFen the sum of amounts of the first, and so on
 */
public record Quality(
    long right, long wrong, long missed, long rightFen, long wrongFen, long missedFen) {

  /** The share of the flagged that was fraud; 0 where nothing was flagged. */
  public double precision() {
    return right + wrong == 0 ? 0 : (double) right / (right + wrong);
  }

  /** The share of the fraud that was flagged; 0 where there was none. */
  public double recall() {
    return right + missed == 0 ? 0 : (double) right / (right + missed);
  }
}
