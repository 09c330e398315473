package dev.hufu.intake.bill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Statement;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goal: a workbook is read whichever program wrote it, and one that is broken is refused. Method:
 * parts written by hand, as spreadsheets, libraries and attackers write them.
 */
class XlsxFormsTest {

  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String HEADER =
      "<row r=\"1\">" + text("交易时间") + text("收/支") + text("金额(元)") + text("交易对方") + "</row>";

  private static String text(String word) {
    return "<c t=\"inlineStr\"><is><t>" + word + "</t></is></c>";
  }

  private static Map<String, String> parts(String rows) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put(
        "_rels/.rels",
        ("<Relationships><Relationship Id=\"a\" Type=\"%sofficeDocument\""
                + " Target=\"/xl/book.xml\"/></Relationships>")
            .formatted(OFFICE));
    parts.put(
        "xl/book.xml",
        ("<workbook %s xmlns:r=\"%srelationships\"><workbookPr/><sheets>"
                + "<sheet name=\"S\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>")
            .formatted(MAIN, OFFICE));
    parts.put(
        "xl/_rels/book.xml.rels",
        ("<Relationships><Relationship Id=\"s1\" Type=\"%sworksheet\""
                + " Target=\"sheets/one.xml\"/><Relationship Id=\"t\" Type=\"%ssharedStrings\""
                + " Target=\"../xl/texts.xml\"/><Relationship Id=\"y\" Type=\"%sstyles\""
                + " Target=\"styles.xml\"/></Relationships>")
            .formatted(OFFICE, OFFICE, OFFICE));
    parts.put(
        "xl/styles.xml",
        "<styleSheet "
            + MAIN
            + "><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy/m/d\\"
            + " h:mm\"/></numFmts><cellStyleXfs><xf numFmtId=\"22\"/></cellStyleXfs><cellXfs><xf"
            + " numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf"
            + " numFmtId=\"22\"/></cellXfs></styleSheet>");
    parts.put(
        "xl/texts.xml",
        "<sst " + MAIN + "><si><t>支出</t></si><si><r><t>面</t></r><r><t>馆</t></r></si></sst>");
    parts.put(
        "xl/sheets/one.xml",
        "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
    return parts;
  }

  private static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static Outcome<List<Statement>> read(Map<String, String> parts) {
    return new BillReader().read("w.xlsx", zip(parts));
  }

  private static Statement one(String row) {
    return read(parts(HEADER + row)).orThrow().getFirst();
  }

  private static String row(String time, String amount) {
    return "<row r=\"2\">"
        + time
        + "<c t=\"s\"><v>0</v></c>"
        + amount
        + "<c t=\"s\"><v>1</v></c></row>";
  }

  private static final String NUMBER = "<c><v>35.5</v></c>";

