package dev.hufu.intake.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goal: a sheet read a piece at a time, plain or through the parser, says what it says when another
 * program's reader goes through it cell by cell. Method: made-up sheets larger than a piece, some
 * written again in another way, against the reader of fastexcel.
 */
class XlsxOracleTest {

  private static final int ROWS = 9_000;

  private static final List<String> WORDS =
      List.of("面馆", "a&b <c>", " \u3000空 ", "=\"0012\"", "転账😀", "¥1,234.50", "\"x\"", "/", "");

  /** A sheet with words, numbers, dates, gaps in rows and in between. */
  private static byte[] made(long seed) {
    Random random = new Random(seed);
    return Bills.xlsx(
        book -> {
          var sheet = book.newWorksheet("Sheet1");
          LocalDateTime start = LocalDateTime.of(2020, 1, 1, 0, 0);
          for (int row = 0; row < ROWS; row++) {
            if (random.nextInt(50) == 0) {
              continue;
            }
            for (int column = 0; column < 12; column++) {
              switch (random.nextInt(5)) {
                case 0 -> sheet.value(row, column, WORDS.get(random.nextInt(WORDS.size())));
                case 1 -> sheet.value(row, column, "单号" + random.nextLong());
                case 2 ->
                    sheet.value(row, column, BigDecimal.valueOf(random.nextInt(10_000_000), 2));
                case 3 -> {
                  sheet.value(row, column, start.plusSeconds(random.nextInt(200_000_000)));
                  sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
                }
                default -> {
                  // Nothing stands here.
                }
              }
            }
          }
        });
  }

  private static List<List<String>> ours(byte[] bytes) {
    return XlsxTables.read("t.xlsx", bytes).orThrow().getFirst().rows().stream()
        .map(
            row -> {
              List<String> cells = new ArrayList<>(row.cells());
              cells.addFirst(Integer.toString(row.row()));
              return ended(cells);
            })
        .toList();
  }

  private static List<List<String>> theirs(byte[] bytes) {
    ReadingOptions options = new ReadingOptions(true, true);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes), options);
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      return rows.map(
              row -> {
                List<String> cells = new ArrayList<>();
                cells.add(Integer.toString(row.getRowNum()));
                for (Cell cell : row) {
                  cells.add(cell == null ? "" : TableRow.trimmed(text(cell)));
                }
                return ended(cells);
              })
          .toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static List<String> ended(List<String> cells) {
    while (cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getType() != CellType.NUMBER) {
      return cell.getText();
    }
    String format = cell.getDataFormatString();
    return format != null && format.contains("yy")
        ? SheetNumber.TIME.format(
            cell.asDate().plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS))
        : SheetNumber.text(cell.asNumber());
  }

  /** The same workbook with its parts written in another way. */
  private static byte[] rewritten(byte[] book, BinaryOperator<String> change) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in = ZipFile.builder().setByteArray(book).get();
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        out.write(change.apply(entry.getName(), text).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String TEXTS = "xl/sharedStrings.xml";

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aLargeSheetIsReadAsFastexcelReadsIt(long seed) {
    byte[] book = made(seed);
    List<List<String>> rows = ours(book);
    assertThat(rows).hasSizeGreaterThan(ROWS * 9 / 10).isEqualTo(theirs(book));
  }

  @Test
  void theSameWhetherPlainOrThroughTheParserOrInOneGo() {
    byte[] book = made(3);
    List<List<String>> rows = ours(book);
    List<String[]> changes =
        List.of(
            // An element nobody asked for: the parser reads each piece.
            new String[] {SHEET, "</v></c>", "</v><extLst/></c>"},
            new String[] {SHEET, "<v>", "<v >"},
            new String[] {TEXTS, "<si><t", "<si><rPh sb=\"0\" eb=\"1\"><t>よみ</t></rPh><t"},
            new String[] {TEXTS, "<si>", "<si ><r/>"},
            // A comment may hide a cut: one go.
            new String[] {SHEET, "</row>", "<!-- <row r=\"1\"> --></row>"},
            new String[] {SHEET, "</v>", "<![CDATA[]]></v>"},
            new String[] {SHEET, "<sheetData>", "<!-- rows --><sheetData>"},
            // Breaks of lines, and what stands behind the rows.
            new String[] {SHEET, "<row ", "\n  <row "},
            new String[] {SHEET, "</sheetData>", "</sheetData><x><row r=\"1\"><c/></row></x>"});
    for (String[] change : changes) {
      byte[] now =
          rewritten(
              book,
              (part, text) -> part.equals(change[0]) ? text.replace(change[1], change[2]) : text);
      assertThat(now).as(change[2]).isNotEqualTo(rewritten(book, (part, text) -> text));
      assertThat(ours(now)).as(change[2]).isEqualTo(rows);
    }
  }

  @Test
  void rowsAndCellsWithoutANumberAreCounted() {
    byte[] book =
        Bills.xlsx(
            one -> {
              var sheet = one.newWorksheet("Sheet1");
              for (int row = 0; row < 30_000; row++) {
                sheet.value(row, 0, row);
                sheet.value(row, 1, "第 " + row + " 行");
              }
            });
    byte[] bare =
        rewritten(
            book,
            (part, text) -> part.equals(SHEET) ? text.replaceAll(" r=\"[A-Z]*[0-9]+\"", "") : text);
    assertThat(ours(bare)).hasSize(30_000).isEqualTo(ours(book));
  }
}
