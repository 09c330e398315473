package dev.hufu.learn.card;

import java.util.Arrays;

/**
 * Who changes sides when one score takes the place of another at the same share of applicants
 * passed: those let in and those left out, and how each lot turned out.
 *
 * <p>Example: {@code SwapSet.of(cardOdds, challengerOdds, bad, 0.7)}.
 *
 * @param in cases only the new score passes
 * @param badIn how many of them went bad
 * @param out cases only the old score passes
 * @param both cases both pass
 */
record SwapSet(int in, int badIn, int out, int badOut, int both, int badBoth) {

  /**
   * @param before log odds of bad by the score in use
   * @param after by the one to come
   * @param approve the share that passes under either
   */
  static SwapSet of(double[] before, double[] after, boolean[] bad, double approve) {
    double lineBefore = line(before, approve);
    double lineAfter = line(after, approve);
    int[] counts = new int[6];
    for (int row = 0; row < bad.length; row++) {
      boolean was = before[row] <= lineBefore;
      boolean is = after[row] <= lineAfter;
      if (was || is) {
        int at = was && is ? 4 : is ? 0 : 2;
        counts[at]++;
        counts[at + 1] += bad[row] ? 1 : 0;
      }
    }
    return new SwapSet(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
  }

  private static double line(double[] odds, double approve) {
    double[] sorted = odds.clone();
    Arrays.sort(sorted);
    return sorted[(int) (approve * (sorted.length - 1))];
  }
}
