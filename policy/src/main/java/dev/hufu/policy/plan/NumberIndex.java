package dev.hufu.policy.plan;

import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The terms that a number leaves alive, for each stretch between two neighbouring cut points.
 *
 * <p>Some stretches share one row of bits, the terms that any of them leaves alive, and list what
 * each takes away beyond that: so a large index stays in the cache.
 */
final class NumberIndex implements ColumnIndex {

  private final int place;
  private final FieldKind kind;
  private final long[] cuts;
  private final int shift;
  private final int termWords;
  private final long[] rows;
  private final int[] beyondFrom;
  private final int[] beyond;
  private final long[] whenMissing;
  private final long[] readers;

  /**
   * @param shift as many stretches as 2 to this share one row
   */
  NumberIndex(Wants wants, int termWords, int shift) {
    this.place = wants.place;
    this.kind = wants.kind;
    this.cuts = wants.cuts();
    this.shift = shift;
    this.termWords = termWords;
    this.whenMissing = wants.whenMissing(termWords);
    this.readers = wants.readers(termWords);
    int stretches = cuts.length + 1;
    int shared = 1 << shift;
    this.rows = new long[(stretches + shared - 1 >> shift) * termWords];
    this.beyondFrom = new int[stretches + 1];
    List<List<Integer>> flips = flips(wants);
    long[] now = wants.whenKnown(termWords);
    for (Wants.OfNumber want : wants.numbers) {
      if (!want.ranges().fromStart()) {
        clear(now, want.term());
      }
    }
    List<Integer> away = new ArrayList<>();
    for (int first = 0; first < stretches; first += shared) {
      int last = Math.min(stretches, first + shared);
      long[][] exact = new long[last - first][];
      int row = (first >> shift) * termWords;
      for (int stretch = first; stretch < last; stretch++) {
        if (stretch > 0) {
          flips.get(stretch - 1).forEach(term -> now[term >>> 6] ^= 1L << term);
        }
        exact[stretch - first] = now.clone();
        for (int word = 0; word < termWords; word++) {
          rows[row + word] |= now[word];
        }
      }
      for (int stretch = first; stretch < last; stretch++) {
        beyondFrom[stretch] = away.size();
        difference(row, exact[stretch - first], away);
      }
    }
    beyondFrom[stretches] = away.size();
    this.beyond = away.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void clear(long[] bits, int bit) {
    ColumnIndex.clear(bits, bit);
  }

  private List<List<Integer>> flips(Wants wants) {
    List<List<Integer>> flips = new ArrayList<>();
    for (int i = 0; i < cuts.length; i++) {
      flips.add(new ArrayList<>());
    }
    for (Wants.OfNumber want : wants.numbers) {
      if (wants.missing.contains(want.term())) {
        continue; // wants the column to be missing, so no value revives it
      }
      for (long at : want.ranges().flips().at()) {
        flips.get(Arrays.binarySearch(cuts, at)).add(want.term());
      }
    }
    return flips;
  }

  private void difference(int row, long[] exact, List<Integer> away) {
    for (int word = 0; word < termWords; word++) {
      long more = rows[row + word] & ~exact[word];
      while (more != 0) {
        away.add((word << 6) + Long.numberOfTrailingZeros(more));
        more &= more - 1;
      }
    }
  }

  @Override
  public void apply(Row row, long[] alive, long[] unsure) {
    if (!Cell.known(row, place, kind)) {
      ColumnIndex.and(alive, whenMissing, 0);
      ColumnIndex.or(unsure, readers);
      return;
    }
    int stretch = stretch(Cell.key(row, place, kind));
    ColumnIndex.and(alive, rows, (stretch >> shift) * termWords);
    int end = beyondFrom[stretch + 1];
    for (int i = beyondFrom[stretch]; i < end; i++) {
      int term = beyond[i];
      alive[term >>> 6] &= ~(1L << term);
    }
  }

  /** How many cuts do not lie above the number, without a branch that could be guessed wrong. */
  private int stretch(long number) {
    long[] sorted = cuts;
    int base = 0;
    int length = sorted.length;
    while (length > 0) {
      int half = length + 1 >>> 1;
      long cut = sorted[base + half - 1];
      base += half & notAbove(cut, number);
      length -= half;
    }
    return base;
  }

  /** All bits set if {@code cut <= number}, else none. */
  private static int notAbove(long cut, long number) {
    long above = number & ~cut | ~(number ^ cut) & (number - cut);
    return ~(int) (above >> 63);
  }

  @Override
  public long bytes() {
    return 8L * (cuts.length + rows.length + whenMissing.length + readers.length)
        + 4L * (beyondFrom.length + beyond.length);
  }
}
