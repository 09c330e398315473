package dev.hufu.policy.plan;

/**
 * What the terms of a plan want of one column: for each value a row of the plan's table, which has
 * the bits of the terms that the value leaves alive.
 */
sealed interface ColumnIndex permits NumberIndex, WordIndex {

  /** Where the row begins that stands for a column without a value. */
  int missing();

  /** The terms that cannot be told without the column. */
  long[] readers();

  /** Bytes it takes beside the table, roughly. */
  long bytes();

  static void set(long[] bits, int bit) {
    bits[bit >>> 6] |= 1L << bit;
  }

  static void clear(long[] bits, int bit) {
    bits[bit >>> 6] &= ~(1L << bit);
  }
}
