package dev.hufu.tlog.merkle;

import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Checks proofs about a subtree: the leaves from {@code start} up to but not including {@code end},
 * where {@code start} is a multiple of the power of two that holds them. ML-DSA-44 cosignatures may
 * speak of such a subtree instead of a whole tree. Empty means: it holds.
 *
 * <pre>{@code
 * new SubtreeVerifier().consistency(8, 13, subtreeRoot, size, root, proof).isEmpty()
 * }</pre>
 *
 * <p>Errors: {@link Reason#SIZE_OUT_OF_RANGE} for a range that is no subtree, and those of {@link
 * ProofVerifier}. Source: draft-ietf-plants-merkle-tree-certs, section Subtrees.
 */
public final class SubtreeVerifier {

  private final TreeHasher hasher = new TreeHasher();

  /** Whether a range of leaves is a subtree; no leaves are one anywhere. */
  public static boolean valid(long start, long end) {
    if (start < 0 || end <= start) {
      return start >= 0 && end == start;
    }
    long count = end - start;
    long ceiling = count == 1 ? 1 : Long.highestOneBit(count - 1) << 1;
    return ceiling > 0 ? start % ceiling == 0 : start == 0;
  }

  /** Whether the leaf, counted from the log's first, is in the subtree with this root. */
  public Optional<Flaw> inclusion(
      Hash leaf, long index, long start, long end, List<Hash> path, Hash root) {
    if (!valid(start, end)) {
      return flaw(Reason.SIZE_OUT_OF_RANGE, "subtree");
    }
    if (index < start || index >= end) {
      return flaw(Reason.INDEX_OUT_OF_RANGE, "index");
    }
    return new ProofVerifier().inclusion(leaf, index - start, end - start, path, root);
  }

  /** Whether the subtree is part of the tree of {@code size} leaves with this root. */
  public Optional<Flaw> consistency(
      long start, long end, Hash subtreeRoot, long size, Hash root, List<Hash> proof) {
    if (!valid(start, end) || end > size) {
      return flaw(Reason.SIZE_OUT_OF_RANGE, "subtree");
    }
    if (start == end) {
      return empty(subtreeRoot, size, root, proof);
    }
    long first = start;
    long node = end - 1;
    long last = size - 1;
    boolean atEnd = node == last;
    while (first != node && (atEnd || (node & 1) == 1)) {
      first >>= 1;
      node >>= 1;
      last >>= 1;
    }
    boolean whole = first == node;
    if (!whole && proof.isEmpty()) {
      return flaw(Reason.PROOF_LENGTH, "subtree proof");
    }
    Hash part = whole ? subtreeRoot : proof.getFirst();
    Hash all = part;
    for (Hash next : whole ? proof : proof.subList(1, proof.size())) {
      if (last == 0) {
        return flaw(Reason.PROOF_LENGTH, "subtree proof");
      }
      if ((node & 1) == 1 || node == last) {
        part = first < node ? hasher.node(next, part) : part;
        all = hasher.node(next, all);
        while ((node & 1) == 0 && node != 0) {
          first >>= 1;
          node >>= 1;
          last >>= 1;
        }
      } else {
        all = hasher.node(all, next);
      }
      first >>= 1;
      node >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      return flaw(Reason.PROOF_LENGTH, "subtree proof");
    }
    if (!part.equals(subtreeRoot)) {
      return flaw(Reason.ROOT_MISMATCH, "subtree root");
    }
    return all.equals(root) ? Optional.empty() : flaw(Reason.ROOT_MISMATCH, "root");
  }

  /** No leaves are part of every tree; only their own root can be wrong. */
  private static Optional<Flaw> empty(Hash subtreeRoot, long size, Hash root, List<Hash> proof) {
    if (!proof.isEmpty()) {
      return flaw(Reason.PROOF_LENGTH, "subtree proof");
    }
    if (!subtreeRoot.equals(TreeHasher.EMPTY)) {
      return flaw(Reason.EMPTY_TREE_ROOT, "subtree root");
    }
    return size == 0 && !root.equals(TreeHasher.EMPTY)
        ? flaw(Reason.EMPTY_TREE_ROOT, "root")
        : Optional.empty();
  }

  private static Optional<Flaw> flaw(Reason reason, String where) {
    return Optional.of(new Flaw(reason, where));
  }
}
