package dev.hufu.learn.card;

/**
 * How much wider the error of a coefficient is because the other columns say the same: 1 / (1 - R²)
 * of the column's regression on the others, the diagonal of the inverse of their correlations.
 *
 * <p>Example: two columns that correlate by 0.9 have 5.26 each. Source: Belsley, Kuh, Welsch 1980.
 */
final class Inflation {

  private Inflation() {}

  /** One for each column. A column that others make up exactly has a very large one. */
  static double[] of(double[][] columns) {
    double[][] correlations = new double[columns.length][columns.length];
    for (int i = 0; i < columns.length; i++) {
      correlations[i][i] = 1;
      for (int j = 0; j < i; j++) {
        correlations[i][j] = Correlation.of(columns[i], columns[j]);
        correlations[j][i] = correlations[i][j];
      }
    }
    return Cholesky.of(correlations).inverseDiagonal();
  }
}
