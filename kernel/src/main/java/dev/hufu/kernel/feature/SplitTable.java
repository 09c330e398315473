package dev.hufu.kernel.feature;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A hash table that never stops to grow: it consists of small segments, found by the first bits of
 * the hash, and a full one is split in two while the others stay as they are (extendible hashing).
 * So no event waits while all keys move house.
 *
 * <p>An entry is two numbers, and an object beside them where that is wanted. A slot is the number
 * of the segment above and the place in it below, from 1; it is good until an entry is added or
 * removed. Within a segment: open addressing.
 */
abstract class SplitTable {

  /** Stands for the second number where there is no entry. */
  static final long EMPTY = Long.MIN_VALUE;

  static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private static final int HEAD = 2;
  private static final int FIRST_SLOTS = 16;
  private static final int SLOTS = 1024;

  private static final int DEPTH_MAX = 24;

  /** With more beginnings of a hash than this for each segment, the hashes are not spread well. */
  private static final int BEGINNINGS_MAX = 16;

  private final boolean withObjects;

  /** Of each segment its number, which lies beside the length in memory, and then its entries. */
  private long[][] cells = new long[1][];

  private @Nullable Object[][] objects = new Object[1][];
  private int[] sizes = new int[1];
  private byte[] depths = new byte[1];
  private int segments = 1;
  private int size;

  /** The cells of the segment for each beginning of a hash. */
  private long[][] directory = new long[1][];

  private int depth;

  SplitTable(boolean withObjects) {
    this.withObjects = withObjects;
    directory[0] = fresh(0, FIRST_SLOTS, 0);
  }

  /** Of an entry; the upper bits choose the segment, those above 32 the place in it. */
  abstract long hash(long first, long second);

  public final int size() {
    return size;
  }

  /** The segment of a hash. An entry is two cells, the first of them at {@link #home} or behind. */
  final long[] cells(long hash) {
    return directory[(int) (hash >>> 1 >>> 63 - depth)];
  }

  /** Where an entry of that hash is looked for first, as an index of {@link #cells}. */
  static int home(long hash, long[] cells) {
    // Nearly every segment is of one size. Asked for like this, the processor takes it for granted
    // and fetches the entry while the length, which lies elsewhere, is still on its way.
    int mask = cells.length == HEAD + 2 * SLOTS ? 2 * SLOTS - 2 : cells.length - HEAD - 2;
    return HEAD + ((int) (hash >>> 31) & mask);
  }

  static int next(int index, long[] cells) {
    int next = index + 2;
    return next == cells.length ? HEAD : next;
  }

  static long slot(int index, long[] cells) {
    return cells[0] << 32 | index >>> 1;
  }

  public final long first(long slot) {
    return cells[(int) (slot >>> 32)][2 * (int) slot];
  }

  public final long second(long slot) {
    return cells[(int) (slot >>> 32)][2 * (int) slot + 1];
  }

  final @Nullable Object object(long slot) {
    return objects[(int) (slot >>> 32)][(int) slot];
  }

  final void object(long slot, Object object) {
    objects[(int) (slot >>> 32)][(int) slot] = object;
  }

  /** The first slot at or behind this one, whether or not it is in use; -1 behind the last. */
  public final long slotFrom(long slot) {
    int segment = (int) (slot >>> 32);
    if (segment < segments && 2 * (int) slot >= cells[segment].length) {
      segment++;
      return segment < segments ? (long) segment << 32 : -1;
    }
    return segment < segments ? slot : -1;
  }

  /** Adds an entry that is not there. */
  final long enter(long hash, long first, long second) {
    long[] into = cells(hash);
    while (isFull(into)) {
      int segment = (int) into[0];
      if (into.length - HEAD >= 2 * SLOTS && canSplit(segment)) {
        split(segment, hash);
      } else {
        widen(segment, hash);
      }
      into = cells(hash);
    }
    size++;
    return put(into, hash, first, second, null);
  }

  /** Five eighths: the best of speed and room for short probes. */
  private boolean isFull(long[] into) {
    return sizes[(int) into[0]] * 16 >= (into.length - HEAD) * 5;
  }

