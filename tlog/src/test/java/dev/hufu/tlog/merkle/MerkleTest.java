package dev.hufu.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.Reason;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Goal: roots and proofs are those of RFC 6962, and no other proof is taken. Method: published
 * roots; every size and pair up to 70 against the naive reading of the RFC; each proof with each
 * thing about it changed.
 */
class MerkleTest {

  /** The eight reference leaves of the first Certificate Transparency log, and their roots. */
  private static final List<String> REFERENCE_LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> REFERENCE_ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static final int SIZE = 70;
  private static final NaiveTree TREE = NaiveTree.numbered(SIZE);
  private static final ProofBuilder PROOFS = new ProofBuilder(TREE);
  private static final ProofVerifier VERIFIER = new ProofVerifier();

  @Test
  void publishedRoots() {
    Frontier tree = new Frontier();
    assertThat(tree.root().toString())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    TreeHasher hasher = new TreeHasher();
    for (int i = 0; i < REFERENCE_LEAVES.size(); i++) {
      tree.append(hasher.leaf(HexFormat.of().parseHex(REFERENCE_LEAVES.get(i))));
      assertThat(tree.root().toString()).isEqualTo(REFERENCE_ROOTS.get(i));
    }
  }

  @Test
  void growingGivesTheRootOfEverySize() {
    Frontier tree = new Frontier();
    for (int size = 0; size <= SIZE; size++) {
      assertThat(tree.root()).isEqualTo(TREE.root(size));
      assertThat(PROOFS.root(size).orThrow()).isEqualTo(TREE.root(size));
      assertThat(new Frontier(size, tree.roots()).root()).isEqualTo(TREE.root(size));
      if (size < SIZE) {
        tree.append(TREE.leaf(size));
      }
    }
  }

  @Test
  void everyInclusionProofIsTheRfcsAndHolds() {
    for (int size = 1; size <= SIZE; size++) {
      for (int index = 0; index < size; index++) {
        List<Hash> path = PROOFS.inclusion(index, size).orThrow();
        assertThat(path).isEqualTo(TREE.path(index, size));
        assertThat(VERIFIER.inclusion(TREE.leaf(index), index, size, path, TREE.root(size)))
            .isEmpty();
      }
    }
  }

  @Test
  void everyConsistencyProofIsTheRfcsAndHolds() {
    for (int size = 0; size <= SIZE; size++) {
      for (int old = 0; old <= size; old++) {
        List<Hash> proof = PROOFS.consistency(old, size).orThrow();
        assertThat(proof).isEqualTo(TREE.proof(old, size));
        assertThat(VERIFIER.consistency(old, TREE.root(old), size, TREE.root(size), proof))
            .isEmpty();
      }
    }
  }

  @Test
  void noOtherInclusionProofHolds() {
    for (int size = 1; size <= 20; size++) {
      for (int index = 0; index < size; index++) {
        List<Hash> path = TREE.path(index, size);
        Hash leaf = TREE.leaf(index);
        Hash root = TREE.root(size);
        for (List<Hash> other : changed(path)) {
          assertThat(VERIFIER.inclusion(leaf, index, size, other, root)).isPresent();
        }
        assertThat(VERIFIER.inclusion(flipped(leaf), index, size, path, root)).isPresent();
        assertThat(VERIFIER.inclusion(leaf, index, size, path, flipped(root))).isPresent();
        for (int elsewhere = 0; elsewhere < size; elsewhere++) {
          if (elsewhere != index) {
            assertThat(VERIFIER.inclusion(leaf, elsewhere, size, path, root)).isPresent();
          }
        }
      }
    }
  }

  @Test
  void noOtherConsistencyProofHolds() {
    for (int size = 1; size <= 20; size++) {
      for (int old = 1; old <= size; old++) {
        List<Hash> proof = TREE.proof(old, size);
        Hash oldRoot = TREE.root(old);
        Hash root = TREE.root(size);
        for (List<Hash> other : changed(proof)) {
          assertThat(VERIFIER.consistency(old, oldRoot, size, root, other)).isPresent();
        }
        assertThat(VERIFIER.consistency(old, flipped(oldRoot), size, root, proof)).isPresent();
        assertThat(VERIFIER.consistency(old, oldRoot, size, flipped(root), proof)).isPresent();
        for (int another = 1; another <= size; another++) {
          if (another != old) {
            assertThat(VERIFIER.consistency(another, oldRoot, size, root, proof)).isPresent();
          }
        }
      }
    }
  }

