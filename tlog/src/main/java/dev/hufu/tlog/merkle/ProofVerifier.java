package dev.hufu.tlog.merkle;

import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Checks inclusion and consistency proofs, strictly: the number of hashes must be what index and
 * sizes demand, and sizes must be in order. Empty means: it holds.
 *
 * <pre>{@code
 * new ProofVerifier().inclusion(leaf, index, size, path, root).isEmpty()
 * }</pre>
 *
 * <p>Source: RFC 9162 sections 2.1.3.2 and 2.1.4.2, whose steps these are.
 */
public final class ProofVerifier {

  private final TreeHasher hasher = new TreeHasher();

  /** Whether the leaf is at {@code index} of the tree of {@code size} leaves with this root. */
  public Optional<Flaw> inclusion(Hash leaf, long index, long size, List<Hash> path, Hash root) {
    if (index < 0 || index >= size) {
      return flaw(Reason.INDEX_OUT_OF_RANGE, "index");
    }
    long node = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash sibling : path) {
      if (last == 0) {
        return flaw(Reason.PROOF_LENGTH, "inclusion proof");
      }
      if ((node & 1) == 1 || node == last) {
        hash = hasher.node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = hasher.node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      return flaw(Reason.PROOF_LENGTH, "inclusion proof");
    }
    return hash.equals(root) ? Optional.empty() : flaw(Reason.ROOT_MISMATCH, "inclusion proof");
  }

  /** Whether the tree of {@code old} leaves is the beginning of that of {@code size}. */
  public Optional<Flaw> consistency(
      long old, Hash oldRoot, long size, Hash root, List<Hash> proof) {
    if (old < 0 || old > size) {
      return flaw(Reason.SIZE_OUT_OF_RANGE, "old size");
    }
    if (old == 0 || old == size) {
      return trivial(old, oldRoot, size, root, proof);
    }
    if (proof.isEmpty()) {
      return flaw(Reason.PROOF_LENGTH, "consistency proof");
    }
    long node = old - 1;
    long last = size - 1;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    boolean whole = Long.bitCount(old) == 1;
    Hash first = whole ? oldRoot : proof.getFirst();
    Hash oldHash = first;
    Hash hash = first;
    for (Hash next : whole ? proof : proof.subList(1, proof.size())) {
      if (last == 0) {
        return flaw(Reason.PROOF_LENGTH, "consistency proof");
      }
      if ((node & 1) == 1 || node == last) {
        oldHash = hasher.node(next, oldHash);
        hash = hasher.node(next, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = hasher.node(hash, next);
      }
      node >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      return flaw(Reason.PROOF_LENGTH, "consistency proof");
    }
    if (!oldHash.equals(oldRoot)) {
      return flaw(Reason.ROOT_MISMATCH, "old root");
    }
    return hash.equals(root) ? Optional.empty() : flaw(Reason.ROOT_MISMATCH, "root");
  }

  /** From nothing, or to the same size: no hashes, and roots that say so. */
  private static Optional<Flaw> trivial(
      long old, Hash oldRoot, long size, Hash root, List<Hash> proof) {
    if (!proof.isEmpty()) {
      return flaw(Reason.PROOF_LENGTH, "consistency proof");
    }
    if (old == 0 && !oldRoot.equals(TreeHasher.EMPTY)) {
      return flaw(Reason.EMPTY_TREE_ROOT, "old root");
    }
    if (size == 0 && !root.equals(TreeHasher.EMPTY)) {
      return flaw(Reason.EMPTY_TREE_ROOT, "root");
    }
    return old == size && !oldRoot.equals(root)
        ? flaw(Reason.ROOT_MISMATCH, "root")
        : Optional.empty();
  }

  private static Optional<Flaw> flaw(Reason reason, String where) {
    return Optional.of(new Flaw(reason, where));
  }
}
