package dev.hufu.kernel.feature;

import org.jspecify.annotations.Nullable;

/** What arrays and strings take of memory, with references of four bytes. */
final class Bytes {

  private static final int HEADER = 16;

  private Bytes() {}

  static long of(long[] array) {
    return HEADER + 8L * array.length;
  }

  static long of(int[] array) {
    return padded(HEADER + 4L * array.length);
  }

  static long of(@Nullable Object[] array) {
    return padded(HEADER + 4L * array.length);
  }

  /** A string with its array, at two bytes a character where one does not do. */
  static long of(String word) {
    boolean narrow = word.chars().allMatch(c -> c < 0x100);
    return 24 + padded(HEADER + (narrow ? 1L : 2L) * word.length());
  }

  static long padded(long bytes) {
    return bytes + 7 & ~7L;
  }
}
