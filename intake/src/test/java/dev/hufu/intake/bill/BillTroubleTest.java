package dev.hufu.intake.bill;

import static dev.hufu.intake.bill.Bills.one;
import static dev.hufu.intake.bill.Bills.refusal;
import static dev.hufu.intake.bill.Bills.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.RefusedRow;
import dev.hufu.kernel.bill.RowStatus;
import dev.hufu.kernel.bill.Statement;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;

/**
 * Goal: what is wrong is told with its place, and rows read plus rows refused are always the rows
 * of the file. Method: the ways in which bills break.
 */
class BillTroubleTest {

  private static final String ROW = "2026-01-05 12:30:00,商户消费,面馆,面,支出,¥35.50,零钱,支付成功,42,10,/\n";

  private static Statement with(String rows) {
    return one(Bills.WECHAT_COLUMNS + ROW + rows + ROW);
  }

  private static Refusal only(String row) {
    Statement bill = with(row);
    assertThat(bill.rows()).hasSize(2);
    assertThat(bill.file().rowsInFile()).isEqualTo(3);
    RefusedRow refused = bill.file().refused().getFirst();
    assertThat(refused.place().row()).isEqualTo(3);
    assertThat(refused.raw()).isNotEmpty();
    return refused.why();
  }

  @Test
  void aRowThatCannotBeReadIsKeptWithItsPlace() {
    assertThat(only("昨天,转账,a,b,支出,¥1.00,c,已转账,1,2,/\n").code()).isEqualTo(Code.BILL_TIME);
    assertThat(only("05/01/2026 10:00:00,转账,a,b,支出,¥1.00,c,已转账,1,2,/\n").code())
        .isEqualTo(Code.BILL_TIME);
    assertThat(only("2026-02-30 10:00:00,转账,a,b,支出,¥1.00,c,已转账,1,2,/\n").code())
        .isEqualTo(Code.BILL_TIME);
    assertThat(only("1900-01-00 10:00:00,转账,a,b,支出,¥1.00,c,已转账,1,2,/\n").code())
        .isEqualTo(Code.BILL_TIME);
    assertThat(only("1900-01-01 10:00:00,转账,a,b,支出,¥1.00,c,已转账,1,2,/\n").code())
        .isEqualTo(Code.BILL_TIME_RANGE);
    assertThat(only("1,转账,a,b,支出,¥1.00,c,已转账,1,2,/\n").code()).isEqualTo(Code.BILL_TIME_RANGE);
    assertThat(only("2026-01-01 10:00:00,转账,a,b,支出,一百,c,已转账,1,2,/\n").code())
        .isEqualTo(Code.BILL_AMOUNT);
    assertThat(only("2026-01-01 10:00:00,转账,a,b,支出,¥1.005,c,已转账,1,2,/\n").code())
        .isEqualTo(Code.BILL_AMOUNT);
    assertThat(only("2026-01-01 10:00:00,转账,a,b,支出,\"1,23.00\",c,已转账,1,2,/\n").code())
        .isEqualTo(Code.BILL_AMOUNT);
    assertThat(only("2026-01-01 10:00:00,转账,a,b,收入,-1.00,c,已转账,1,2,/\n").code())
        .isEqualTo(Code.BILL_AMOUNT_SIGN);
    assertThat(only("2026-01-01 10:00:00,转账,a,b,c,支出,1.00,c,已转账,1,2,/\n").code())
        .isEqualTo(Code.BILL_ROW_CELLS);
    assertThat(only("2026-01-01 10:00:00,转账,a\n").code()).isEqualTo(Code.BILL_ROW_CELLS);
    assertThat(only("2026-01-01 10:00:00,转账,\"a,b,支出,1.00,c,已转账,1,2,/\n").code())
        .isEqualTo(Code.BILL_QUOTE_OPEN);
  }

  @Test
  void thePlaceIsTheCell() {
    Refusal why = only("2026-01-01 10:00:00,转账,a,b,支出,一百,c,已转账,1,2,/\n");
    assertThat(why.position()).hasToString("Optional[bill.csv:3:6]");
  }

  @Test
  void whatIsOddButClearIsReadAndTold() {
    Statement unknown = with("2026-01-01 10:00:00,转账,a,b,送出,1.00,c,已撤销,1,2,/\n");
    assertThat(unknown.rows().get(1).direction()).isEqualTo(Direction.NEUTRAL);
    assertThat(unknown.rows().get(1).status()).isEqualTo(RowStatus.CLOSED);
    assertThat(unknown.file().notes()).extracting(Refusal::code).contains(Code.BILL_DIRECTION);
    Statement bill =
        with(
            "2026-01-01 10:00:00,转账,a,b,支出,-1.00,c,已转账,1,2,/\n"
                + Bills.WECHAT_COLUMNS
                + "2026-01-01 10:00:00,转账,a,b,支出,US$5.00,c,已转账,1,2,=1+1\n");
    assertThat(bill.rows()).hasSize(4);
    assertThat(bill.rows().get(1).amount()).isEqualTo(Fen.ofYuan(1));
    assertThat(bill.rows().get(2).sums().currency()).isEqualTo("USD");
    assertThat(bill.file().notes())
        .extracting(Refusal::code)
        .contains(Code.BILL_HEADER_TWICE, Code.BILL_NEGATIVE, Code.BILL_CURRENCY);
    assertThat(bill.file().found().out().orElseThrow().amount()).isEqualTo(new Fen(7200));
  }

