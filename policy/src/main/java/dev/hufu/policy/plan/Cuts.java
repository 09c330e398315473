package dev.hufu.policy.plan;

import java.util.Arrays;

/**
 * Sorted cut points and how many of them do not lie above a number, told in a few steps: a bucket
 * for the number, evenly by its value or by its order of magnitude as fits the cuts better, and
 * what is left within it. Immutable.
 */
final class Cuts {

  private static final int BUCKETS_MAX = 4096;
  private static final int BUCKETS_PER_CUT = 2;

  /** In a longer stretch of cuts halving beats walking. */
  private static final int WALK_MAX = 8;

  private final long[] sorted;
  private final boolean byMagnitude;
  private final long least;
  private final long most;
  private final long origin;
  private final int shift;

  /** For each bucket how many cuts lie in those before it. */
  private final int[] before;

  Cuts(long[] sorted) {
    this.sorted = sorted;
    this.least = sorted.length == 0 ? 0 : sorted[0];
    this.most = sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    int[] even = before(false);
    int[] graded = before(true);
    this.byMagnitude = crowding(graded) < crowding(even);
    this.before = byMagnitude ? graded : even;
    this.origin = position(least, byMagnitude);
    this.shift = shift(byMagnitude);
  }

  /** A number's place on the scale; it grows with the number. */
  private static long position(long number, boolean byMagnitude) {
    return byMagnitude ? Cell.keyOf((double) number) : number;
  }

  private int shift(boolean magnitude) {
    long span = position(most, magnitude) - position(least, magnitude);
    int wanted = Math.min(BUCKETS_MAX, Math.max(1, sorted.length * BUCKETS_PER_CUT));
    int bits = 31 - Integer.numberOfLeadingZeros(wanted);
    return Math.max(0, 64 - Long.numberOfLeadingZeros(span) - bits);
  }

  private int[] before(boolean magnitude) {
    int places = shift(magnitude);
    long from = position(least, magnitude);
    int[] before = new int[(int) (position(most, magnitude) - from >>> places) + 2];
    for (long cut : sorted) {
      before[(int) (position(cut, magnitude) - from >>> places) + 1]++;
    }
    for (int bucket = 1; bucket < before.length; bucket++) {
      before[bucket] += before[bucket - 1];
    }
    return before;
  }

  /** What a search costs on average, but for a factor. */
  private static long crowding(int[] before) {
    long sum = 0;
    for (int bucket = 1; bucket < before.length; bucket++) {
      long inside = before[bucket] - before[bucket - 1];
      sum += inside * inside;
    }
    return sum;
  }

  int size() {
    return sorted.length;
  }

  /** The place of a number that is a cut. */
  int indexOf(long cut) {
    return Arrays.binarySearch(sorted, cut);
  }

  /** How many cuts do not lie above the number. */
  int notAbove(long number) {
    if (sorted.length == 0) {
      return 0;
    }
    long inside = Math.max(least, Math.min(most, number));
    int bucket = (int) (position(inside, byMagnitude) - origin >>> shift);
    int from = before[bucket];
    int to = before[bucket + 1];
    if (to - from > WALK_MAX) {
      int place = Arrays.binarySearch(sorted, from, to, number);
      return place < 0 ? -place - 1 : place + 1;
    }
    while (from < to && sorted[from] <= number) {
      from++;
    }
    return from;
  }

  long bytes() {
    return 8L * sorted.length + 4L * before.length;
  }
}