  @Test
  void reasonsArePrecise() {
    Hash leaf = TREE.leaf(2);
    List<Hash> path = TREE.path(2, 7);
    Hash root = TREE.root(7);
    assertThat(reason(VERIFIER.inclusion(leaf, 7, 7, path, root)))
        .isEqualTo(Reason.INDEX_OUT_OF_RANGE);
    assertThat(reason(VERIFIER.inclusion(leaf, -1, 7, path, root)))
        .isEqualTo(Reason.INDEX_OUT_OF_RANGE);
    assertThat(reason(VERIFIER.inclusion(leaf, 2, 7, path.subList(1, path.size()), root)))
        .isEqualTo(Reason.PROOF_LENGTH);
    assertThat(reason(VERIFIER.inclusion(flipped(leaf), 2, 7, path, root)))
        .isEqualTo(Reason.ROOT_MISMATCH);
    assertThat(reason(VERIFIER.consistency(8, root, 7, root, List.of())))
        .isEqualTo(Reason.SIZE_OUT_OF_RANGE);
    assertThat(reason(VERIFIER.consistency(-1, root, 7, root, List.of())))
        .isEqualTo(Reason.SIZE_OUT_OF_RANGE);
    assertThat(reason(VERIFIER.consistency(3, TREE.root(3), 7, root, List.of())))
        .isEqualTo(Reason.PROOF_LENGTH);
    assertThat(reason(VERIFIER.consistency(0, TreeHasher.EMPTY, 7, root, List.of(root))))
        .isEqualTo(Reason.PROOF_LENGTH);
    assertThat(reason(VERIFIER.consistency(0, root, 7, root, List.of())))
        .isEqualTo(Reason.EMPTY_TREE_ROOT);
    assertThat(reason(VERIFIER.consistency(7, TREE.root(6), 7, root, List.of())))
        .isEqualTo(Reason.ROOT_MISMATCH);
  }

  @Test
  void whatCannotBeProvedIsRefused() {
    assertThat(PROOFS.inclusion(5, 5).problem()).contains(at(Reason.INDEX_OUT_OF_RANGE, "index"));
    assertThat(PROOFS.consistency(6, 5).problem())
        .contains(at(Reason.SIZE_OUT_OF_RANGE, "old size"));
    assertThat(PROOFS.root(-1).problem()).contains(at(Reason.SIZE_OUT_OF_RANGE, "size"));
    assertThat(PROOFS.root(SIZE + 1).problem()).contains(at(Reason.MISSING_NODE, "root"));
    assertThat(PROOFS.inclusion(0, Long.MAX_VALUE).problem())
        .map(Flaw::reason)
        .contains(Reason.MISSING_NODE);
  }

  @Test
  void hashesReadStrictly() {
    Hash hash = TREE.leaf(0);
    assertThat(Hash.parse(hash.base64(), "h")).isEqualTo(Checked.sound(hash));
    assertThat(Hash.of(hash.bytes())).isEqualTo(hash);
    assertThat(Hash.parse("AAAA", "h").problem()).contains(at(Reason.BAD_HASH, "h"));
    assertThat(Hash.parse(hash.base64().replace("=", ""), "h").problem())
        .contains(at(Reason.BAD_BASE64, "h"));
  }

  private static Flaw at(Reason reason, String where) {
    return new Flaw(reason, where);
  }

  private static Reason reason(Optional<Flaw> flaw) {
    return flaw.orElseThrow().reason();
  }

  private static Hash flipped(Hash hash) {
    return new Hash(hash.a(), hash.b(), hash.c() ^ 1, hash.d());
  }

  /** The proof with a hash more, less, flipped or in another place. */
  private static List<List<Hash>> changed(List<Hash> proof) {
    List<List<Hash>> all = new ArrayList<>();
    for (int i = 0; i <= proof.size(); i++) {
      List<Hash> longer = new ArrayList<>(proof);
      longer.add(i, TreeHasher.EMPTY);
      all.add(longer);
    }
    for (int i = 0; i < proof.size(); i++) {
      List<Hash> shorter = new ArrayList<>(proof);
      shorter.remove(i);
      all.add(shorter);
      List<Hash> wrong = new ArrayList<>(proof);
      wrong.set(i, flipped(proof.get(i)));
      all.add(wrong);
    }
    if (proof.size() > 1) {
      all.add(proof.reversed());
    }
    return all;
  }
}
