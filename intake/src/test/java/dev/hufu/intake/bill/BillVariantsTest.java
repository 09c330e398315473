package dev.hufu.intake.bill;

import static dev.hufu.intake.bill.Bills.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.BillTime.Exact;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Platform;
import dev.hufu.kernel.bill.RowStatus;
import dev.hufu.kernel.bill.Statement;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.money.Fen;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goal: exports as other programs saved them again, and forms of makers not seen yet, come out as
 * the same rows. Method: one bill, changed the way spreadsheets, editors and importers change it.
 */
class BillVariantsTest {

  private static final String ROWS =
      """
      2026-05-20 14:03:00,转账,阿杰,转账备注,支出,¥1999.00,零钱,对方已收钱,42004,/,/
      2026-05-19 12:30:00,商户消费,面馆,面,支出,¥35.50,零钱,支付成功,42001,10,/
      2026-05-18 09:00:00,微信红包,阿芳,/,收入,¥8.00,/,已存入零钱,42002,/,/
      """;
  private static final String BILL = "微信支付账单明细\n共3笔记录\n" + Bills.WECHAT_COLUMNS + ROWS;

  static Stream<byte[]> savedAgain() {
    String noPreamble = Bills.WECHAT_COLUMNS + ROWS.stripTrailing();
    String taller = BILL.replace("\n", "\n\n");
    String tailed = BILL.replace(",备注\n", ",备注,标签,\n").replace(",/\n", ",/,家用,\n");
    String traditional =
        "微信支付賬單明細\n" + "交易時間,交易類型,交易對方,商品,收/支,金額(元),支付方式,當前狀態,交易單號,商戶單號,備註\n" + ROWS;
    return Stream.of(
            BILL,
            "\ufeff" + BILL.replace("\n", "\r\n"),
            BILL.replace("\n", "\r"),
            BILL.replace(",", "\t,"),
            BILL.replace(",", "\t"),
            BILL.replace(",", ";"),
            "sep=,\n" + BILL,
            noPreamble,
            taller,
            tailed,
            traditional,
            BILL.replace("金额(元)", "金额（元）").replace("收/支", "收／支"),
            BILL.replace("¥1999.00", "\"￥1,999.00\"").replace("支出", "　支出 "),
            BILL.replace("¥1999.00", "\"CN¥1,999.00\""),
            BILL.replace("¥1999.00", "￥１９９９．００"),
            BILL.replace("¥1999.00", "1999.00元"))
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource
  void savedAgain(byte[] bytes) {
    same(Bills.read("bill.csv", bytes).getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "UTF-16LE", "UTF-16BE"})
  void encodings(String name) {
    String mark = name.startsWith("UTF-16") ? "\ufeff" : "";
    byte[] bytes = (mark + BILL).getBytes(java.nio.charset.Charset.forName(name));
    same(Bills.read("bill.csv", bytes).getFirst());
  }

  private static void same(Statement bill) {
    assertThat(bill.file().platform()).isEqualTo(Platform.WECHAT);
    assertThat(bill.file().refused()).isEmpty();
    assertThat(bill.file().notes()).isEmpty();
    assertThat(bill.rows())
        .extracting(BillRow::amount)
        .containsExactly(new Fen(199_900), new Fen(3_550), new Fen(800));
    assertThat(bill.rows())
        .extracting(BillRow::direction)
        .containsExactly(Direction.OUT, Direction.OUT, Direction.IN);
    assertThat(bill.rows()).extracting(BillRow::status).containsOnly(RowStatus.DONE);
    assertThat(bill.rows().getFirst().time()).hasToString("2026-05-20T14:03:00+08:00");
    assertThat(bill.rows().getFirst().ids().transaction()).isEqualTo("42004");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-20T14:03:00, SECOND",
    "2026-05-20T14:03:00+08:00, SECOND",
    "2026-05-20 14:03:00.0, SECOND",
    "2026.05.20 14:03:00, SECOND",
    "2026/5/20 14:03, MINUTE",
    "2026/5/20 下午2:03, MINUTE",
    "2026/5/20 2:03:00 PM, SECOND",
    "2026年5月20日 14时03分, MINUTE",
    "2026年5月20日 14时03分00秒, SECOND",
    "20260520140300, SECOND"
  })
  void timesAsOtherProgramsWriteThem(String written, Exact exact) {
    Statement bill = one(BILL.replace("2026-05-20 14:03:00", written));
    assertThat(bill.file().refused()).isEmpty();
    assertThat(bill.rows().getFirst().time()).hasToString("2026-05-20T14:03:00+08:00");
    assertThat(bill.rows().getFirst().time().exact()).isEqualTo(exact);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026/5/20 14:03 PM",
        "2026/5/20 下午14:03",
        "20/5/2026 14:03",
        "2026-05-20T14:03:00-05:00"
      })
  void timesThatAreNotClearAreRefusedNotGuessed(String written) {
    Statement bill = one(BILL.replace("2026-05-20 14:03:00", written));
    assertThat(bill.file().refused()).hasSize(1);
    assertThat(bill.rows()).hasSize(2);
  }

  @Test
  void theEnglishExportUnderOtherNames() {
    Statement bill =
        one(
            "WeChat Pay Statement\n"
                + "Transaction Time,Transaction Type,Counter Party,Goods,Income/Expense,Amount"
                + " (CN¥),Payment Method,Status,Transaction No.,Merchant No.,Remarks\n"
                + "2026-05-20 14:03:00,Transfer,A Jie,x,Expense,¥1999.00,Balance,Received,4,/,/\n");
    assertThat(bill.file().form()).isEqualTo("wechat-csv");
    assertThat(bill.rows().getFirst().amount()).isEqualTo(new Fen(199_900));
    assertThat(bill.rows().getFirst().direction()).isEqualTo(Direction.OUT);
  }

  @Test
  void theLedgerOfAShopAtAlipay() {
    Statement bill =
        one(
            """
            #支付宝账务明细查询
            #账号：[2088]
            #------------------------账务明细列表------------------------
            账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注
            1\t,2\t,3\t,东西,2026-05-20 14:03:00,abc(a***@x),20.00,0.00,120.00,支付宝,交易付款,x
            2\t,2\t,3\t,东西,2026-05-21 14:03:00,abc(a***@x),0.00,-5.00,115.00,支付宝,提现,x
            #------------------------账务明细列表结束------------------------
            #支出合计：1笔，共-5.00元
            #导出时间：[2026年06月02日 00:00:00]
            """);
    assertThat(bill.file().platform()).isEqualTo(Platform.ALIPAY);
    assertThat(bill.file().refused()).isEmpty();
    assertThat(bill.rows())
        .extracting(BillRow::direction)
        .containsExactly(Direction.IN, Direction.OUT);
    assertThat(bill.rows().getLast().balance()).contains(new Fen(11_500));
  }

  @ParameterizedTest
  @CsvSource({"资金流向, 转出, 转入", "借贷标志, 借方, 贷方", "收支方向, 支取, 存入", "借/贷, D, C", "收支标志, 往账, 来账"})
  void aBankThatSaysTheDirectionInItsOwnWords(String column, String out, String in) {
    Statement bill =
        one(
            "交易时间,交易金额,账户余额,对方户名,摘要,%s\n".formatted(column)
                + "2026-05-20 14:03:00,1999.00,100.00,阿杰,转账,%s\n".formatted(out)
                + "2026-05-21 14:03:00,2.00,102.00,阿杰,转账,%s\n".formatted(in));
    assertThat(bill.file().notes()).isEmpty();
    assertThat(bill.rows())
        .extracting(BillRow::direction)
        .isEqualTo(List.of(Direction.OUT, Direction.IN));
  }

  /** The rows were read, but payee, numbers, method and balance under these names were left out. */
  @Test
  void columnsUnderOtherNamesAreNotLeftOut() {
    BillRow wallet =
        one("""
        微信支付账单明细
        交易时间,交易类型,交易对方,商品说明,收支类型,金额（元）,支付渠道,交易状态,微信订单号,商户订单号,备注信息
        2026-05-20 14:03:00,转账,阿杰,车费,支出,1999.00,零钱,对方已收钱,42004,M7,好
        """)
            .rows()
            .getFirst();
    assertThat(wallet.method()).isEqualTo("零钱");
    assertThat(wallet.ids().transaction()).isEqualTo("42004");
    assertThat(wallet.ids().merchant()).isEqualTo("M7");
    assertThat(wallet.note()).isEqualTo("好");
    BillRow bank =
        one("""
        交易日期,交易时间,交易摘要,交易金额,交易后余额,对手姓名,对手账号,交易备注
        20260105,12:30:00,快捷支付,-35.50,1000.00,面馆,6228****1234,午饭
        """)
            .rows()
            .getFirst();
    assertThat(bank.counterparty()).isEqualTo("面馆");
    assertThat(bank.counterpartyAccount()).isEqualTo("6228****1234");
    assertThat(bank.note()).isEqualTo("午饭");
    assertThat(bank.balance()).contains(new Fen(100_000));
  }

  /** Read as money in until it was noticed that nothing in such a table says so. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBankWithNeitherWordNorSignIsReadByItsBalance(boolean newestFirst) {
    List<String> rows =
        new ArrayList<>(
            List.of(
                "2026-05-20 14:03:00,10.00,110.00,阿杰,转账",
                "2026-05-21 14:03:00,60.00,50.00,阿杰,转账",
                "2026-05-22 14:03:00,5.00,55.00,阿杰,转账",
                "2026-05-23 14:03:00,5.00,70.00,阿杰,转账"));
    if (newestFirst) {
      Collections.reverse(rows);
    }
    Statement bill = one("交易时间,交易金额,账户余额,对方户名,摘要\n" + String.join("\n", rows) + "\n");
    assertThat(bill.rows())
        .extracting(row -> row.time().toString().substring(8, 10) + " " + row.direction())
        .containsExactlyInAnyOrder("20 NEUTRAL", "21 OUT", "22 IN", "23 NEUTRAL");
    assertThat(bill.file().notes())
        .extracting(Refusal::code)
        .containsExactly(Code.BILL_BALANCE_SILENT, Code.BILL_BALANCE_SILENT);
  }
}
