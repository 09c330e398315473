package dev.hufu.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Goal: proofs about subtrees hold when they are the draft's, and no others do. Method: every
 * subtree of every tree up to 20 leaves against the draft's recursion, each thing changed once.
 */
class SubtreeTest {

  private static final int SIZE = 20;
  private static final NaiveTree TREE = NaiveTree.numbered(SIZE);
  private static final SubtreeVerifier VERIFIER = new SubtreeVerifier();

  @Test
  void everySubtreeIsPartOfItsTreeAndOfNoOther() {
    int checked = 0;
    for (int size = 1; size <= SIZE; size++) {
      Hash root = TREE.root(size);
      for (int start = 0; start < size; start++) {
        for (int end = start + 1; end <= size; end++) {
          if (SubtreeVerifier.valid(start, end)) {
            Hash part = part(start, end);
            List<Hash> proof = TREE.subtreeProof(start, end, size);
            assertThat(VERIFIER.consistency(start, end, part, size, root, proof)).isEmpty();
            Hash wrong = new Hash(part.a() ^ 1, part.b(), part.c(), part.d());
            assertThat(VERIFIER.consistency(start, end, wrong, size, root, proof)).isPresent();
            assertThat(VERIFIER.consistency(start, end, part, size, wrong, proof)).isPresent();
            List<Hash> longer = new ArrayList<>(proof);
            longer.add(part);
            assertThat(VERIFIER.consistency(start, end, part, size, root, longer)).isPresent();
            for (int i = 0; i < proof.size(); i++) {
              List<Hash> changed = new ArrayList<>(proof);
              changed.remove(i);
              assertThat(VERIFIER.consistency(start, end, part, size, root, changed)).isPresent();
              changed.add(i, wrong);
              assertThat(VERIFIER.consistency(start, end, part, size, root, changed)).isPresent();
            }
            checked++;
          }
        }
      }
    }
    assertThat(checked).isEqualTo(567);
  }

  @Test
  void leavesAreCountedFromTheLogsFirst() {
    List<Hash> leaves = new ArrayList<>();
    for (int i = 8; i < 13; i++) {
      leaves.add(TREE.leaf(i));
    }
    NaiveTree part = new NaiveTree(leaves);
    for (int index = 8; index < 13; index++) {
      List<Hash> path = part.path(index - 8, 5);
      assertThat(VERIFIER.inclusion(TREE.leaf(index), index, 8, 13, path, part.root(5))).isEmpty();
    }
    assertThat(VERIFIER.inclusion(TREE.leaf(8), 7, 8, 13, part.path(0, 5), part.root(5)))
        .contains(new Flaw(Reason.INDEX_OUT_OF_RANGE, "index"));
    assertThat(VERIFIER.inclusion(TREE.leaf(8), 8, 4, 12, List.of(), part.root(5)))
        .contains(new Flaw(Reason.SIZE_OUT_OF_RANGE, "subtree"));
  }

  @Test
  void whatIsNoSubtreeIsRefused() {
    assertThat(SubtreeVerifier.valid(4, 8)).isTrue();
    assertThat(SubtreeVerifier.valid(5, 5)).isTrue();
    assertThat(SubtreeVerifier.valid(0, Long.MAX_VALUE)).isTrue();
    for (long[] range : new long[][] {{4, 9}, {1, 3}, {-1, 0}, {2, 1}, {1, Long.MAX_VALUE}}) {
      assertThat(SubtreeVerifier.valid(range[0], range[1])).isFalse();
    }
    Hash root = TREE.root(8);
    assertThat(VERIFIER.consistency(8, 9, root, 8, root, List.of()))
        .contains(new Flaw(Reason.SIZE_OUT_OF_RANGE, "subtree"));
    assertThat(VERIFIER.consistency(5, 5, TreeHasher.EMPTY, 8, root, List.of())).isEmpty();
    assertThat(VERIFIER.consistency(5, 5, root, 8, root, List.of()))
        .contains(new Flaw(Reason.EMPTY_TREE_ROOT, "subtree root"));
    assertThat(VERIFIER.consistency(5, 5, TreeHasher.EMPTY, 8, root, List.of(root)))
        .contains(new Flaw(Reason.PROOF_LENGTH, "subtree proof"));
    assertThat(VERIFIER.consistency(0, 0, TreeHasher.EMPTY, 0, root, List.of()))
        .contains(new Flaw(Reason.EMPTY_TREE_ROOT, "root"));
  }

  private static Hash part(int start, int end) {
    List<Hash> leaves = new ArrayList<>();
    for (int i = start; i < end; i++) {
      leaves.add(TREE.leaf(i));
    }
    return new NaiveTree(leaves).root(end - start);
  }
}
