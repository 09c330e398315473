package dev.hufu.kernel.feature;

import java.util.List;

/**
 * What features that count the same events by the same key share: one log of events for each key,
 * from which every window and value of theirs is answered.
 */
final class Group {

  static final int SUM = 1;
  static final int SQUARES = 2;
  static final int MIN = 4;
  static final int MAX = 8;
  static final int DISTINCT = 16;

  final int index;
  final RowTest where;
  final int[] keyPlaces;
  final boolean[] wordKey;

  /** The one field that must be known for an event to count here, or -1. */
  final int requiredPlace;

  /** The fields that an entry of the log carries behind its time. */
  final int[] valuePlaces;

  final boolean[] wordValue;
  final boolean hasWordValues;

  /** The different windows, as how far their later and their earlier edge lie in the past. */
  final long[] near;

  final long[] far;

  /** What each window needs of each value, at {@code window * values + value}. */
  final int[] needs;

  final int stride;

  /** Entries as old as this against the stream's clock can never be asked for again. */
  final long reach;

  Group(
      int index,
      RowTest where,
      int[] keyPlaces,
      boolean[] wordKey,
      int requiredPlace,
      int[] valuePlaces,
      boolean[] wordValue,
      List<long[]> windows,
      int[] needs,
      long lateness) {
    this.index = index;
    this.where = where;
    this.keyPlaces = keyPlaces;
    this.wordKey = wordKey;
    this.requiredPlace = requiredPlace;
    this.valuePlaces = valuePlaces;
    this.wordValue = wordValue;
    this.near = windows.stream().mapToLong(window -> window[0]).toArray();
    this.far = windows.stream().mapToLong(window -> window[1]).toArray();
    this.needs = needs;
    this.stride = 1 + valuePlaces.length;
    boolean words = false;
    for (boolean word : wordValue) {
      words |= word;
    }
    this.hasWordValues = words;
    long longest = 0;
    for (long edge : far) {
      longest = Math.max(longest, edge);
    }
    this.reach = longest + lateness;
  }

  int windows() {
    return far.length;
  }

  int values() {
    return valuePlaces.length;
  }
}
