package dev.hufu.tlog.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** RFC 6962 as it is written, by recursion over lists; slow, and the oracle of the tests. */
public final class NaiveTree implements NodeReader {

  private final TreeHasher hasher = new TreeHasher();
  private final List<Hash> leaves;

  public NaiveTree(List<Hash> leaves) {
    this.leaves = List.copyOf(leaves);
  }

  /** A tree whose leaves are the numbers from 0. */
  public static NaiveTree numbered(long size) {
    TreeHasher hasher = new TreeHasher();
    return new NaiveTree(LongStream.range(0, size).mapToObj(i -> hasher.leaf(entry(i))).toList());
  }

  public static byte[] entry(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  public Hash leaf(long index) {
    return leaves.get((int) index);
  }

  public Hash root(long size) {
    return mth(leaves.subList(0, (int) size));
  }

  /** MTH(D[n]) of section 2.1. */
  public Hash mth(List<Hash> d) {
    if (d.isEmpty()) {
      return TreeHasher.EMPTY;
    }
    if (d.size() == 1) {
      return d.getFirst();
    }
    int k = split(d.size());
    return hasher.node(mth(d.subList(0, k)), mth(d.subList(k, d.size())));
  }

  /** PATH(m, D[n]) of section 2.1.1. */
  public List<Hash> path(int m, int n) {
    return path(m, leaves.subList(0, n));
  }

  private List<Hash> path(int m, List<Hash> d) {
    if (d.size() == 1) {
      return List.of();
    }
    int k = split(d.size());
    List<Hash> left = d.subList(0, k);
    List<Hash> right = d.subList(k, d.size());
    return m < k ? plus(path(m, left), mth(right)) : plus(path(m - k, right), mth(left));
  }

  /** PROOF(m, D[n]) of section 2.1.2. */
  public List<Hash> proof(int m, int n) {
    return m == 0 ? List.of() : subproof(m, leaves.subList(0, n), true);
  }

  private List<Hash> subproof(int m, List<Hash> d, boolean whole) {
    if (m == d.size()) {
      return whole ? List.of() : List.of(mth(d));
    }
    int k = split(d.size());
    List<Hash> left = d.subList(0, k);
    List<Hash> right = d.subList(k, d.size());
    return m <= k
        ? plus(subproof(m, left, whole), mth(right))
        : plus(subproof(m - k, right, false), mth(left));
  }

  /** SUBTREE_PROOF(start, end, D[n]) of the draft on Merkle tree certificates. */
  public List<Hash> subtreeProof(int start, int end, int n) {
    return subtreeProof(start, end, leaves.subList(0, n), true);
  }

  private List<Hash> subtreeProof(int start, int end, List<Hash> d, boolean whole) {
    if (start == 0 && end == d.size()) {
      return whole ? List.of() : List.of(mth(d));
    }
    int k = split(d.size());
    List<Hash> left = d.subList(0, k);
    List<Hash> right = d.subList(k, d.size());
    if (end <= k) {
      return plus(subtreeProof(start, end, left, whole), mth(right));
    }
    return k <= start
        ? plus(subtreeProof(start - k, end - k, right, whole), mth(left))
        : plus(subtreeProof(0, end - k, right, false), mth(left));
  }

  @Override
  public Optional<Hash> node(int level, long index) {
    long from = index << level;
    long to = (index + 1) << level;
    return to > leaves.size()
        ? Optional.empty()
        : Optional.of(mth(leaves.subList((int) from, (int) to)));
  }

  private static int split(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  private static List<Hash> plus(List<Hash> hashes, Hash last) {
    List<Hash> all = new ArrayList<>(hashes);
    all.add(last);
    return all;
  }
}
