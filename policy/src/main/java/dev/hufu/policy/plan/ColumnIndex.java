package dev.hufu.policy.plan;

import dev.hufu.kernel.feature.Row;

/**
 * What the terms of a plan want of one column: for each value the terms it leaves alive, as bits.
 */
sealed interface ColumnIndex permits NumberIndex, WordIndex {

  /** Takes away the terms that the row's value refutes, and marks those that miss it. */
  void apply(Row row, long[] alive, long[] unsure);

  /** Bytes it takes, roughly. */
  long bytes();

  static void set(long[] bits, int bit) {
    bits[bit >>> 6] |= 1L << bit;
  }

  static void clear(long[] bits, int bit) {
    bits[bit >>> 6] &= ~(1L << bit);
  }

  /** Ands the words of a table from a place on into the bits. */
  static void and(long[] bits, long[] table, int from) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] &= table[from + i];
    }
  }

  static void or(long[] bits, long[] more) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= more[i];
    }
  }
}
