package dev.hufu.learn.frame;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.hufu.intake.Packed;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a file as cells, one line a row, in constant memory; packed files ({@code .gz}, told
 * by their bytes) too. A line with another number of cells, an open quotation mark or beyond the
 * limit is passed over, counted and told with its place.
 *
 * <p>Example: {@code while (reader.next()) { reader.cell(0); }}. Not thread-safe.
 */
public final class TableReader implements Closeable {

  /** Refusals that are kept; all are counted. */
  private static final int REFUSALS_KEPT = 20;

  private final String file;
  private final FrameFormat format;
  private final BufferedReader lines;
  private final List<Refusal> first = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private List<String> names;
  private List<String> cells = List.of();
  private boolean headed;
  private int line;
  private long refused;

  private TableReader(String file, FrameFormat format, InputStream bytes) {
    this.file = file;
    this.format = format;
    this.lines = new BufferedReader(new InputStreamReader(bytes, format.charset()));
    this.names = format.names();
  }

  /** Opens a file and reads its header. */
  public static Outcome<TableReader> open(Path path, FrameFormat format) {
    String file = String.valueOf(path.getFileName());
    try {
      TableReader reader = new TableReader(file, format, Packed.open(path));
      return reader.headed()
          ? Outcome.of(reader)
          : Outcome.refused(Refusal.of(Code.LEARN_TOO_FEW, file));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, file);
    }
  }

  private boolean headed() throws IOException {
    if (!format.header()) {
      headed = true;
      return !names.isEmpty();
    }
    while (!headed && line()) {
      List<String> head = cut(text.toString().strip());
      if (!head.equals(List.of(""))) {
        names = names.isEmpty() ? head : names;
        headed = true;
      }
    }
    return headed && names.size() <= Limits.LEARN_COLUMNS_MAX;
  }

  /** The names of the columns, in their order. */
  public List<String> names() {
    return names;
  }

  /** The place of a column. */
  public Outcome<Integer> place(String name) {
    int place = names.indexOf(name);
    return place < 0 ? Outcome.refused(Code.LEARN_COLUMN, name) : Outcome.of(place);
  }

  /** Goes to the next row that is whole; false behind the last. */
  public boolean next() throws IOException {
    while (line()) {
      if (text.length() > Limits.LEARN_LINE_CHARS_MAX) {
        refuse(Code.LEARN_ROW_CELLS, Integer.toString(Limits.LEARN_LINE_CHARS_MAX), 1);
      } else if (!text.isEmpty() && whole(text.toString())) {
        return true;
      }
    }
    return false;
  }

  private boolean whole(String row) {
    if (row.chars().filter(c -> c == '"').count() % 2 != 0) {
      refuse(Code.LEARN_QUOTE, "\"", row.lastIndexOf('"') + 1);
      return false;
    }
    cells = cut(row);
    if (cells.size() != names.size()) {
      refuse(Code.LEARN_ROW_CELLS, cells.size() + " ≠ " + names.size(), 1);
      return false;
    }
    return true;
  }

  private List<String> cut(String row) {
    if (format.separator() == ' ') {
      return List.of(row.strip().split(" +"));
    }
    if (row.indexOf('"') >= 0) {
      try (CsvReader<CsvRecord> reader =
          CsvReader.builder().fieldSeparator(format.separator()).ofCsvRecord(row)) {
        return reader.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
    List<String> found = new ArrayList<>(names.size());
    int from = 0;
    for (int to = row.indexOf(format.separator()); to >= 0; ) {
      found.add(row.substring(from, to));
      from = to + 1;
      to = row.indexOf(format.separator(), from);
    }
    found.add(row.substring(from));
    return found;
  }

  /** The next line into {@link #text}, of which no more is kept than a line may have. */
  private boolean line() throws IOException {
    text.setLength(0);
    int c = lines.read();
    if (c < 0) {
      return false;
    }
    line++;
    while (c >= 0 && c != '\n') {
      if (text.length() <= Limits.LEARN_LINE_CHARS_MAX && !(c == '\uFEFF' && line == 1)) {
        text.append((char) c);
      }
      c = lines.read();
    }
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\r') {
      text.setLength(end - 1);
    }
    return true;
  }

  /** The cell of this row in a column, without blanks around it. */
  public String cell(int column) {
    return cells.get(column).strip();
  }

  /** Whether the cell of this row says that there is nothing. */
  public boolean missing(int column) {
    return format.missing().contains(cell(column));
  }

  /**
   * The cell of this row as a number; NaN where it is missing. What is no finite number is refused.
   */
  public Outcome<Double> number(int column) {
    if (missing(column)) {
      return Outcome.of(Double.NaN);
    }
    double number = parsed(cell(column));
    return Double.isFinite(number)
        ? Outcome.of(number)
        : Outcome.refused(
            Refusal.of(Code.LEARN_NUMBER, names.get(column))
                .at(new Position(file, line, column + 1)));
  }

  /** A finite number, or NaN. */
  static double parsed(String cell) {
    try {
      double number = Double.parseDouble(cell);
      boolean plain =
          !cell.isEmpty() && Character.isDigit(cell.charAt(cell.length() - 1))
              || cell.endsWith(".");
      return plain && Double.isFinite(number) ? number : Double.NaN;
    } catch (NumberFormatException word) {
      return Double.NaN;
    }
  }

  /** The line of this row in the file, from 1. */
  public int lineNumber() {
    return line;
  }

  /** Passes over this row: it is counted and told. */
  public void refuse(Code code, String subject, int column) {
    refuse(Refusal.of(code, subject).at(new Position(file, line, column)));
  }

  /** Passes over this row for a reason that says its place itself. */
  public void refuse(Refusal refusal) {
    refused++;
    if (first.size() < REFUSALS_KEPT) {
      first.add(refusal);
    }
  }

  /** How many rows were passed over so far. */
  public long refused() {
    return refused;
  }

  /** The first of them, with their places. */
  public List<Refusal> first() {
    return List.copyOf(first);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
