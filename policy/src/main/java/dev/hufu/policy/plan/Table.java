package dev.hufu.policy.plan;

import java.util.Arrays;

/** Rows of bits, one for each term, laid one after another; grows while a plan is built. */
final class Table {

  private final int width;
  private long[] bits;
  private int size;

  /**
   * @param width of a row, in words of 64 terms
   */
  Table(int width) {
    this.width = width;
    this.bits = new long[width * 64];
  }

  int width() {
    return width;
  }

  /** Adds a row and says where it begins. */
  int add(long[] row) {
    if (size + width > bits.length) {
      bits = Arrays.copyOf(bits, Math.max(size + width, bits.length + bits.length / 2));
    }
    System.arraycopy(row, 0, bits, size, width);
    size += width;
    return size - width;
  }

  long[] rows() {
    return Arrays.copyOf(bits, size);
  }
}
