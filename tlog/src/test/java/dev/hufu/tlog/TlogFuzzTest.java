package dev.hufu.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.cosign.CosignatureVerifier;
import dev.hufu.tlog.cosign.Cosigner;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.note.Ed25519Signer;
import dev.hufu.tlog.note.NoteKey;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.policy.Policy;
import dev.hufu.tlog.policy.PolicyReader;
import dev.hufu.tlog.proof.LogProof;
import dev.hufu.tlog.tile.EntryBundle;
import dev.hufu.tlog.tile.TilePath;
import dev.hufu.tlog.witness.AddCheckpoint;
import dev.hufu.tlog.witness.Ruling;
import dev.hufu.tlog.witness.Witness;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goal: whatever strangers send, nothing throws, and what is taken has exactly one spelling.
 * Method: Jazzer; in a build it runs the seeds kept beside this class, and with {@code
 * JAZZER_FUZZ=1} it looks for more.
 */
class TlogFuzzTest {

  /** The key of the notes among the seeds: the seed of the key is 32 zero bytes. */
  private static final NoteKey KEY = Ed25519Signer.of("log.example/1", new byte[32]).key();

  private static final Witness WITNESS =
      new Witness(
          Map.of("log.example/1", List.of(CosignatureVerifier.of(KEY))),
          List.of(Cosigner.ed25519("witness.example/w", new byte[32])));

  @FuzzTest(maxDuration = "20s")
  void notes(byte[] bytes) {
    if (SignedNote.parse(bytes) instanceof Checked.Sound<SignedNote>(var note)) {
      assertThat(note.bytes()).isEqualTo(bytes);
      Policy.of(KEY).check(note);
      if (Checkpoint.parse(note.text()) instanceof Checked.Sound<Checkpoint>(var checkpoint)) {
        assertThat(checkpoint.text()).isEqualTo(note.text());
      }
    }
  }

  @FuzzTest(maxDuration = "20s")
  void keys(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (NoteKey.parse(text) instanceof Checked.Sound<NoteKey>(var key)) {
      assertThat(key.toString()).isEqualTo(text);
      assertThat(CosignatureVerifier.of(key).verifies("a\n", new byte[64])).isFalse();
    }
  }

  @FuzzTest(maxDuration = "20s")
  void paths(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (TilePath.parse(text) instanceof Checked.Sound<TilePath>(var path)) {
      assertThat(path.path()).isEqualTo(text);
    }
  }

  @FuzzTest(maxDuration = "20s")
  void bundles(byte[] bytes) {
    int width = bytes.length == 0 ? 1 : bytes[0] & 0xFF;
    if (EntryBundle.decode(bytes, width) instanceof Checked.Sound<List<byte[]>>(var entries)) {
      assertThat(EntryBundle.encode(entries)).isEqualTo(bytes);
    }
  }

  @FuzzTest(maxDuration = "20s")
  void proofs(byte[] bytes) {
    if (LogProof.parse(bytes) instanceof Checked.Sound<LogProof>(var proof)) {
      assertThat(proof.bytes()).isEqualTo(bytes);
      proof.extra();
      proof.verify(TreeHasher.EMPTY, Policy.of(KEY));
    }
  }

  @FuzzTest(maxDuration = "20s")
  void requests(byte[] bytes) {
    if (AddCheckpoint.parse(bytes) instanceof Checked.Sound<AddCheckpoint>(var request)) {
      assertThat(request.bytes()).isEqualTo(bytes);
    }
    if (WITNESS.judge(bytes, origin -> Optional.empty()) instanceof Ruling.Advance advance) {
      assertThat(WITNESS.cosign(advance, 1)).endsWith("\n");
    }
  }

  @FuzzTest(maxDuration = "20s")
  void policies(byte[] bytes) {
    if (PolicyReader.parse(bytes) instanceof Checked.Sound<Policy>(var policy)) {
      policy.quorum().met(key -> true);
      policy.check(SignedNote.sign("a\n", List.of()));
    }
  }
}
