package dev.hufu.intake.bill;

import static dev.hufu.intake.bill.Bills.one;
import static dev.hufu.intake.bill.Bills.read;
import static dev.hufu.intake.bill.Bills.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.BillTime.Exact;
import dev.hufu.kernel.bill.BillTotals;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Platform;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.bill.RowStatus;
import dev.hufu.kernel.bill.Statement;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Goal: every form comes out as the same kind of row. Method: small bills in the makers' forms. */
class BillFormsTest {

  @Test
  void aWechatBillIsReadWhole() {
    Statement bill = one(Bills.WECHAT);
    assertThat(bill.file().platform()).isEqualTo(Platform.WECHAT);
    assertThat(bill.file().form()).isEqualTo("wechat-csv");
    assertThat(bill.file().account()).isEqualTo("小满");
    assertThat(bill.file().declared().differences(bill.file().found())).isEmpty();
    BillRow noodles = bill.rows().getFirst();
    assertThat(noodles.time()).hasToString("2026-01-05T12:30:00+08:00");
    assertThat(noodles.amount()).isEqualTo(new Fen(3550));
    assertThat(noodles.direction()).isEqualTo(Direction.OUT);
    assertThat(noodles.kind()).isEqualTo(RowKind.PURCHASE);
    assertThat(noodles.status()).isEqualTo(RowStatus.DONE);
    assertThat(noodles.ids().transaction()).isEqualTo("4200001");
    assertThat(noodles.note()).isEmpty();
    assertThat(noodles.place()).hasToString("bill.csv:11");
    BillRow withdrawal = bill.rows().get(2);
    assertThat(withdrawal.kind()).isEqualTo(RowKind.WITHDRAWAL);
    assertThat(withdrawal.direction()).isEqualTo(Direction.NEUTRAL);
    assertThat(withdrawal.sums().fee()).contains(new Fen(10));
  }

  @Test
  void aBillSavedAgainByASpreadsheetIsReadTheSame() {
    List<BillRow> rows =
        rows(
            Bills.WECHAT_COLUMNS
                + "2026/1/5 9:05,商户消费,店,物,支出,\"¥3,170.00\",零钱,支付成功,1,2,/\n"
                + "2026/01/05 09:05:06,其他,店,\"点\"\"开\n看\",收入,￥0.35,/,已到账,=\"0012\",2,/\n");
    assertThat(rows.get(0).amount()).isEqualTo(Fen.ofYuan(3170));
    assertThat(rows.get(0).time().exact()).isEqualTo(Exact.MINUTE);
    assertThat(rows.get(0).time().local()).isEqualTo(LocalDateTime.of(2026, 1, 5, 9, 5));
    assertThat(rows.get(1).item()).isEqualTo("点\"开\n看");
    assertThat(rows.get(1).ids().transaction()).isEqualTo("0012");
  }

  @Test
  void theEnglishWechatBillIsRead() {
    Statement bill =
        one(
            """
            WeChat Payment Statement Details List,,,,,,,,,,
            Transaction Time,Transaction Type,Counterparty,Product,Income/Expense,\
            Amount(Yuan),Payment Method,Current Status,Transaction ID,Merchant ID,Remarks
            2026-01-05 12:30:00,Commercial Payment,Noodles,Beef,Expense,¥35.50,Balance,\
            Payment successful,42,10,/
            2026-01-05 12:31:00,Transfer,Fang,/,Income,¥20.00,/,Deposited to balance,43,/,/
            """);
    assertThat(bill.file().form()).isEqualTo("wechat-csv");
    assertThat(bill.rows())
        .extracting(BillRow::direction)
        .containsExactly(Direction.OUT, Direction.IN);
    assertThat(bill.rows().get(1).kind()).isEqualTo(RowKind.TRANSFER);
  }

