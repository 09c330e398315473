package dev.hufu.tlog.merkle;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Roots and proofs made from complete nodes.
 *
 * <pre>{@code
 * ProofBuilder proofs = new ProofBuilder(new TileNodes(size, tiles));
 * Checked<List<Hash>> path = proofs.inclusion(index, size);
 * }</pre>
 *
 * <p>Errors: {@link Reason#INDEX_OUT_OF_RANGE}, {@link Reason#SIZE_OUT_OF_RANGE}, {@link
 * Reason#MISSING_NODE}. Source: RFC 6962 sections 2.1.1 (PATH) and 2.1.2 (SUBPROOF).
 */
public final class ProofBuilder {

  private final NodeReader nodes;
  private final TreeHasher hasher = new TreeHasher();

  public ProofBuilder(NodeReader nodes) {
    this.nodes = nodes;
  }

  /** The root of the first {@code size} leaves. */
  public Checked<Hash> root(long size) {
    if (size < 0) {
      return Checked.flawed(Reason.SIZE_OUT_OF_RANGE, "size");
    }
    return size == 0 ? Checked.sound(TreeHasher.EMPTY) : found(range(0, size));
  }

  /** The path of a leaf, from its sibling up to the root's child. */
  public Checked<List<Hash>> inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      return Checked.flawed(Reason.INDEX_OUT_OF_RANGE, "index");
    }
    return collect(index, index + 1, size, false);
  }

  /** That the first {@code old} leaves are the beginning of the first {@code size}. */
  public Checked<List<Hash>> consistency(long old, long size) {
    if (old < 0 || old > size) {
      return Checked.flawed(Reason.SIZE_OUT_OF_RANGE, "old size");
    }
    return old == 0 || old == size ? Checked.sound(List.of()) : collect(0, old, size, true);
  }

  /**
   * Walks from the root down to the node that ends at {@code end}, noting the siblings. The old
   * tree's own root is left out of a consistency proof: who checks it has it.
   */
  private Checked<List<Hash>> collect(long start, long end, long size, boolean consistency) {
    List<Optional<Hash>> path = new ArrayList<>();
    long low = 0;
    long high = size;
    while (high != end || !consistency && low != start) {
      long middle = low + Long.highestOneBit(high - low - 1);
      if (end <= middle) {
        path.add(range(middle, high));
        high = middle;
      } else {
        path.add(range(low, middle));
        low = middle;
      }
    }
    if (consistency && low != start) {
      path.add(range(low, high));
    }
    Collections.reverse(path);
    List<Hash> found = new ArrayList<>(path.size());
    for (Optional<Hash> hash : path) {
      if (hash.isEmpty()) {
        return Checked.flawed(Reason.MISSING_NODE, "hash " + (found.size() + 1));
      }
      found.add(hash.get());
    }
    return Checked.sound(List.copyOf(found));
  }

  /** The root over the leaves of a range that begins at a multiple of the power of two below it. */
  private Optional<Hash> range(long low, long high) {
    List<Hash> roots = new ArrayList<>();
    long from = low;
    while (from < high) {
      int level = 63 - Long.numberOfLeadingZeros(high - from);
      Optional<Hash> node = nodes.node(level, from >> level);
      if (node.isEmpty()) {
        return Optional.empty();
      }
      roots.add(node.get());
      from += 1L << level;
    }
    Hash root = roots.getLast();
    for (int i = roots.size() - 2; i >= 0; i--) {
      root = hasher.node(roots.get(i), root);
    }
    return Optional.of(root);
  }

  private static Checked<Hash> found(Optional<Hash> hash) {
    return hash.<Checked<Hash>>map(Checked::sound)
        .orElseGet(() -> Checked.flawed(Reason.MISSING_NODE, "root"));
  }
}
