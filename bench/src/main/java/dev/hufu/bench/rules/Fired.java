package dev.hufu.bench.rules;

import java.util.Arrays;

/** The set of rules that fired on one event. */
public final class Fired {

  private final long[] bits;

  public Fired(int rules) {
    bits = new long[(rules + 63) >>> 6];
  }

  public void clear() {
    Arrays.fill(bits, 0);
  }

  public void set(int rule) {
    bits[rule >>> 6] |= 1L << rule;
  }

  void word(int index, long value) {
    bits[index] = value;
  }

  long word(int index) {
    return bits[index];
  }

  int words() {
    return bits.length;
  }

  int count() {
    return Arrays.stream(bits).mapToInt(Long::bitCount).sum();
  }

  long checksum() {
    return Arrays.hashCode(bits);
  }
}
