package dev.hufu.kernel.feature;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ids of events that a second event of the same id could still follow in time: a queue in the
 * order of arrival and a table from the hash of an id to its position in the queue. The queue is a
 * ring of blocks, so that it grows without copying ids.
 */
final class SeenIds extends SplitTable {

  private static final int BLOCK_BITS = 8;
  private static final int MASK = (1 << BLOCK_BITS) - 1;

  private final long seed;
  private Block[] ring = {new Block(), new Block()};

  /** Positions count on for ever; that of a block is the position of its first id. */
  private long head;

  private long tail;

  /** Ids that follow each other. */
  private static final class Block {
    final @Nullable String[] ids = new String[1 << BLOCK_BITS];
    final long[] ats = new long[1 << BLOCK_BITS];
    final long[] hashes = new long[1 << BLOCK_BITS];
  }

  SeenIds(long seed) {
    super(false);
    this.seed = seed;
  }

  /** Of an entry, whose first number it is. */
  @Override
  long hash(long first, long second) {
    return first;
  }

  /** What {@link #contains} and {@link #add} want to know of an id. */
  long hash(String id) {
    return Words.hash(id, seed) * MULTIPLIER;
  }

  /** Whether an event of that id, not older than the horizon, was added. */
  boolean contains(String id, long hash, long horizon) {
    long[] cells = cells(hash);
    for (int index = home(hash, cells); cells[index + 1] != EMPTY; index = next(index, cells)) {
      if (cells[index] == hash) {
        Block block = block(cells[index + 1]);
        int place = (int) cells[index + 1] & MASK;
        if (block.ats[place] >= horizon && id.equals(block.ids[place])) {
          return true;
        }
      }
    }
    return false;
  }

  /** Adds an id and forgets what is older than the horizon. */
  void add(String id, long hash, long at, long horizon) {
    while (head < tail && block(head).ats[(int) head & MASK] < horizon) {
      forget(head++);
    }
    if ((tail & MASK) == 0 && tail - (head & ~MASK) == (long) ring.length << BLOCK_BITS) {
      widen();
    }
    Block block = block(tail);
    int place = (int) tail & MASK;
    block.ids[place] = id;
    block.ats[place] = at;
    block.hashes[place] = hash;
    enter(hash, hash, tail++);
  }

  String id(int index) {
    return Objects.requireNonNull(block(head + index).ids[(int) (head + index) & MASK]);
  }

  long at(int index) {
    return block(head + index).ats[(int) (head + index) & MASK];
  }

  @Override
  public long bytes() {
    Block any = ring[0];
    long each = Bytes.of(any.ids) + Bytes.of(any.ats) + Bytes.of(any.hashes) + 32;
    long bytes = super.bytes() + Bytes.of(ring) + ring.length * each;
    for (int index = 0; index < size(); index++) {
      bytes += Bytes.of(id(index));
    }
    return bytes;
  }

  private Block block(long position) {
    return ring[(int) (position >>> BLOCK_BITS) & ring.length - 1];
  }

  private void forget(long position) {
    long hash = block(position).hashes[(int) position & MASK];
    long[] cells = cells(hash);
    int index = home(hash, cells);
    while (cells[index + 1] != position) {
      index = next(index, cells);
    }
    remove(slot(index, cells));
    block(position).ids[(int) position & MASK] = null;
  }

  /** Twice the blocks; those in use keep their ids and find their places by their positions. */
  private void widen() {
    Block[] wider = Arrays.copyOf(ring, ring.length * 2);
    long begin = head >>> BLOCK_BITS;
    for (int block = 0; block < ring.length; block++) {
      wider[(int) (begin + block) & wider.length - 1] =
          ring[(int) (begin + block) & ring.length - 1];
    }
    for (int block = 0; block < ring.length; block++) {
      wider[(int) (begin + ring.length + block) & wider.length - 1] = new Block();
    }
    ring = wider;
  }
}
