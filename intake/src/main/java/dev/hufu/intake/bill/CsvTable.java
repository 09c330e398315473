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
import java.util.stream.IntStream;

/** Reads a text as a table: comma or tab, cells that run over lines, no row lost on the way. */
final class CsvTable {

  /** Lines one quoted cell may run over. */
  private static final int CELL_LINES_MAX = 20;

  /** Lines that one core cuts apart in one go. */
  private static final int PART_LINES = 8_192;

  /** Rows that begin in a stretch of lines, and the line behind the last of them. */
  private record Part(List<TableRow> rows, int from, int to, int behind) {}

  private final String file;
  private final BillText text;
  private final char separator;

  private CsvTable(String file, BillText text) {
    this.file = file;
    this.text = text;
    this.separator = separator(text.lines());
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
    int parts = Math.ceilDiv(lines.size(), PART_LINES);
    List<Part> read =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(nth -> part(nth * PART_LINES, Math.min(lines.size(), (nth + 1) * PART_LINES)))
            .toList();
    List<TableRow> rows = new ArrayList<>(lines.size());
    int at = 0;
    for (Part part : read) {
      // A cell that runs over the end of a part makes the next one begin later than it thought.
      Part right = part.from == at ? part : part(at, part.to);
      rows.addAll(right.rows);
      at = right.behind;
    }
    return Outcome.of(new Table("", "csv", rows, text.cut(), List.of()));
  }

  private Part part(int from, int to) {
    CsvCells cells = new CsvCells(separator);
    List<TableRow> rows = new ArrayList<>(Math.max(0, to - from));
    int at = from;
    while (at < to) {
      at = record(cells, at, rows);
    }
    return new Part(rows, from, to, at);
  }

  /** Takes the record that begins at a line; the line behind it. */
  private int record(CsvCells cells, int first, List<TableRow> rows) {
    List<String> lines = text.lines();
    int at = first + 1;
    boolean whole = cells.begin(lines.get(first));
    while (!whole && at < lines.size() && at - first < CELL_LINES_MAX) {
      whole = cells.more(lines.get(at++));
    }
    if (!whole) {
      List<String> line = List.of(TableRow.trimmed(lines.get(first)));
      rows.add(row(first, line, Optional.of(refusal(first))));
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
    rows.add(row(first, cells.cells(), broken));
    return at;
  }

  private Refusal refusal(int line) {
    int column = 1 + Math.max(0, text.lines().get(line).lastIndexOf('"'));
    return Refusal.of(Code.BILL_QUOTE_OPEN, "").at(new Position(file, line + 1, column));
  }

  private TableRow row(int line, List<String> cells, Optional<Refusal> broken) {
    boolean large = cells.size() > Limits.BILL_CELLS_MAX;
    for (int i = 0; i < cells.size() && !large; i++) {
      large = cells.get(i).length() > Limits.BILL_CELL_CHARS_MAX;
    }
    Optional<Refusal> why =
        large
            ? Optional.of(
                Refusal.of(Code.BILL_ROW_CELLS, Integer.toString(cells.size()))
                    .at(new Position(file, line + 1, 1)))
            : broken;
    return new TableRow(line + 1, cells, Set.of(), why);
  }
}
