package dev.hufu.kernel.feature;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Logs by the number of one word: the number is the slot. */
final class WordKeys implements KeyTable {

  /** Logs lie in blocks, so that more of them are never all copied at once. */
  private static final int BLOCK_BITS = 12;

  private static final int MASK = (1 << BLOCK_BITS) - 1;

  private @Nullable Object[][] blocks = {new Object[1 << BLOCK_BITS]};
  private int used = 1;
  private int size;

  @Override
  public long find(long first, long second) {
    int block = (int) (first >>> BLOCK_BITS);
    return first >= 0 && block < used && blocks[block][(int) first & MASK] != null ? first : -1;
  }

  @Override
  public long add(long first, long second) {
    int block = (int) (first >>> BLOCK_BITS);
    while (block >= used) {
      if (used == blocks.length) {
        blocks = Arrays.copyOf(blocks, used * 2);
      }
      blocks[used++] = new Object[1 << BLOCK_BITS];
    }
    size++;
    return first;
  }

  @Override
  public @Nullable Object log(long slot) {
    return blocks[(int) (slot >>> BLOCK_BITS)][(int) slot & MASK];
  }

  @Override
  public void put(long slot, Object log) {
    blocks[(int) (slot >>> BLOCK_BITS)][(int) slot & MASK] = log;
  }

  @Override
  public void removeKey(long slot) {
    blocks[(int) (slot >>> BLOCK_BITS)][(int) slot & MASK] = null;
    size--;
  }

  @Override
  public long first(long slot) {
    return slot;
  }

  @Override
  public long second(long slot) {
    return 0;
  }

  @Override
  public long slotFrom(long slot) {
    return slot < (long) used << BLOCK_BITS ? slot : -1;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public long bytes() {
    return Bytes.of(blocks) + used * Bytes.of(blocks[0]);
  }
}
