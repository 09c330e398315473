package dev.hufu.app.workbench;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines in which two texts differ, each change with two lines around it.
 *
 * <p>Example: {@code LineDiff.between("a\nb\n", "a\nc\n")} gives {@code " a", "-b", "+c"}.
 */
public final class LineDiff {

  private static final int AROUND = 2;

  /** What a page can show; beyond, a person compares the files. */
  private static final int LINES_MAX = 400;

  private LineDiff() {}

  /**
   * One line.
   *
   * @param sign {@code +} new, {@code -} gone, space unchanged, {@code …} a gap
   * @param number in the new text; in the old one for a line that is gone
   */
  public record Line(char sign, int number, String text) {}

  /** The changes from one text to the other, at most so many lines as a page can show. */
  public static List<Line> between(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    List<Line> lines = new ArrayList<>();
    int shown = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      int from = delta.getTarget().getPosition();
      int first = Math.max(shown, from - AROUND);
      if (first > shown) {
        lines.add(new Line('…', first, ""));
      }
      around(now, first, from, lines);
      int gone = delta.getSource().getPosition();
      for (String text : delta.getSource().getLines()) {
        lines.add(new Line('-', ++gone, text));
      }
      int number = from;
      for (String text : delta.getTarget().getLines()) {
        lines.add(new Line('+', ++number, text));
      }
      shown = Math.min(now.size(), number + AROUND);
      around(now, number, shown, lines);
    }
    return lines.size() > LINES_MAX ? List.copyOf(lines.subList(0, LINES_MAX)) : lines;
  }

  private static void around(List<String> text, int from, int to, List<Line> lines) {
    for (int i = from; i < to; i++) {
      lines.add(new Line(' ', i + 1, text.get(i)));
    }
  }
}
