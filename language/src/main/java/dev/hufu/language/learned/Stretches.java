package dev.hufu.language.learned;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Stretches of a row of numbers whose sum is large, none overlapping another. */
final class Stretches {

  /** A stretch that carries less than this part of the largest says little. */
  private static final double WORTH = 0.25;

  /**
   * A stretch.
   *
   * @param to exclusive
   */
  record Stretch(int from, int to, double sum) {}

  private Stretches() {}

  /**
   * The loudest stretches, loudest first. A stretch begins and ends with a positive number and goes
   * on over negative ones while more than half of its sum is left, but never over an end.
   *
   * @param ends places at which something new begins
   */
  static List<Stretch> loudest(double[] numbers, BitSet ends, int most) {
    List<Stretch> found = new ArrayList<>();
    int from = -1;
    int to = 0;
    double sum = 0;
    double best = 0;
    for (int at = 0; at < numbers.length; at++) {
      if (from >= 0 && ends.get(at)) {
        found.add(new Stretch(from, to, best));
        from = -1;
      }
      if (from < 0 && numbers[at] > 0) {
        from = at;
        sum = 0;
        best = 0;
      }
      if (from >= 0) {
        sum += numbers[at];
        if (sum > best) {
          best = sum;
          to = at + 1;
        } else if (sum < best / 2) {
          found.add(new Stretch(from, to, best));
          from = -1;
        }
      }
    }
    if (from >= 0) {
      found.add(new Stretch(from, to, best));
    }
    found.sort(Comparator.comparingDouble(Stretch::sum).reversed().thenComparing(Stretch::from));
    double largest = found.isEmpty() ? 0 : found.getFirst().sum();
    return found.stream().filter(stretch -> stretch.sum() >= WORTH * largest).limit(most).toList();
  }
}
