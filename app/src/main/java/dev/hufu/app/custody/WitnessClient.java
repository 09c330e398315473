package dev.hufu.app.custody;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.LogBook;
import dev.hufu.store.LogHead;
import dev.hufu.tlog.Checked;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.cosign.CosignatureVerifier;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.ProofBuilder;
import dev.hufu.tlog.merkle.ProofVerifier;
import dev.hufu.tlog.note.NoteSignature;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.policy.PolicyWitness;
import dev.hufu.tlog.tile.TileNodes;
import dev.hufu.tlog.witness.AddCheckpoint;
import dev.hufu.tlog.witness.WitnessAnswer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Asks one witness to cosign checkpoints, and tells what its answer means.
 *
 * <pre>{@code
 * switch (client.submit(head)) { case Answer.Cosigned(var lines) -> … }
 * }</pre>
 *
 * <p>Remembers up to where the witness has gone; a 409 corrects that. Nothing the witness says is
 * believed but a signature of a key in the policy, and two kinds of bad news: that it has seen more
 * than there is, and that what it has seen is another log. For one thread. Source: C2SP
 * tlog-witness.
 */
final class WitnessClient {

  /** Sent, corrected by a 409, and once more for a log that others write too. */
  private static final int ATTEMPTS = 3;

  private static final String TEXT = "text/plain; charset=utf-8";

  private final URI address;
  private final List<PolicyWitness> witnesses;
  private final List<CosignatureVerifier> known;
  private final Courier courier;
  private final LogBook log;
  private String origin = "";
  private long seen;

  WitnessClient(URI address, List<PolicyWitness> witnesses, Courier courier, LogBook log) {
    this.address = address;
    this.witnesses = List.copyOf(witnesses);
    this.known = witnesses.stream().map(one -> new CosignatureVerifier(one.key())).toList();
    this.courier = courier;
    this.log = log;
  }

  /** What an answer means. */
  sealed interface Answer {

    /** Verified lines to put under the checkpoint. */
    record Cosigned(List<NoteSignature> lines) implements Answer {}

    /** The witness has cosigned a larger log than this. */
    record Ahead(long size) implements Answer {}

    /** The witness has cosigned another log of this size or less under the same name. */
    record Forked(long size) implements Answer {}

    /** Nothing came of it; to be tried again. */
    record Failed(Refusal refusal) implements Answer {}
  }

  String name() {
    return witnesses.stream().map(PolicyWitness::name).collect(Collectors.joining(" "));
  }

  List<PolicyWitness> witnesses() {
    return witnesses;
  }

  /** Where the witness is believed to stand in a log; what it says itself corrects this. */
  void expect(String log, long size) {
    origin = log;
    seen = size;
  }

  Answer submit(LogHead head) throws InterruptedException {
    if (!head.origin().equals(origin)) {
      expect(head.origin(), 0);
    }
    SignedNote note =
        SignedNote.parse(head.checkpoint().orElseThrow().getBytes(StandardCharsets.UTF_8))
            .orThrow();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (seen > head.size()) {
        return new Answer.Ahead(seen);
      }
      long before = seen;
      ProofBuilder nodes = nodes(head);
      List<Hash> proof = nodes.consistency(before, head.size()).orThrow();
      Courier.Reply reply;
      try {
        reply =
            courier.post(
                URI.create(address + "/add-checkpoint"),
                TEXT,
                new AddCheckpoint(before, proof, note).bytes(),
                TlogLimits.NOTE_BYTES_MAX);
      } catch (IOException failed) {
        return failed(Code.WITNESS_UNREACHABLE, String.valueOf(failed.getMessage()));
      }
      byte[] body = reply.body().bytes();
      switch (reply.status()) {
        case 200 -> {
          return cosigned(head, note, body);
        }
        case 409 -> {
          if (!(WitnessAnswer.size(body) instanceof Checked.Sound<Long>(var size))) {
            return failed(Code.WITNESS_ANSWER_WRONG, "409");
          }
          if (size == before) {
            return before == head.size()
                ? new Answer.Forked(before)
                : failed(Code.WITNESS_ANSWER_WRONG, "409 " + size);
          }
          seen = size;
        }
        case 422 -> {
          return refusedProof(head, before, nodes, proof);
        }
        default -> {
          return failed(
              reply.status() >= 500 ? Code.WITNESS_UNREACHABLE : Code.WITNESS_REFUSED,
              String.valueOf(reply.status()));
        }
      }
    }
    return failed(Code.WITNESS_ANSWER_WRONG, "409");
  }

  private ProofBuilder nodes(LogHead head) {
    return new ProofBuilder(new TileNodes(head.size(), id -> log.tile(head.epoch(), id)));
  }

  private Answer cosigned(LogHead head, SignedNote note, byte[] body) {
    return switch (WitnessAnswer.cosignatures(note, body, known)) {
      case Checked.Sound<List<NoteSignature>>(var lines) -> {
        seen = head.size();
        yield new Answer.Cosigned(lines);
      }
      case Checked.Flawed<List<NoteSignature>>(var flaw) ->
          failed(Code.WITNESS_ANSWER_WRONG, flaw.toString());
    };
  }

  /** A proof that holds here and not there starts from another root there. */
  private Answer refusedProof(LogHead head, long before, ProofBuilder nodes, List<Hash> proof) {
    Hash root = nodes.root(before).orThrow();
    boolean holds =
        new ProofVerifier().consistency(before, root, head.size(), head.root(), proof).isEmpty();
    return holds && before > 0
        ? new Answer.Forked(before)
        : failed(Code.WITNESS_ANSWER_WRONG, "422");
  }

  private Answer failed(Code code, String what) {
    return new Answer.Failed(Refusal.of(code, name() + ": " + what));
  }
}
