package dev.hufu.kernel.feature;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Logs by the number of one word: the number is the slot. */
final class WordKeys extends KeyTable {

  private @Nullable Object[] logs = new Object[64];
  private int size;

  @Override
  int find(long first, long second) {
    int slot = (int) first;
    return slot >= 0 && slot < logs.length && logs[slot] != null ? slot : -1;
  }

  @Override
  int add(long first, long second) {
    int slot = (int) first;
    if (slot >= logs.length) {
      logs = Arrays.copyOf(logs, Integer.highestOneBit(slot) << 1);
    }
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
    logs[slot] = null;
    size--;
  }

  @Override
  long first(int slot) {
    return slot;
  }

  @Override
  long second(int slot) {
    return 0;
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
    return Bytes.of(logs);
  }
}