  @Test
  void aBillCutInTheMiddleSaysSo() {
    String whole = Bills.WECHAT;
    Statement cut = one(whole.substring(0, whole.indexOf("提现已到账")));
    assertThat(cut.rows()).hasSize(2);
    assertThat(cut.file().refused()).hasSize(1);
    assertThat(cut.file().refused().getFirst().why().code()).isEqualTo(Code.BILL_ROW_CUT);
    assertThat(cut.file().notes()).extracting(Refusal::code).contains(Code.BILL_TOTALS_DIFFER);
    byte[] sheet = Bills.textSheet(whole);
    assertThat(refusal(Arrays.copyOf(sheet, sheet.length / 2)))
        .map(Refusal::code)
        .contains(Code.BILL_SHEET_BROKEN);
  }

  @Test
  void whatIsNoBillIsRefusedWhole() {
    assertThat(refusal(utf8("你好\n再见\n")).orElseThrow().code()).isEqualTo(Code.BILL_NOT_A_BILL);
    assertThat(refusal(new byte[0]).orElseThrow().code()).isEqualTo(Code.BILL_NOT_A_BILL);
    assertThat(refusal(utf8("%PDF-1.7")).orElseThrow().code()).isEqualTo(Code.BILL_OTHER_FILE);
    assertThat(refusal(utf8(Bills.WECHAT_COLUMNS)).orElseThrow().code()).isEqualTo(Code.BILL_EMPTY);
    assertThat(refusal(utf8("微信支付账单明细\n交易时间,收/支,金额(元),当前状态\n")).orElseThrow().code())
        .isEqualTo(Code.BILL_COLUMN_MISSING);
    assertThat(refusal(utf8("a\0b")).orElseThrow().code()).isEqualTo(Code.BILL_ENCODING);
  }

  @Test
  void oneBadByteCostsOneRowAndGarbledTextIsNamed() {
    byte[] bytes = Bills.WECHAT.getBytes(Bills.GB18030);
    int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("4200002");
    bytes[place] = (byte) 0xFF;
    Statement bill = Bills.read("w.csv", bytes).getFirst();
    assertThat(bill.rows()).hasSize(2);
    assertThat(bill.file().refused().getFirst().why().code()).isEqualTo(Code.BILL_ROW_ENCODING);
    byte[] twice = new String(utf8(Bills.WECHAT), Bills.GB18030).getBytes(Bills.GB18030);
    byte[] garbled = utf8(new String(utf8(Bills.WECHAT.replace("\ufeff", "")), Bills.GB18030));
    assertThat(twice).isNotEmpty();
    assertThat(refusal(garbled).orElseThrow().code()).isEqualTo(Code.BILL_ENCODING);
    byte[] chinese = Bills.WECHAT.replace("\ufeff", "").getBytes(Bills.GB18030);
    byte[] asLatin = utf8(new String(chinese, StandardCharsets.ISO_8859_1));
    assertThat(refusal(asLatin).orElseThrow().code()).isEqualTo(Code.BILL_ENCODING);
    byte[] asUtf8 = utf8(new String(chinese, StandardCharsets.UTF_8));
    assertThat(refusal(asUtf8).orElseThrow().code()).isEqualTo(Code.BILL_ENCODING);
  }

  @Test
  void passwordsAreAskedForAndToldWhenWrong() {
    for (boolean aes : List.of(true, false)) {
      byte[] zip = Bills.zip("w.csv", utf8(Bills.WECHAT), Optional.of("204816"), aes);
      assertThat(refusal(zip).orElseThrow().code()).isEqualTo(Code.BILL_PASSWORD_NEEDED);
      assertThat(
              new BillReader()
                  .password("111111")
                  .read("w.zip", zip)
                  .findRefusal()
                  .orElseThrow()
                  .code())
          .isEqualTo(Code.BILL_PASSWORD_WRONG);
    }
  }

