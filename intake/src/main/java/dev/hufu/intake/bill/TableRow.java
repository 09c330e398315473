package dev.hufu.intake.bill;

import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of a table before anybody knows what it means.
 *
 * @param row its number in the file, from 1
 * @param cells without white space around them
 * @param formulas columns whose value a spreadsheet reckoned
 * @param broken why its cells cannot be trusted, if so
 */
record TableRow(int row, List<String> cells, Set<Integer> formulas, Optional<Refusal> broken) {

  TableRow(int row, List<String> cells) {
    this(row, cells, Set.of(), Optional.empty());
  }

  String cell(int column) {
    return column >= 0 && column < cells.size() ? cells.get(column) : "";
  }

  boolean blank() {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        return false;
      }
    }
    return broken.isEmpty();
  }

  /** The row as it may be shown. */
  String raw() {
    String all = String.join(" | ", cells);
    return all.length() <= Limits.BILL_RAW_CHARS_MAX
        ? all
        : all.substring(0, Limits.BILL_RAW_CHARS_MAX) + "…";
  }

  /** White space, marks and the tabs that keep a spreadsheet from rounding numbers. */
  static String trimmed(String cell) {
    return trimmed(cell, 0, cell.length(), "");
  }

  /**
   * The same for a part of a line.
   *
   * @param usual what often stands there; given back as it is where it stands there again
   */
  static String trimmed(String line, int begin, int end, String usual) {
    int from = begin;
    int to = end;
    while (from < to && space(line.charAt(from))) {
      from++;
    }
    while (to > from && space(line.charAt(to - 1))) {
      to--;
    }
    if (to - from == usual.length() && line.startsWith(usual, from)) {
      return usual;
    }
    boolean kept = to - from > 3 && line.charAt(to - 1) == '"' && line.startsWith("=\"", from);
    return kept ? line.substring(from + 2, to - 1) : line.substring(from, to);
  }

  private static boolean space(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u3000' || c == '\ufeff' || c == '\u200b';
  }
}
