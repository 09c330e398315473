package dev.hufu.app.bill;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.hufu.kernel.bill.BillFile;
import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Pairing;
import dev.hufu.kernel.bill.RefusedRow;
import dev.hufu.kernel.bill.RemovedRow;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An analysis as a workbook or as CSV: every row with what was found in it, the rows that could not
 * be read, and those taken out. A word that begins like a formula is written so that no spreadsheet
 * reckons it.
 */
public final class BillTable {

  private static final List<Wording> HEAD =
      List.of(
          new Wording("时间", "Time"),
          new Wording("平台", "Platform"),
          new Wording("收支", "Direction"),
          new Wording("金额（元）", "Amount"),
          new Wording("币种", "Currency"),
          new Wording("种类", "Kind"),
          new Wording("账单上的类型", "Type"),
          new Wording("对方", "Counterparty"),
          new Wording("对方账号", "Account"),
          new Wording("说明", "Item"),
          new Wording("付款方式", "Method"),
          new Wording("状态", "Status"),
          new Wording("交易单号", "Transaction"),
          new Wording("商户单号", "Merchant"),
          new Wording("备注", "Note"),
          new Wording("和哪一笔是一对", "Paired with"),
          new Wording("在哪儿", "Where it stands"),
          new Wording("值得核对的地方", "To check"));

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int AMOUNT = 3;
  private static final int CELL_CHARS_MAX = 32_000;

  private final BillAnalysis analysis;
  private final Lang lang;
  private final Map<Integer, String> findings = new HashMap<>();
  private final Map<Integer, String> pairs = new HashMap<>();

  public BillTable(BillAnalysis analysis, Lang lang) {
    this.analysis = analysis;
    this.lang = lang;
    for (BillFinding finding : analysis.findings()) {
      String said = "[" + finding.strength().title().in(lang) + "] " + finding.title().in(lang);
      finding.rows().forEach(row -> findings.merge(row, said, (a, b) -> a + "；" + b));
    }
    Timeline timeline = analysis.timeline();
    for (Pairing pair : timeline.pairs()) {
      pairs.merge(pair.first(), pair(pair, pair.second()), (a, b) -> a + "；" + b);
      pairs.merge(pair.second(), pair(pair, pair.first()), (a, b) -> a + "；" + b);
    }
  }

  private String pair(Pairing pair, int other) {
    return pair.how().id() + " " + analysis.timeline().rows().get(other).place();
  }

  /** The rows as CSV in UTF-8 with a mark; the stream stays open. */
  public void csv(OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\ufeff');
    CsvWriter csv = CsvWriter.builder().build(writer);
    csv.writeRecord(HEAD.stream().map(cell -> cell.in(lang)).toList());
    List<BillRow> rows = analysis.timeline().rows();
    for (int i = 0; i < rows.size(); i++) {
      csv.writeRecord(cells(rows.get(i), i).stream().map(BillTable::plain).toList());
    }
    csv.flush();
  }

  /** Everything as a workbook of four sheets. */
  public void xlsx(OutputStream out) throws IOException {
    try (Workbook book = new Workbook(out, "Hufu", "1.0")) {
      rows(book.newWorksheet(new Wording("逐笔", "Rows").in(lang)));
      found(book.newWorksheet(new Wording("值得核对", "To check").in(lang)));
      told(book.newWorksheet(new Wording("读不了和说明", "Refused and notes").in(lang)));
      removed(book.newWorksheet(new Wording("重复去掉的", "Removed").in(lang)));
    }
  }

  private void rows(Worksheet sheet) {
    head(sheet, HEAD);
    List<BillRow> rows = analysis.timeline().rows();
    for (int i = 0; i < rows.size(); i++) {
      List<Object> cells = cells(rows.get(i), i);
      for (int column = 0; column < cells.size(); column++) {
        write(sheet, i + 1, column, cells.get(column));
      }
      if (findings.containsKey(i)) {
        sheet.range(i + 1, 0, i + 1, HEAD.size() - 1).style().fillColor("FFF5D9").set();
        sheet.comment(i + 1, AMOUNT, cut(Objects.requireNonNull(findings.get(i))));
      }
    }
    sheet.freezePane(1, 1);
    sheet.setAutoFilter(0, 0, rows.size(), HEAD.size() - 1);
  }

  private void head(Worksheet sheet, List<Wording> names) {
    for (int i = 0; i < names.size(); i++) {
      sheet.value(0, i, names.get(i).in(lang));
      sheet.style(0, i).bold().set();
      sheet.width(i, i == 0 ? 20 : 16);
    }
  }

