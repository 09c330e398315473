package dev.hufu.intake.bill;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a text as a table: comma or tab, cells that run over lines, no row lost on the way. */
final class CsvTable {

  /** Lines one quoted cell may run over. */
  private static final int CELL_LINES_MAX = 20;

  private final String file;
  private final BillText text;
  private final CsvCells cells;
  private final List<TableRow> rows = new ArrayList<>();

  private CsvTable(String file, BillText text) {
    this.file = file;
    this.text = text;
    this.cells = new CsvCells(separator(text.lines()));
  }

  static Outcome<Table> read(String file, byte[] bytes) {
    return BillText.of(bytes).then(text -> new CsvTable(file, text).read());
  }

  /** The one that cuts the line with most cells into more. */
  private static char separator(List<String> lines) {
    int most = 0;
    char separator = ',';
    for (String line : lines.subList(0, Math.min(lines.size(), Limits.BILL_HEADER_ROWS_MAX))) {
      for (char c : new char[] {',', '\t', ';', '|'}) {
        int count = (int) line.chars().filter(each -> each == c).count();
        if (count > most) {
          most = count;
          separator = c;
        }
      }
    }
    return separator;
  }

  private Outcome<Table> read() {
    List<String> lines = text.lines();
    if (lines.size() > Limits.BILL_ROWS_MAX) {
      return Outcome.refused(
          Refusal.of(Code.BILL_ROWS_TOO_MANY, Integer.toString(Limits.BILL_ROWS_MAX))
              .at(new Position(file, Limits.BILL_ROWS_MAX + 1, 1)));
    }
    for (int at = 0; at < lines.size(); ) {
      at = record(lines, at);
    }
    return Outcome.of(new Table("", "csv", rows, text.cut(), List.of()));
  }

  /** Takes the record that begins at a line; the line behind it. */
  private int record(List<String> lines, int first) {
    int at = first + 1;
    boolean whole = cells.begin(lines.get(first));
    while (!whole && at < lines.size() && at - first < CELL_LINES_MAX) {
      whole = cells.more(lines.get(at++));
    }
    if (!whole) {
      add(first, List.of(TableRow.trimmed(lines.get(first))), Optional.of(refusal(first)));
      return first + 1;
    }
    Optional<Refusal> broken = Optional.empty();
    for (int line = first; line < at && !text.broken().isEmpty(); line++) {
      if (text.broken().contains(line + 1)) {
        broken =
            Optional.of(
                Refusal.of(Code.BILL_ROW_ENCODING, "�").at(new Position(file, line + 1, 1)));
      }
    }
    add(first, cells.cells(), broken);
    return at;
  }

  private Refusal refusal(int line) {
    int column = 1 + Math.max(0, text.lines().get(line).lastIndexOf('"'));
    return Refusal.of(Code.BILL_QUOTE_OPEN, "").at(new Position(file, line + 1, column));
  }

  private void add(int line, List<String> read, Optional<Refusal> broken) {
    Optional<Refusal> why = broken;
    if (read.size() > Limits.BILL_CELLS_MAX
        || read.stream().anyMatch(cell -> cell.length() > Limits.BILL_CELL_CHARS_MAX)) {
      why =
          Optional.of(
              Refusal.of(Code.BILL_ROW_CELLS, Integer.toString(read.size()))
                  .at(new Position(file, line + 1, 1)));
    }
    rows.add(new TableRow(line + 1, read, Set.of(), why));
  }
}