  @Test
  void sheetsOfTextAndOfNativeCellsAreReadTheSame() {
    byte[] nativeCells =
        Bills.xlsx(
            book -> {
              var sheet = book.newWorksheet("账单");
              sheet.value(2, 0, "微信支付账单明细");
              sheet.value(3, 0, "注：交易时间为 UTC+08:00");
              String[] names = Bills.WECHAT_COLUMNS.strip().split(",");
              for (int i = 0; i < names.length; i++) {
                sheet.value(17, i, names[i]);
              }
              sheet.value(18, 0, LocalDateTime.of(2026, 1, 5, 12, 30, 0));
              sheet.style(18, 0).format("yyyy-mm-dd hh:mm:ss").set();
              Object[] cells = {"商户消费", "面馆", "面", "支出"};
              for (int i = 0; i < cells.length; i++) {
                sheet.value(18, i + 1, cells[i].toString());
              }
              sheet.value(18, 5, new BigDecimal("35.5"));
              sheet.style(18, 5).format("¥#,##0.00").set();
              sheet.value(18, 6, "零钱");
              sheet.value(18, 7, "支付成功");
              sheet.value(18, 8, "4200001");
            });
    BillRow row = read("账单.xlsx", nativeCells).getFirst().rows().getFirst();
    assertThat(row.time()).hasToString("2026-01-05T12:30:00+08:00");
    assertThat(row.amount()).isEqualTo(new Fen(3550));
    assertThat(row.place().row()).isEqualTo(19);
    Statement text = read("账单.xlsx", Bills.textSheet(Bills.WECHAT)).getFirst();
    assertThat(text.rows()).hasSize(3);
    assertThat(text.rows().getFirst().amount()).isEqualTo(new Fen(3550));
    assertThat(text.file().form()).isEqualTo("wechat-xlsx");
  }

  @Test
  void aDateThatLostItsFormatIsStillADate() {
    BillRow row = rows(Bills.WECHAT_COLUMNS + "46027.520833333,转账,a,b,支出,1,c,已转账,,,\n").getFirst();
    assertThat(row.time()).hasToString("2026-01-05T12:30:00+08:00");
  }

  @Test
  void alipayComesInEveryEncodingAndForm() {
    for (byte[] bytes : List.of(Bills.utf8(Bills.ALIPAY), Bills.ALIPAY.getBytes(Bills.GB18030))) {
      Statement bill = read("alipay.csv", bytes).getFirst();
      assertThat(bill.file().form()).isEqualTo("alipay-app-csv");
      assertThat(bill.file().account()).isEqualTo("ming@example.com");
      assertThat(bill.rows()).hasSize(3);
      assertThat(bill.file().declared().differences(bill.file().found())).isEmpty();
      assertThat(bill.rows().getFirst().kind()).isEqualTo(RowKind.REFUND);
    }
    Statement dataFirst =
        one(
            """
            收/支   ,交易对方 ,对方账号,商品说明 ,收/付款方式,金额 ,交易状态 ,交易分类 ,交易订单号 ,商家订单号 ,交易时间 ,
            其他   ,某公司 , ,余额宝-转出到银行卡 ,余额宝,500.00 ,交易成功 ,投资理财 ,123 ,P1 ,2021-03-31 13:03:39 ,
            ------------------------------------------------
            共1笔记录
            收入：0笔,0.00元
            """);
    assertThat(dataFirst.file().form()).isEqualTo("alipay-2021-csv");
    assertThat(dataFirst.rows().getFirst().direction()).isEqualTo(Direction.NEUTRAL);
    assertThat(dataFirst.rows().getFirst().kind()).isEqualTo(RowKind.OWN_MOVE);
    assertThat(dataFirst.file().declared().in()).contains(new BillTotals.Sum(0, Fen.ZERO));
    assertThat(dataFirst.file().refused()).isEmpty();
  }

