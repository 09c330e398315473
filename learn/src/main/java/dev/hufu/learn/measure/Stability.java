package dev.hufu.learn.measure;

/**
 * How far a distribution moved: the population stability index, Σ (a − e) ln(a / e) over the shares
 * of the bins. Rules of thumb: under 0.10 steady, from 0.25 on another population; a convention, no
 * law.
 *
 * <p>Example: shares 20/20/20/20/20 against 25/20/20/20/15 give 0.025541281.
 */
public final class Stability {

  /** From here on, by convention, a shift is worth a look. */
  public static final double LOOK_FROM = 0.10;

  /** From here on, by convention, it is another population. */
  public static final double SHIFT_FROM = 0.25;

  /** What an empty bin counts as, in cases, so that one new bin does not make it infinite. */
  private static final double EMPTY = 0.5;

  private Stability() {}

  /**
   * The index of counts in the same bins; a bin empty on both sides counts nothing.
   *
   * @param expected counts where the model was trained
   * @param actual counts now
   */
  public static double psi(double[] expected, double[] actual) {
    if (expected.length != actual.length) {
      throw new IllegalArgumentException(expected.length + " bins, then " + actual.length);
    }
    double before = sum(expected);
    double now = sum(actual);
    double index = 0;
    for (int bin = 0; bin < expected.length; bin++) {
      if (expected[bin] > 0 || actual[bin] > 0) {
        double e = (expected[bin] > 0 ? expected[bin] : EMPTY) / before;
        double a = (actual[bin] > 0 ? actual[bin] : EMPTY) / now;
        index += (a - e) * Math.log(a / e);
      }
    }
    return before > 0 && now > 0 ? index : Double.NaN;
  }

  private static double sum(double[] counts) {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    return sum;
  }
}
