package dev.hufu.policy.plan;

import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Row;
import java.util.ArrayList;
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
  private final Cuts cuts;
  private final int shift;
  private final int width;
  private final int first;
  private final int missing;
  private final long[] readers;

  /** For each stretch where its list begins in {@link #away}. */
  private final int[] awayFrom;

  private final int[] away;

  /**
   * @param shift 2 to the power of this many stretches share one row
   */
  NumberIndex(Wants wants, Table table, int shift) {
    this.place = wants.place;
    this.kind = wants.kind;
    this.cuts = new Cuts(wants.cuts());
    this.shift = shift;
    this.width = table.width();
    this.readers = wants.readers(width);
    this.missing = table.add(wants.whenMissing(width));
    this.first = missing + width;
    int stretches = cuts.size() + 1;
    this.awayFrom = new int[stretches + 1];
    List<List<Integer>> flips = flips(wants);
    long[] now = wants.whenKnown(width);
    for (Wants.OfNumber want : wants.numbers) {
      if (!want.ranges().fromStart()) {
        ColumnIndex.clear(now, want.term());
      }
    }
    List<Integer> beyond = new ArrayList<>();
    int shared = 1 << shift;
    for (int from = 0; from < stretches; from += shared) {
      int to = Math.min(stretches, from + shared);
      long[][] exact = new long[to - from][];
      long[] any = new long[width];
      for (int stretch = from; stretch < to; stretch++) {
        if (stretch > 0) {
          flips.get(stretch - 1).forEach(term -> now[term >>> 6] ^= 1L << term);
        }
        exact[stretch - from] = now.clone();
        for (int word = 0; word < width; word++) {
          any[word] |= now[word];
        }
      }
      table.add(any);
      for (int stretch = from; stretch < to; stretch++) {
        awayFrom[stretch] = beyond.size();
        difference(any, exact[stretch - from], beyond);
      }
    }
    awayFrom[stretches] = beyond.size();
    this.away = beyond.stream().mapToInt(Integer::intValue).toArray();
  }

  private List<List<Integer>> flips(Wants wants) {
    List<List<Integer>> flips = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      flips.add(new ArrayList<>());
    }
    for (Wants.OfNumber want : wants.numbers) {
      if (wants.missing.contains(want.term())) {
        continue; // wants the column to be missing, so no value revives it
      }
      for (long at : want.ranges().flips().at()) {
        flips.get(cuts.indexOf(at)).add(want.term());
      }
    }
    return flips;
  }

  private static void difference(long[] any, long[] exact, List<Integer> beyond) {
    for (int word = 0; word < any.length; word++) {
      long more = any[word] & ~exact[word];
      while (more != 0) {
        beyond.add((word << 6) + Long.numberOfTrailingZeros(more));
        more &= more - 1;
      }
    }
  }

  boolean known(Row row) {
    return Cell.known(row, place, kind);
  }

  /** The stretch of the row's value, which must be known. */
  int stretch(Row row) {
    return cuts.notAbove(Cell.key(row, place, kind));
  }

  int rowOf(int stretch) {
    return first + (stretch >> shift) * width;
  }

  /** Whether rows are shared, so that {@link #takeAway} has work to do. */
  boolean shares() {
    return shift > 0;
  }

  void takeAway(int stretch, long[] alive) {
    int end = awayFrom[stretch + 1];
    for (int i = awayFrom[stretch]; i < end; i++) {
      int term = away[i];
      alive[term >>> 6] &= ~(1L << term);
    }
  }

  @Override
  public int missing() {
    return missing;
  }

  @Override
  public long[] readers() {
    return readers;
  }

  @Override
  public long bytes() {
    return cuts.bytes() + 8L * readers.length + 4L * (awayFrom.length + away.length);
  }
}