  @Test
  void theOldWebFormTellsFeesAndRefunds() {
    Statement bill =
        one(
            """
            支付宝交易记录明细查询
            账号:[ming@example.com]
            交易号 ,商家订单号 ,交易创建时间 ,付款时间 ,最近修改时间 ,交易来源地 ,类型 ,交易对方 ,商品名称 ,金额（元）,收/支 ,交易状态 ,\
            服务费（元）,成功退款（元）,备注 ,资金状态 ,
            1 ,M ,2019-01-15 10:30:00 ,2019-01-15 10:30:05 , ,其他 ,即时到账交易 ,店 ,物 ,35.00 ,支出 ,\
            交易成功 ,0.10 ,5.00 , ,已支出 ,
            """);
    BillRow row = bill.rows().getFirst();
    assertThat(bill.file().form()).isEqualTo("alipay-web-csv");
    assertThat(row.time()).hasToString("2019-01-15T10:30:05+08:00");
    assertThat(row.sums().fee()).contains(new Fen(10));
    assertThat(row.sums().refunded()).contains(new Fen(500));
    assertThat(row.standingAmount()).isEqualTo(new Fen(3000));
  }

  @Test
  void jdAndMeituanAreRead() {
    Statement jd =
        one(
            """
            导出信息：
            京东账号名：jd_1
            共：2笔记录
            支出：1笔(含1笔部分退款)，131.77元

            交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注
            2026-01-28 13:28:32\t,京东平台商户,退款-卫衣,89.84,信用卡(1),退款成功,不计收支,网购,10\t,10\t, ,
            2026-01-28 13:27:56\t,京东平台商户,卫衣 等多件,131.77(已退款89.84),信用卡(1),交易成功,支出,服饰,10\t,10\t, ,
            """);
    assertThat(jd.file().platform()).isEqualTo(Platform.JD);
    BillRow sweater = jd.rows().get(1);
    assertThat(sweater.amount()).isEqualTo(new Fen(13177));
    assertThat(sweater.status()).isEqualTo(RowStatus.PART_REFUNDED);
    assertThat(sweater.sums().refunded()).contains(new Fen(8984));
    Statement meituan =
        one(
            """
            美团交易账单明细
            美团用户名：[SJT]
            共：1笔记录
            【美团交易账单明细列表】
            交易创建时间,交易成功时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易单号,商家单号,备注
            2026-01-28 20:35:13,2026-01-28 20:35:25,支付,茶,支出,美团月付,¥22.30,¥21.17,"25\t","0\t",/
            """);
    assertThat(meituan.file().platform()).isEqualTo(Platform.MEITUAN);
    assertThat(meituan.rows().getFirst().amount()).isEqualTo(new Fen(2117));
  }

  @Test
  void banksAreReadBySidesBySignAndByWords() {
    Statement icbc =
        one(
            """
            明细查询文件下载

            卡号: 1234****9876,"卡别名: 甲"

            交易日期,摘要,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名
            2026-01-02 \t,"消费 \t","店 \t","CHN \t",钞 \t,"- \t","- \t",- \t," \t","13.40 \t",人民币 \t,"x \t","甲 \t",
            2026-01-01 \t,"他行汇入 \t"," \t","CHN \t",钞 \t,"- \t","- \t",- \t,"1,234.56 \t"," \t",人民币 \t,"9.00 \t","乙 \t",

            人民币合计,,,,,,,,"1,234.56 ","13.40 ",
            """);
    assertThat(icbc.file().platform()).isEqualTo(Platform.ICBC);
    assertThat(icbc.rows())
        .extracting(BillRow::direction)
        .containsExactly(Direction.OUT, Direction.IN);
    assertThat(icbc.rows().getFirst().time().exact()).isEqualTo(Exact.DAY);
    assertThat(icbc.rows().get(1).balance()).contains(Fen.ofYuan(9));
    assertThat(icbc.file().refused()).isEmpty();
    Statement bocom =
        one(
            """
            序号,交易日期,交易时间,交易类型,借贷,交易金额,余额,对方账号,对方户名,交易地点,摘要
            1,2026-01-01,09:20:43,存款利息,贷 Cr,0.02,45.67,1,利息,批处理,
            2,2026-01-02,13:15:12,网上支付,借 Dr,3.21,42.46,6,店,其他,订单
            """);
    assertThat(bocom.file().platform()).isEqualTo(Platform.BOCOM);
    assertThat(bocom.rows().get(1).time()).hasToString("2026-01-02T13:15:12+08:00");
    assertThat(bocom.rows().get(1).direction()).isEqualTo(Direction.OUT);
    List<BillRow> signed =
        rows(
            """
            记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要
            2026-01-01,CNY,"1,234.00","1,271.66",代发工资,某公司,
            2026-01-02,CNY,"-1,000.00",271.66,转账汇款,张三,转账
            """);
    assertThat(signed).extracting(BillRow::direction).containsExactly(Direction.IN, Direction.OUT);
    assertThat(signed).extracting(BillRow::kind).containsExactly(RowKind.WAGE, RowKind.TRANSFER);
    List<BillRow> card =
        rows(
            """
            交易日期,记账日期,交易说明,交易币种/金额,入账币种/金额
            2026-01-10,2026-01-10,退货 店,CNY 123.18,CNY 123.18
            2026-01-11,2026-01-12,消费 美团,CNY 2.99,CNY 2.99
            """);
    assertThat(card).extracting(BillRow::direction).containsExactly(Direction.IN, Direction.OUT);
  }

