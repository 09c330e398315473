package dev.hufu.kernel.feature;

import org.jspecify.annotations.Nullable;

/** Logs by two numbers, or by one that is no word. */
final class PairKeys extends SplitTable implements KeyTable {

  private final long seed;

  /**
   * @param seed keeps whoever chooses the numbers from knowing where they fall
   */
  PairKeys(long seed) {
    super(true);
    this.seed = seed;
  }

  @Override
  public long find(long first, long second) {
    long hash = hash(first, second);
    long[] cells = cells(hash);
    int index = home(hash, cells);
    while (true) {
      long there = cells[index + 1];
      if (there == second && cells[index] == first) {
        return slot(index, cells);
      }
      if (there == EMPTY) {
        return -1;
      }
      index = next(index, cells);
    }
  }

  @Override
  public long add(long first, long second) {
    return enter(hash(first, second), first, second);
  }

  @Override
  public @Nullable Object log(long slot) {
    return object(slot);
  }

  @Override
  public void put(long slot, Object log) {
    object(slot, log);
  }

  @Override
  public void removeKey(long slot) {
    remove(slot);
  }

  @Override
  long hash(long first, long second) {
    long mixed = (first ^ seed) * MULTIPLIER;
    mixed = (mixed ^ mixed >>> 32 ^ second) * MULTIPLIER;
    return mixed ^ mixed >>> 29;
  }
}
