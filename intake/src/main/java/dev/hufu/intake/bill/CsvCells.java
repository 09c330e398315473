package dev.hufu.intake.bill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of one record, cut apart by hand: exporters quote some cells, put a tab behind the
 * closing mark and leave marks unescaped within a cell, and a mark that is never closed must cost
 * one row, not the rest of the file.
 */
final class CsvCells {

  private static final int USUAL_MAX = 32;

  private final char separator;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder quoted = new StringBuilder();

  /** What stood in each column the row before: half of the cells of a bill say the same again. */
  private final String[] usual = new String[USUAL_MAX];

  private boolean open;

  CsvCells(char separator) {
    this.separator = separator;
    Arrays.fill(usual, "");
  }

  /** Begins a record; whether it ends within this line. */
  boolean begin(String line) {
    cells.clear();
    open = false;
    return read(line, 0);
  }

  /** Goes on within a quoted cell; whether the record ends within this line. */
  boolean more(String line) {
    quoted.append('\n');
    return read(line, 0);
  }

  List<String> cells() {
    return Arrays.asList(cells.toArray(String[]::new));
  }

  private boolean read(String line, int start) {
    int at = start;
    int end = line.length();
    while (true) {
      int begin = at;
      if (!open) {
        int first = at;
        while (first < end && line.charAt(first) == ' ') {
          first++;
        }
        if (first < end && line.charAt(first) == '"') {
          open = true;
          quoted.setLength(0);
          at = first + 1;
        }
      }
      if (open) {
        at = closing(line, at);
        if (open) {
          return false;
        }
        int to = stop(line, at);
        quoted.append(line, at, to);
        add(quoted.toString(), 0, quoted.length());
        at = to;
      } else {
        at = stop(line, begin);
        add(line, begin, at);
      }
      if (at >= end) {
        return true;
      }
      at++;
    }
  }

  /** Where the cell ends that goes on here. */
  private int stop(String line, int from) {
    int stop = line.indexOf(separator, from);
    return stop < 0 ? line.length() : stop;
  }

  private void add(String line, int from, int to) {
    int column = cells.size();
    if (column >= USUAL_MAX) {
      cells.add(TableRow.trimmed(line, from, to, ""));
      return;
    }
    usual[column] = TableRow.trimmed(line, from, to, usual[column]);
    cells.add(usual[column]);
  }

  /** Takes what stands in quotation marks; behind the closing one, or the end of the line. */
  private int closing(String line, int from) {
    int at = from;
    while (true) {
      int mark = line.indexOf('"', at);
      if (mark < 0) {
        quoted.append(line, at, line.length());
        return line.length();
      }
      quoted.append(line, at, mark);
      if (mark + 1 < line.length() && line.charAt(mark + 1) == '"') {
        quoted.append('"');
        at = mark + 2;
      } else {
        open = false;
        return mark + 1;
      }
    }
  }
}
