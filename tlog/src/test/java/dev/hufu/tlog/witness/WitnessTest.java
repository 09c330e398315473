package dev.hufu.tlog.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.cosign.CosignatureVerifier;
import dev.hufu.tlog.cosign.Cosigner;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.NaiveTree;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.note.Ed25519Signer;
import dev.hufu.tlog.note.Ed25519Verifier;
import dev.hufu.tlog.note.NoteSignature;
import dev.hufu.tlog.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Goal: a witness answers each request with the status that tlog-witness gives it, and never
 * cosigns a fork. Method: a small log, each request once right and once wrong in one thing.
 */
class WitnessTest {

  private static final String ORIGIN = "log.example/1";
  private static final NaiveTree TREE = NaiveTree.numbered(20);

  private final Ed25519Signer log = Ed25519Signer.of(ORIGIN, new byte[32]);
  private final Cosigner classic = Cosigner.ed25519("witness.example/w", new byte[32]);
  private final Cosigner quantumSafe = Cosigner.mlDsa44("witness.example/w", new byte[32]);
  private final Witness witness =
      new Witness(
          Map.of(ORIGIN, List.of(new Ed25519Verifier(log.key()))), List.of(classic, quantumSafe));
  private final Map<String, Seen> state = new HashMap<>();

  @Test
  void followsALogAndItsCosignaturesVerify() {
    long old = 0;
    for (int size : new int[] {0, 1, 1, 8, 13, 20}) {
      AddCheckpoint request = request(old, size);
      Ruling.Advance advance = (Ruling.Advance) judge(request);
      assertThat(advance.before()).isEqualTo(Optional.ofNullable(state.get(ORIGIN)));
      assertThat(advance.after()).isEqualTo(new Seen(size, TREE.root(size)));
      state.put(advance.origin(), advance.after());
      byte[] answer = witness.cosign(advance, 1_700_000_000).getBytes(StandardCharsets.UTF_8);
      List<NoteSignature> lines =
          WitnessAnswer.cosignatures(
                  request.note(),
                  answer,
                  List.of(
                      CosignatureVerifier.of(classic.key()),
                      CosignatureVerifier.of(quantumSafe.key())))
              .orThrow();
      assertThat(lines).hasSize(2);
      assertThat(CosignatureVerifier.time(lines.getFirst())).isEqualTo(1_700_000_000);
      old = size;
    }
  }

  @Test
  void refusesWithTheSpecificationsStatus() {
    refused(400, Reason.NO_BLANK_LINE, "old 0\n".getBytes(StandardCharsets.UTF_8));
    refused(400, Reason.MISSING_LINE, bytes(0, List.of(), SignedNote.sign("x\n", List.of(log))));
    refused(404, Reason.UNKNOWN_ORIGIN, bytes(0, List.of(), note("log.example/2", 1, log)));
    Ed25519Signer stranger = Ed25519Signer.of(ORIGIN, seed());
    refused(403, Reason.NOT_SIGNED_BY_KNOWN_KEY, bytes(0, List.of(), note(ORIGIN, 1, stranger)));
    SignedNote forged =
        new SignedNote(
            new Checkpoint(ORIGIN, 2, TREE.root(2)).text(), note(ORIGIN, 1, log).signatures());
    refused(403, Reason.BAD_SIGNATURE, bytes(0, List.of(), forged));
    refused(400, Reason.SIZE_OUT_OF_RANGE, bytes(2, List.of(), note(ORIGIN, 1, log)));
    refused(422, Reason.PROOF_LENGTH, bytes(0, List.of(TREE.leaf(0)), note(ORIGIN, 1, log)));
  }