  /** Text without a formula in a cell of type str was taken for a formula, and its row refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c t='str'><v>2026-01-05 12:30:00</v></c>",
        "<c t='d'><v>2026-01-05T12:30:00</v></c>",
        "<c s='1'><v>46027.520833333336</v></c>",
        "<c s='2'><v> 46027.520833333336 </v></c>",
        "<c><v>46027.520833333336</v></c>",
        "<c t='inlineStr'><is><r><t>2026-01-05"
            + " </t></r><r><t>12:30:00</t></r><rPh><t>x</t></rPh></is></c>"
      })
  void aTimeInWhateverCell(String cell) {
    Statement bill = one(row(cell.replace('\'', '"'), NUMBER));
    assertThat(bill.file().refused()).isEmpty();
    assertThat(bill.file().notes()).isEmpty();
    BillRow row = bill.rows().getFirst();
    assertThat(row.time()).hasToString("2026-01-05T12:30:00+08:00");
    assertThat(row.amount()).isEqualTo(new Fen(3_550));
    assertThat(row.counterparty()).isEqualTo("面馆");
  }

  @Test
  void daysCountedFrom1904AndOtherNamespacesWithAPrefix() {
    Map<String, String> parts = parts(HEADER + row("<c s=\"1\"><v>44565.52083333</v></c>", NUMBER));
    parts.compute("xl/book.xml", (name, xml) -> xml.replace("Pr/>", "Pr date1904=\"1\"/>"));
    assertThat(read(parts).orThrow().getFirst().rows().getFirst().time())
        .hasToString("2026-01-05T12:30:00+08:00");
    parts = parts(HEADER + row("<c s=\"1\"><v>46027.52083333</v></c>", NUMBER));
    parts.replaceAll(
        (name, xml) ->
            xml.replace(
                    "schemas.openxmlformats.org/officeDocument/2006",
                    "purl.oclc.org/ooxml/officeDocument")
                .replace(MAIN, "xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\""));
    parts.compute("xl/sheets/one.xml", (name, xml) -> xml.replaceAll("<(/?)([a-z])", "<$1x:$2"));
    assertThat(read(parts).orThrow().getFirst().rows().getFirst().time())
        .hasToString("2026-01-05T12:30:00+08:00");
  }

  @Test
  void leadingColumnsRowsAndPartsThatAreMissing() {
    Map<String, String> parts =
        parts(
            (HEADER + row("<c><v>46027.5208333</v></c>", NUMBER))
                .replaceAll(
                    "<row r=\"([12])\">", "<row r=\"$10\"><c r=\"A1\"/><c r=\"B1\" s=\"1\"/>")
                .replace("<c t=\"s\"><v>1</v></c>", text("面馆")));
    parts.keySet().removeAll(List.of("xl/styles.xml"));
    Statement bill = read(parts).orThrow().getFirst();
    assertThat(bill.rows().getFirst().place().row()).isEqualTo(20);
    assertThat(bill.rows().getFirst().counterparty()).isEqualTo("面馆");
    parts.remove("_rels/.rels");
    assertThat(read(parts).findRefusal()).map(Refusal::code).contains(Code.BILL_SHEET_BROKEN);
  }

  @Test
  void whatAFormulaFillsElsewhereIsReckonedToo() {
    String array =
        "<row r=\"2\"><c r=\"F2\"><f t=\"array\" ref=\"C2:F3\">A1:D2</f><v>1</v></c></row>";
    String rows =
        HEADER
            + array
            + row("<c t=\"str\"><v>2026-01-05</v></c>", NUMBER).replace("r=\"2\"", "r=\"3\"");
    Statement bill = read(parts(rows)).orThrow().getFirst();
    assertThat(bill.rows()).isEmpty();
    assertThat(bill.file().refused()).hasSize(2);
    assertThat(bill.file().refused().getLast().why().code()).isEqualTo(Code.BILL_FORMULA);
    assertThat(bill.file().notes())
        .extracting(note -> note.code() + " " + note.position().orElseThrow())
        .startsWith("BILL_FORMULA_SEEN w.xlsx:2:6", "BILL_FORMULA_SEEN w.xlsx:3:3");
    String many = array.repeat(SheetRows.RANGES_MAX + 1);
    assertThat(read(parts(HEADER + many)).findRefusal())
        .map(Refusal::code)
        .contains(Code.BILL_SHEET_BROKEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c t='s'><v>99</v></c>",
        "<c t='s'><v>-1</v></c>",
        "<c t='s'><v>x</v></c>",
        "<c t='odd'><v>1</v></c>",
        "<c r='9'><v>1</v></c>",
        "<c t='str'><v>&grown;</v></c>",
        "<c><v>1</c></v>"
      })
  void cellsThatCannotBeAreABrokenSheet(String cell) {
    assertThat(read(parts(HEADER + row(cell.replace('\'', '"'), NUMBER))).findRefusal())
        .map(Refusal::code)
        .contains(Code.BILL_SHEET_BROKEN);
  }

  @Test
  void nothingGrowsAndNothingIsFetched() {
    Map<String, String> parts = parts(HEADER + row("<c t=\"str\"><v>&big;</v></c>", NUMBER));
    parts.compute(
        "xl/sheets/one.xml",
        (name, xml) ->
            "<!DOCTYPE worksheet [<!ENTITY big SYSTEM \"file:///etc/hostname\">]>" + xml);
    assertThat(read(parts).findRefusal()).map(Refusal::code).contains(Code.BILL_SHEET_BROKEN);
  }

  @Test
  void aCellFarOutCostsItsRowAndTooManyTextsCostTheBook() {
    Statement bill =
        one(
            row("<c t=\"str\"><v>2026-01-05</v></c>", NUMBER)
                .replace("</row>", "<c r=\"ZZZZ2\"/></row>"));
    assertThat(bill.file().refused().getFirst().why().code()).isEqualTo(Code.BILL_ROW_CELLS);
    Map<String, String> parts = parts(HEADER + row("<c t=\"str\"><v>2026-01-05</v></c>", NUMBER));
    String rest = "<si><t/></si>".repeat(Limits.BILL_SHARED_TEXTS_MAX - 2);
    parts.compute("xl/texts.xml", (name, xml) -> xml.replace("</sst>", rest + "</sst>"));
    assertThat(read(parts).findValue()).isPresent();
    parts.compute("xl/texts.xml", (name, xml) -> xml.replace("</sst>", "<si/></sst>"));
    assertThat(read(parts).findRefusal()).map(Refusal::code).contains(Code.BILL_ARCHIVE_TOO_LARGE);
  }

  /** The longest is no longer held as a piece. */
  @ParameterizedTest
  @ValueSource(ints = {Limits.BILL_CELL_CHARS_MAX, 1024 * 1024, 17 * 1024 * 1024})
  void aTextTooLongForACellCostsItsRow(int length) {
    String long_ = "<c t=\"str\"><v>" + "a".repeat(length) + "a</v></c></row>";
    String row = row("<c t=\"str\"><v>2026-01-05</v></c>", NUMBER).replace("</row>", long_);
    Statement bill = one(row + row.replace("r=\"2\"", "r=\"3\"").replace(long_, "</row>"));
    assertThat(bill.rows()).hasSize(1);
    assertThat(bill.file().refused())
        .extracting(refused -> refused.why().code())
        .containsExactly(Code.BILL_ROW_CELLS);
  }
}
