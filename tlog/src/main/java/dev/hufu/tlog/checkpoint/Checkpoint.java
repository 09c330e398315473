package dev.hufu.tlog.checkpoint;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.text.Decimal;
import dev.hufu.tlog.text.StrictText;
import java.util.List;

/**
 * What a log says about itself: who it is, how many leaves it has, and their root.
 *
 * <pre>{@code
 * log.example/2026
 * 20852163
 * CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 * }</pre>
 *
 * <p>Signed by {@code SignedNote.sign(checkpoint.text(), signers)}. Errors of {@link #parse}:
 * {@link Reason#MISSING_LINE}, {@link Reason#BAD_LINE} (an empty one), {@link Reason#BAD_NUMBER},
 * {@link Reason#BAD_HASH}, {@link Reason#EMPTY_TREE_ROOT}, {@link Reason#TOO_MANY} extensions.
 * Source: C2SP tlog-checkpoint.
 *
 * @param extensions further lines, each not empty; not recommended, and ML-DSA-44 does not cover
 *     them
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

  private static final int LINES = 3;

  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (!line(origin) || !extensions.stream().allMatch(Checkpoint::line)) {
      throw new IllegalArgumentException("an empty line or one with a newline");
    }
    if (size < 0 || size == 0 && !root.equals(TreeHasher.EMPTY)) {
      throw new IllegalArgumentException("no tree has size " + size + " and this root");
    }
    if (extensions.size() > TlogLimits.CHECKPOINT_EXTENSIONS_MAX) {
      throw new IllegalArgumentException(extensions.size() + " extension lines");
    }
  }

  public Checkpoint(String origin, long size, Hash root) {
    this(origin, size, root, List.of());
  }

  private static boolean line(String text) {
    return !text.isEmpty() && text.indexOf('\n') < 0 && StrictText.clean(text);
  }

  /** Reads the text of a note, whose signatures should have been verified before. */
  public static Checked<Checkpoint> parse(String text) {
    if (!text.endsWith("\n")) {
      return Checked.flawed(Reason.NO_FINAL_NEWLINE, "checkpoint");
    }
    if (!StrictText.clean(text)) {
      return Checked.flawed(Reason.CONTROL_CHARACTER, "checkpoint");
    }
    List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
    if (lines.size() < LINES) {
      return Checked.flawed(Reason.MISSING_LINE, "line " + (lines.size() + 1));
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isEmpty()) {
        return Checked.flawed(Reason.BAD_LINE, "line " + (i + 1));
      }
    }
    if (lines.size() - LINES > TlogLimits.CHECKPOINT_EXTENSIONS_MAX) {
      return Checked.flawed(Reason.TOO_MANY, "extension lines");
    }
    return Decimal.parse(lines.get(1), "line 2")
        .then(size -> Hash.parse(lines.get(2), "line 3").then(root -> read(lines, size, root)));
  }

  private static Checked<Checkpoint> read(List<String> lines, long size, Hash root) {
    return size == 0 && !root.equals(TreeHasher.EMPTY)
        ? Checked.flawed(Reason.EMPTY_TREE_ROOT, "line 3")
        : Checked.sound(
            new Checkpoint(lines.getFirst(), size, root, lines.subList(LINES, lines.size())));
  }

  /** The text to be signed, each line with its newline. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n').append(root.base64()).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