  private List<Object> cells(BillRow row, int index) {
    List<Object> cells = new ArrayList<>();
    cells.add(row.time().local());
    cells.add(row.platform().title().in(lang));
    cells.add(row.direction().title().in(lang));
    cells.add(row.amount());
    cells.add(row.sums().currency());
    cells.add(row.kind().title().in(lang));
    cells.add(row.type());
    cells.add(row.counterparty());
    cells.add(row.counterpartyAccount());
    cells.add(row.item());
    cells.add(row.method());
    cells.add(row.words().status());
    cells.add(row.ids().transaction());
    cells.add(row.ids().merchant());
    cells.add(row.note());
    cells.add(pairs.getOrDefault(index, ""));
    cells.add(row.place().toString());
    cells.add(findings.getOrDefault(index, ""));
    return cells;
  }

  private static void write(Worksheet sheet, int row, int column, Object cell) {
    switch (cell) {
      case Fen sum -> {
        sheet.value(row, column, sum.yuan());
        sheet.style(row, column).format("#,##0.00").set();
      }
      case LocalDateTime time -> {
        sheet.value(row, column, time);
        sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
      }
      default -> sheet.value(row, column, cut(cell.toString()));
    }
  }

  private static String cut(String text) {
    return text.length() <= CELL_CHARS_MAX ? text : text.substring(0, CELL_CHARS_MAX) + "…";
  }

  /** A cell of a sheet is text by its type; in CSV only a quote before it keeps it from acting. */
  static String plain(Object cell) {
    return switch (cell) {
      case Fen sum -> sum.yuan().toPlainString();
      case LocalDateTime time -> TIME.format(time);
      default -> {
        String text = cell.toString();
        boolean acts = text.matches("(?s)[=+\\-@\\t\\r\\n|％%].*");
        yield acts ? "'" + text : text;
      }
    };
  }

  private void found(Worksheet sheet) {
    head(
        sheet,
        List.of(
            new Wording("强弱", "Strength"),
            new Wording("规则", "Rule"),
            new Wording("什么", "What"),
            new Wording("看到了什么", "Seen"),
            new Wording("先排除平常的原因", "Rule out first"),
            new Wording("金额（元）", "Amount"),
            new Wording("哪几笔", "Rows")));
    int at = 1;
    for (BillFinding finding : analysis.findings()) {
      List<String> places =
          finding.rows().stream()
              .map(row -> analysis.timeline().rows().get(row).place().toString())
              .toList();
      List<Object> cells =
          List.of(
              finding.strength().title().in(lang),
              finding.rule(),
              finding.title().in(lang),
              finding.reason().in(lang),
              finding.innocent().in(lang),
              finding.sum(),
              String.join("；", places));
      for (int column = 0; column < cells.size(); column++) {
        write(sheet, at, column, cells.get(column));
      }
      at++;
    }
  }

  private void told(Worksheet sheet) {
    head(
        sheet,
        List.of(
            new Wording("在哪儿", "Where"),
            new Wording("编号", "Code"),
            new Wording("为什么", "Why"),
            new Wording("原样", "As it stands")));
    int at = 1;
    for (BillFile file : analysis.timeline().files()) {
      for (RefusedRow row : file.refused()) {
        told(sheet, at++, row.place().toString(), row.why(), row.raw());
      }
      for (Refusal note : file.notes()) {
        told(sheet, at++, note.position().map(Object::toString).orElse(file.path()), note, "");
      }
    }
    for (BillAnalysis.RefusedFile file : analysis.refusedFiles()) {
      told(sheet, at++, file.path(), file.why(), "");
    }
  }

  private void told(Worksheet sheet, int at, String where, Refusal why, String raw) {
    sheet.value(at, 0, where);
    sheet.value(at, 1, why.code().id());
    sheet.value(at, 2, why.wording().in(lang));
    sheet.value(at, 3, cut(raw));
  }

  private void removed(Worksheet sheet) {
    head(
        sheet,
        List.of(
            new Wording("去掉的", "Removed"),
            new Wording("留下的", "Kept"),
            new Wording("时间", "Time"),
            new Wording("金额（元）", "Amount"),
            new Wording("对方", "Counterparty")));
    int at = 1;
    for (RemovedRow removed : analysis.timeline().removed()) {
      sheet.value(at, 0, removed.row().place().toString());
      sheet.value(at, 1, removed.kept().toString());
      write(sheet, at, 2, removed.row().time().local());
      write(sheet, at, 3, removed.row().amount());
      sheet.value(at, 4, cut(removed.row().counterparty()));
      at++;
    }
  }
}