  /** Where hashes are chosen to be alike, splitting would not part them; that segment grows. */
  private boolean canSplit(int segment) {
    return depths[segment] < depth
        || depth < DEPTH_MAX && directory.length <= segments * BEGINNINGS_MAX;
  }

  private long put(long[] into, long hash, long first, long second, @Nullable Object object) {
    int index = home(hash, into);
    while (into[index + 1] != EMPTY) {
      index = next(index, into);
    }
    into[index] = first;
    into[index + 1] = second;
    int segment = (int) into[0];
    if (withObjects) {
      objects[segment][index >>> 1] = object;
    }
    sizes[segment]++;
    return slot(index, into);
  }

  private long[] fresh(int segment, int slots, int bits) {
    long[] empty = new long[HEAD + 2 * slots];
    Arrays.fill(empty, EMPTY);
    empty[0] = segment;
    cells[segment] = empty;
    objects[segment] = new Object[withObjects ? 1 + slots : 0];
    sizes[segment] = 0;
    depths[segment] = (byte) bits;
    return empty;
  }

  private void widen(int segment, long hash) {
    long[] old = cells[segment];
    @Nullable Object[] beside = objects[segment];
    int bits = depths[segment];
    int beginning = (int) (hash >>> 1 >>> 63 - bits);
    point(beginning, bits, fresh(segment, old.length - HEAD, bits));
    spread(old, beside);
  }

  /** All hashes that begin with so many bits are in that segment. */
  private void point(int beginning, int bits, long[] segment) {
    int span = depth - bits;
    Arrays.fill(directory, beginning << span, beginning + 1 << span, segment);
  }

  /**
   * @param hash of the segment's, which says what all of its hashes begin with
   */
  private void split(int segment, long hash) {
    int bits = depths[segment] + 1;
    if (bits > depth) {
      long[][] twice = new long[directory.length * 2][];
      for (int i = 0; i < twice.length; i++) {
        twice[i] = directory[i >>> 1];
      }
      directory = twice;
      depth++;
    }
    if (segments == cells.length) {
      cells = Arrays.copyOf(cells, segments * 2);
      objects = Arrays.copyOf(objects, segments * 2);
      sizes = Arrays.copyOf(sizes, segments * 2);
      depths = Arrays.copyOf(depths, segments * 2);
    }
    long[] old = cells[segment];
    @Nullable Object[] beside = objects[segment];
    int slots = (old.length - HEAD) / 2;
    int upper = (int) (hash >>> 64 - bits) | 1;
    point(upper - 1, bits, fresh(segment, slots, bits));
    point(upper, bits, fresh(segments++, slots, bits));
    spread(old, beside);
  }

  private void spread(long[] old, @Nullable Object[] beside) {
    for (int index = HEAD; index < old.length; index += 2) {
      if (old[index + 1] != EMPTY) {
        long hash = hash(old[index], old[index + 1]);
        @Nullable Object object = withObjects ? beside[index >>> 1] : null;
        put(cells(hash), hash, old[index], old[index + 1], object);
      }
    }
  }

  /** Removes an entry; another may take its slot. */
  final void remove(long slot) {
    int segment = (int) (slot >>> 32);
    long[] from = cells[segment];
    @Nullable Object[] beside = objects[segment];
    int gap = 2 * (int) slot;
    int mask = from.length - HEAD - 1;
    for (int index = next(gap, from); from[index + 1] != EMPTY; index = next(index, from)) {
      int home = home(hash(from[index], from[index + 1]), from);
      if ((index - home & mask) >= (index - gap & mask)) {
        from[gap] = from[index];
        from[gap + 1] = from[index + 1];
        if (withObjects) {
          beside[gap >>> 1] = beside[index >>> 1];
        }
        gap = index;
      }
    }
    from[gap + 1] = EMPTY;
    if (withObjects) {
      beside[gap >>> 1] = null;
    }
    sizes[segment]--;
    size--;
  }

  /** Memory of the table; what the objects take is not counted. */
  public long bytes() {
    long bytes = Bytes.of(directory) + 2 * Bytes.of(cells) + Bytes.of(sizes) + depths.length;
    for (int segment = 0; segment < segments; segment++) {
      bytes += Bytes.of(cells[segment]);
      bytes += withObjects ? Bytes.of(objects[segment]) : 0;
    }
    return bytes;
  }
}
