package dev.hufu.intake.bill;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** Reads every sheet of an old XLS, as some banks still write it. */
final class XlsTables {

  private static final String MODERN_LOCKED = "EncryptedPackage";

  private final String file;
  private final List<Refusal> notes = new ArrayList<>();

  private XlsTables(String file) {
    this.file = file;
  }

  static Outcome<List<Table>> read(String file, byte[] bytes) {
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      if (container.getRoot().hasEntryCaseInsensitive(MODERN_LOCKED)) {
        return Outcome.refused(Code.BILL_SHEET_LOCKED, file);
      }
      XlsTables tables = new XlsTables(file);
      if (container.getRoot().hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
        tables.notes.add(Refusal.of(Code.BILL_MACRO, "VBA").at(new Position(file, 1, 1)));
      }
      try (HSSFWorkbook book = new HSSFWorkbook(container)) {
        return tables.sheets(book);
      }
    } catch (EncryptedDocumentException locked) {
      return Outcome.refused(Code.BILL_SHEET_LOCKED, file);
    } catch (IOException | RuntimeException broken) {
      // A broken record surfaces as whatever its parser throws.
      return Outcome.refused(Code.BILL_SHEET_BROKEN, "XLS");
    }
  }

  private Outcome<List<Table>> sheets(HSSFWorkbook book) {
    if (book.getNumberOfSheets() > Limits.BILL_SHEETS_MAX) {
      return Outcome.refused(Code.BILL_SHEET_BROKEN, "> " + Limits.BILL_SHEETS_MAX + " sheets");
    }
    List<Table> tables = new ArrayList<>();
    for (int nth = 0; nth < book.getNumberOfSheets(); nth++) {
      Sheet sheet = book.getSheetAt(nth);
      String name = book.getNumberOfSheets() == 1 ? "" : sheet.getSheetName();
      List<TableRow> rows = new ArrayList<>();
      for (Row row : sheet) {
        rows.add(row(name, row));
      }
      tables.add(new Table(name, "xls", rows, false, List.copyOf(notes)));
    }
    return Outcome.of(tables);
  }

  private TableRow row(String sheet, Row row) {
    List<String> cells = new ArrayList<>();
    Set<Integer> formulas = new HashSet<>();
    int number = row.getRowNum() + 1;
    for (Cell cell : row) {
      if (cell.getColumnIndex() >= Limits.BILL_CELLS_MAX) {
        continue;
      }
      while (cells.size() < cell.getColumnIndex()) {
        cells.add("");
      }
      if (cell.getCellType() == CellType.FORMULA) {
        formulas.add(cell.getColumnIndex());
        notes.add(
            Refusal.of(Code.BILL_FORMULA_SEEN, "=…")
                .at(
                    new Position(
                        sheet.isEmpty() ? file : file + "#" + sheet,
                        number,
                        cell.getColumnIndex() + 1)));
      }
      cells.add(TableRow.trimmed(text(cell)));
    }
    return new TableRow(number, cells, formulas, Optional.empty());
  }

  private static String text(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? time(cell) : number(cell);
      case STRING -> cell.getStringCellValue();
      case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
      case BLANK, ERROR, FORMULA, _NONE -> "";
    };
  }

  private static String number(Cell cell) {
    double value = cell.getNumericCellValue();
    return Double.isFinite(value) ? SheetNumber.text(BigDecimal.valueOf(value)) : "";
  }

  private static String time(Cell cell) {
    LocalDateTime time = cell.getLocalDateTimeCellValue();
    return time == null
        ? ""
        : SheetNumber.TIME.format(time.plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS));
  }
}
