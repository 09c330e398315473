package dev.hufu.tlog.cosign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.key.RawAlgorithm;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.note.Ed25519Signer;
import dev.hufu.tlog.note.NoteKey;
import dev.hufu.tlog.note.NoteSignature;
import dev.hufu.tlog.note.NoteVerifier;
import dev.hufu.tlog.note.SignatureType;
import dev.hufu.tlog.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Goal: cosignatures are over the very bytes of tlog-cosignature. Method: those bytes written out
 * by hand and checked with the JDK alone; a published key id; one change for each thing signed.
 */
class CosignatureTest {

  private static final Hash ROOT =
      Hash.parse("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", "root").orThrow();
  private static final Checkpoint CHECKPOINT =
      new Checkpoint("example.com/behind-the-sofa", 20_852_163, ROOT);
  private static final long TIME = 1_679_315_147;

  private final Cosigner ed25519 = Cosigner.ed25519("witness.example/w1", new byte[32]);
  private final Cosigner mlDsa44 = Cosigner.mlDsa44("witness.example/w1", new byte[32]);

  @Test
  void theKeyOfAPublishedSeed() {
    byte[] seed =
        HexFormat.of().parseHex("2886adc2b0eabfce67c0472939127998bf886cf256bfee8ba76a253fce1146e0");
    NoteKey key = Cosigner.mlDsa44("example.com/mldsa-log", seed).key();
    assertThat(key.toString())
        .startsWith("example.com/mldsa-log+b5df45c5+BuhtcL97l3dcitjZ8Y9J54gm");
    assertThat(NoteKey.parse(key.toString()).orThrow()).isEqualTo(key);
  }

  @Test
  void ed25519SignsTwoLinesAndTheText() {
    NoteSignature line = only(ed25519, TIME, CHECKPOINT);
    String message =
        """
        cosignature/v1
        time 1679315147
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
        """;
    assertThat(line.bytes()).hasSize(72).startsWith(0, 0, 0, 0, 0x64, 0x18, 0x50, 0xCB);
    assertThat(
            RawAlgorithm.ED25519.verifies(
                ed25519.key().material(),
                message.getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(line.bytes(), 8, 72)))
        .isTrue();
    assertThat(CosignatureVerifier.time(line)).isEqualTo(TIME);
  }

  @Test
  void mlDsa44SignsTheStructure() {
    NoteSignature line = only(mlDsa44, TIME, CHECKPOINT);
    String message =
        "737562747265652f76310a00"
            + "12"
            + "7769746e6573732e6578616d706c652f7731"
            + "00000000641850cb"
            + "1b"
            + "6578616d706c652e636f6d2f626568696e642d7468652d736f6661"
            + "0000000000000000"
            + "00000000013e2dc3"
            + "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62";
    assertThat(line.bytes()).hasSize(2428);
    assertThat(
            RawAlgorithm.ML_DSA_44.verifies(
                mlDsa44.key().material(),
                HexFormat.of().parseHex(message),
                Arrays.copyOfRange(line.bytes(), 8, 2428)))
        .isTrue();
  }

  @Test
  void everyThingSignedIsChecked() {
    for (Cosigner cosigner : List.of(ed25519, mlDsa44)) {
      NoteVerifier verifier = CosignatureVerifier.of(cosigner.key());
      byte[] signature = cosigner.at(TIME).sign(CHECKPOINT.text());
      assertThat(verifier.verifies(CHECKPOINT.text(), signature)).isTrue();
      for (Checkpoint other :
          List.of(
              new Checkpoint("example.com/behind-the-sofb", 20_852_163, ROOT),
              new Checkpoint("example.com/behind-the-sofa", 20_852_164, ROOT),
              new Checkpoint(
                  "example.com/behind-the-sofa",
                  20_852_163,
                  new Hash(ROOT.a(), ROOT.b(), ROOT.c(), ROOT.d() ^ 1)),
              new Checkpoint("example.com/behind-the-sofa", 20_852_163, ROOT, List.of("more")))) {
        assertThat(verifier.verifies(other.text(), signature)).isFalse();
      }
      for (int at : new int[] {0, 7, 8, signature.length - 1}) {
        byte[] flipped = signature.clone();
        flipped[at] ^= (byte) 0x80;
        assertThat(verifier.verifies(CHECKPOINT.text(), flipped)).isFalse();
      }
      byte[] longer = Arrays.copyOf(signature, signature.length + 1);
      assertThat(verifier.verifies(CHECKPOINT.text(), longer)).isFalse();
      assertThat(verifier.verifies("hello\n", signature)).isFalse();
      NoteKey renamed =
          new NoteKey("witness.example/w2", cosigner.key().type(), cosigner.key().material());
      assertThat(CosignatureVerifier.of(renamed).verifies(CHECKPOINT.text(), signature))
          .isEqualTo(cosigner == ed25519);
    }
  }

  @Test
  void extensionLinesAreCoveredByEd25519Only() {
    Checkpoint extended = new Checkpoint("o", 1, ROOT, List.of("more"));
    assertThat(ed25519.covers(extended)).isTrue();
    assertThat(
            CosignatureVerifier.of(ed25519.key())
                .verifies(extended.text(), ed25519.at(1).sign(extended.text())))
        .isTrue();
    assertThat(mlDsa44.covers(extended)).isFalse();
    assertThatThrownBy(() -> mlDsa44.at(1).sign(extended.text()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(mlDsa44.covers(new Checkpoint("o".repeat(255), 1, ROOT))).isTrue();
    assertThat(mlDsa44.covers(new Checkpoint("o".repeat(256), 1, ROOT))).isFalse();
  }

  @Test
  void aLogSignsWithBothKindsAndEitherVerifies() {
    Ed25519Signer plain = Ed25519Signer.of(CHECKPOINT.origin(), new byte[32]);
    Cosigner quantumSafe = Cosigner.mlDsa44(CHECKPOINT.origin(), new byte[32]);
    SignedNote note = SignedNote.sign(CHECKPOINT.text(), List.of(plain, quantumSafe.at(0)));
    SignedNote read = SignedNote.parse(note.bytes()).orThrow();
    List<NoteVerifier> both =
        List.of(CosignatureVerifier.of(plain.key()), CosignatureVerifier.of(quantumSafe.key()));
    assertThat(read.verify(both).orThrow().verified()).hasSize(2);
    for (NoteVerifier one : both) {
      assertThat(read.verify(List.of(one)).orThrow().verified()).hasSize(1);
    }
    NoteKey stranger =
        new NoteKey(CHECKPOINT.origin(), SignatureType.COSIGNATURE_ML_DSA_44, new byte[1312]);
    assertThat(read.verify(List.of(CosignatureVerifier.of(stranger))).problem())
        .contains(new Flaw(Reason.NOT_SIGNED_BY_KNOWN_KEY, "note"));
  }

  private static NoteSignature only(Cosigner cosigner, long time, Checkpoint checkpoint) {
    return SignedNote.sign(checkpoint.text(), List.of(cosigner.at(time))).signatures().getFirst();
  }
}
