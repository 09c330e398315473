package dev.hufu.tlog.proof;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.HashLines;
import dev.hufu.tlog.merkle.ProofVerifier;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.policy.Policy;
import dev.hufu.tlog.text.CanonicalBase64;
import dev.hufu.tlog.text.Decimal;
import dev.hufu.tlog.text.StrictText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A {@code .tlog-proof}: that an entry is in a log, with the checkpoint and its cosignatures, to be
 * verified without asking anybody.
 *
 * <pre>{@code
 * c2sp.org/tlog-proof@v1
 * index 73894
 * gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
 *
 * example.com/fancylog
 * 109482
 * ...
 * }</pre>
 *
 * <p>Errors of {@link #parse}: {@link Reason#TOO_LARGE}, {@link Reason#NO_BLANK_LINE}, {@link
 * Reason#MISSING_LINE}, {@link Reason#BAD_LINE}, {@link Reason#BAD_NUMBER}, {@link
 * Reason#BAD_BASE64}, {@link Reason#BAD_HASH}, {@link Reason#TOO_MANY} hashes, and those of {@link
 * SignedNote#parse}. Source: C2SP tlog-proof.
 */
public final class LogProof {

  private static final String HEAD = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  private final Optional<String> extra;
  private final long index;
  private final List<Hash> path;
  private final SignedNote note;

  private LogProof(Optional<String> extra, long index, List<Hash> path, SignedNote note) {
    this.extra = extra;
    this.index = index;
    this.path = path;
    this.note = note;
  }

  /** A proof of the entry at an index, by its path in the tree of the checkpoint in the note. */
  public static LogProof of(long index, List<Hash> path, SignedNote note) {
    if (index < 0 || path.size() > TlogLimits.PROOF_HASHES_MAX) {
      throw new IllegalArgumentException("a negative index or too long a path");
    }
    return new LogProof(Optional.empty(), index, List.copyOf(path), note);
  }

  /** The same with data for the application, which nothing vouches for. */
  public LogProof withExtra(byte[] data) {
    if (data.length > TlogLimits.PROOF_EXTRA_BYTES_MAX) {
      throw new IllegalArgumentException(data.length + " bytes of extra data");
    }
    return new LogProof(Optional.of(CanonicalBase64.encode(data)), index, path, note);
  }

  public static Checked<LogProof> parse(byte[] file) {
    return StrictText.decode(file, TlogLimits.PROOF_BYTES_MAX, "proof").then(LogProof::read);
  }

  private static Checked<LogProof> read(String text) {
    int blank = text.indexOf("\n\n");
    if (blank < 0) {
      return Checked.flawed(Reason.NO_BLANK_LINE, "proof");
    }
    List<String> lines = List.of(text.substring(0, blank).split("\n", -1));
    if (!lines.getFirst().equals(HEAD)) {
      return Checked.flawed(Reason.BAD_LINE, "line 1");
    }
    if (lines.size() > 1 && lines.get(1).startsWith(EXTRA)) {
      String data = lines.get(1).substring(EXTRA.length());
      return CanonicalBase64.decode(data, "line 2")
          .then(
              bytes ->
                  bytes.length > TlogLimits.PROOF_EXTRA_BYTES_MAX
                      ? Checked.flawed(Reason.TOO_LARGE, "line 2")
                      : read(lines, 2, Optional.of(data), text.substring(blank + 2)));
    }
    return read(lines, 1, Optional.empty(), text.substring(blank + 2));
  }

  private static Checked<LogProof> read(
      List<String> lines, int at, Optional<String> extra, String note) {
    String where = "line " + (at + 1);
    if (lines.size() <= at) {
      return Checked.flawed(Reason.MISSING_LINE, where);
    }
    if (!lines.get(at).startsWith(INDEX)) {
      return Checked.flawed(Reason.BAD_LINE, where);
    }
    return Decimal.parse(lines.get(at).substring(INDEX.length()), where)
        .then(
            index ->
                HashLines.parse(lines, at + 1)
                    .then(
                        path ->
                            SignedNote.parse(note.getBytes(StandardCharsets.UTF_8))
                                .then(
                                    signed ->
                                        Checked.sound(new LogProof(extra, index, path, signed)))));
  }

  /** Data for the application; nothing vouches for it. */
  public Optional<byte[]> extra() {
    return extra.map(base64 -> CanonicalBase64.decode(base64, "extra").orThrow());
  }

  public long index() {
    return index;
  }

  public List<Hash> path() {
    return path;
  }

  public SignedNote note() {
    return note;
  }

  /**
   * Whether the checkpoint holds by a policy and the leaf is in its tree at this index.
   *
   * <p>Errors: those of {@link Policy#check} and {@link ProofVerifier#inclusion}.
   */
  public Checked<Policy.Accepted> verify(Hash leaf, Policy policy) {
    return policy
        .check(note)
        .then(
            accepted ->
                new ProofVerifier()
                    .inclusion(
                        leaf,
                        index,
                        accepted.checkpoint().size(),
                        path,
                        accepted.checkpoint().root())
                    .<Checked<Policy.Accepted>>map(Checked.Flawed::new)
                    .orElseGet(() -> Checked.sound(accepted)));
  }

  /** The file. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return HEAD
        + "\n"
        + extra.map(data -> EXTRA + data + "\n").orElse("")
        + INDEX
        + index
        + "\n"
        + HashLines.print(path)
        + "\n"
        + note;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogProof proof && proof.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
