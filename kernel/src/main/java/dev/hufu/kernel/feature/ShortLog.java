package dev.hufu.kernel.feature;

import java.util.Arrays;

/**
 * The events of one key in the order of their time, as one {@code long[]}: first where the entries
 * begin and end, then the entries, each its time and its values. Most keys see few events; asking
 * such a log means looking at all of it, which is one look into memory.
 */
final class ShortLog {

  /** Beyond so many entries a {@link LongLog} takes over. */
  static final int ENTRIES_MAX = 32;

  private ShortLog() {}

  static long[] empty(Group group) {
    return new long[1 + group.stride];
  }

  static int start(long[] log) {
    return (int) log[0];
  }

  static int end(long[] log) {
    return (int) (log[0] >>> 32);
  }

  static int count(long[] log) {
    return end(log) - start(log);
  }

  /** The time of the latest entry, of which there must be one. */
  static long last(long[] log, int stride) {
    return log[1 + (end(log) - 1) * stride];
  }

  private static void bounds(long[] log, int start, int end) {
    log[0] = (long) end << 32 | start;
  }

  /** Drops entries as old as the horizon. */
  static void trim(long[] log, Group group, long horizon, Words words) {
    int start = start(log);
    int end = end(log);
    int stride = group.stride;
    while (start < end && log[1 + start * stride] <= horizon) {
      if (group.hasWordValues) {
        letGo(log, 1 + start * stride, group, words);
      }
      start++;
    }
    bounds(log, start, end);
  }

  static void letGo(long[] log, int at, Group group, Words words) {
    for (int value = 0; value < group.wordValue.length; value++) {
      if (group.wordValue[value]) {
        words.letGo((int) log[at + 1 + value]);
      }
    }
  }

  static void hold(long[] entry, Group group, Words words) {
    for (int value = 0; value < group.wordValue.length; value++) {
      if (group.wordValue[value]) {
        words.hold((int) entry[1 + value]);
      }
    }
  }

  /** Whether there is no room for one more even after entries as old as the horizon are dropped. */
  static boolean full(long[] log, Group group, long horizon, Words words) {
    if (end(log) - start(log) < ENTRIES_MAX) {
      return false;
    }
    trim(log, group, horizon, words);
    return count(log) == ENTRIES_MAX;
  }

  /** The log with one more entry, behind those of the same time; not if it is full. */
  static long[] add(long[] log, Group group, long[] entry, long horizon, Words words) {
    int stride = group.stride;
    long[] roomy = log;
    if (1 + (end(log) + 1) * stride > log.length) {
      trim(log, group, horizon, words);
      roomy = packed(log, stride);
    }
    int start = start(roomy);
    int end = end(roomy);
    int place = end;
    while (place > start && roomy[1 + (place - 1) * stride] > entry[0]) {
      place--;
    }
    int at = 1 + place * stride;
    if (place < end) {
      System.arraycopy(roomy, at, roomy, at + stride, (end - place) * stride);
    }
    System.arraycopy(entry, 0, roomy, at, stride);
    bounds(roomy, start, end + 1);
    return roomy;
  }

  /** The same entries from the first place on, with room for at least one more. */
  private static long[] packed(long[] log, int stride) {
    int start = start(log);
    int count = count(log);
    int capacity = (log.length - 1) / stride;
    long[] roomy = log;
    if (count == capacity) {
      int wanted = count < 8 ? count * 2 : count + 8;
      roomy = Arrays.copyOf(log, 1 + wanted * stride);
    } else {
      System.arraycopy(log, 1 + start * stride, log, 1, count * stride);
    }
    bounds(roomy, 0, count);
    return roomy;
  }
}
