package dev.hufu.kernel.feature;

import org.jspecify.annotations.Nullable;

/**
 * Gives back keys of one group of which nothing can be asked any more. It goes through the table a
 * few slots at each event, and begins again once the stream's clock has moved on far enough for a
 * round to be worth it.
 */
final class Sweep {

  private static final int SLOTS_AT_ONCE = 8;

  /** A round for every part of the reach: more rounds hold fewer dead keys, and cost more. */
  private static final int ROUNDS_PER_REACH = 4;

  private final Group group;
  private final KeyTable table;
  private final Words words;
  private long slot;
  private long next = Long.MIN_VALUE;

  Sweep(Group group, KeyTable table, Words words) {
    this.group = group;
    this.table = table;
    this.words = words;
  }

  /** Looks at the next few slots, if a round is due. */
  void step(long clock) {
    if (clock < next) {
      return;
    }
    for (int i = 0; i < SLOTS_AT_ONCE; i++) {
      slot = table.slotFrom(slot);
      if (slot < 0) {
        slot = 0;
        next = clock + group.reach / ROUNDS_PER_REACH;
        return;
      }
      if (!reclaim(clock - group.reach)) {
        slot++;
      }
    }
  }

  private boolean reclaim(long horizon) {
    @Nullable Object log = table.log(slot);
    if (log instanceof long[] few) {
      if (ShortLog.count(few) > 0 && ShortLog.last(few, group.stride) > horizon) {
        return false;
      }
      ShortLog.trim(few, group, Long.MAX_VALUE, words);
    } else if (log instanceof LongLog many) {
      if (many.last() > horizon) {
        return false;
      }
      many.letAllGo(words);
    } else {
      return false;
    }
    long first = table.first(slot);
    long second = table.second(slot);
    table.removeKey(slot);
    letGoKey(group, first, second, words);
    return true;
  }

  static void holdKey(Group group, long first, long second, Words words) {
    if (group.wordKey[0]) {
      words.hold((int) first);
    }
    if (group.wordKey.length > 1 && group.wordKey[1]) {
      words.hold((int) second);
    }
  }

  private static void letGoKey(Group group, long first, long second, Words words) {
    if (group.wordKey[0]) {
      words.letGo((int) first);
    }
    if (group.wordKey.length > 1 && group.wordKey[1]) {
      words.letGo((int) second);
    }
  }
}
