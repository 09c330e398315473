package dev.hufu.tlog.note;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.text.StrictText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A text and the signatures under it. Nothing is verified yet: the text must not be looked at
 * before {@link #verify}.
 *
 * <pre>{@code
 * SignedNote.parse(bytes).then(note -> note.verify(List.of(verifier)))
 * }</pre>
 *
 * <p>Errors of {@link #parse}: those of {@link StrictText} and {@link NoteSignature}, {@link
 * Reason#NO_FINAL_NEWLINE}, {@link Reason#NO_BLANK_LINE}, {@link Reason#NO_SIGNATURES}, {@link
 * Reason#TOO_MANY}. Source: C2SP signed-note.
 *
 * @param text with its last newline, without the empty line before the signatures
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

  public SignedNote {
    if (!text.endsWith("\n") || !StrictText.clean(text)) {
      throw new IllegalArgumentException("not a text that can be signed");
    }
    signatures = List.copyOf(signatures);
  }

  /**
   * A note of which at least one known signature verified, and none failed.
   *
   * @param verified the signatures of known keys, in the note's order
   */
  public record Verified(String text, List<NoteSignature> verified) {

    public Verified {
      verified = List.copyOf(verified);
    }

    public boolean by(NoteKey key) {
      return verified.stream().anyMatch(key::signed);
    }
  }

  public static SignedNote sign(String text, List<? extends NoteSigner> signers) {
    return new SignedNote(text, List.of()).with(signers);
  }

  /** This note with more signatures under it. */
  public SignedNote with(List<? extends NoteSigner> signers) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    for (NoteSigner signer : signers) {
      all.add(new NoteSignature(signer.key().name(), signer.key().id(), signer.sign(text)));
    }
    return new SignedNote(text, all);
  }

  public static Checked<SignedNote> parse(byte[] bytes) {
    return StrictText.decode(bytes, TlogLimits.NOTE_BYTES_MAX, "note").then(SignedNote::read);
  }

  private static Checked<SignedNote> read(String note) {
    if (!note.endsWith("\n")) {
      return Checked.flawed(Reason.NO_FINAL_NEWLINE, "note");
    }
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0) {
      return Checked.flawed(Reason.NO_BLANK_LINE, "note");
    }
    if (blank + 2 == note.length()) {
      return Checked.flawed(Reason.NO_SIGNATURES, "note");
    }
    return signatures(note.substring(blank + 2))
        .then(read -> Checked.sound(new SignedNote(note.substring(0, blank + 1), read)));
  }

  /**
   * Reads signature lines alone, as a witness answers them.
   *
   * @param lines each ending in a newline
   */
  public static Checked<List<NoteSignature>> signatures(String lines) {
    if (!lines.endsWith("\n")) {
      return Checked.flawed(Reason.NO_FINAL_NEWLINE, "signatures");
    }
    List<NoteSignature> read = new ArrayList<>();
    for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
      if (read.size() == TlogLimits.NOTE_SIGNATURES_MAX) {
        return Checked.flawed(Reason.TOO_MANY, "signatures");
      }
      switch (NoteSignature.parse(line, "signature " + (read.size() + 1))) {
        case Checked.Sound<NoteSignature>(var signature) -> read.add(signature);
        case Checked.Flawed<NoteSignature>(var flaw) -> {
          return new Checked.Flawed<>(flaw);
        }
      }
    }
    return Checked.sound(List.copyOf(read));
  }

  /**
   * Verifies every signature of a known key and ignores all others.
   *
   * <p>Errors: {@link Reason#BAD_SIGNATURE} if one fails, {@link Reason#DUPLICATE_SIGNATURE} if a
   * known key signed twice, {@link Reason#NOT_SIGNED_BY_KNOWN_KEY} if none is there.
   */
  public Checked<Verified> verify(Collection<? extends NoteVerifier> known) {
    List<NoteSignature> verified = new ArrayList<>();
    for (int i = 0; i < signatures.size(); i++) {
      NoteSignature signature = signatures.get(i);
      String where = "signature " + (i + 1);
      Optional<? extends NoteVerifier> verifier =
          known.stream().filter(candidate -> candidate.key().signed(signature)).findFirst();
      if (verifier.isEmpty()) {
        continue;
      }
      if (verified.stream().anyMatch(verifier.get().key()::signed)) {
        return Checked.flawed(Reason.DUPLICATE_SIGNATURE, where);
      }
      if (!verifier.get().verifies(text, signature.bytes())) {
        return Checked.flawed(Reason.BAD_SIGNATURE, where);
      }
      verified.add(signature);
    }
    return verified.isEmpty()
        ? Checked.flawed(Reason.NOT_SIGNED_BY_KNOWN_KEY, "note")
        : Checked.sound(new Verified(text, verified));
  }

  /** The note as it is served and stored. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()));
    return note.toString();
  }
}
