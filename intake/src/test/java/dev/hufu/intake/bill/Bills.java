package dev.hufu.intake.bill;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Statement;
import dev.hufu.kernel.code.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.dhatim.fastexcel.Workbook;

/** Small bills in the forms of their makers, made for these tests. */
final class Bills {

  static final Charset GB18030 = Charset.forName("GB18030");

  static final String WECHAT_COLUMNS = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n";

  static final String WECHAT_HEAD =
      """
      \ufeff微信支付账单明细,,,,,,,,,,
      微信昵称：[小满],,,,,,,,,,
      起始时间：[2026-01-01 00:00:00] 终止时间：[2026-01-31 23:59:59],,,,,,,,,,
      ,,,,,,,,,,
      共3笔记录,,,,,,,,,,
      收入：1笔 20.00元,,,,,,,,,,
      支出：1笔 35.50元,,,,,,,,,,
      中性交易：1笔 100.00元,,,,,,,,,,
      ----------------------微信支付账单明细列表--------------------,,,,,,,,,,
      """
          + WECHAT_COLUMNS;

  static final String WECHAT =
      WECHAT_HEAD
          + """
          2026-01-05 12:30:00,商户消费,"面馆","牛肉面",支出,"¥35.50",零钱,支付成功,"4200001\t","1001\t","/"
          2026-01-04 08:00:01,转账,阿芳,"转账备注:车费",收入,¥20.00,/,已存入零钱,"4200002\t","/\t",/
          2026-01-03 09:00:00,零钱提现,招商银行(0001),"/",/,¥100.00,招商银行,提现已到账,4200003,/,服务费¥0.10
          """;

  static final String ALIPAY_HEAD =
      """
      ------------------------------------------------------------------------------------
      导出信息：
      姓名：某某
      支付宝账户：ming@example.com
      起始时间：[2026-01-01 00:00:00]    终止时间：[2026-01-31 23:59:59]
      共3笔记录
      收入：0笔 0.00元
      支出：2笔 61.00元
      不计收支：1笔 12.00元

      ------------------------支付宝支付科技有限公司  电子客户回单------------------------
      交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,
      """;

  static final String ALIPAY =
      ALIPAY_HEAD
          + """
          2026-01-09 10:00:00,退款,书店,book***@example.com,退款-词典,不计收支,12.00,余额宝,退款成功,\
          20260102001_77\t,M1\t,,
          2026-01-02 10:00:00,文化休闲,书店,book***@example.com,词典,支出,12.00,余额宝,交易成功,20260102001\t,M1\t,,
          2026-01-01 23:59:59,日用百货,便利店,/,两件商品,支出,49.00,工商银行储蓄卡(1234),交易成功,20260101009\t,M2\t,,
          """;

  private Bills() {}

  static List<Statement> read(String file, String text) {
    return read(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static List<Statement> read(String file, byte[] bytes) {
    return new BillReader().read(file, bytes).orThrow();
  }

  static Statement one(String text) {
    return read("bill.csv", text).getFirst();
  }

  static List<BillRow> rows(String text) {
    return one(text).rows();
  }

  static Optional<Refusal> refusal(byte[] bytes) {
    return new BillReader().read("bill", bytes).findRefusal();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What fills a workbook. */
  @FunctionalInterface
  interface Filling {
    void fill(Workbook book) throws IOException;
  }

  static byte[] xlsx(Filling filling) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Test", "1.0")) {
      filling.fill(book);
      book.finish();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A workbook of one sheet whose cells are all text, as WeChat wrote it until 2025. */
  static byte[] textSheet(String csv) {
    return xlsx(
        book -> {
          var sheet = book.newWorksheet("Sheet1");
          int row = 0;
          for (String line : csv.replace("\ufeff", "").lines().toList()) {
            String[] cells = line.split(",", -1);
            for (int column = 0; column < cells.length; column++) {
              String cell = cells[column].replace("\"", "").strip();
              if (!cell.isEmpty()) {
                sheet.value(row, column, cell);
              }
            }
            row++;
          }
        });
  }

  static byte[] zip(String name, byte[] content, Optional<String> password, boolean aes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    char[] key = password.map(String::toCharArray).orElse(null);
    ZipParameters entry = new ZipParameters();
    entry.setFileNameInZip(name);
    if (password.isPresent()) {
      entry.setEncryptFiles(true);
      entry.setEncryptionMethod(aes ? EncryptionMethod.AES : EncryptionMethod.ZIP_STANDARD);
      entry.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
    }
    try (ZipOutputStream out = new ZipOutputStream(bytes, key)) {
      out.putNextEntry(entry);
      new ByteArrayInputStream(content).transferTo(out);
      out.closeEntry();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
