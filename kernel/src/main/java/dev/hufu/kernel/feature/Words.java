package dev.hufu.kernel.feature;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Words as small whole numbers, with a count of who holds each; the number of a word that nobody
 * holds is given to another.
 *
 * <p>A slot of the table is two longs: the word itself if it is at most twelve characters of ASCII,
 * else its hash; and behind that the word's number. A short word, which most accounts and devices
 * are, is thus found with one look into memory.
 */
final class Words extends SplitTable {

  private static final int SHORT = 12;

  /** What of a second number belongs to the word; below lies its number. */
  private static final long UPPER = ~0xFFFFFFFFL;

  /** Words by number lie in blocks, so that more of them are never all copied at once. */
  private static final int BLOCK_BITS = 12;

  private static final int MASK = (1 << BLOCK_BITS) - 1;

  private final long seed;
  private @Nullable String[][] words = {new String[1 << BLOCK_BITS]};
  private int[][] holders = {new int[1 << BLOCK_BITS]};
  private int used;
  private int free = -1;

  /** Numbers that may have lost their last holder. */
  private int[] loose = new int[64];

  private int looseCount;

  /** What the last {@link #look} was for. */
  private long low;

  private long high;
  private long hash;
  private long[] segment = {};

  /**
   * @param seed keeps whoever chooses the words from knowing where they fall
   */
  Words(long seed) {
    super(false);
    this.seed = seed;
  }

  /** All numbers that were ever given out lie below. */
  int numbers() {
    return used;
  }

  /** The number of a word, or -1. */
  int find(String word) {
    int index = look(word);
    return index < 0 ? -1 : number(segment[index + 1]);
  }

  /** The number of a word; a new one that nobody holds is gone at the next {@link #settle}. */
  int intern(String word) {
    int index = look(word);
    if (index >= 0) {
      return number(segment[index + 1]);
    }
    int number = next();
    words[number >>> BLOCK_BITS][number & MASK] = word;
    enter(hash, low, high | number);
    loosen(number);
    return number;
  }

  String word(int number) {
    return Objects.requireNonNull(words[number >>> BLOCK_BITS][number & MASK]);
  }

  void hold(int number) {
    holders[number >>> BLOCK_BITS][number & MASK]++;
  }

  /** The word stays until {@link #settle}, for it may be held again before. */
  void letGo(int number) {
    if (--holders[number >>> BLOCK_BITS][number & MASK] == 0) {
      loosen(number);
    }
  }

  /** Forgets the words that nobody holds. */
  void settle() {
    for (int i = 0; i < looseCount; i++) {
      int number = loose[i];
      boolean held = holders[number >>> BLOCK_BITS][number & MASK] != 0;
      if (!held && words[number >>> BLOCK_BITS][number & MASK] != null) {
        forget(number);
      }
    }
    looseCount = 0;
  }

  private void loosen(int number) {
    if (looseCount == loose.length) {
      loose = Arrays.copyOf(loose, looseCount * 2);
    }
    loose[looseCount++] = number;
  }

  @Override
  public long bytes() {
    long bytes = super.bytes() + Bytes.of(words) + Bytes.of(holders) + Bytes.of(loose);
    int blocks = (used + MASK) >>> BLOCK_BITS;
    bytes += blocks * (Bytes.of(words[0]) + Bytes.of(holders[0]));
    for (int number = 0; number < used; number++) {
      String word = words[number >>> BLOCK_BITS][number & MASK];
      bytes += word == null ? 0 : Bytes.of(word);
    }
    return bytes;
  }

  private int next() {
    if (free >= 0) {
      int number = free;
      int[] block = holders[number >>> BLOCK_BITS];
      free = block[number & MASK];
      block[number & MASK] = 0;
      return number;
    }
    int block = used >>> BLOCK_BITS;
    if (block > 0 && (used & MASK) == 0) {
      if (block == words.length) {
        words = Arrays.copyOf(words, block * 2);
        holders = Arrays.copyOf(holders, block * 2);
      }
      words[block] = new String[1 << BLOCK_BITS];
      holders[block] = new int[1 << BLOCK_BITS];
    }
    return used++;
  }

  private void forget(int number) {
    int index = look(word(number));
    remove(slot(index, segment));
    words[number >>> BLOCK_BITS][number & MASK] = null;
    holders[number >>> BLOCK_BITS][number & MASK] = free;
    free = number;
  }

  /** Where a word lies in {@link #segment}, or -1. */
  private int look(String word) {
    boolean whole = pack(word);
    hash = hash(low, high);
    long[] cells = cells(hash);
    segment = cells;
    for (int index = home(hash, cells); true; index = next(index, cells)) {
      long second = cells[index + 1];
      if (second == EMPTY) {
        return -1;
      }
      if (cells[index] == low
          && (second & UPPER) == high
          && (whole || word.equals(word(number(second))))) {
        return index;
      }
    }
  }

  private static int number(long second) {
    return (int) second;
  }

  @Override
  long hash(long first, long second) {
    long mixed = (first ^ seed) * MULTIPLIER;
    mixed = (mixed ^ mixed >>> 29 ^ second & UPPER) * MULTIPLIER;
    return mixed ^ mixed >>> 29;
  }

  /** Whether the two numbers are the whole word and not only its hash. */
  private boolean pack(String word) {
    int length = word.length();
    if (length <= SHORT) {
      long first = 0;
      long second = 0;
      int all = 0;
      boolean zero = false;
      for (int i = 0; i < length; i++) {
        char c = word.charAt(i);
        all |= c;
        zero |= c == 0;
        if (i < 8) {
          first |= (long) c << i * 8;
        } else {
          second |= (long) c << i * 8 - 32;
        }
      }
      if (all < 0x80 && !zero) {
        low = first;
        high = second;
        return true;
      }
    }
    // The top bit is never set in a packed word. A second number is never EMPTY: bit 63 is not set.
    low = hash(word, seed) | 1L << 63;
    high = 0;
    return false;
  }

  static long hash(String word, long seed) {
    long hash = seed ^ word.length();
    for (int i = 0; i < word.length(); i++) {
      hash = Long.rotateLeft((hash ^ word.charAt(i)) * MULTIPLIER, 27);
    }
    return hash ^ hash >>> 31;
  }
}
