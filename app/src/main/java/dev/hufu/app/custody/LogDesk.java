package dev.hufu.app.custody;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.store.LogBook;
import dev.hufu.store.LogHead;
import dev.hufu.tlog.Checked;
import dev.hufu.tlog.checkpoint.OpenCheckpoint;
import dev.hufu.tlog.cosign.CosignatureVerifier;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.ProofBuilder;
import dev.hufu.tlog.merkle.ProofVerifier;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.proof.LogProof;
import dev.hufu.tlog.tile.TileNodes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the log answers to somebody who asks: how far it is, whether it has this digest, and the
 * proof to take away.
 *
 * <p>Example: {@code desk.find("9f2c…")}. A finding is verified here the way a stranger would do
 * it, from tiles and signed checkpoint, before it is told.
 */
public final class LogDesk {

  private static final int LATEST = 10;

  private final LogKeeper keeper;
  private final LogBook log;
  private final LogKeys keys;

  LogDesk(LogKeeper keeper, LogBook log, LogKeys keys) {
    this.keeper = keeper;
    this.log = log;
    this.keys = keys;
  }

  /**
   * The log as it is published.
   *
   * @param standsStill why nothing is added, if so
   */
  public record State(
      Optional<LogHead> head, Optional<Refusal> standsStill, List<LogBook.Entry> latest) {}

  /**
   * An entry whose proof held.
   *
   * @param witnesses how many cosigned the checkpoint of the proof
   */
  public record Found(LogBook.Entry entry, LogHead head, LogProof proof, int witnesses) {}

  public State state() {
    Optional<LogHead> head = keeper.published();
    return new State(
        head,
        keeper.refusal(),
        head.map(now -> log.latest(now.epoch(), now.size(), LATEST)).orElse(List.of()));
  }

  /**
   * Looks for a document, a commitment or a leaf by its digest.
   *
   * @return {@link Code#LOG_NOT_A_DIGEST}, {@link Code#LOG_ENTRY_UNKNOWN} (also while the entry
   *     waits to be published), {@link Code#LOG_FORKED} if the proof does not hold
   */
  public Outcome<Found> find(String text) {
    String digits = text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    if (!Digest.isHex(digits)) {
      String shown = text.strip();
      return Outcome.refused(
          Code.LOG_NOT_A_DIGEST, shown.length() > 80 ? shown.substring(0, 80) + "…" : shown);
    }
    Digest digest = new Digest(digits);
    return log.find(digest)
        .map(this::prove)
        .orElseGet(() -> Outcome.refused(Code.LOG_ENTRY_UNKNOWN, digest.brief() + "…"));
  }

  /** The proof of an entry in the published log of its epoch, verified. */
  Outcome<Found> prove(LogBook.Entry entry) {
    Optional<LogHead> head =
        keeper
            .published()
            .flatMap(
                now ->
                    now.epoch() == entry.epoch()
                        ? Optional.of(now)
                        : log.epochs().stream()
                            .filter(before -> before.epoch() == entry.epoch())
                            .findFirst())
            .filter(published -> entry.index() < published.size());
    return head.map(published -> prove(entry, published))
        .orElseGet(() -> Outcome.refused(Code.LOG_ENTRY_UNKNOWN, ""));
  }

  private Outcome<Found> prove(LogBook.Entry entry, LogHead head) {
    byte[] checkpoint = head.checkpoint().orElseThrow().getBytes(StandardCharsets.UTF_8);
    Checked<LogProof> proof =
        OpenCheckpoint.open(
                checkpoint,
                head.origin(),
                keys.publicKeys(head.origin()).stream().map(CosignatureVerifier::of).toList())
            .then(open -> build(entry, head, open.note()));
    return switch (proof) {
      case Checked.Sound<LogProof>(var held) -> Outcome.of(new Found(entry, head, held, 0));
      case Checked.Flawed<LogProof>(var flaw) ->
          Outcome.refused(Code.LOG_FORKED, "entry " + entry.index() + " (" + flaw + ")");
    };
  }

  private Checked<LogProof> build(LogBook.Entry entry, LogHead head, SignedNote note) {
    TileNodes nodes = new TileNodes(head.size(), id -> log.tile(head.epoch(), id));
    return new ProofBuilder(nodes)
        .inclusion(entry.index(), head.size())
        .then(path -> verified(entry, head, path, note));
  }

  private static Checked<LogProof> verified(
      LogBook.Entry entry, LogHead head, List<Hash> path, SignedNote note) {
    return new ProofVerifier()
        .inclusion(entry.leafHash(), entry.index(), head.size(), path, head.root())
        .<Checked<LogProof>>map(Checked.Flawed::new)
        .orElseGet(() -> Checked.sound(LogProof.of(entry.index(), path, note)));
  }
}