  @Test
  void neverGoesBackAndNeverForks() {
    state.put(ORIGIN, new Seen(13, TREE.root(13)));
    for (int old : new int[] {0, 12, 14}) {
      Ruling.Refuse conflict = refused(409, Reason.STALE_OLD_SIZE, request(old, 20).bytes());
      assertThat(conflict.body()).isEqualTo("13\n");
      assertThat(conflict.contentType()).isEqualTo("text/x.tlog.size");
      assertThat(WitnessAnswer.size(conflict.body().getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(Checked.sound(13L));
    }
    refused(400, Reason.SIZE_OUT_OF_RANGE, bytes(13, List.of(), note(ORIGIN, 12, log)));
    Checkpoint fork = new Checkpoint(ORIGIN, 13, TREE.root(12));
    SignedNote forked = SignedNote.sign(fork.text(), List.of(log));
    assertThat(refused(409, Reason.ROOT_MISMATCH, bytes(13, List.of(), forked)).body())
        .isEqualTo("13\n");
    Checkpoint grownFork = new Checkpoint(ORIGIN, 20, TREE.root(19));
    refused(
        422,
        Reason.ROOT_MISMATCH,
        bytes(13, TREE.proof(13, 20), SignedNote.sign(grownFork.text(), List.of(log))));
    refused(422, Reason.PROOF_LENGTH, bytes(13, List.of(), note(ORIGIN, 20, log)));
    refused(422, Reason.PROOF_LENGTH, bytes(13, List.of(TREE.leaf(0)), note(ORIGIN, 13, log)));
    assertThat(judge(request(13, 20))).isInstanceOf(Ruling.Advance.class);
  }

  @Test
  void extensionLinesAreCosignedByTheKeyThatCoversThem() {
    Checkpoint extended = new Checkpoint(ORIGIN, 1, TREE.root(1), List.of("more"));
    SignedNote note = SignedNote.sign(extended.text(), List.of(log));
    Ruling.Advance advance = (Ruling.Advance) judge(new AddCheckpoint(0, List.of(), note));
    assertThat(witness.cosign(advance, 1).lines()).hasSize(1);
    Witness only =
        new Witness(Map.of(ORIGIN, List.of(new Ed25519Verifier(log.key()))), List.of(quantumSafe));
    Ruling ruling = only.judge(bytes(0, List.of(), note), origin -> Optional.empty());
    assertThat(((Ruling.Refuse) ruling).status()).isEqualTo(400);
    assertThatThrownBy(() -> witness.cosign(advance, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void requestsReadAsTheyAreWritten() {
    AddCheckpoint request = request(13, 20);
    assertThat(AddCheckpoint.parse(request.bytes())).isEqualTo(Checked.sound(request));
    String text = new String(request.bytes(), StandardCharsets.UTF_8);
    assertThat(text).startsWith("old 13\n" + TREE.proof(13, 20).getFirst().base64() + "\n");
    SignedNote note = note(ORIGIN, 1, log);
    List<Hash> most = Collections.nCopies(TlogLimits.PROOF_HASHES_MAX, TreeHasher.EMPTY);
    byte[] full = new AddCheckpoint(1, most, note).bytes();
    assertThat(AddCheckpoint.parse(full).problem()).isEmpty();
    String over =
        new String(full, StandardCharsets.UTF_8)
            .replaceFirst("old 1\n", "old 1\n" + TreeHasher.EMPTY.base64() + "\n");
    assertThat(AddCheckpoint.parse(over.getBytes(StandardCharsets.UTF_8)).problem())
        .contains(new Flaw(Reason.TOO_MANY, "hashes"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BAD_LINE   | Old 0~~",
        "BAD_LINE   | old~~",
        "BAD_NUMBER | old  0~~",
        "BAD_NUMBER | old 00~~",
        "BAD_NUMBER | old -1~~",
        "BAD_NUMBER | old 0 ~~",
        "BAD_HASH   | old 0~AAAA~~",
        "BAD_BASE64 | old 0~xyz~~",
        "BAD_LINE   | ~~old 0~~"
      })
  void otherRequestsAreRefused(Reason reason, String head) {
    byte[] body = (head.replace('~', '\n') + note(ORIGIN, 1, log)).getBytes(StandardCharsets.UTF_8);
    assertThat(AddCheckpoint.parse(body).problem()).map(Flaw::reason).contains(reason);
  }

  @Test
  void answersOfLyingWitnessesAreNotTaken() {
    AddCheckpoint request = request(0, 1);
    String cosigned = witness.cosign((Ruling.Advance) judge(request), 1);
    byte[] answer = cosigned.getBytes(StandardCharsets.UTF_8);
    List<CosignatureVerifier> known = List.of(new CosignatureVerifier(classic.key()));
    assertThat(WitnessAnswer.cosignatures(request.note(), answer, known).orThrow()).hasSize(1);
    assertThat(WitnessAnswer.cosignatures(note(ORIGIN, 2, log), answer, known).problem())
        .contains(new Flaw(Reason.BAD_SIGNATURE, "signature 1"));
    assertThat(WitnessAnswer.cosignatures(request.note(), new byte[0], known).problem())
        .contains(new Flaw(Reason.NO_FINAL_NEWLINE, "signatures"));
    for (String size : new String[] {"", "13", "13\n\n", "x\n", "99999999999999999999\n"}) {
      assertThat(WitnessAnswer.size(size.getBytes(StandardCharsets.UTF_8)).problem()).isPresent();
    }
  }

  private Ruling judge(AddCheckpoint request) {
    return judge(request.bytes());
  }

  private Ruling judge(byte[] body) {
    return witness.judge(body, origin -> Optional.ofNullable(state.get(origin)));
  }

  private Ruling.Refuse refused(int status, Reason reason, byte[] body) {
    Ruling.Refuse refusal = (Ruling.Refuse) judge(body);
    assertThat(refusal.flaw().reason()).isEqualTo(reason);
    assertThat(refusal.status()).isEqualTo(status);
    return refusal;
  }

  private AddCheckpoint request(long old, int size) {
    return new AddCheckpoint(old, TREE.proof((int) old, size), note(ORIGIN, size, log));
  }

  private static byte[] bytes(long old, List<Hash> proof, SignedNote note) {
    return new AddCheckpoint(old, proof, note).bytes();
  }

  private static SignedNote note(String origin, int size, Ed25519Signer signer) {
    return SignedNote.sign(new Checkpoint(origin, size, TREE.root(size)).text(), List.of(signer));
  }

  private static byte[] seed() {
    byte[] seed = new byte[32];
    seed[31] = 1;
    return seed;
  }
}
