package dev.hufu.app.custody;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.LogBook;
import dev.hufu.store.LogHead;
import dev.hufu.tlog.Checked;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.tile.GrowingTiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Asks, before the first signature after a start, whether this database may go on with its log: the
 * last checkpoint seen outside must lie in the log's own past.
 *
 * <p>Refusals: {@link Code#LOG_BEHIND} when the log is shorter than what was published, {@link
 * Code#LOG_FORKED} when it is another, {@link Code#LOG_MARKER_MISSING} when a log was signed and
 * nothing outside tells how far. None of them stops the rest of the server; each is answered by the
 * right backup or by a new epoch.
 */
final class LogGuard {

  private final LogBook log;
  private final LogMarker marker;

  LogGuard(LogBook log, LogMarker marker) {
    this.log = log;
    this.marker = marker;
  }

  /** Empty if the log may go on. */
  Optional<Refusal> refusal() {
    Optional<LogHead> head = log.head();
    boolean signed = head.flatMap(LogHead::checkpoint).isPresent();
    try {
      Optional<String> seen = marker.read();
      if (seen.isPresent()) {
        return against(seen.get());
      }
      return signed
          ? Optional.of(Refusal.of(Code.LOG_MARKER_MISSING, marker.toString()))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.of(Refusal.of(Code.LOG_MARKER_MISSING, marker.toString()));
    }
  }

  private Optional<Refusal> against(String seen) {
    Checked<Checkpoint> read =
        SignedNote.parse(seen.getBytes(StandardCharsets.UTF_8))
            .then(note -> Checkpoint.parse(note.text()));
    return switch (read) {
      case Checked.Flawed<Checkpoint>(var flaw) ->
          Optional.of(Refusal.of(Code.LOG_MARKER_MISSING, marker + " (" + flaw + ")"));
      case Checked.Sound<Checkpoint>(var checkpoint) -> refusalOf(checkpoint);
    };
  }

  /** Holds a checkpoint that somebody outside has seen against the log. */
  Optional<Refusal> refusalOf(Checkpoint seen) {
    List<LogHead> epochs = log.epochs();
    Optional<LogHead> same =
        epochs.stream().filter(epoch -> epoch.origin().equals(seen.origin())).findFirst();
    if (same.isPresent() && same.get().epoch() < epochs.getFirst().epoch()) {
      // A later log was begun on purpose since that was seen; this one is never signed again.
      return Optional.empty();
    }
    long size = same.map(LogHead::size).orElse(0L);
    if (same.isEmpty() || size < seen.size()) {
      return Optional.of(
          Refusal.of(Code.LOG_BEHIND, size + " < " + seen.size() + " (" + seen.origin() + ")"));
    }
    int epoch = same.get().epoch();
    boolean contained =
        GrowingTiles.at(seen.size(), id -> log.tile(epoch, id))
                instanceof Checked.Sound<GrowingTiles>(var tree)
            && tree.root().equals(seen.root());
    return contained
        ? Optional.empty()
        : Optional.of(Refusal.of(Code.LOG_FORKED, seen.origin() + " " + seen.size()));
  }
}
