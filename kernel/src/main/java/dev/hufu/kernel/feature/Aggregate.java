package dev.hufu.kernel.feature;

/** What a feature computes over the events of its window. {@code features.yaml} names them so. */
public enum Aggregate {
  /** How many events; 0 in an empty window. */
  COUNT,
  /** Exact sum of a number; 0 in an empty window. */
  SUM,
  /** Mean of a number, in its smallest unit; unknown in an empty window, like all below. */
  MEAN,
  MIN,
  MAX,
  /** Standard deviation of the population. */
  STDDEV,
  /** How many different words or numbers; 0 in an empty window. */
  DISTINCT,
  /** The value of the earliest event. */
  FIRST,
  /** The value of the latest event. */
  LAST,
  /** Milliseconds from the latest event of the window to now. */
  SINCE_LAST,
  /** Milliseconds from the earliest event of the window to now. */
  SINCE_FIRST,
  /** One feature divided by another; unknown if either is, or the divisor is 0. */
  RATIO
}
