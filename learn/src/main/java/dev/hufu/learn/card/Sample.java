package dev.hufu.learn.card;

import java.util.List;

/**
 * Cases to learn from: their columns, how each turned out, and how often it counts.
 *
 * <p>Example: {@code sample.select(rows)}.
 */
final class Sample {

  private final List<FeatureColumn> columns;
  private final boolean[] bad;
  private final double[] weights;

  /** The arrays are kept, not copied. */
  Sample(List<FeatureColumn> columns, boolean[] bad, double[] weights) {
    this.columns = List.copyOf(columns);
    this.bad = bad;
    this.weights = weights;
  }

  List<FeatureColumn> columns() {
    return columns;
  }

  FeatureColumn column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  int rows() {
    return bad.length;
  }

  boolean bad(int row) {
    return bad[row];
  }

  double weight(int row) {
    return weights[row];
  }

  boolean[] outcomes() {
    return bad.clone();
  }

  double[] weights() {
    return weights.clone();
  }

  Sample select(int[] rows) {
    boolean[] chosenBad = new boolean[rows.length];
    double[] chosenWeights = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosenBad[i] = bad[rows[i]];
      chosenWeights[i] = weights[rows[i]];
    }
    return new Sample(
        columns.stream().map(column -> column.select(rows)).toList(), chosenBad, chosenWeights);
  }

  /** Counts of good and bad by bin. */
  Counts counts(int[] bins, int size) {
    double[] good = new double[size];
    double[] badly = new double[size];
    for (int row = 0; row < bins.length; row++) {
      if (bad[row]) {
        badly[bins[row]] += weights[row];
      } else {
        good[bins[row]] += weights[row];
      }
    }
    return new Counts(good, badly);
  }

  /** Good and bad cases by bin. */
  static final class Counts {
    private final double[] good;
    private final double[] bad;

    Counts(double[] good, double[] bad) {
      this.good = good;
      this.bad = bad;
    }

    double good(int bin) {
      return good[bin];
    }

    double bad(int bin) {
      return bad[bin];
    }

    double[] cases() {
      double[] cases = good.clone();
      for (int bin = 0; bin < cases.length; bin++) {
        cases[bin] += bad[bin];
      }
      return cases;
    }

    double[] weights(double pull) {
      return Woe.weights(good, bad, pull);
    }

    double information() {
      return Woe.information(good, bad);
    }
  }
}
