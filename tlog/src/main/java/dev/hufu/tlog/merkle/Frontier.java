package dev.hufu.tlog.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: its size and the roots of the perfect subtrees it falls into,
 * largest first. Enough to append and to say the root; a few hundred bytes for any size.
 *
 * <pre>{@code
 * Frontier tree = new Frontier();
 * tree.append(hasher.leaf(entry));
 * Hash root = tree.root();
 * }</pre>
 *
 * <p>Appending costs one node hash on average. Not safe for several threads. Source: RFC 6962
 * section 2.1; the same thing is called a compact range elsewhere.
 */
public final class Frontier {

  /** Told each node as it becomes complete, children before parents; leaves are of level 0. */
  @FunctionalInterface
  public interface NodeSink {
    void node(int level, long index, Hash hash);
  }

  private static final int LEVELS = 63;

  private final TreeHasher hasher = new TreeHasher();
  private final Hash[] roots = new Hash[LEVELS];
  private int count;
  private long size;

  /** A tree of no leaves. */
  public Frontier() {}

  /**
   * A tree as it stood.
   *
   * @param roots the perfect subtrees' roots, largest first, as {@link #roots()} gave them
   */
  public Frontier(long size, List<Hash> roots) {
    if (size < 0 || roots.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(roots.size() + " subtrees for size " + size);
    }
    this.size = size;
    for (Hash root : roots) {
      this.roots[count++] = root;
    }
  }

  public long size() {
    return size;
  }

  public List<Hash> roots() {
    List<Hash> copy = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      copy.add(roots[i]);
    }
    return List.copyOf(copy);
  }

  public void append(Hash leaf) {
    append(leaf, (level, index, hash) -> {});
  }

  public void append(Hash leaf, NodeSink sink) {
    if (size == Long.MAX_VALUE) {
      throw new IllegalStateException("the tree is full");
    }
    Hash hash = leaf;
    sink.node(0, size, hash);
    int merges = Long.numberOfTrailingZeros(~size);
    for (int level = 1; level <= merges; level++) {
      hash = hasher.node(roots[--count], hash);
      sink.node(level, size >> level, hash);
    }
    roots[count++] = hash;
    size++;
  }

  /** The root at this size; that of no leaves is the hash of nothing. */
  public Hash root() {
    if (count == 0) {
      return TreeHasher.EMPTY;
    }
    Hash root = roots[count - 1];
    for (int i = count - 2; i >= 0; i--) {
      root = hasher.node(roots[i], root);
    }
    return root;
  }
}
