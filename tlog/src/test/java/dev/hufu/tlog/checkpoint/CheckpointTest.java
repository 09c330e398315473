package dev.hufu.tlog.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.note.Ed25519Signer;
import dev.hufu.tlog.note.Ed25519Verifier;
import dev.hufu.tlog.note.SignedNote;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Goal: checkpoints are read and written as tlog-checkpoint says. Method: its example, round trips,
 * one change for each check.
 */
class CheckpointTest {

  private static final String EXAMPLE =
      "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  private static final Hash ROOT =
      Hash.parse("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", "root").orThrow();

  @Test
  void theSpecificationsExample() {
    Checkpoint checkpoint = Checkpoint.parse(EXAMPLE).orThrow();
    assertThat(checkpoint)
        .isEqualTo(new Checkpoint("example.com/behind-the-sofa", 20_852_163, ROOT));
    assertThat(checkpoint.text()).isEqualTo(EXAMPLE);
  }

  @Test
  void extensionLinesStay() {
    Checkpoint checkpoint = new Checkpoint("o r+i", 1, ROOT, List.of("one", "two 2"));
    assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(Checked.sound(checkpoint));
    List<String> most = Collections.nCopies(TlogLimits.CHECKPOINT_EXTENSIONS_MAX, "x");
    assertThat(Checkpoint.parse(new Checkpoint("o", 1, ROOT, most).text()).problem()).isEmpty();
    assertThat(Checkpoint.parse(new Checkpoint("o", 1, ROOT, most).text() + "x\n").problem())
        .contains(new Flaw(Reason.TOO_MANY, "extension lines"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NO_FINAL_NEWLINE | o~1~CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
        "MISSING_LINE     | o~1~",
        "BAD_LINE         | ~1~CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=~",
        "BAD_LINE         | o~1~CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=~~",
        "BAD_LINE         | o~1~CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=~~x~",
        "BAD_NUMBER       | o~01~CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=~",
        "BAD_NUMBER       | o~-1~CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=~",
        "BAD_NUMBER       | o~ 1~CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=~",
        "BAD_NUMBER       | o~9223372036854775808~CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=~",
        "BAD_HASH         | o~1~AAAA~",
        "BAD_BASE64       | o~1~CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=~",
        "EMPTY_TREE_ROOT  | o~0~CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=~"
      })
  void otherTextsAreRefused(Reason reason, String text) {

    assertThat(Checkpoint.parse(text.replace('~', '\n')).problem())
        .map(Flaw::reason)
        .contains(reason);
  }

  @Test
  void onlyVerifiedCheckpointsOfTheOriginAreOpened() {
    Ed25519Signer log = Ed25519Signer.of("log.example/1", new byte[32]);
    List<Ed25519Verifier> known = List.of(new Ed25519Verifier(log.key()));
    Checkpoint checkpoint = new Checkpoint("log.example/1", 0, TreeHasher.EMPTY);
    SignedNote note = SignedNote.sign(checkpoint.text(), List.of(log));
    assertThat(OpenCheckpoint.open(note.bytes(), "log.example/1", known).orThrow().checkpoint())
        .isEqualTo(checkpoint);
    assertThat(OpenCheckpoint.open(note.bytes(), "log.example/2", known).problem())
        .contains(new Flaw(Reason.UNKNOWN_ORIGIN, "line 1"));
    assertThat(OpenCheckpoint.open(note.bytes(), "log.example/1", List.of()).problem())
        .contains(new Flaw(Reason.NOT_SIGNED_BY_KNOWN_KEY, "note"));
    byte[] notACheckpoint = SignedNote.sign("hello\n", List.of(log)).bytes();
    assertThat(OpenCheckpoint.open(notACheckpoint, "hello", known).problem())
        .contains(new Flaw(Reason.MISSING_LINE, "line 2"));
  }

  @Test
  void whatNoLogCanSayIsNotWritten() {
    assertThatThrownBy(() -> new Checkpoint("", 1, ROOT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Checkpoint("a\nb", 1, ROOT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Checkpoint("a", 0, ROOT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Checkpoint("a", 1, ROOT, List.of("")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
