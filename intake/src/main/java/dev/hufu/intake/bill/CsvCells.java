package dev.hufu.intake.bill;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one record, cut apart by hand: exporters quote some cells, put a tab behind the
 * closing mark and leave marks unescaped within a cell, and a mark that is never closed must cost
 * one row, not the rest of the file.
 */
final class CsvCells {

  private final char separator;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder quoted = new StringBuilder();
  private boolean open;

  CsvCells(char separator) {
    this.separator = separator;
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
    return List.copyOf(cells);
  }

  private boolean read(String line, int start) {
    int at = start;
    int end = line.length();
    while (true) {
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
        int stop = line.indexOf(separator, at);
        int to = stop < 0 ? end : stop;
        quoted.append(line, at, to);
        cells.add(TableRow.trimmed(quoted.toString()));
        at = to;
      } else {
        int stop = line.indexOf(separator, at);
        int to = stop < 0 ? end : stop;
        cells.add(TableRow.trimmed(line.substring(at, to)));
        at = to;
      }
      if (at >= end) {
        return true;
      }
      at++;
    }
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
