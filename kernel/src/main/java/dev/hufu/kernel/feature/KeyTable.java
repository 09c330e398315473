package dev.hufu.kernel.feature;

import org.jspecify.annotations.Nullable;

/**
 * The logs of one group by key. A key is one or two numbers: of words, or the values themselves. A
 * log is a {@code long[]} while it is short (see {@link ShortLog}) and a {@link LongLog} beyond.
 */
sealed interface KeyTable permits WordKeys, PairKeys {

  /** Where the log of a key lies, or -1; good until a key is added or removed. */
  long find(long first, long second);

  /** Makes room for a key that is not there. */
  long add(long first, long second);

  @Nullable Object log(long slot);

  void put(long slot, Object log);

  /** Removes a key; another may take its slot. */
  void removeKey(long slot);

  long first(long slot);

  long second(long slot);

  /**
   * The first slot at or behind this one, with a log or without; -1 behind the last. All slots, one
   * behind the other: {@code for (slot = slotFrom(0); slot >= 0; slot = slotFrom(slot + 1))}.
   */
  long slotFrom(long slot);

  int size();

  long bytes();

  static KeyTable of(Group group, long seed) {
    return group.wordKey.length == 1 && group.wordKey[0] ? new WordKeys() : new PairKeys(seed);
  }
}
