package dev.hufu.kernel.feature;

import dev.hufu.kernel.feature.TypePlan.Figure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The events of one busy key: a ring of entries in the order of their time, and for each window
 * where it begins and ends with its sums, counts and extremes, moved on with the key's own clock. A
 * moment before that clock is answered by {@link Scan}.
 */
final class LongLog {

  /** With fewer entries it becomes a {@link ShortLog} again. */
  private static final int ENTRIES_MIN = ShortLog.ENTRIES_MAX / 2;

  private static final int CAPACITY_MIN = 2 * ShortLog.ENTRIES_MAX;

  private final Group group;
  private final int stride;
  private long[] ring;

  /** Entries are numbered for ever; their place is the number under the mask. */
  private long mask;

  private long first;
  private long end;
  private long clock;

  private final long[] from;
  private final long[] to;
  private final long[] sums;
  private final long[] squaresHigh;
  private final long[] squaresLow;
  private final @Nullable Counts[] counts;
  private final @Nullable Extremes[] least;
  private final @Nullable Extremes[] greatest;

  LongLog(Group group, long[] shortLog) {
    int cells = group.needs.length;
    this.group = group;
    this.stride = group.stride;
    this.ring = new long[CAPACITY_MIN * stride];
    this.mask = CAPACITY_MIN - 1;
    this.end = ShortLog.count(shortLog);
    System.arraycopy(shortLog, 1 + ShortLog.start(shortLog) * stride, ring, 0, (int) end * stride);
    this.from = new long[group.windows()];
    this.to = new long[group.windows()];
    this.sums = new long[cells];
    this.squaresHigh = new long[cells];
    this.squaresLow = new long[cells];
    this.counts = new Counts[cells];
    this.least = new Extremes[cells];
    this.greatest = new Extremes[cells];
    for (int cell = 0; cell < cells; cell++) {
      int need = group.needs[cell];
      counts[cell] = (need & Group.DISTINCT) != 0 ? new Counts() : null;
      least[cell] = (need & Group.MIN) != 0 ? new Extremes() : null;
      greatest[cell] = (need & Group.MAX) != 0 ? new Extremes() : null;
    }
    advance(time(end - 1));
  }

  int count() {
    return (int) (end - first);
  }

  long time(long position) {
    return ring[at(position)];
  }

  long last() {
    return time(end - 1);
  }

  /** How many entries are later than the horizon. */
  long countAfter(long horizon, Scan scan) {
    return end - over(scan).behind(horizon, end);
  }

  Scan over(Scan scan) {
    return scan.over(ring, 0, mask, first, end);
  }

  boolean isSparse() {
    return count() < ENTRIES_MIN;
  }

  /** The same entries as a short log. */
  long[] shorten() {
    long[] log = new long[1 + ENTRIES_MIN * stride];
    for (long position = first; position < end; position++) {
      System.arraycopy(ring, at(position), log, 1 + (int) (position - first) * stride, stride);
    }
    log[0] = end - first << 32;
    return log;
  }

  /** Counts one more event, behind those of the same time. */
  void add(long[] entry, long horizon, Words words) {
    long time = entry[0];
    boolean late = time < clock;
    if (!late) {
      advance(time);
    }
    trim(horizon, words);
    if (end - first > mask) {
      resize((mask + 1) * 2);
    } else if (mask + 1 > CAPACITY_MIN && (end - first) * 8 < mask + 1) {
      resize((mask + 1) / 2);
    }
    if (late) {
      addLate(entry);
      return;
    }
    System.arraycopy(entry, 0, ring, at(end), stride);
    end++;
    for (int window = 0; window < to.length; window++) {
      if (group.near[window] == 0) {
        enter(window, to[window]++);
      }
    }
  }

  void letAllGo(Words words) {
    trim(Long.MAX_VALUE, words);
  }

  /** Puts the features as of a moment into the row. */
  void read(Figure[] figures, long at, Words words, Scan scan, Row row) {
    if (at < clock) {
      over(scan).read(figures, at, words, row);
      return;
    }
    advance(at);
    for (Figure figure : figures) {
      put(figure, at, words, row);
    }
  }

  long bytes() {
    long bytes = 16 + 4 * 12 + 8 * 4;
    bytes += Bytes.of(ring) + 2 * Bytes.of(from) + 3 * Bytes.of(sums) + 3 * Bytes.of(counts);
    for (int cell = 0; cell < counts.length; cell++) {
      Counts count = counts[cell];
      Extremes low = least[cell];
      Extremes high = greatest[cell];
      bytes += count == null ? 0 : count.bytes();
      bytes += low == null ? 0 : low.bytes();
      bytes += high == null ? 0 : high.bytes();
    }
    return bytes;
  }

  private int at(long position) {
    return (int) (position & mask) * stride;
  }

  private void put(Figure figure, long now, Words words, Row row) {
    int window = figure.window();
    int cell = window * group.values() + figure.value();
    int place = figure.place();
    long count = to[window] - from[window];
    switch (figure.aggregate()) {
      case COUNT -> row.put(place, count);
      case SUM -> row.put(place, sums[cell]);
      case DISTINCT -> row.put(place, counts(cell).size());
      default -> {
        if (count > 0) {
          putOfSome(figure, cell, now, words, row);
        }
      }
    }
  }

