package dev.hufu.learn.card;

import java.util.Arrays;

/**
 * Logistic regression by Newton's method, with standard errors, and a ridge for small data.
 *
 * <p>Example: {@code Logistic.fit(columns, bad, weights, 1.0)}. Columns are best near mean 0. The
 * intercept is not pulled. O(rows · columns²) a step, a dozen steps.
 *
 * @param intercept log odds of bad where all columns are 0
 * @param coefficients one a column
 * @param errors their standard errors, from the curvature at the maximum
 * @param deviance -2 log likelihood, without the ridge
 */
record Logistic(double intercept, Coefficients coefficients, Coefficients errors, double deviance) {

  private static final int STEPS_MAX = 40;
  private static final double STILL = 1e-9;

  /** Numbers in the order of the columns. */
  static final class Coefficients {
    private final double[] values;

    Coefficients(double[] values) {
      this.values = values.clone();
    }

    double get(int column) {
      return values[column];
    }

    int size() {
      return values.length;
    }
  }

  /**
   * Fits.
   *
   * @param columns column by column, all as long as {@code bad}
   * @param weights how often each case counts
   * @param ridge pull of the coefficients to 0, in cases
   */
  static Logistic fit(double[][] columns, boolean[] bad, double[] weights, double ridge) {
    int size = columns.length + 1;
    double[] beta = new double[size];
    double cases = Woe.sum(weights);
    double bads = 0;
    for (int row = 0; row < bad.length; row++) {
      bads += bad[row] ? weights[row] : 0;
    }
    beta[0] = Math.log(Math.max(bads, 0.5) / Math.max(cases - bads, 0.5));
    Step step = new Step(columns, bad, weights, ridge);
    step.at(beta);
    for (int i = 0; i < STEPS_MAX; i++) {
      double[] move = Cholesky.of(step.curvature).solve(step.slope);
      double before = step.objective;
      double length = 1;
      double[] next = moved(beta, move, length);
      step.at(next);
      while (step.objective > before + STILL * cases && length > 1e-6) {
        length /= 2;
        next = moved(beta, move, length);
        step.at(next);
      }
      beta = next;
      if (before - step.objective < STILL * (Math.abs(before) + 1)) {
        break;
      }
    }
    double[] errors = Cholesky.of(step.curvature).inverseDiagonal();
    for (int i = 0; i < size; i++) {
      errors[i] = Math.sqrt(errors[i]);
    }
    return new Logistic(
        beta[0],
        new Coefficients(Arrays.copyOfRange(beta, 1, size)),
        new Coefficients(Arrays.copyOfRange(errors, 1, size)),
        step.deviance);
  }

  private static double[] moved(double[] from, double[] move, double length) {
    double[] to = from.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += length * move[i];
    }
    return to;
  }

  /**
   * The two-sided chance of a coefficient this far from 0 if it were 0 (Wald). The error function
   * after Abramowitz and Stegun 7.1.26, right to 1.5e-7.
   */
  double chance(int column) {
    double z = Math.abs(coefficients.get(column) / errors.get(column));
    double t = 1 / (1 + 0.3275911 * z / Math.sqrt(2));
    double series =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return series * Math.exp(-z * z / 2);
  }

  /** Akaike's criterion: lower is better. */
  double aic() {
    return deviance + 2.0 * (coefficients.size() + 1);
  }

  /** Slope and curvature of the penalised likelihood at a point. */
  private static final class Step {
    private final double[][] columns;
    private final boolean[] bad;
    private final double[] weights;
    private final double ridge;
    final double[] slope;
    final double[][] curvature;
    double objective;
    double deviance;

    Step(double[][] columns, boolean[] bad, double[] weights, double ridge) {
      this.columns = columns;
      this.bad = bad;
      this.weights = weights;
      this.ridge = ridge;
      this.slope = new double[columns.length + 1];
      this.curvature = new double[slope.length][slope.length];
    }

    void at(double[] beta) {
      int size = slope.length;
      Arrays.fill(slope, 0);
      for (double[] line : curvature) {
        Arrays.fill(line, 0);
      }
      deviance = 0;
      double[] x = new double[size];
      x[0] = 1;
      for (int row = 0; row < bad.length; row++) {
        double odds = beta[0];
        for (int i = 1; i < size; i++) {
          x[i] = columns[i - 1][row];
          odds += beta[i] * x[i];
        }
        add(row, odds, x);
      }
      objective = deviance / 2;
      for (int i = 1; i < size; i++) {
        objective += ridge * beta[i] * beta[i] / 2;
        slope[i] -= ridge * beta[i];
        curvature[i][i] += ridge;
      }
      for (int i = 0; i < size; i++) {
        curvature[i][i] += 1e-9;
        for (int j = 0; j < i; j++) {
          curvature[j][i] = curvature[i][j];
        }
      }
    }

    private void add(int row, double odds, double[] x) {
      double p = 1 / (1 + Math.exp(-odds));
      double weight = weights[row];
      double away = weight * ((bad[row] ? 1 : 0) - p);
      double spread = weight * p * (1 - p);
      double kept = bad[row] ? -odds : odds;
      deviance +=
          2 * weight * (kept > 0 ? kept + Math.log1p(Math.exp(-kept)) : Math.log1p(Math.exp(kept)));
      for (int i = 0; i < x.length; i++) {
        slope[i] += away * x[i];
        double part = spread * x[i];
        double[] line = curvature[i];
        for (int j = 0; j <= i; j++) {
          line[j] += part * x[j];
        }
      }
    }
  }
}
