package dev.hufu.learn.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a probability means what it says: of the cases given 0.2, one in five should be bad.
 *
 * <p>Example: {@code Calibration.of(probabilities, bad, 10).brier()}.
 *
 * @param bins cases in equal numbers by rising probability
 * @param brier mean squared distance of probability and outcome; lower is better
 * @param error mean distance of said and seen over the bins, weighted by their cases
 * @param ratio bad cases expected over bad cases seen; NaN where none was seen
 */
public record Calibration(List<Bin> bins, double brier, double error, double ratio) {

  /**
   * One bin.
   *
   * @param cases how many
   * @param said mean probability
   * @param seen share of bad cases
   */
  public record Bin(int cases, double said, double seen) {}

  public Calibration {
    bins = List.copyOf(bins);
  }

  /** Measures; {@code binsMax} bins or fewer. */
  public static Calibration of(double[] probabilities, boolean[] bad, int binsMax) {
    int cases = probabilities.length;
    Integer[] order = new Integer[cases];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(probabilities[a], probabilities[b]));
    List<Bin> bins = new ArrayList<>();
    double squares = 0;
    double expected = 0;
    long seen = 0;
    double error = 0;
    for (int bin = 0; bin < binsMax; bin++) {
      int from = (int) ((long) cases * bin / binsMax);
      int to = (int) ((long) cases * (bin + 1) / binsMax);
      double said = 0;
      int bads = 0;
      for (int i = from; i < to; i++) {
        double probability = probabilities[order[i]];
        int outcome = bad[order[i]] ? 1 : 0;
        said += probability;
        bads += outcome;
        squares += (probability - outcome) * (probability - outcome);
      }
      expected += said;
      seen += bads;
      error += Math.abs(said - bads);
      if (to > from) {
        bins.add(new Bin(to - from, said / (to - from), bads / (double) (to - from)));
      }
    }
    return new Calibration(
        bins, squares / cases, error / cases, seen == 0 ? Double.NaN : expected / seen);
  }
}
