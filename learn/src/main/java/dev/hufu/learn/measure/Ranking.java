package dev.hufu.learn.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well scores put the bad before the good; higher means more likely bad. Equal scores count as
 * one step, so that the order of a file never helps.
 *
 * <p>Example: {@code Ranking.of(scores, bad).auc()}. Sorted once, O(n log n).
 *
 * <p>Sources: Fawcett 2006 for the curve; average precision as the sum over thresholds of precision
 * times the step of recall, without interpolation.
 */
public final class Ranking {

  /** One point of a curve. */
  public record Point(double x, double y) {}

  private final long[] badUpTo;
  private final long[] goodUpTo;
  private final double[] thresholds;

  private Ranking(long[] badUpTo, long[] goodUpTo, double[] thresholds) {
    this.badUpTo = badUpTo;
    this.goodUpTo = goodUpTo;
    this.thresholds = thresholds;
  }

  /**
   * Puts scores in order.
   *
   * @param scores finite, one a case
   * @param bad what each case turned out to be
   */
  public static Ranking of(double[] scores, boolean[] bad) {
    int cases = scores.length;
    if (bad.length != cases) {
      throw new IllegalArgumentException(cases + " scores, " + bad.length + " outcomes");
    }
    for (int i = 0; i < cases; i++) {
      if (Double.isNaN(scores[i])) {
        throw new IllegalArgumentException("no score in row " + i);
      }
    }
    int[] byScore = sortedIndex(scores);
    long[] badUpTo = new long[cases];
    long[] goodUpTo = new long[cases];
    double[] thresholds = new double[cases];
    int steps = 0;
    long bads = 0;
    long goods = 0;
    for (int i = cases - 1; i >= 0; i--) {
      int at = byScore[i];
      bads += bad[at] ? 1 : 0;
      goods += bad[at] ? 0 : 1;
      if (i == 0 || scores[byScore[i - 1]] != scores[at]) {
        badUpTo[steps] = bads;
        goodUpTo[steps] = goods;
        thresholds[steps++] = scores[at];
      }
    }
    return new Ranking(
        Arrays.copyOf(badUpTo, steps),
        Arrays.copyOf(goodUpTo, steps),
        Arrays.copyOf(thresholds, steps));
  }

  /** The places of the values in rising order; ties in the order of the places. */
  private static int[] sortedIndex(double[] values) {
    Integer[] places = new Integer[values.length];
    Arrays.setAll(places, i -> i);
    Arrays.sort(places, (a, b) -> Double.compare(values[a], values[b]));
    return Arrays.stream(places).mapToInt(Integer::intValue).toArray();
  }

  public long bad() {
    return badUpTo.length == 0 ? 0 : badUpTo[badUpTo.length - 1];
  }

  public long good() {
    return goodUpTo.length == 0 ? 0 : goodUpTo[goodUpTo.length - 1];
  }

  /** Whether there are both kinds, without which no figure here means anything. */
  public boolean twoKinds() {
    return bad() > 0 && good() > 0;
  }

  /** The chance that a bad case scores above a good one, ties half; NaN of one kind only. */
  public double auc() {
    if (!twoKinds()) {
      return Double.NaN;
    }
    double area = 0;
    long bads = 0;
    long goods = 0;
    for (int i = 0; i < badUpTo.length; i++) {
      area += (goodUpTo[i] - goods) * (bads + badUpTo[i]) / 2.0;
      bads = badUpTo[i];
      goods = goodUpTo[i];
    }
    return area / ((double) bads * goods);
  }

  /** 2 AUC − 1. */
  public double gini() {
    return 2 * auc() - 1;
  }

  /** The largest gap between the shares of bad and good caught (Kolmogorov and Smirnov). */
  public double ks() {
    double gap = 0;
    for (int i = 0; i < badUpTo.length; i++) {
      gap = Math.max(gap, Math.abs(badUpTo[i] / (double) bad() - goodUpTo[i] / (double) good()));
    }
    return twoKinds() ? gap : Double.NaN;
  }

  /** Average precision; NaN where there are no bad cases. */
  public double averagePrecision() {
    double sum = 0;
    long before = 0;
    for (int i = 0; i < badUpTo.length; i++) {
      sum += (badUpTo[i] - before) * (badUpTo[i] / (double) (badUpTo[i] + goodUpTo[i]));
      before = badUpTo[i];
    }
    return bad() == 0 ? Double.NaN : sum / bad();
  }

  /** The share of bad cases caught when no more than a share of good ones may be. */
  public double recallAt(double falseAlarmsMax) {
    long caught = 0;
    for (int i = 0; i < badUpTo.length && goodUpTo[i] <= falseAlarmsMax * good(); i++) {
      caught = badUpTo[i];
    }
    return bad() == 0 ? Double.NaN : caught / (double) bad();
  }

  /** The lowest score from which no more than a share of good cases is caught. */
  public double thresholdAt(double falseAlarmsMax) {
    double threshold = Double.POSITIVE_INFINITY;
    for (int i = 0; i < badUpTo.length && goodUpTo[i] <= falseAlarmsMax * good(); i++) {
      threshold = thresholds[i];
    }
    return threshold;
  }

  /** Share of good against share of bad caught, thinned to so many points. */
  public List<Point> roc(int pointsMax) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, 0));
    for (int i : thinned(pointsMax)) {
      points.add(new Point(goodUpTo[i] / (double) good(), badUpTo[i] / (double) bad()));
    }
    return points;
  }

  /** Recall against precision, thinned to so many points. */
  public List<Point> precisionRecall(int pointsMax) {
    List<Point> points = new ArrayList<>();
    for (int i : thinned(pointsMax)) {
      points.add(
          new Point(badUpTo[i] / (double) bad(), badUpTo[i] / (double) (badUpTo[i] + goodUpTo[i])));
    }
    return points;
  }

  /** Steps whose share of bad cases differs by enough to be seen, the last always. */
  private int[] thinned(int pointsMax) {
    double step = 1.0 / Math.max(1, pointsMax);
    List<Integer> kept = new ArrayList<>();
    double last = -1;
    for (int i = 0; i < badUpTo.length; i++) {
      double along = (badUpTo[i] / (double) bad() + goodUpTo[i] / (double) good()) / 2;
      if (along - last >= step || i == badUpTo.length - 1) {
        kept.add(i);
        last = along;
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }
}
