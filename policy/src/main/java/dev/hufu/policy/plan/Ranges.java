package dev.hufu.policy.plan;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * A set of whole numbers as the points where belonging to it begins or ends. Immutable.
 *
 * <p>Example: {@code x >= 3 && x != 7} flips at 3, 7 and 8. A comparison with a constant, a list of
 * constants and whatever is joined from them on one column is such a set.
 */
record Ranges(boolean fromStart, Flips flips) {

  /** Sorted, without repetition; each number flips for itself and all above. */
  @SuppressWarnings("ArrayRecordComponent") // never handed out, never written to
  record Flips(long... at) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Flips that && Arrays.equals(at, that.at);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(at);
    }
  }

  static final Ranges NONE = new Ranges(false, new Flips());
  static final Ranges ALL = new Ranges(true, new Flips());

  /** All numbers from the first at which {@code reached} holds; it must hold for all above. */
  static Ranges from(LongPredicate reached) {
    if (reached.test(Long.MIN_VALUE)) {
      return ALL;
    }
    if (!reached.test(Long.MAX_VALUE)) {
      return NONE;
    }
    long below = Long.MIN_VALUE;
    long above = Long.MAX_VALUE;
    while (above - below != 1) {
      long middle = (below & above) + ((below ^ above) >> 1);
      if (reached.test(middle)) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return new Ranges(false, new Flips(above));
  }

  boolean has(long number) {
    return fromStart ^ (segment(flips.at, number) & 1) != 0;
  }

  /** How many of the sorted cuts do not lie above the number. */
  static int segment(long[] cuts, long number) {
    int place = Arrays.binarySearch(cuts, number);
    return place < 0 ? -place - 1 : place + 1;
  }

  Ranges not() {
    return new Ranges(!fromStart, flips);
  }

  Ranges and(Ranges other) {
    return join(other, true);
  }

  Ranges or(Ranges other) {
    return join(other, false);
  }

  private Ranges join(Ranges other, boolean both) {
    long[] left = flips.at;
    long[] right = other.flips.at;
    long[] joined = new long[left.length + right.length];
    int size = 0;
    boolean inLeft = fromStart;
    boolean inRight = other.fromStart;
    boolean start = both ? inLeft && inRight : inLeft || inRight;
    boolean in = start;
    int l = 0;
    int r = 0;
    while (l < left.length || r < right.length) {
      long at =
          l == left.length ? right[r] : r == right.length ? left[l] : Math.min(left[l], right[r]);
      if (l < left.length && left[l] == at) {
        inLeft = !inLeft;
        l++;
      }
      if (r < right.length && right[r] == at) {
        inRight = !inRight;
        r++;
      }
      boolean now = both ? inLeft && inRight : inLeft || inRight;
      if (now != in) {
        joined[size++] = at;
        in = now;
      }
    }
    return new Ranges(start, new Flips(Arrays.copyOf(joined, size)));
  }

  boolean isEmpty() {
    return !fromStart && flips.at.length == 0;
  }

  /** The number of the set that lies nearest; the set must not be empty. */
  long nearest(long number) {
    if (has(number)) {
      return number;
    }
    int segment = segment(flips.at, number);
    if (segment == 0) {
      return flips.at[0];
    }
    long below = flips.at[segment - 1] - 1;
    if (segment == flips.at.length) {
      return below;
    }
    long above = flips.at[segment];
    return Long.compareUnsigned(number - below, above - number) <= 0 ? below : above;
  }
}
