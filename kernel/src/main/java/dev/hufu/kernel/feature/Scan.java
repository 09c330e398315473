package dev.hufu.kernel.feature;

import dev.hufu.kernel.feature.TypePlan.Figure;

/**
 * Computes features by looking at every entry of their window: the plain way, for short logs and
 * for events that come late. Entries lie in an array, perhaps as a ring; {@link #over} says where.
 */
final class Scan {

  private static final int COMPARE_ALL = 32;

  private final Group group;
  private final int stride;
  private long[] log = {};
  private int base;
  private long mask;
  private long first;
  private long end;

  Scan(Group group) {
    this.group = group;
    this.stride = group.stride;
  }

  /**
   * @param base of entry 0 in the array
   * @param mask that makes a position a place in the ring; -1 if it is none
   * @param first position
   * @param end position behind the last
   */
  Scan over(long[] log, int base, long mask, long first, long end) {
    this.log = log;
    this.base = base;
    this.mask = mask;
    this.first = first;
    this.end = end;
    return this;
  }

  Scan over(long[] shortLog) {
    return over(shortLog, 1, -1, ShortLog.start(shortLog), ShortLog.end(shortLog));
  }

  /** Puts the features as of a moment into the row. */
  void read(Figure[] figures, long at, Words words, Row row) {
    int window = -1;
    long from = 0;
    long to = 0;
    for (Figure figure : figures) {
      if (figure.window() != window) {
        boolean inside = window >= 0 && group.near[window] == group.near[figure.window()];
        window = figure.window();
        to = inside ? to : behind(at - group.near[window], end);
        from = behind(at - group.far[window], inside ? from : to);
      }
      put(figure, at, from, to, words, row);
    }
  }

  long end() {
    return end;
  }

  /** The time of an entry at 0, its values behind. */
  long cell(long position, int cell) {
    return log[at(position) + cell];
  }

  private int at(long position) {
    return base + (int) (position & mask) * stride;
  }

  /** The first position whose time is later, looked for below a limit. */
  long behind(long time, long limit) {
    long low = first;
    long high = limit;
    if (high - low <= COMPARE_ALL) {
      while (high > low && log[at(high - 1)] > time) {
        high--;
      }
      return high;
    }
    while (low < high) {
      long middle = low + high >>> 1;
      if (log[at(middle)] > time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private void put(Figure figure, long now, long from, long to, Words words, Row row) {
    int place = figure.place();
    long count = to - from;
    int value = 1 + figure.value();
    switch (figure.aggregate()) {
      case COUNT -> row.put(place, count);
      case SUM -> row.put(place, sum(from, to, value));
      case DISTINCT -> row.put(place, distinct(from, to, value));
      default -> {
        if (count > 0) {
          putOfSome(figure, now, from, to, words, row);
        }
      }
    }
  }

  private void putOfSome(Figure figure, long now, long from, long to, Words words, Row row) {
    int place = figure.place();
    int value = 1 + figure.value();
    switch (figure.aggregate()) {
      case MEAN -> row.putReal(place, Moments.mean(sum(from, to, value), to - from, figure.unit()));
      case STDDEV -> row.putReal(place, deviation(from, to, value, figure.unit()));
      case MIN -> row.put(place, least(from, to, value));
      case MAX -> row.put(place, greatest(from, to, value));
      case FIRST -> putValue(figure, log[at(from) + value], words, row);
      case LAST -> putValue(figure, log[at(to - 1) + value], words, row);
      case SINCE_FIRST -> row.put(place, now - log[at(from)]);
      case SINCE_LAST -> row.put(place, now - log[at(to - 1)]);
      case COUNT, SUM, DISTINCT, RATIO -> throw new IllegalStateException();
    }
  }

  static void putValue(Figure figure, long value, Words words, Row row) {
    if (figure.word()) {
      row.put(figure.place(), words.word((int) value));
    } else {
      row.put(figure.place(), value);
    }
  }

  /** What the features of an empty window are; the others stay unknown. */
  static void readNothing(Figure[] figures, Row row) {
    for (Figure figure : figures) {
      switch (figure.aggregate()) {
        case COUNT, SUM, DISTINCT -> row.put(figure.place(), 0);
        default -> {}
      }
    }
  }

  private long sum(long from, long to, int value) {
    long sum = 0;
    for (long position = from; position < to; position++) {
      sum += log[at(position) + value];
    }
    return sum;
  }

  private double deviation(long from, long to, int value, double unit) {
    long sum = 0;
    long high = 0;
    long low = 0;
    for (long position = from; position < to; position++) {
      long number = log[at(position) + value];
      sum += number;
      long square = number * number;
      low += square;
      high += Math.multiplyHigh(number, number);
      if (Long.compareUnsigned(low, square) < 0) {
        high++;
      }
    }
    return Moments.deviation(high, low, sum, to - from, unit);
  }

  private long least(long from, long to, int value) {
    long least = Long.MAX_VALUE;
    for (long position = from; position < to; position++) {
      least = Math.min(least, log[at(position) + value]);
    }
    return least;
  }

  private long greatest(long from, long to, int value) {
    long greatest = Long.MIN_VALUE;
    for (long position = from; position < to; position++) {
      greatest = Math.max(greatest, log[at(position) + value]);
    }
    return greatest;
  }

  private long distinct(long from, long to, int value) {
    if (to - from > COMPARE_ALL) {
      Counts counts = new Counts();
      for (long position = from; position < to; position++) {
        counts.add(log[at(position) + value]);
      }
      return counts.size();
    }
    long distinct = 0;
    // One bit of 64 for each number: as long as it is not set, the number is a new one.
    long marks = 0;
    for (long position = from; position < to; position++) {
      long number = log[at(position) + value];
      long mark = 1L << (number * SplitTable.MULTIPLIER >>> 58);
      long other = (marks & mark) == 0 ? position : from;
      marks |= mark;
      while (log[at(other) + value] != number) {
        other++;
      }
      if (other == position) {
        distinct++;
      }
    }
    return distinct;
  }
}
