package dev.hufu.learn.card;

import java.util.ArrayList;
import java.util.List;

/** A staircase of few steps that lies nearest to one of many (weighted least squares, exact). */
final class Segments {

  /** Steps lower than this, in log odds, are not kept apart. */
  private static final double STEP_MIN = 0.005;

  private Segments() {}

  /**
   * Where the steps end.
   *
   * @param size so many of the values count
   */
  static List<Integer> ends(double[] values, double[] weights, int size, int stepsMax) {
    if (size == 0) {
      return List.of();
    }
    double[] w = new double[size + 1];
    double[] wv = new double[size + 1];
    double[] wvv = new double[size + 1];
    for (int i = 0; i < size; i++) {
      double weight = weights[i] + 1e-9;
      w[i + 1] = w[i] + weight;
      wv[i + 1] = wv[i] + weight * values[i];
      wvv[i + 1] = wvv[i] + weight * values[i] * values[i];
    }
    int steps = Math.min(size, stepsMax);
    double[][] cost = new double[steps + 1][size + 1];
    int[][] from = new int[steps + 1][size + 1];
    for (double[] line : cost) {
      java.util.Arrays.fill(line, Double.POSITIVE_INFINITY);
    }
    cost[0][0] = 0;
    int best = 0;
    double worth = STEP_MIN * STEP_MIN * w[size] / size;
    for (int step = 1; step <= steps; step++) {
      for (int to = step; to <= size; to++) {
        for (int start = step - 1; start < to; start++) {
          double mass = w[to] - w[start];
          double sum = wv[to] - wv[start];
          double error = wvv[to] - wvv[start] - sum * sum / mass;
          double total = cost[step - 1][start] + Math.max(0, error);
          if (total < cost[step][to]) {
            cost[step][to] = total;
            from[step][to] = start;
          }
        }
      }
      if (best == 0 || cost[step][size] < cost[best][size] - worth) {
        best = step;
      }
    }
    List<Integer> ends = new ArrayList<>();
    int at = size;
    for (int step = best; step > 0; step--) {
      ends.addFirst(at);
      at = from[step][at];
    }
    return ends;
  }
}
