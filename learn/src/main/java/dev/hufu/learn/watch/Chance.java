package dev.hufu.learn.watch;

import java.util.List;

/**
 * What a stability index comes to by chance alone. Where nothing moved, the index times 1 / (1/n +
 * 1/m) goes like chi-square with one degree fewer than bins (Yurdakul 2018).
 */
final class Chance {

  /** The 95th of 100 of the normal law. */
  private static final double SURE = 1.644854;

  private Chance() {}

  /** The index that 95 of 100 streams of this size stay under. */
  static double index(List<Long> before, long[] now) {
    long first = 0;
    long second = 0;
    int bins = 0;
    for (int bin = 0; bin < now.length; bin++) {
      first += before.get(bin);
      second += now[bin];
      bins += before.get(bin) > 0 || now[bin] > 0 ? 1 : 0;
    }
    if (bins < 2 || first == 0 || second == 0) {
      return 0;
    }
    return (1.0 / first + 1.0 / second) * chiSquare(bins - 1);
  }

  /** The 95th of 100 of chi-square, by Wilson and Hilferty. */
  static double chiSquare(int degrees) {
    double part = 2 / (9.0 * degrees);
    double root = 1 - part + SURE * Math.sqrt(part);
    return degrees * root * root * root;
  }
}
