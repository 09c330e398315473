package dev.hufu.intake.bill;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** Reads every sheet of an XLSX as rows of text. */
final class XlsxTables {

  private static final int NOTES_MAX = 20;

  private final String file;
  private final XlsxArchive archive;
  private final List<Refusal> notes = new ArrayList<>();

  private XlsxTables(String file, XlsxArchive archive) {
    this.file = file;
    this.archive = archive;
  }

  static Outcome<List<Table>> read(String file, byte[] bytes) {
    try (XlsxArchive archive = new XlsxArchive(bytes)) {
      return new XlsxTables(file, archive).measured();
    } catch (XlsxArchive.TooLarge bomb) {
      String most = "> " + Limits.BILL_UNPACKED_BYTES_MAX / (1024 * 1024) + " MiB";
      return Outcome.refused(Code.BILL_ARCHIVE_TOO_LARGE, bomb.getMessage() + " " + most);
    } catch (IOException | RuntimeException broken) {
      return Outcome.refused(Code.BILL_SHEET_BROKEN, "ZIP");
    }
  }

  /** What the parts of the book say, if all its parts together are no larger than is read. */
  private Outcome<List<Table>> measured() throws IOException {
    Outcome<List<Table>> read;
    try {
      read = tables();
    } catch (XlsxArchive.TooLarge bomb) {
      throw bomb;
    } catch (XMLStreamException broken) {
      read = Outcome.refused(Code.BILL_SHEET_BROKEN, "XML");
    } catch (IOException | RuntimeException broken) {
      // XML and numbers are other people's parsers; whatever they throw is a broken book.
      read = Outcome.refused(Code.BILL_SHEET_BROKEN, "XLSX");
    }
    archive.measureRest();
    return read;
  }

  private Outcome<List<Table>> tables() throws IOException, XMLStreamException {
    if (archive.has(name -> name.endsWith("vbaProject.bin"))) {
      notes.add(Refusal.of(Code.BILL_MACRO, "vbaProject.bin").at(new Position(file, 1, 1)));
    }
    XlsxBook book = XlsxBook.read(archive::find);
    List<XlsxBook.Sheet> sheets = book.sheets();
    if (sheets.size() > Limits.BILL_SHEETS_MAX) {
      return Outcome.refused(Code.BILL_SHEET_BROKEN, "> " + Limits.BILL_SHEETS_MAX + " sheets");
    }
    List<String> texts =
        book.texts().isEmpty()
            ? List.of()
            : SharedTexts.read(() -> book.required(book.texts().get()));
    if (texts.size() > Limits.BILL_SHARED_TEXTS_MAX) {
      String most = "> " + Limits.BILL_SHARED_TEXTS_MAX;
      return Outcome.refused(Code.BILL_ARCHIVE_TOO_LARGE, book.texts().orElse("") + " " + most);
    }
    List<Table> tables = new ArrayList<>();
    for (XlsxBook.Sheet sheet : sheets) {
      String name = sheets.size() == 1 ? "" : sheet.name();
      Outcome<Table> table = table(name, book.with(texts), () -> book.required(sheet.part()));
      if (table.findRefusal().isPresent()) {
        return Outcome.refused(table.findRefusal().get());
      }
      tables.add(table.orThrow());
    }
    return Outcome.of(tables);
  }

  private Outcome<Table> table(String name, SheetRows.Book book, XmlPieces.Source part)
      throws IOException, XMLStreamException {
    XmlPieces<SheetRows.Piece> pieces =
        new XmlPieces<>(
            "row",
            List.of("worksheet", "sheetData"),
            xml -> SheetRows.read(book, xml),
            (bytes, from, to) -> PlainRows.find(book, bytes, from, to),
            piece -> piece.rows().size(),
            Limits.BILL_ROWS_MAX);
    List<TableRow> rows = new ArrayList<>();
    List<SheetRows.Range> ranges = new ArrayList<>();
    for (SheetRows.Piece piece : pieces.read(part)) {
      int before = rows.size();
      for (SheetRows.Row row : piece.rows()) {
        int number = row.number() > 0 ? row.number() : rows.size() + 1;
        if (rows.size() == Limits.BILL_ROWS_MAX) {
          return Outcome.refused(
              Refusal.of(Code.BILL_ROWS_TOO_MANY, Integer.toString(Limits.BILL_ROWS_MAX))
                  .at(new Position(shown(name), number, 1)));
        }
        rows.add(row(name, number, row));
      }
      for (SheetRows.Formula formula : piece.formulas()) {
        note(name, rows.get(before + formula.row()).row(), formula.column(), formula.text());
      }
      ranges.addAll(piece.ranges());
      if (ranges.size() > SheetRows.RANGES_MAX) {
        return Outcome.refused(Code.BILL_SHEET_BROKEN, "> " + SheetRows.RANGES_MAX + " {=…}");
      }
    }
    ranges.forEach(range -> fill(name, range, rows));
    return Outcome.of(new Table(name, "xlsx", rows, false, List.copyOf(notes)));
  }

  private TableRow row(String sheet, int number, SheetRows.Row row) {
    boolean large = row.width() > Limits.BILL_CELLS_MAX;
    for (int i = 0; i < row.cells().size() && !large; i++) {
      large = row.cells().get(i).length() > Limits.BILL_CELL_CHARS_MAX;
    }
    Optional<Refusal> broken =
        large
            ? Optional.of(
                Refusal.of(Code.BILL_ROW_CELLS, Integer.toString(row.width()))
                    .at(new Position(shown(sheet), number, 1)))
            : Optional.empty();
    return new TableRow(number, row.cells(), row.formulas(), broken);
  }

  /** Marks the cells that a formula elsewhere fills. */
  private void fill(String sheet, SheetRows.Range range, List<TableRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      TableRow row = rows.get(i);
      if (row.row() < range.top() || row.row() > range.bottom()) {
        continue;
      }
      Set<Integer> formulas = new HashSet<>(row.formulas());
      for (int column = range.left() - 1;
          column < Math.min(range.right(), row.cells().size());
          column++) {
        if (!row.cell(column).isEmpty() && formulas.add(column)) {
          note(sheet, row.row(), column, "…");
        }
      }
      rows.set(i, new TableRow(row.row(), row.cells(), formulas, row.broken()));
    }
  }

  private void note(String sheet, int row, int column, String text) {
    if (notes.size() < NOTES_MAX) {
      String formula = "=" + text;
      String shown = formula.length() <= 40 ? formula : formula.substring(0, 40) + "…";
      notes.add(
          Refusal.of(Code.BILL_FORMULA_SEEN, shown)
              .at(new Position(shown(sheet), row, column + 1)));
    }
  }

  private String shown(String sheet) {
    return sheet.isEmpty() ? file : file + "#" + sheet;
  }
}
