package dev.hufu.app.bill;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.money.Fen;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A made-up bill in WeChat's form with as many rows as are wanted, the same for the same seed:
 * ordinary years of several people with known cases and refunds in them, newest first. It is what
 * {@code ./hufu bench bill} measures, and something to try the pages on without a bill of one's
 * own.
 *
 * <p>Example: {@code MadeBill.of(100_000, 1).csv(out)}.
 */
public final class MadeBill {

  private static final List<String> HEAD =
      List.of("交易时间", "交易类型", "交易对方", "商品", "收/支", "金额(元)", "支付方式", "当前状态", "交易单号", "商户单号", "备注");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** Years over which the lives are spread, so that no day has more rows than a busy shop. */
  private static final int YEARS = 8;

  private static final int REFUND_EVERY = 40;

  /** A row as the export writes it. */
  private record Line(
      LocalDateTime time,
      String type,
      String who,
      String item,
      String direction,
      Fen sum,
      String method,
      String status,
      String number) {}

  private final List<Line> lines = new ArrayList<>();

  private MadeBill() {}

  /** A bill of so many rows. */
  public static MadeBill of(int rows, long seed) {
    MadeBill bill = new MadeBill();
    for (int life = 0; bill.lines.size() < rows; life++) {
      OrdinaryYear year = new OrdinaryYear(seed + life).live();
      year.withCases();
      int back = life % YEARS;
      year.rows().forEach(row -> bill.add(row, back));
    }
    bill.lines.sort(Comparator.comparing(Line::time).reversed().thenComparing(Line::number));
    bill.lines.subList(rows, bill.lines.size()).clear();
    return bill;
  }

  private void add(BillRow row, int yearsBack) {
    LocalDateTime time = row.time().local().minusYears(yearsBack);
    boolean refunded = row.kind() == RowKind.PURCHASE && lines.size() % REFUND_EVERY == 0;
    String number = "4200%012d".formatted(lines.size() + 1);
    String status = refunded ? "已全额退款" : row.direction() == Direction.IN ? "已存入零钱" : "支付成功";
    String type =
        row.kind() == RowKind.PURCHASE || row.kind() == RowKind.OTHER
            ? "商户消费"
            : row.kind().title().zh();
    lines.add(
        new Line(
            time,
            type,
            row.counterparty(),
            row.item(),
            direction(row.direction()),
            row.amount(),
            row.method(),
            status,
            number));
    if (refunded) {
      lines.add(
          new Line(
              time.plusHours(20),
              row.counterparty() + "-退款",
              row.counterparty(),
              row.item(),
              direction(Direction.IN),
              row.amount(),
              "/",
              "已全额退款",
              number + "R"));
    }
  }

  private static String direction(Direction direction) {
    return switch (direction) {
      case IN -> "收入";
      case OUT -> "支出";
      case NEUTRAL -> "/";
    };
  }

  private List<String> preamble() {
    return List.of(
        "微信支付账单明细",
        "微信昵称：[虚构的人]",
        "起始时间：[%s] 终止时间：[%s]"
            .formatted(TIME.format(lines.getLast().time), TIME.format(lines.getFirst().time)),
        "导出类型：[全部]",
        "",
        "共" + lines.size() + "笔记录",
        "----------------------微信支付账单明细列表--------------------");
  }

  /** As the CSV that came until 2025: UTF-8 with a mark, sums with ¥, numbers with a tab behind. */
  public void csv(OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write('\ufeff');
    for (String line : preamble()) {
      text.write(line + ",".repeat(HEAD.size() - 1) + "\r\n");
    }
    text.write(String.join(",", HEAD) + "\r\n");
    for (Line line : lines) {
      text.write(
          "%s,%s,%s,\"%s\",%s,¥%s,%s,%s,%s\t,M%s\t,\"/\"\r\n"
              .formatted(
                  TIME.format(line.time),
                  line.type,
                  line.who,
                  line.item,
                  line.direction,
                  line.sum.yuan().toPlainString(),
                  line.method,
                  line.status,
                  line.number,
                  line.number));
    }
    text.flush();
  }

  /** As the workbook that comes since 2025: dates and sums as numbers of a sheet. */
  public void xlsx(OutputStream out) throws IOException {
    try (Workbook book = new Workbook(out, "Hufu", "1.0")) {
      Worksheet sheet = book.newWorksheet("Sheet1");
      int at = 0;
      for (String line : preamble()) {
        sheet.value(at++, 0, line);
      }
      for (int column = 0; column < HEAD.size(); column++) {
        sheet.value(at, column, HEAD.get(column));
      }
      for (Line line : lines) {
        at++;
        sheet.value(at, 0, line.time);
        sheet.style(at, 0).format("yyyy-mm-dd hh:mm:ss").set();
        sheet.value(at, 5, line.sum.yuan());
        sheet.style(at, 5).format("¥#,##0.00").set();
        List<String> words = List.of(line.type, line.who, line.item, line.direction);
        for (int column = 0; column < words.size(); column++) {
          sheet.value(at, column + 1, words.get(column));
        }
        List<String> more = List.of(line.method, line.status, line.number, "M" + line.number, "/");
        for (int column = 0; column < more.size(); column++) {
          sheet.value(at, column + 6, more.get(column));
        }
      }
    }
  }
}
