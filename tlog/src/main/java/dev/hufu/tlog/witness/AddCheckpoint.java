package dev.hufu.tlog.witness;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.HashLines;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.text.Decimal;
import dev.hufu.tlog.text.StrictText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The body of an {@code add-checkpoint} request.
 *
 * <pre>{@code
 * old 20852014
 * PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
 *
 * example.com/behind-the-sofa
 * 20852163
 * ...
 * }</pre>
 *
 * <p>Errors of {@link #parse}: {@link Reason#TOO_LARGE}, {@link Reason#NO_BLANK_LINE}, {@link
 * Reason#BAD_LINE}, {@link Reason#BAD_NUMBER}, {@link Reason#BAD_HASH}, {@link Reason#TOO_MANY}
 * hashes, and those of {@link SignedNote#parse}. Source: C2SP tlog-witness, section add-checkpoint.
 *
 * @param oldSize the size the witness is believed to have cosigned last, 0 for none
 * @param proof from that size to the checkpoint's
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote note) {

  private static final String OLD = "old ";

  public AddCheckpoint {
    proof = List.copyOf(proof);
    if (oldSize < 0 || proof.size() > TlogLimits.PROOF_HASHES_MAX) {
      throw new IllegalArgumentException("a negative size or too long a proof");
    }
  }

  public static Checked<AddCheckpoint> parse(byte[] body) {
    return StrictText.decode(body, TlogLimits.WITNESS_REQUEST_BYTES_MAX, "request")
        .then(AddCheckpoint::read);
  }

  private static Checked<AddCheckpoint> read(String body) {
    int blank = body.indexOf("\n\n");
    if (blank < 0) {
      return Checked.flawed(Reason.NO_BLANK_LINE, "request");
    }
    List<String> lines = List.of(body.substring(0, blank).split("\n", -1));
    if (!lines.getFirst().startsWith(OLD)) {
      return Checked.flawed(Reason.BAD_LINE, "line 1");
    }
    byte[] note = body.substring(blank + 2).getBytes(StandardCharsets.UTF_8);
    return Decimal.parse(lines.getFirst().substring(OLD.length()), "line 1")
        .then(
            oldSize ->
                HashLines.parse(lines, 1)
                    .then(
                        proof ->
                            SignedNote.parse(note)
                                .then(
                                    signed ->
                                        Checked.sound(new AddCheckpoint(oldSize, proof, signed)))));
  }

  /** The body to send. */
  public byte[] bytes() {
    String body = OLD + oldSize + "\n" + HashLines.print(proof) + "\n" + note;
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
