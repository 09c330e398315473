package dev.hufu.tlog.witness;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.note.NoteSignature;
import dev.hufu.tlog.note.NoteVerifier;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.text.Decimal;
import dev.hufu.tlog.text.StrictText;
import java.util.Collection;
import java.util.List;

/**
 * What a log makes of a witness's answer.
 *
 * <pre>{@code
 * WitnessAnswer.cosignatures(note, body, List.of(witnessKey))   // of a 200
 * WitnessAnswer.size(body)                                      // of a 409
 * }</pre>
 *
 * <p>Signatures of other keys are ignored; one of a known key that does not verify spoils the
 * answer ({@link Reason#BAD_SIGNATURE}). Source: C2SP tlog-witness.
 */
public final class WitnessAnswer {

  private static final int SIZE_BYTES_MAX = 20;

  private WitnessAnswer() {}

  /** The verified cosignatures of a 200, to be put under the note. */
  public static Checked<List<NoteSignature>> cosignatures(
      SignedNote note, byte[] body, Collection<? extends NoteVerifier> known) {
    return StrictText.decode(body, TlogLimits.NOTE_BYTES_MAX, "answer")
        .then(SignedNote::signatures)
        .then(lines -> new SignedNote(note.text(), lines).verify(known))
        .then(verified -> Checked.sound(verified.verified()));
  }

  /** The size of a 409: what the witness cosigned last. */
  public static Checked<Long> size(byte[] body) {
    return StrictText.decode(body, SIZE_BYTES_MAX, "answer")
        .then(
            text ->
                text.endsWith("\n")
                    ? Decimal.parse(text.substring(0, text.length() - 1), "answer")
                    : Checked.flawed(Reason.NO_FINAL_NEWLINE, "answer"));
  }
}
