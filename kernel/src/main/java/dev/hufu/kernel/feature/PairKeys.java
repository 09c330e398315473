package dev.hufu.kernel.feature;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Logs by two numbers, or by one that is no word: open addressing. */
final class PairKeys extends KeyTable {

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /** Stands for the second number where there is no key; no value and no word is this. */
  private static final long EMPTY = Long.MIN_VALUE;

  private long[] keys = empty(2 << 6);
  private @Nullable Object[] logs = new Object[1 << 6];
  private int size;

  @Override
  int find(long first, long second) {
    int slot = home(first, second);
    while (true) {
      long there = keys[2 * slot + 1];
      if (there == second && keys[2 * slot] == first) {
        return slot;
      }
      if (there == EMPTY) {
        return -1;
      }
      slot = slot + 1 & logs.length - 1;
    }
  }

  @Override
  int add(long first, long second) {
    if (size * 2 >= logs.length) {
      grow();
    }
    int slot = emptyFrom(home(first, second));
    keys[2 * slot] = first;
    keys[2 * slot + 1] = second;
    size++;
    return slot;
  }

  @Override
  @Nullable Object log(int slot) {
    return logs[slot];
  }

  @Override
  void put(int slot, Object log) {
    logs[slot] = log;
  }

  @Override
  void remove(int slot) {
    int gap = slot;
    int next = gap;
    while (true) {
      next = next + 1 & logs.length - 1;
      if (keys[2 * next + 1] == EMPTY) {
        break;
      }
      int home = home(keys[2 * next], keys[2 * next + 1]);
      if ((next - home & logs.length - 1) >= (next - gap & logs.length - 1)) {
        move(next, gap);
        gap = next;
      }
    }
    keys[2 * gap + 1] = EMPTY;
    logs[gap] = null;
    size--;
  }

  @Override
  long first(int slot) {
    return keys[2 * slot];
  }

  @Override
  long second(int slot) {
    return keys[2 * slot + 1];
  }

  @Override
  int slots() {
    return logs.length;
  }

  @Override
  int size() {
    return size;
  }

  @Override
  long bytes() {
    return Bytes.of(keys) + Bytes.of(logs);
  }

  private static long[] empty(int length) {
    long[] keys = new long[length];
    Arrays.fill(keys, EMPTY);
    return keys;
  }

  private void move(int from, int to) {
    keys[2 * to] = keys[2 * from];
    keys[2 * to + 1] = keys[2 * from + 1];
    logs[to] = logs[from];
  }

  private int emptyFrom(int slot) {
    int empty = slot;
    while (keys[2 * empty + 1] != EMPTY) {
      empty = empty + 1 & logs.length - 1;
    }
    return empty;
  }

  private void grow() {
    long[] oldKeys = keys;
    @Nullable Object[] oldLogs = logs;
    keys = empty(oldKeys.length * 2);
    logs = new Object[oldLogs.length * 2];
    for (int from = 0; from < oldLogs.length; from++) {
      if (oldKeys[2 * from + 1] != EMPTY) {
        int to = emptyFrom(home(oldKeys[2 * from], oldKeys[2 * from + 1]));
        keys[2 * to] = oldKeys[2 * from];
        keys[2 * to + 1] = oldKeys[2 * from + 1];
        logs[to] = oldLogs[from];
      }
    }
  }

  private int home(long first, long second) {
    long mixed = first * MULTIPLIER;
    mixed = (mixed ^ mixed >>> 32 ^ second) * MULTIPLIER;
    return (int) (mixed >>> 32) & logs.length - 1;
  }
}
