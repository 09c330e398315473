package dev.hufu.kernel.feature;

import org.jspecify.annotations.Nullable;

/**
 * The logs of one group by key. A key is one or two numbers: of words, or the values themselves. A
 * log is a {@code long[]} while it is short (see {@link ShortLog}) and a {@link LongLog} beyond.
 */
abstract sealed class KeyTable permits WordKeys, PairKeys {

  /** Where the log of a key lies, or -1; good until a key is added or removed. */
  abstract int find(long first, long second);

  /** Makes room for a key that is not there. */
  abstract int add(long first, long second);

  abstract @Nullable Object log(int slot);

  abstract void put(int slot, Object log);

  /** Removes a key; another may take its slot. */
  abstract void remove(int slot);

  abstract long first(int slot);

  abstract long second(int slot);

  /** Slots are numbered from 0 to here. */
  abstract int slots();

  abstract int size();

  abstract long bytes();

  static KeyTable of(Group group) {
    return group.wordKey.length == 1 && group.wordKey[0] ? new WordKeys() : new PairKeys();
  }
}
