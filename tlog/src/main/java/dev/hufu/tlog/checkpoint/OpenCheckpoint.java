package dev.hufu.tlog.checkpoint;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.note.NoteSignature;
import dev.hufu.tlog.note.NoteVerifier;
import dev.hufu.tlog.note.SignedNote;
import java.util.Collection;
import java.util.List;

/**
 * A checkpoint whose signatures by known keys were verified.
 *
 * <pre>{@code
 * OpenCheckpoint.open(bytes, "log.example/2026", List.of(verifier))
 * }</pre>
 *
 * <p>Errors: those of {@link SignedNote#parse}, {@link SignedNote#verify} and {@link
 * Checkpoint#parse}, and {@link Reason#UNKNOWN_ORIGIN}. Source: C2SP tlog-checkpoint.
 *
 * @param note as it came, with the signatures of unknown keys
 * @param verified the signatures of known keys
 */
public record OpenCheckpoint(Checkpoint checkpoint, SignedNote note, List<NoteSignature> verified) {

  public OpenCheckpoint {
    verified = List.copyOf(verified);
  }

  public static Checked<OpenCheckpoint> open(
      byte[] bytes, String origin, Collection<? extends NoteVerifier> known) {
    return SignedNote.parse(bytes).then(note -> open(note, origin, known));
  }

  public static Checked<OpenCheckpoint> open(
      SignedNote note, String origin, Collection<? extends NoteVerifier> known) {
    return note.verify(known)
        .then(
            signed ->
                Checkpoint.parse(signed.text())
                    .then(
                        checkpoint ->
                            checkpoint.origin().equals(origin)
                                ? Checked.sound(
                                    new OpenCheckpoint(checkpoint, note, signed.verified()))
                                : Checked.flawed(Reason.UNKNOWN_ORIGIN, "line 1")));
  }
}
