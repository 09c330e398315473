package dev.hufu.tlog.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.merkle.NaiveTree;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.note.Ed25519Signer;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Goal: proof files are read, written and judged as tlog-proof says. Method: a small log, the form
 * line by line, one change for each check.
 */
class LogProofTest {

  private static final NaiveTree TREE = NaiveTree.numbered(11);
  private static final Ed25519Signer LOG = Ed25519Signer.of("log.example/1", new byte[32]);
  private static final Policy POLICY = Policy.of(LOG.key());
  private static final SignedNote NOTE =
      SignedNote.sign(new Checkpoint("log.example/1", 11, TREE.root(11)).text(), List.of(LOG));

  @Test
  void everyLeafIsProved() {
    for (int index = 0; index < 11; index++) {
      LogProof proof = LogProof.of(index, TREE.path(index, 11), NOTE);
      LogProof read = LogProof.parse(proof.bytes()).orThrow();
      assertThat(read).isEqualTo(proof);
      assertThat(read.verify(TREE.leaf(index), POLICY).orThrow().checkpoint().size()).isEqualTo(11);
      assertThat(read.verify(TREE.leaf((index + 1) % 11), POLICY).problem())
          .contains(new Flaw(Reason.ROOT_MISMATCH, "inclusion proof"));
    }
  }

  @Test
  void theFormLineByLine() {
    LogProof proof = LogProof.of(10, TREE.path(10, 11), NOTE).withExtra(new byte[] {'h', 'i'});
    assertThat(proof.toString())
        .isEqualTo(
            "c2sp.org/tlog-proof@v1\nextra aGk=\nindex 10\n"
                + TREE.path(10, 11).get(0).base64()
                + "\n"
                + TREE.path(10, 11).get(1).base64()
                + "\n\n"
                + NOTE);
    LogProof read = LogProof.parse(proof.bytes()).orThrow();
    assertThat(read).isEqualTo(proof);
    assertThat(read.extra()).hasValueSatisfying(data -> assertThat(data).containsExactly('h', 'i'));
    assertThat(LogProof.of(0, List.of(), NOTE).extra()).isEmpty();
  }

  @Test
  void anotherIndexOrLogProvesNothing() {
    LogProof moved = LogProof.of(9, TREE.path(10, 11), NOTE);
    assertThat(moved.verify(TREE.leaf(10), POLICY)).isInstanceOf(Checked.Flawed.class);
    LogProof beyond = LogProof.of(11, TREE.path(10, 11), NOTE);
    assertThat(beyond.verify(TREE.leaf(10), POLICY).problem())
        .contains(new Flaw(Reason.INDEX_OUT_OF_RANGE, "index"));
    byte[] seed = new byte[32];
    seed[0] = 1;
    Policy stranger = Policy.of(Ed25519Signer.of("log.example/1", seed).key());
    assertThat(LogProof.of(10, TREE.path(10, 11), NOTE).verify(TREE.leaf(10), stranger).problem())
        .contains(new Flaw(Reason.NOT_SIGNED_BY_KNOWN_KEY, "note"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BAD_LINE     | c2sp.org/tlog-proof@v2~index 0~~",
        "BAD_LINE     | c2sp.org/tlog-proof@v1 ~index 0~~",
        "MISSING_LINE | c2sp.org/tlog-proof@v1~~",
        "MISSING_LINE | c2sp.org/tlog-proof@v1~extra aGk=~~",
        "BAD_LINE     | c2sp.org/tlog-proof@v1~extra~index 0~~",
        "BAD_LINE     | c2sp.org/tlog-proof@v1~extra aGk=~extra aGk=~index 0~~",
        "BAD_LINE     | c2sp.org/tlog-proof@v1~index~~",
        "BAD_BASE64   | c2sp.org/tlog-proof@v1~extra aGk~index 0~~",
        "BAD_NUMBER   | c2sp.org/tlog-proof@v1~index 00~~",
        "BAD_NUMBER   | c2sp.org/tlog-proof@v1~index -1~~",
        "BAD_BASE64   | c2sp.org/tlog-proof@v1~index 0~extra aGk=~~",
        "BAD_HASH     | c2sp.org/tlog-proof@v1~index 0~aGk=~~"
      })
  void otherFilesAreRefused(Reason reason, String head) {
    byte[] file = (head.replace('~', '\n') + NOTE).getBytes(StandardCharsets.UTF_8);
    assertThat(LogProof.parse(file).problem()).map(Flaw::reason).contains(reason);
  }

  @Test
  void limitsHoldAtTheLimitAndNotBeyond() {
    byte[] most = new byte[TlogLimits.PROOF_EXTRA_BYTES_MAX];
    LogProof full =
        LogProof.of(0, Collections.nCopies(TlogLimits.PROOF_HASHES_MAX, TreeHasher.EMPTY), NOTE)
            .withExtra(most);
    assertThat(LogProof.parse(full.bytes()).orThrow()).isEqualTo(full);
    assertThatThrownBy(() -> full.withExtra(new byte[most.length + 1]))
        .isInstanceOf(IllegalArgumentException.class);
    String more = full.toString().replaceFirst("extra ", "extra AAAA");
    assertThat(LogProof.parse(more.getBytes(StandardCharsets.UTF_8)).problem())
        .contains(new Flaw(Reason.TOO_LARGE, "line 2"));
    String longer =
        full.toString().replaceFirst("index 0\n", "index 0\n" + TreeHasher.EMPTY.base64() + "\n");
    assertThat(LogProof.parse(longer.getBytes(StandardCharsets.UTF_8)).problem())
        .contains(new Flaw(Reason.TOO_MANY, "hashes"));
    byte[] huge = new byte[TlogLimits.PROOF_BYTES_MAX + 1];
    assertThat(LogProof.parse(huge).problem()).contains(new Flaw(Reason.TOO_LARGE, "proof"));
    assertThat(LogProof.parse("x\n".getBytes(StandardCharsets.UTF_8)).problem())
        .contains(new Flaw(Reason.NO_BLANK_LINE, "proof"));
  }
}
