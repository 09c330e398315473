package dev.hufu.intake.bill;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Reads every sheet of an XLSX. The archive is unpacked once to count its bytes before the sheet
 * reader sees it, so that a small file which unpacks to gigabytes stops early.
 */
final class XlsxTables {

  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private static final int NOTES_MAX = 20;

  private final String file;
  private final List<Refusal> notes = new ArrayList<>();

  /** Which formats of numbers are those of a date; a workbook has a handful, for all its cells. */
  private final Map<String, Boolean> dates = new HashMap<>();

  private XlsxTables(String file) {
    this.file = file;
  }

  static Outcome<List<Table>> read(String file, byte[] bytes) {
    XlsxTables tables = new XlsxTables(file);
    return tables.measure(bytes).then(measured -> tables.sheets(bytes));
  }

  private Outcome<Boolean> measure(byte[] bytes) {
    long left = Limits.BILL_UNPACKED_BYTES_MAX;
    byte[] buffer = new byte[64 * 1024];
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (Iterator<ZipArchiveEntry> each = zip.getEntries().asIterator(); each.hasNext(); ) {
        ZipArchiveEntry entry = each.next();
        if (entry.getName().endsWith("vbaProject.bin")) {
          notes.add(note(Code.BILL_MACRO, "vbaProject.bin", 1, 1));
        }
        try (InputStream in = zip.getInputStream(entry)) {
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            left -= read;
            if (left < 0) {
              String most = "> " + Limits.BILL_UNPACKED_BYTES_MAX / (1024 * 1024) + " MiB";
              return Outcome.refused(Code.BILL_ARCHIVE_TOO_LARGE, entry.getName() + " " + most);
            }
          }
        }
      }
      return Outcome.of(true);
    } catch (IOException | IllegalArgumentException broken) {
      return Outcome.refused(Code.BILL_SHEET_BROKEN, "ZIP");
    }
  }

  private Outcome<List<Table>> sheets(byte[] bytes) {
    ReadingOptions options = new ReadingOptions(true, true);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes), options)) {
      List<Sheet> sheets = book.getSheets().toList();
      if (sheets.size() > Limits.BILL_SHEETS_MAX) {
        return Outcome.refused(Code.BILL_SHEET_BROKEN, "> " + Limits.BILL_SHEETS_MAX + " sheets");
      }
      List<Table> tables = new ArrayList<>();
      for (Sheet sheet : sheets) {
        String name = sheets.size() == 1 ? "" : sheet.getName();
        Outcome<Table> table = table(name, sheet);
        if (table.findRefusal().isPresent()) {
          return Outcome.refused(table.findRefusal().get());
        }
        tables.add(table.orThrow());
      }
      return Outcome.of(tables);
    } catch (IOException | RuntimeException broken) {
      // The reader throws what its XML and number parsers throw; all of it means a broken sheet.
      String why = broken instanceof ExcelReaderException ? "XML" : "XLSX";
      return Outcome.refused(Code.BILL_SHEET_BROKEN, why);
    }
  }

  private Outcome<Table> table(String name, Sheet sheet) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    try (Stream<Row> stream = sheet.openStream()) {
      for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
        Row row = each.next();
        if (rows.size() == Limits.BILL_ROWS_MAX) {
          return Outcome.refused(
              Refusal.of(Code.BILL_ROWS_TOO_MANY, Integer.toString(Limits.BILL_ROWS_MAX))
                  .at(new Position(shown(name), row.getRowNum(), 1)));
        }
        rows.add(row(name, row));
      }
    }
    return Outcome.of(new Table(name, "xlsx", rows, false, List.copyOf(notes)));
  }

  private TableRow row(String sheet, Row row) {
    List<String> cells = new ArrayList<>();
    Set<Integer> formulas = new HashSet<>();
    boolean long_ = row.getCellCount() > Limits.BILL_CELLS_MAX;
    for (Cell cell : row) {
      if (cell == null || cell.getColumnIndex() >= Limits.BILL_CELLS_MAX) {
        continue;
      }
      while (cells.size() < cell.getColumnIndex()) {
        cells.add("");
      }
      if (cell.getType() == CellType.FORMULA) {
        formulas.add(cell.getColumnIndex());
        noteFormula(sheet, row.getRowNum(), cell);
      }
      String text = TableRow.trimmed(text(cell));
      long_ |= text.length() > Limits.BILL_CELL_CHARS_MAX;
      cells.add(text);
    }
    Optional<Refusal> broken =
        long_
            ? Optional.of(
                Refusal.of(Code.BILL_ROW_CELLS, Integer.toString(row.getCellCount()))
                    .at(new Position(shown(sheet), row.getRowNum(), 1)))
            : Optional.empty();
    return new TableRow(row.getRowNum(), cells, formulas, broken);
  }

  private void noteFormula(String sheet, int row, Cell cell) {
    if (notes.size() < NOTES_MAX) {
      String formula = "=" + cell.getFormula();
      String shown = formula.length() <= 40 ? formula : formula.substring(0, 40) + "…";
      notes.add(
          Refusal.of(Code.BILL_FORMULA_SEEN, shown)
              .at(new Position(shown(sheet), row, cell.getColumnIndex() + 1)));
    }
  }

  private Refusal note(Code code, String subject, int row, int column) {
    return Refusal.of(code, subject).at(new Position(file, row, column));
  }

  private String shown(String sheet) {
    return sheet.isEmpty() ? file : file + "#" + sheet;
  }

  /** Dates as the exports write them, numbers without exponent; what else, as it is. */
  private String text(Cell cell) {
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return date(cell) ? time(cell, number) : number(number);
    }
    if (cell.getType() == CellType.EMPTY) {
      return "";
    }
    String raw = value == null ? cell.getRawValue() : value.toString();
    return raw == null ? "" : raw;
  }

  /** What a double left behind the hundredths is noise of its binary form. */
  static String number(BigDecimal number) {
    if (number.precision() - number.scale() > 20 || number.scale() > 40) {
      return number.toString();
    }
    BigDecimal cents = number.setScale(2, RoundingMode.HALF_EVEN);
    boolean noise =
        cents.subtract(number).abs().compareTo(new BigDecimal("0.000001")) < 0
            && number.scale() > 6;
    BigDecimal kept = (noise ? cents : number).stripTrailingZeros();
    return kept.scale() < 0 ? kept.setScale(0).toPlainString() : kept.toPlainString();
  }

  private boolean date(Cell cell) {
    String format = cell.getDataFormatString();
    return format != null && dates.computeIfAbsent(format, XlsxTables::date);
  }

  private static boolean date(String format) {
    String plain = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]", "");
    return plain.contains("yy") || plain.contains("h:mm") || plain.contains("d/m");
  }

  private static String time(Cell cell, BigDecimal number) {
    try {
      LocalDateTime time = cell.asDate();
      return time == null
          ? number(number)
          : TIME.format(time.plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS));
    } catch (RuntimeException noDate) {
      return number(number);
    }
  }
}
