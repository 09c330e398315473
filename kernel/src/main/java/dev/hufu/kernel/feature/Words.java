package dev.hufu.kernel.feature;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.limit.Limits;
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

  /** In a count of holders: one of them, and whether the number stands in {@link #line}. */
  private static final int HOLDER = 2;

  private static final int WAITING = 1;

  private static final int WAITING_MIN = 64;

  private final long seed;
  private @Nullable String[][] words = {new String[1 << BLOCK_BITS]};
  private int[][] holders = {new int[1 << BLOCK_BITS]};
  private int used;
  private int free = -1;

  /** How many words somebody holds. */
  private int held;

  /** Numbers that wait to be forgotten, as a ring. Who is held again meanwhile is passed over. */
  private int[] line = new int[64];

  private long served;
  private int waiting;

  /** What the last {@link #look} was for. */
  private long low;

  private long high;
  private long hash;
  private boolean whole;
  private long[] segment = {};

  /** Of the words of one event, by place. */
  private final long[] lows = new long[Limits.EVENT_FIELDS_MAX];

  private final long[] highs = new long[Limits.EVENT_FIELDS_MAX];
  private final long[] hashes = new long[Limits.EVENT_FIELDS_MAX];
  private final boolean[] wholes = new boolean[Limits.EVENT_FIELDS_MAX];

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

  /**
   * Puts the numbers of an event's words at their places, -1 for one that it does not say or that
   * is not there. All words are read first and then looked for, so that the waits for memory
   * overlap.
   */
  void find(EventValues event, int[] places, int[] numbers) {
    for (int place : places) {
      if (event.known(place)) {
        seek(event.word(place));
        lows[place] = low;
        highs[place] = high;
        hashes[place] = hash;
        wholes[place] = whole;
      }
    }
    for (int place : places) {
      numbers[place] = -1;
      if (event.known(place)) {
        recall(place);
        int index = look(event.word(place));
        numbers[place] = index < 0 ? -1 : number(segment[index + 1]);
      }
    }
  }

  /** The number of a word; a new one goes again, as others do, if nobody comes to hold it. */
  int intern(String word) {
    seek(word);
    return internSought(word);
  }

  /** The same of a word that {@link #find} has just looked for at that place. */
  int intern(String word, int place) {
    recall(place);
    return internSought(word);
  }

  private int internSought(String word) {
    int index = look(word);
    if (index >= 0) {
      return number(segment[index + 1]);
    }
    int number = next();
    words[number >>> BLOCK_BITS][number & MASK] = word;
    enter(hash, low, high | number);
    holders[number >>> BLOCK_BITS][number & MASK] = WAITING;
    waitFor(number);
    return number;
  }

  String word(int number) {
    return Objects.requireNonNull(words[number >>> BLOCK_BITS][number & MASK]);
  }

  void hold(int number) {
    if ((holders[number >>> BLOCK_BITS][number & MASK] += HOLDER) < 2 * HOLDER) {
      held++;
    }
  }

  /** A word that nobody holds any more is forgotten some time after, see {@link #settle}. */
  void letGo(int number) {
    int left = holders[number >>> BLOCK_BITS][number & MASK] -= HOLDER;
    if (left < HOLDER) {
      held--;
      if (left == 0) {
        holders[number >>> BLOCK_BITS][number & MASK] = WAITING;
        waitFor(number);
      }
    }
  }

  /**
   * Forgets words that nobody holds, the longest waiting first, once there are more of them than of
   * those that are held: most that go come back, and to forget and learn them costs more than to
   * keep them.
   */
  void settle() {
    while (waiting > WAITING_MIN && waiting > held) {
      int number = line[(int) (served++ & line.length - 1)];
      waiting--;
      int holding = holders[number >>> BLOCK_BITS][number & MASK];
      if (holding == WAITING) {
        forget(number);
      } else {
        holders[number >>> BLOCK_BITS][number & MASK] = holding - WAITING;
      }
    }
  }

  private void waitFor(int number) {
    if (waiting == line.length) {
      int[] longer = new int[line.length * 2];
      for (long place = served; place < served + waiting; place++) {
        longer[(int) (place & longer.length - 1)] = line[(int) (place & line.length - 1)];
      }
      line = longer;
    }
    line[(int) (served + waiting++ & line.length - 1)] = number;
  }

  @Override
  public long bytes() {
    long bytes = super.bytes() + Bytes.of(words) + Bytes.of(holders) + Bytes.of(line);
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
    String word = word(number);
    seek(word);
    int index = look(word);
    remove(slot(index, segment));
    words[number >>> BLOCK_BITS][number & MASK] = null;
    holders[number >>> BLOCK_BITS][number & MASK] = free;
    free = number;
  }

  private void recall(int place) {
    low = lows[place];
    high = highs[place];
    hash = hashes[place];
    whole = wholes[place];
  }

  /** Makes a word the one that {@link #look} is for. */
  private void seek(String word) {
    whole = pack(word);
    hash = hash(low, high);
  }

  /** Where the word lies in {@link #segment}, or -1. */
  private int look(String word) {
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