  @Test
  void kindsAndStatesTellSpendingFromMoving() {
    List<BillRow> rows =
        rows(
            Bills.WECHAT_COLUMNS
                + "2026-01-01 10:00:00,零钱充值,工商银行(9),/,/,¥13.00,工商银行(9),充值完成,1,/,/\n"
                + "2026-01-01 10:01:00,群收款,阿明,/,支出,¥13.00,零钱,已支付,2,/,/\n"
                + "2026-01-01 10:02:00,亲属卡交易,阿妈,亲属卡,支出,¥13.00,零钱通,支付成功,3,4,/\n"
                + "2026-01-01 10:03:00,微信红包（单发）,阿明,/,支出,¥13.00,零钱,已全额退款,5,/,/\n"
                + "2026-01-01 10:04:00,微信红包-退款,/,/,收入,¥13.00,/,已全额退款,6,/,/\n"
                + "2026-01-01 10:05:00,零钱通转出-到零钱,/,/,/,¥13.00,零钱通,支付成功,7,/,/\n"
                + "2026-01-01 10:06:00,零钱提现,招商银行,/,/,¥13.00,招商银行,\"提现失败，已退回零钱\",8,/,/\n"
                + "2026-01-01 10:07:00,商户消费,店,/,支出,¥30.00,零钱,已退款(￥5.00),9,/,/\n");
    assertThat(rows)
        .extracting(BillRow::kind)
        .containsExactly(
            RowKind.TOP_UP,
            RowKind.GROUP_COLLECTION,
            RowKind.FAMILY_CARD,
            RowKind.RED_PACKET,
            RowKind.REFUND,
            RowKind.OWN_MOVE,
            RowKind.WITHDRAWAL,
            RowKind.PURCHASE);
    assertThat(rows)
        .extracting(BillRow::spending)
        .containsExactly(false, true, true, false, false, false, false, true);
    assertThat(rows.get(6).status()).isEqualTo(RowStatus.FAILED);
    assertThat(rows.get(7).sums().refunded()).contains(new Fen(500));
  }

  @Test
  void anArchiveOpensWithItsSixDigits() {
    for (boolean aes : List.of(true, false)) {
      byte[] zip = Bills.zip("微信.csv", Bills.utf8(Bills.WECHAT), Optional.of("204816"), aes);
      Statement bill = new BillReader().password("204816").read("w.zip", zip).orThrow().getFirst();
      assertThat(bill.rows()).hasSize(3);
      assertThat(bill.file().path()).isEqualTo("w.zip!微信.csv");
    }
    byte[] plain = Bills.zip("w.xlsx", Bills.textSheet(Bills.WECHAT), Optional.empty(), false);
    assertThat(read("w.zip", plain).getFirst().rows()).hasSize(3);
  }
}
