package dev.hufu.learn.card;

/**
 * Weight of evidence and information value over counts of good and bad cases by bin.
 *
 * <p>Example: the checking account of the German credit data, good 139, 164, 49, 348 and bad 135,
 * 105, 14, 46: information value 0.666011503. Source: Kullback 1959; Siddiqi 2006, chapter 6.
 */
public final class Woe {

  private Woe() {}

  /**
   * The weight of evidence of each bin: log of its share of the bad over its share of the good;
   * over 0 is worse than the average.
   *
   * @param pull cases of average kind that are added to every bin, so that small bins do not say
   *     more than they know; 0 for the plain figure
   */
  public static double[] weights(double[] good, double[] bad, double pull) {
    double allGood = sum(good);
    double allBad = sum(bad);
    double all = allGood + allBad;
    double[] weights = new double[good.length];
    for (int bin = 0; bin < weights.length; bin++) {
      double g = good[bin] + pull * allGood / all;
      double b = bad[bin] + pull * allBad / all;
      weights[bin] = g + b == 0 ? 0 : Math.log(share(b, allBad) / share(g, allGood));
    }
    return weights;
  }

  /** An empty cell counts as half a case. */
  private static double share(double cases, double all) {
    return Math.max(cases, 0.5) / all;
  }

  /** The information value: how far good and bad lie apart over all bins. */
  public static double information(double[] good, double[] bad) {
    double value = 0;
    double allGood = sum(good);
    double allBad = sum(bad);
    for (int bin = 0; bin < good.length; bin++) {
      value += part(good[bin], bad[bin], allGood, allBad);
    }
    return value;
  }

  /** What one bin adds to the information value. */
  static double part(double good, double bad, double allGood, double allBad) {
    if (good + bad == 0) {
      return 0;
    }
    return (bad / allBad - good / allGood) * Math.log(share(bad, allBad) / share(good, allGood));
  }

  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
