package dev.hufu.language.detect;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Where the pieces that patterns need lie in one text. */
final class PiecePlaces {

  private static final int NONE = -1;

  private final int[] last;
  private final int length;
  private int count;
  private int[] before = new int[64];
  private int[] begins = new int[64];
  private int[] ends = new int[64];

  /**
   * @param pieces how many there are to be seen
   * @param length of the text
   */
  PiecePlaces(int pieces, int length) {
    last = new int[pieces];
    Arrays.fill(last, NONE);
    this.length = length;
  }

  void add(int piece, int begin, int end) {
    if (count == begins.length) {
      before = Arrays.copyOf(before, count * 2);
      begins = Arrays.copyOf(begins, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    before[count] = last[piece];
    begins[count] = begin;
    ends[count] = end;
    last[piece] = count++;
  }

  /** Whether every group has a piece in the text. */
  boolean meet(List<BitSet> groups) {
    for (BitSet group : groups) {
      if (!isMet(group)) {
        return false;
      }
    }
    return true;
  }

  private boolean isMet(BitSet group) {
    for (int piece = group.nextSetBit(0); piece >= 0; piece = group.nextSetBit(piece + 1)) {
      if (last[piece] != NONE) {
        return true;
      }
    }
    return false;
  }

  /**
   * The units of the text that a match no longer than {@code reach} can lie on: of every group a
   * piece is that near. A match lies on one run of them, whole.
   */
  BitSet near(List<BitSet> groups, int reach) {
    BitSet near = around(groups.getFirst(), reach);
    for (BitSet group : groups.subList(1, groups.size())) {
      near.and(around(group, reach));
    }
    return near;
  }

  private BitSet around(BitSet group, int reach) {
    BitSet around = new BitSet(length);
    for (int piece = group.nextSetBit(0); piece >= 0; piece = group.nextSetBit(piece + 1)) {
      for (int place = last[piece]; place != NONE; place = before[place]) {
        int from = Math.max(0, ends[place] - reach);
        int to = Math.min(length, begins[place] + reach);
        if (from < to) {
          around.set(from, to);
        }
      }
    }
    return around;
  }
}
