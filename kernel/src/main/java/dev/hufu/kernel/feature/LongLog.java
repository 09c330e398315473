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

  /** Behind {@code 3 * window}. */
  private static final int FROM = 0;

  private static final int TO = 1;
  private static final int FIRST_AT = 2;

  /** Behind {@link #sums}. */
  private static final int SUM = 0;

  private static final int SQUARES_HIGH = 1;
  private static final int SQUARES_LOW = 2;

  private final Group group;
  private final int stride;
  private long[] ring;

  /** Entries are numbered for ever; their place is the number under the mask. */
  private long mask;

  private long first;
  private long end;
  private long clock = Long.MIN_VALUE;

  /**
   * For each window where it begins, where it ends and when its first entry happened; then for each
   * value of each window its sum and the two halves of its sum of squares. All in one array, for
   * they are wanted together.
   */
  private final long[] state;

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
    this.state = new long[3 * (group.windows() + cells)];
    for (int window = 0; window < group.windows(); window++) {
      state[3 * window + FIRST_AT] = Long.MAX_VALUE;
    }
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
    for (int window = 0; window < group.windows(); window++) {
      if (group.near[window] == 0) {
        enter(window, at(state[3 * window + TO]++), false);
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
    long bytes = 16 + 4 * 8 + 8 * 4;
    bytes += Bytes.of(ring) + Bytes.of(state) + 3 * Bytes.of(counts);
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
    long count = state[3 * window + TO] - state[3 * window + FROM];
    switch (figure.aggregate()) {
      case COUNT -> row.put(place, count);
      case SUM -> row.put(place, state[sums(cell) + SUM]);
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
    long from = state[3 * window + FROM];
    long to = state[3 * window + TO];
    int sums = sums(cell);
    int value = 1 + figure.value();
    switch (figure.aggregate()) {
      case MEAN -> row.putReal(place, Moments.mean(state[sums + SUM], to - from, figure.unit()));
      case STDDEV ->
          row.putReal(
              place,
              Moments.deviation(
                  state[sums + SQUARES_HIGH],
                  state[sums + SQUARES_LOW],
                  state[sums + SUM],
                  to - from,
                  figure.unit()));
      case MIN -> row.put(place, ~extremes(least, cell).greatest());
      case MAX -> row.put(place, extremes(greatest, cell).greatest());
      case FIRST -> Scan.putValue(figure, ring[at(from) + value], words, row);
      case LAST -> Scan.putValue(figure, ring[at(to - 1) + value], words, row);
      case SINCE_FIRST -> row.put(place, now - ring[at(from)]);
      case SINCE_LAST -> row.put(place, now - ring[at(to - 1)]);
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
    if (now == clock) {
      return;
    }
    clock = now;
    for (int window = 0; window < group.windows(); window++) {
      int edges = 3 * window;
      long near = now - group.near[window];
      while (state[edges + TO] < end && time(state[edges + TO]) <= near) {
        enter(window, at(state[edges + TO]++), false);
      }
      long far = now - group.far[window];
      if (state[edges + FIRST_AT] <= far) {
        leave(window, far);
      }
    }
  }

  /** Takes away the entries of that time and before, of which there is one. */
  private void leave(int window, long far) {
    int edges = 3 * window;
    long from = state[edges + FROM];
    long to = state[edges + TO];
    while (from < to && time(from) <= far) {
      leave(window, at(from++));
    }
    state[edges + FROM] = from;
    state[edges + FIRST_AT] = from < to ? time(from) : Long.MAX_VALUE;
    forgetExtremes(window, far);
  }

  private int sums(int cell) {
    return 3 * (group.windows() + cell);
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

  private void enter(int window, int at, boolean late) {
    state[3 * window + FIRST_AT] = Math.min(state[3 * window + FIRST_AT], ring[at]);
    for (int value = 0; value < group.values(); value++) {
      int cell = window * group.values() + value;
      int need = group.needs[cell];
      if (need == 0) {
        continue;
      }
      long number = ring[at + 1 + value];
      int sums = sums(cell);
      state[sums + SUM] += number;
      if ((need & Group.SQUARES) != 0) {
        long square = number * number;
        long low = state[sums + SQUARES_LOW] + square;
        state[sums + SQUARES_LOW] = low;
        state[sums + SQUARES_HIGH] +=
            Math.multiplyHigh(number, number) + (Long.compareUnsigned(low, square) < 0 ? 1 : 0);
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

  private void leave(int window, int at) {
    for (int value = 0; value < group.values(); value++) {
      int cell = window * group.values() + value;
      int need = group.needs[cell];
      if (need == 0) {
        continue;
      }
      long number = ring[at + 1 + value];
      int sums = sums(cell);
      state[sums + SUM] -= number;
      if ((need & Group.SQUARES) != 0) {
        long square = number * number;
        long low = state[sums + SQUARES_LOW];
        state[sums + SQUARES_LOW] = low - square;
        state[sums + SQUARES_HIGH] -=
            Math.multiplyHigh(number, number) + (Long.compareUnsigned(low, square) < 0 ? 1 : 0);
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
    for (int window = 0; window < group.windows(); window++) {
      if (time <= clock - group.far[window]) {
        state[3 * window + FROM]++;
        state[3 * window + TO]++;
      } else if (time <= clock - group.near[window]) {
        state[3 * window + TO]++;
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
