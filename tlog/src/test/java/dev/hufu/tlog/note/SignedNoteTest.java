package dev.hufu.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goal: notes and keys are read as signed-note says and no otherwise. Method: the published example
 * key and note, notes of our own, and one change for each check.
 */
class SignedNoteTest {

  static final String PUBLISHED_KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
  private static final String TEXT = "This is an example message.\n";
  private static final String LINE =
      "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXm"
          + "RKuwHjG1Yu72IneyaQM=\n";
  private static final Ed25519Verifier PUBLISHED =
      new Ed25519Verifier(NoteKey.parse(PUBLISHED_KEY).orThrow());

  private final Ed25519Signer ours = Ed25519Signer.of("log.example/1", new byte[32]);
  private final Ed25519Verifier oursToo = new Ed25519Verifier(ours.key());

  @Test
  void thePublishedNoteVerifies() {
    SignedNote note = parse(TEXT + "\n" + LINE).orThrow();
    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.toString()).isEqualTo(TEXT + "\n" + LINE);
    SignedNote.Verified verified = note.verify(List.of(PUBLISHED)).orThrow();
    assertThat(verified.by(PUBLISHED.key())).isTrue();
    assertThat(verified.by(ours.key())).isFalse();
    assertThat(PUBLISHED.key().toString()).isEqualTo(PUBLISHED_KEY);
  }

  @Test
  void theFirstTestOfRfc8032() {
    byte[] seed =
        HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    assertThat(HexFormat.of().formatHex(Ed25519Signer.of("a", seed).key().material()))
        .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  }

  @Test
  void ourNotesVerifyAndChangedOnesDoNot() {
    SignedNote note = SignedNote.sign("a\n\nb\n", List.of(ours));
    SignedNote again = parse(note.toString()).orThrow();
    assertThat(again).isEqualTo(note);
    assertThat(again.verify(List.of(oursToo, PUBLISHED)).orThrow().verified())
        .isEqualTo(note.signatures());
    SignedNote changed = new SignedNote("a\n\nc\n", note.signatures());
    assertThat(changed.verify(List.of(oursToo)).problem())
        .contains(new Flaw(Reason.BAD_SIGNATURE, "signature 1"));
    byte[] bytes = note.signatures().getFirst().bytes();
    for (int length : new int[] {1, 63, 65}) {
      SignedNote cut =
          new SignedNote(
              note.text(),
              List.of(
                  new NoteSignature(
                      ours.key().name(), ours.key().id(), Arrays.copyOf(bytes, length))));
      assertThat(cut.verify(List.of(oursToo)).problem())
          .contains(new Flaw(Reason.BAD_SIGNATURE, "signature 1"));
    }
  }

  @Test
  void unknownSignaturesAreIgnoredAndKnownOnesAreNot() {
    SignedNote both = parse(TEXT + "\n" + LINE).orThrow().with(List.of(ours));
    assertThat(both.verify(List.of(oursToo)).orThrow().verified()).hasSize(1);
    assertThat(both.verify(List.of(oursToo, PUBLISHED)).orThrow().verified()).hasSize(2);
    Ed25519Signer stranger = Ed25519Signer.of("log.example/1", seed(9));
    assertThat(both.verify(List.of(new Ed25519Verifier(stranger.key()))).problem())
        .contains(new Flaw(Reason.NOT_SIGNED_BY_KNOWN_KEY, "note"));
    assertThat(both.verify(List.of()).problem())
        .contains(new Flaw(Reason.NOT_SIGNED_BY_KNOWN_KEY, "note"));
    assertThat(both.with(List.of(ours)).verify(List.of(oursToo)).problem())
        .contains(new Flaw(Reason.DUPLICATE_SIGNATURE, "signature 3"));
    SignedNote oneBad =
        new SignedNote(
            TEXT,
            List.of(
                both.signatures().getFirst(),
                new NoteSignature(ours.key().name(), ours.key().id(), new byte[64])));
    assertThat(oneBad.verify(List.of(oursToo, PUBLISHED)).problem())
        .contains(new Flaw(Reason.BAD_SIGNATURE, "signature 2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NO_FINAL_NEWLINE  | a",
        "NO_BLANK_LINE     | a~",
        "NO_SIGNATURES     | a~~",
        "BAD_LINE          | a~~b~",
        "BAD_LINE          | a~~- name AAAAAAA=~",
        "BAD_KEY_NAME      | a~~—  name AAAAAAA=~",
        "BAD_LINE          | a~~— name~",
        "BAD_LINE          | a~~— name AAAAAA==~",
        "BAD_BASE64        | a~~— name AAAAAAA~",
        "BAD_BASE64        | a~~— name AAAAAAB=~",
        "BAD_BASE64        | a~~— name AAAAAAA= ~",
        "BAD_BASE64        | a~~— name AAAA_AA=~",
        "BAD_KEY_NAME      | a~~— na+me AAAAAAA=~",
        "BAD_KEY_NAME      | a~~— na\u00a0me AAAAAAA=~",
        "BAD_KEY_NAME      | a~~— na\u0085me AAAAAAA=~",
        "CONTROL_CHARACTER | a^~~— name AAAAAAA=~",
        "BAD_LINE          | a~~— name AAAAAAA=~b~"
      })
  void otherNotesAreRefused(Reason reason, String note) {
    assertThat(parse(note.replace('~', '\n').replace('^', '\r')).problem())
        .map(Flaw::reason)
        .contains(reason);
  }

  @Test
  void bytesThatAreNotTextAreRefused() {
    assertThat(SignedNote.parse(new byte[] {(byte) 0xC3, '\n', '\n'}).problem())
        .contains(new Flaw(Reason.NOT_UTF8, "note"));
    assertThat(SignedNote.parse(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}).problem())
        .contains(new Flaw(Reason.NOT_UTF8, "note"));
  }

  @Test
  void limitsHoldAtTheLimitAndNotBeyond() {
    List<NoteSigner> signers = new ArrayList<>();
    for (int i = 0; i < TlogLimits.NOTE_SIGNATURES_MAX; i++) {
      signers.add(Ed25519Signer.of("w" + i, seed(i)));
    }
    SignedNote most = SignedNote.sign(TEXT, signers);
    assertThat(parse(most.toString())).isEqualTo(Checked.sound(most));
    assertThat(parse(most.with(List.of(ours)).toString()).problem())
        .contains(new Flaw(Reason.TOO_MANY, "signatures"));
    int filler =
        TlogLimits.NOTE_BYTES_MAX - ("\n\n" + LINE).getBytes(StandardCharsets.UTF_8).length;
    String longest = "a".repeat(filler) + "\n\n" + LINE;
    assertThat(parse(longest).problem()).isEmpty();
    assertThat(parse("a" + longest).problem()).contains(new Flaw(Reason.TOO_LARGE, "note"));
    String name = "n".repeat(TlogLimits.KEY_NAME_BYTES_MAX);
    assertThat(KeyName.valid(name)).isTrue();
    assertThat(KeyName.valid(name + "n")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com/foo",
        "example.com/foo+530d903a",
        "example.com/foo+530d903+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "exa mple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
        "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n"
      })
  void otherKeysAreRefused(String key) {
    assertThat(NoteKey.parse(key).problem()).isPresent();
  }

  @Test
  void anEd25519KeyThatIsNoPointVerifiesNothing() {
    byte[] noPoint = new byte[32];
    Arrays.fill(noPoint, (byte) 0xFF);
    NoteKey key = new NoteKey("odd", SignatureType.ED25519, noPoint);
    assertThat(new Ed25519Verifier(key).verifies(TEXT, new byte[64])).isFalse();
  }

  @Test
  void onlyTextsThatCanBeReadAgainAreSigned() {
    for (String text : new String[] {"", "a", "a\t\n", "\uD800\n"}) {
      assertThatThrownBy(() -> SignedNote.sign(text, List.of(ours)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Checked<SignedNote> parse(String note) {
    return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] seed(int number) {
    byte[] seed = new byte[32];
    seed[0] = (byte) (number + 1);
    return seed;
  }
}
