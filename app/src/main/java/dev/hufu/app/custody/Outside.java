package dev.hufu.app.custody;

import dev.hufu.store.CheckpointBook;
import dev.hufu.store.LogBook;
import dev.hufu.store.LogHead;
import dev.hufu.tlog.Checked;
import dev.hufu.tlog.note.NoteSignature;
import dev.hufu.tlog.note.SignedNote;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything by which others vouch for the log: witnesses, authorities for time, what they said.
 */
record Outside(
    LogPolicy policy,
    Publication publication,
    CheckpointBook book,
    WitnessDesk witnesses,
    TimeDesk times)
    implements AutoCloseable {

  /** With threads that do not run yet. */
  static Outside of(
      LogPolicy policy,
      List<TimeAuthority> authorities,
      LogBook log,
      CheckpointBook book,
      Clock clock) {
    Publication publication = new Publication(policy, System::nanoTime);
    return new Outside(
        policy,
        publication,
        book,
        new WitnessDesk(policy, publication, log, book, new Courier(Courier.PATIENCE), clock),
        new TimeDesk(authorities, publication, book, new Courier(Courier.PATIENCE), clock));
  }

  /** A head with the lines of witnesses that were kept for it. */
  LogHead withKept(LogHead head) {
    String lines =
        book.cosignatures(head.epoch(), head.size()).stream()
            .map(CheckpointBook.Cosignature::line)
            .collect(Collectors.joining());
    boolean none = lines.isEmpty() || head.checkpoint().isEmpty();
    return !none
            && SignedNote.signatures(lines) instanceof Checked.Sound<List<NoteSignature>>(var under)
        ? Publication.with(head, under)
        : head;
  }

  @Override
  public void close() {
    witnesses.close();
    times.close();
  }
}
