package dev.hufu.tlog.witness;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Flaw;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.cosign.Cosigner;
import dev.hufu.tlog.merkle.ProofVerifier;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.note.NoteSignature;
import dev.hufu.tlog.note.NoteSigner;
import dev.hufu.tlog.note.NoteVerifier;
import dev.hufu.tlog.note.SignedNote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The judgement of a witness: whether a checkpoint continues what was cosigned before. Holds no
 * state; the caller keeps one {@link Seen} a log and moves it by compare-and-set before it answers.
 *
 * <pre>{@code
 * new Witness(Map.of("log.example/1", List.of(verifier)), List.of(cosigner))
 *     .judge(body, origin -> store.find(origin))
 * }</pre>
 *
 * <p>Answers: 400 for a request that cannot be read, whose old size is beyond the checkpoint's, or
 * that no key here covers; 404 for an unknown log, 403 without its signature, 409 if the old size
 * is not the one held or the same size has another root, 422 for a proof that does not hold.
 * Source: C2SP tlog-witness, section add-checkpoint.
 */
public final class Witness {

  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String SIZE = "text/x.tlog.size";

  private final Map<String, List<NoteVerifier>> logs;
  private final List<Cosigner> cosigners;

  /**
   * @param logs the keys trusted for each origin
   * @param cosigners one or more keys of this witness
   */
  public Witness(Map<String, List<NoteVerifier>> logs, List<Cosigner> cosigners) {
    this.logs = Map.copyOf(logs);
    this.cosigners = List.copyOf(cosigners);
    if (cosigners.isEmpty()) {
      throw new IllegalArgumentException("a witness without a key");
    }
  }

  /** Judges a request over the state as it stands. */
  public Ruling judge(byte[] body, Function<String, Optional<Seen>> state) {
    return switch (AddCheckpoint.parse(body)) {
      case Checked.Flawed<AddCheckpoint>(var flaw) -> refuse(BAD_REQUEST, flaw);
      case Checked.Sound<AddCheckpoint>(var request) ->
          switch (Checkpoint.parse(request.note().text())) {
            case Checked.Flawed<Checkpoint>(var flaw) -> refuse(BAD_REQUEST, flaw);
            case Checked.Sound<Checkpoint>(var checkpoint) -> judge(request, checkpoint, state);
          };
    };
  }

  private Ruling judge(
      AddCheckpoint request, Checkpoint checkpoint, Function<String, Optional<Seen>> state) {
    List<NoteVerifier> known = logs.get(checkpoint.origin());
    if (known == null) {
      return refuse(NOT_FOUND, new Flaw(Reason.UNKNOWN_ORIGIN, "origin"));
    }
    Optional<Flaw> unsigned = request.note().verify(known).problem();
    if (unsigned.isPresent()) {
      return refuse(FORBIDDEN, unsigned.get());
    }
    if (request.oldSize() > checkpoint.size()) {
      return refuse(BAD_REQUEST, new Flaw(Reason.SIZE_OUT_OF_RANGE, "old size"));
    }
    if (cosigners.stream().noneMatch(cosigner -> cosigner.covers(checkpoint))) {
      return refuse(BAD_REQUEST, new Flaw(Reason.BAD_LINE, "extension lines"));
    }
    return judge(request, checkpoint, state.apply(checkpoint.origin()));
  }

  private static Ruling judge(AddCheckpoint request, Checkpoint checkpoint, Optional<Seen> before) {
    Seen seen = before.orElse(new Seen(0, TreeHasher.EMPTY));
    if (request.oldSize() != seen.size()) {
      return conflict(seen, new Flaw(Reason.STALE_OLD_SIZE, "old size"));
    }
    if (checkpoint.size() == seen.size() && !checkpoint.root().equals(seen.root())) {
      return conflict(seen, new Flaw(Reason.ROOT_MISMATCH, "root"));
    }
    Optional<Flaw> broken =
        new ProofVerifier()
            .consistency(
                seen.size(), seen.root(), checkpoint.size(), checkpoint.root(), request.proof());
    return broken
        .<Ruling>map(flaw -> refuse(UNPROCESSABLE, flaw))
        .orElseGet(() -> new Ruling.Advance(before, checkpoint, request.note()));
  }

  /**
   * The body of the answer 200, to be made once the state has been moved.
   *
   * @param seconds since 1970, more than 0
   */
  public String cosign(Ruling.Advance advance, long seconds) {
    if (seconds <= 0) {
      throw new IllegalArgumentException("a witness says its time");
    }
    List<NoteSigner> signers =
        cosigners.stream()
            .filter(cosigner -> cosigner.covers(advance.checkpoint()))
            .map(cosigner -> cosigner.at(seconds))
            .toList();
    return SignedNote.sign(advance.note().text(), signers).signatures().stream()
        .map(NoteSignature::line)
        .collect(Collectors.joining());
  }

  private static Ruling conflict(Seen seen, Flaw flaw) {
    return new Ruling.Refuse(CONFLICT, SIZE, seen.size() + "\n", flaw);
  }

  private static Ruling refuse(int status, Flaw flaw) {
    return new Ruling.Refuse(status, TEXT, flaw + "\n", flaw);
  }
}
