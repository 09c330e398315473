package dev.hufu.app.workbench;

import dev.hufu.kernel.code.Refusal;
import dev.hufu.policy.load.PackProblem;
import dev.hufu.store.PackVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A file of a draft in the editor.
 *
 * @param content what is in the field: as kept, or as typed where saving was refused
 * @param refusal why it was not saved
 * @param theirs where the draft moved on meanwhile: what somebody else changed in this file
 * @param check of the draft as it is kept
 * @param fromLive this file against the live version
 * @param saved whether it has just been saved
 */
public record EditView(
    PackVersion version,
    String path,
    String content,
    List<String> files,
    Optional<Refusal> refusal,
    List<LineDiff.Line> theirs,
    VersionCheck check,
    List<LineDiff.Line> fromLive,
    boolean saved) {

  /** A longer file gets no numbers beside it; its problems still name their lines. */
  private static final int NUMBERED_LINES_MAX = 6_000;

  /** Empty lines below the text, so that numbers go on while one types without JavaScript. */
  private static final int MORE_LINES = 6;

  public EditView {
    files = List.copyOf(files);
    theirs = List.copyOf(theirs);
    fromLive = List.copyOf(fromLive);
  }

  /** How many lines the field shows. */
  public int lines() {
    return (int) content.lines().count() + MORE_LINES;
  }

  public boolean numbered() {
    return lines() <= NUMBERED_LINES_MAX;
  }

  /** What is wrong in this file. */
  public List<PackProblem> here() {
    return check.problems().stream()
        .filter(problem -> problem.position().file().equals(path))
        .toList();
  }

  /** What is wrong in the others. */
  public List<PackProblem> elsewhere() {
    return check.problems().stream()
        .filter(problem -> !problem.position().file().equals(path))
        .toList();
  }

  /** The lines of this file that have a problem. */
  public Set<Integer> marked() {
    Set<Integer> lines = new TreeSet<>();
    here().forEach(problem -> lines.add(problem.position().line()));
    return lines;
  }
}