  @Test
  void formulasAreNeverReckoned() {
    byte[] bytes =
        Bills.xlsx(
            book -> {
              var sheet = book.newWorksheet("Sheet1");
              String[] names = Bills.WECHAT_COLUMNS.strip().split(",");
              String[] cells = ROW.strip().split(",");
              for (int i = 0; i < names.length; i++) {
                sheet.value(0, i, names[i]);
                sheet.value(1, i, cells[i]);
                sheet.value(2, i, cells[i]);
              }
              sheet.formula(1, 5, "1+1");
              sheet.formula(2, 10, "HYPERLINK(\"x\")");
            });
    Statement bill = Bills.read("w.xlsx", bytes).getFirst();
    assertThat(bill.rows()).hasSize(1);
    assertThat(bill.file().refused().getFirst().why().code()).isEqualTo(Code.BILL_FORMULA);
    assertThat(bill.file().notes()).extracting(Refusal::code).contains(Code.BILL_FORMULA_SEEN);
    assertThat(bill.file().notes().get(1).position()).hasToString("Optional[w.xlsx:3:11]");
  }

  /** In a text the formula was read as words, and nobody was told. */
  @Test
  void aFormulaInATextIsToldWithItsPlace() {
    Statement bill =
        with("2026-01-01 10:00:00,转账,=_=,b,支出,1.00,c,已转账,1,2,\"=HYPERLINK(\"\"x\"\")\"\n");
    assertThat(bill.rows()).hasSize(3);
    assertThat(bill.rows().get(1).counterparty()).isEqualTo("=_=");
    assertThat(bill.file().notes())
        .extracting(note -> note.code() + " " + note.position().orElseThrow())
        .containsExactly("BILL_FORMULA_SEEN bill.csv:3:11");
  }

  @Test
  void anOldWorkbookIsReadAndMacrosAreTold() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      var sheet = book.createSheet("a");
      List<String> lines =
          List.of(
              "China Construction Bank",
              "记账日,交易日期,交易时间,支出,收入,账户余额,币种,摘要,对方账号,对方户名,交易地点",
              "20260101,20260101,18:53:19,67.0,0.0,2176.91,人民币,消费,20*01,某公司,支付宝-店",
              "以上数据仅供参考|具体内容请以柜台为准");
      for (int row = 0; row < lines.size(); row++) {
        String[] cells = lines.get(row).split(",");
        var line = sheet.createRow(row);
        for (int i = 0; i < cells.length; i++) {
          line.createCell(i).setCellValue(cells[i]);
        }
      }
      sheet.getRow(2).getCell(3).setCellValue(67.0);
      book.write(bytes);
    }
    Statement bill = Bills.read("c.xls", bytes.toByteArray()).getFirst();
    assertThat(bill.file().form()).isEqualTo("ccb-xls");
    assertThat(bill.rows().getFirst().amount()).isEqualTo(Fen.ofYuan(67));
    assertThat(bill.file().refused()).isEmpty();
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), 2000);
    assertThat(refusal(cut).orElseThrow().code()).isEqualTo(Code.BILL_SHEET_BROKEN);
  }

  @Test
  void aSmallFileThatUnpacksToGigabytesStopsEarly() throws IOException {
    byte[] zeros = new byte[1024 * 1024];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(1);
      out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      for (int i = 0; i <= Limits.BILL_UNPACKED_BYTES_MAX / zeros.length; i++) {
        out.write(zeros);
      }
      out.closeEntry();
    }
    assertThat(refusal(bytes.toByteArray()).orElseThrow().code())
        .isEqualTo(Code.BILL_ARCHIVE_TOO_LARGE);
  }

  @Test
  void sizesAreRefusedNotCut() {
    byte[] large = new byte[Limits.BILL_BYTES_MAX + 1];
    assertThat(refusal(large).orElseThrow().code()).isEqualTo(Code.BILL_TOO_LARGE);
    String most = "\n".repeat(Limits.BILL_ROWS_MAX - 2) + Bills.WECHAT_COLUMNS;
    assertThat(refusal(utf8(most + "\n")).orElseThrow().code()).isEqualTo(Code.BILL_NOT_A_BILL);
    Refusal rows = refusal(utf8(most + "\n\n")).orElseThrow();
    assertThat(rows.code()).isEqualTo(Code.BILL_ROWS_TOO_MANY);
    assertThat(rows.position().orElseThrow().line()).isEqualTo(Limits.BILL_ROWS_MAX + 1);
  }

  @Test
  void longCellsAndManyCellsAreRefusedAlone() {
    String cell = "a".repeat(Limits.BILL_CELL_CHARS_MAX);
    assertThat(with("2026-01-01 10:00:00,转账," + cell + ",b,支出,1.00,c,已转账,1,2,/\n").rows())
        .hasSize(3);
    assertThat(only("2026-01-01 10:00:00,转账," + cell + "a,b,支出,1.00,c,已转账,1,2,/\n").code())
        .isEqualTo(Code.BILL_ROW_CELLS);
    String many = ROW.strip() + ",".repeat(Limits.BILL_CELLS_MAX - 11) + "\n";
    assertThat(with(many).rows()).hasSize(3);
    assertThat(only(many.strip() + ",\n").code()).isEqualTo(Code.BILL_ROW_CELLS);
  }
}
