package dev.hufu.learn.card;

import dev.hufu.learn.measure.Ranking;
import dev.hufu.learn.measure.Stability;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Applicants in parts one after the other: by time where it is known, else as the file has them.
 */
final class PartsOf {

  private static final int SCORE_BINS = 10;

  private PartsOf() {}

  static int[][] of(Applicants applicants, int parts) {
    int rows = applicants.sample().rows();
    int[] order =
        applicants
            .order()
            .map(
                time ->
                    IntStream.range(0, rows)
                        .boxed()
                        .sorted(Comparator.comparingDouble(time::value))
                        .mapToInt(Integer::intValue)
                        .toArray())
            .orElseGet(() -> IntStream.range(0, rows).toArray());
    int[][] cut = new int[parts][];
    for (int part = 0; part < parts; part++) {
      cut[part] =
          Arrays.copyOfRange(
              order, (int) ((long) rows * part / parts), (int) ((long) rows * (part + 1) / parts));
    }
    return cut;
  }

  static double[] counts(int[] bins, int[] rows, int size) {
    double[] counts = new double[size];
    for (int row : rows) {
      counts[bins[row]]++;
    }
    return counts;
  }

  /** How far the scores of a part lie from those of another, over its tenths. */
  static double psi(double[] scores, int[] expected, int[] actual) {
    double[] sorted = Arrays.stream(expected).mapToDouble(row -> scores[row]).sorted().toArray();
    double[] cuts = new double[SCORE_BINS - 1];
    for (int i = 0; i < cuts.length; i++) {
      cuts[i] = sorted[sorted.length * (i + 1) / SCORE_BINS];
    }
    return Stability.psi(counts(scores, cuts, expected), counts(scores, cuts, actual));
  }

  private static double[] counts(double[] scores, double[] cuts, int[] rows) {
    double[] counts = new double[cuts.length + 1];
    for (int row : rows) {
      int bin = 0;
      while (bin < cuts.length && scores[row] >= cuts[bin]) {
        bin++;
      }
      counts[bin]++;
    }
    return counts;
  }

  static double auc(double[] scores, boolean[] bad, int[] rows) {
    double[] some = Arrays.stream(rows).mapToDouble(row -> scores[row]).toArray();
    boolean[] outcomes = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      outcomes[i] = bad[rows[i]];
    }
    return Ranking.of(some, outcomes).auc();
  }
}
