package dev.hufu.policy.backtest;

/**
 * How often each of many bits was set. Sixty-four are counted at once, as the digits of binary
 * numbers that stand upright: the lowest digits of all in one word, the next in another.
 */
final class BitCounts {

  private static final int DIGITS = 16;
  private static final int LOW = 4;
  private static final int ADDED_MAX = (1 << DIGITS) - 1;

  /** The digits of word {@code w} at {@code w * DIGITS} and following, the lowest first. */
  private final long[] digits;

  private final long[] totals;
  private int added;

  /**
   * @param words of 64 bits
   */
  BitCounts(int words) {
    digits = new long[words * DIGITS];
    totals = new long[words * Long.SIZE];
  }

  /** Before the words of another set are counted in. */
  void begin() {
    if (++added > ADDED_MAX) {
      settle();
      added = 1;
    }
  }

  /** Counts one word of the set; each at most once behind {@link #begin}. */
  void add(int word, long bits) {
    int digit = word * DIGITS;
    long carry = bits;
    // Where any of the bits is set the lowest digits are gone through in any case: how far each
    // carry reaches is beyond guessing, and a wrong guess costs the processor more than all four.
    if (carry != 0) {
      for (int low = digit + LOW; digit < low; digit++) {
        long there = digits[digit];
        digits[digit] = there ^ carry;
        carry &= there;
      }
    }
    for (; carry != 0; digit++) {
      long there = digits[digit];
      digits[digit] = there ^ carry;
      carry &= there;
    }
  }

  long count(int bit) {
    settle();
    return totals[bit];
  }

  private void settle() {
    for (int place = 0; place < digits.length; place++) {
      int from = place / DIGITS * Long.SIZE;
      int worth = place % DIGITS;
      for (long left = digits[place]; left != 0; left &= left - 1) {
        totals[from + Long.numberOfTrailingZeros(left)] += 1L << worth;
      }
      digits[place] = 0;
    }
    added = 0;
  }
}
