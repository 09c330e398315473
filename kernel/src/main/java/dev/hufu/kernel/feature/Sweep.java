package dev.hufu.kernel.feature;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Gives back keys of one group of which nothing can be asked any more. Keys wait in the order they
 * were entered in, and are looked at once the events of that time are out of reach: a key that has
 * seen later ones lines up again. So a key costs one look for each reach that it lives, and a dead
 * one is held for one reach too long at most.
 */
final class Sweep {

  /** More than come in at one event, so that the line gets shorter after a leap of the clock. */
  private static final int KEYS_AT_ONCE = 8;

  private static final int BLOCK = 128;

  private final Group group;
  private final KeyTable table;
  private final Words words;
  private final int parts;

  /** The line: of each block first the clock at which its last key came, then keys. */
  private final ArrayDeque<long[]> blocks = new ArrayDeque<>();

  private long[] oldest;
  private long[] latest;
  private int done = 1;
  private int filled = 1;

  // Of the keys that are looked at together, so that the waits for memory overlap.
  private final long[] firsts = new long[KEYS_AT_ONCE];
  private final long[] seconds = new long[KEYS_AT_ONCE];
  private final @Nullable Object[] logs = new Object[KEYS_AT_ONCE];
  private final boolean[] dead = new boolean[KEYS_AT_ONCE];

  Sweep(Group group, KeyTable table, Words words) {
    this.group = group;
    this.table = table;
    this.words = words;
    this.parts = group.wordKey.length;
    latest = new long[1 + BLOCK * parts];
    oldest = latest;
    blocks.addLast(latest);
  }

  /** A key was entered, or has to wait once more. */
  void await(long first, long second, long clock) {
    if (filled == latest.length) {
      latest = new long[1 + BLOCK * parts];
      blocks.addLast(latest);
      filled = 1;
    }
    latest[0] = clock;
    latest[filled++] = first;
    if (parts > 1) {
      latest[filled++] = second;
    }
  }

  /** Looks at the next few keys that may be out of reach, at all of them before any is removed. */
  void step(long clock) {
    long horizon = clock - group.reach;
    int count = 0;
    while (count < KEYS_AT_ONCE && isDue(horizon)) {
      firsts[count] = oldest[done++];
      seconds[count] = parts > 1 ? oldest[done++] : 0;
      count++;
    }
    for (int i = 0; i < count; i++) {
      logs[i] = table.log(table.find(firsts[i], seconds[i]));
    }
    for (int i = 0; i < count; i++) {
      dead[i] = last(logs[i]) <= horizon;
    }
    for (int i = 0; i < count; i++) {
      if (dead[i]) {
        reclaim(firsts[i], seconds[i], logs[i]);
      } else {
        await(firsts[i], seconds[i], clock);
      }
    }
  }

  private boolean isDue(long horizon) {
    if (done == oldest.length && oldest != latest) {
      blocks.removeFirst();
      oldest = blocks.getFirst();
      done = 1;
    }
    return oldest[0] <= horizon && done < (oldest == latest ? filled : oldest.length);
  }

  private long last(@Nullable Object log) {
    return switch (log) {
      case long[] few when ShortLog.count(few) == 0 -> Profiles.NEVER;
      case long[] few -> ShortLog.last(few, group.stride);
      case LongLog many -> many.last();
      case null, default -> throw new IllegalStateException("a key without a log");
    };
  }

  private void reclaim(long first, long second, @Nullable Object log) {
    if (log instanceof long[] few) {
      ShortLog.trim(few, group, Long.MAX_VALUE, words);
    } else if (log instanceof LongLog many) {
      many.letAllGo(words);
    }
    table.removeKey(table.find(first, second));
    letGoKey(group, first, second, words);
  }

  long bytes() {
    return blocks.size() * Bytes.of(latest);
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
