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
final class Words {

  private static final int SHORT = 12;
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private final long seed;
  private long[] table = new long[2 << 6];
  private @Nullable String[] words = new String[1 << 5];
  private int[] holders = new int[1 << 5];
  private int size;
  private int used;
  private int free = -1;

  /** Numbers that may have lost their last holder. */
  private int[] loose = new int[64];

  private int looseCount;

  /** What the last {@link #slot} was asked for. */
  private long low;

  private long high;

  /**
   * @param seed keeps whoever chooses the words from knowing where they fall
   */
  Words(long seed) {
    this.seed = seed;
  }

  int size() {
    return size;
  }

  /** All numbers that were ever given out lie below. */
  int numbers() {
    return used;
  }

  /** The number of a word, or -1. */
  int find(String word) {
    int slot = slot(word);
    return (int) table[slot + 1] - 1;
  }

  /** The number of a word; a new one that nobody holds is gone at the next {@link #settle}. */
  int intern(String word) {
    int slot = slot(word);
    if ((int) table[slot + 1] != 0) {
      return (int) table[slot + 1] - 1;
    }
    if (size * 4 >= table.length) {
      grow();
      slot = slot(word);
    }
    int number = next();
    words[number] = word;
    table[slot] = low;
    table[slot + 1] = high | (number + 1);
    size++;
    loosen(number);
    return number;
  }

  String word(int number) {
    return Objects.requireNonNull(words[number]);
  }

  void hold(int number) {
    holders[number]++;
  }

  /** The word stays until {@link #settle}, for it may be held again before. */
  void letGo(int number) {
    if (--holders[number] == 0) {
      loosen(number);
    }
  }

  /** Forgets the words that nobody holds. */
  void settle() {
    for (int i = 0; i < looseCount; i++) {
      int number = loose[i];
      if (words[number] != null && holders[number] == 0) {
        remove(number);
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

  long bytes() {
    long bytes = Bytes.of(table) + Bytes.of(words) + Bytes.of(holders) + Bytes.of(loose);
    for (int number = 0; number < used; number++) {
      String word = words[number];
      bytes += word == null ? 0 : Bytes.of(word);
    }
    return bytes;
  }

  private int next() {
    if (free >= 0) {
      int number = free;
      free = holders[number];
      holders[number] = 0;
      return number;
    }
    if (used == words.length) {
      words = Arrays.copyOf(words, used * 2);
      holders = Arrays.copyOf(holders, used * 2);
    }
    return used++;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (int from = 0; from < old.length; from += 2) {
      if ((int) old[from + 1] != 0) {
        int to = home(old[from], old[from + 1] & ~0xFFFFFFFFL);
        while ((int) table[to + 1] != 0) {
          to = to + 2 & table.length - 1;
        }
        table[to] = old[from];
        table[to + 1] = old[from + 1];
      }
    }
  }

  private void remove(int number) {
    int gap = slot(word(number));
    int next = gap;
    while (true) {
      next = next + 2 & table.length - 1;
      if ((int) table[next + 1] == 0) {
        break;
      }
      int home = home(table[next], table[next + 1] & ~0xFFFFFFFFL);
      if ((next - home & table.length - 1) >= (next - gap & table.length - 1)) {
        table[gap] = table[next];
        table[gap + 1] = table[next + 1];
        gap = next;
      }
    }
    table[gap] = 0;
    table[gap + 1] = 0;
    words[number] = null;
    holders[number] = free;
    free = number;
    size--;
  }

  /** Where a word lies, or the empty slot where it would. */
  private int slot(String word) {
    boolean whole = pack(word);
    int slot = home(low, high);
    while (true) {
      long second = table[slot + 1];
      if ((int) second == 0) {
        return slot;
      }
      if (table[slot] == low
          && (second & ~0xFFFFFFFFL) == high
          && (whole || word.equals(words[(int) second - 1]))) {
        return slot;
      }
      slot = slot + 2 & table.length - 1;
    }
  }

  private int home(long low, long high) {
    long mixed = (low ^ seed) * MULTIPLIER;
    mixed = (mixed ^ mixed >>> 29 ^ high) * MULTIPLIER;
    return (int) (mixed >>> 32) * 2 & table.length - 1;
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
    // The top bit is never set in a packed word.
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