  private void putOfSome(Figure figure, int cell, long now, Words words, Row row) {
    int window = figure.window();
    int place = figure.place();
    long count = to[window] - from[window];
    int first = at(from[window]);
    int last = at(to[window] - 1);
    int value = 1 + figure.value();
    switch (figure.aggregate()) {
      case MEAN -> row.putReal(place, Moments.mean(sums[cell], count, figure.unit()));
      case STDDEV ->
          row.putReal(
              place,
              Moments.deviation(
                  squaresHigh[cell], squaresLow[cell], sums[cell], count, figure.unit()));
      case MIN -> row.put(place, ~extremes(least, cell).greatest());
      case MAX -> row.put(place, extremes(greatest, cell).greatest());
      case FIRST -> Scan.putValue(figure, ring[first + value], words, row);
      case LAST -> Scan.putValue(figure, ring[last + value], words, row);
      case SINCE_FIRST -> row.put(place, now - ring[first]);
      case SINCE_LAST -> row.put(place, now - ring[last]);
      case COUNT, SUM, DISTINCT, RATIO -> throw new IllegalStateException();
    }
  }

  private Counts counts(int cell) {
    return Objects.requireNonNull(counts[cell]);
  }

  private static Extremes extremes(@Nullable Extremes[] extremes, int cell) {
    return Objects.requireNonNull(extremes[cell]);
  }

  /** Moves every window on to a moment that is not before the last. */
  private void advance(long now) {
    clock = now;
    for (int window = 0; window < to.length; window++) {
      long near = now - group.near[window];
      while (to[window] < end && time(to[window]) <= near) {
        enter(window, to[window]++);
      }
      long far = now - group.far[window];
      long start = from[window];
      while (from[window] < to[window] && time(from[window]) <= far) {
        leave(window, from[window]++);
      }
      if (from[window] > start) {
        forgetExtremes(window, far);
      }
    }
  }

  private void forgetExtremes(int window, long time) {
    for (int value = 0; value < group.values(); value++) {
      int cell = window * group.values() + value;
      Extremes low = least[cell];
      Extremes high = greatest[cell];
      if (low != null) {
        low.forget(time);
      }
      if (high != null) {
        high.forget(time);
      }
    }
  }

  private void enter(int window, long position) {
    enter(window, at(position), false);
  }

  private void enter(int window, int at, boolean late) {
    for (int value = 0; value < group.values(); value++) {
      int cell = window * group.values() + value;
      int need = group.needs[cell];
      if (need == 0) {
        continue;
      }
      long number = ring[at + 1 + value];
      sums[cell] += number;
      if ((need & Group.SQUARES) != 0) {
        long square = number * number;
        squaresLow[cell] += square;
        squaresHigh[cell] +=
            Math.multiplyHigh(number, number)
                + (Long.compareUnsigned(squaresLow[cell], square) < 0 ? 1 : 0);
      }
      Counts count = counts[cell];
      if (count != null) {
        count.add(number);
      }
      enter(least[cell], ring[at], ~number, late);
      enter(greatest[cell], ring[at], number, late);
    }
  }

  private static void enter(@Nullable Extremes extremes, long time, long number, boolean late) {
    if (extremes == null) {
      return;
    }
    if (late) {
      extremes.addLate(time, number);
    } else {
      extremes.add(time, number);
    }
  }

  private void leave(int window, long position) {
    int at = at(position);
    for (int value = 0; value < group.values(); value++) {
      int cell = window * group.values() + value;
      int need = group.needs[cell];
      if (need == 0) {
        continue;
      }
      long number = ring[at + 1 + value];
      sums[cell] -= number;
      if ((need & Group.SQUARES) != 0) {
        long square = number * number;
        squaresHigh[cell] -=
            Math.multiplyHigh(number, number)
                + (Long.compareUnsigned(squaresLow[cell], square) < 0 ? 1 : 0);
        squaresLow[cell] -= square;
      }
      Counts count = counts[cell];
      if (count != null) {
        count.remove(number);
      }
    }
  }

  /** Windows stand at the clock, so it is plain in which of them an earlier moment falls. */
  private void addLate(long[] entry) {
    long time = entry[0];
    long place = end;
    while (place > first && time(place - 1) > time) {
      System.arraycopy(ring, at(place - 1), ring, at(place), stride);
      place--;
    }
    System.arraycopy(entry, 0, ring, at(place), stride);
    end++;
    for (int window = 0; window < to.length; window++) {
      if (time <= clock - group.far[window]) {
        from[window]++;
        to[window]++;
      } else if (time <= clock - group.near[window]) {
        to[window]++;
        enter(window, at(place), true);
      }
    }
  }

  /** Drops entries as old as the horizon; no window may still hold one. */
  private void trim(long horizon, Words words) {
    while (first < end && time(first) <= horizon) {
      if (group.hasWordValues) {
        ShortLog.letGo(ring, at(first), group, words);
      }
      first++;
    }
  }

  private void resize(long capacity) {
    long[] other = new long[Math.toIntExact(capacity) * stride];
    long otherMask = capacity - 1;
    for (long position = first; position < end; position++) {
      System.arraycopy(ring, at(position), other, (int) (position & otherMask) * stride, stride);
    }
    ring = other;
    mask = otherMask;
  }
}
