package dev.hufu.app.loan;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.Allocation;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.loan.EvidenceChain;
import dev.hufu.policy.loan.LoanReminder;
import dev.hufu.policy.loan.LoanReview;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * All loans of somebody on a day, one a row, as a table for a spreadsheet.
 *
 * <p>Example: {@code LoanRegister.of(rows).orThrow().csv(out, Lang.ZH)}. Names that begin like a
 * formula are written so that no spreadsheet reckons them.
 */
public record LoanRegister(List<Row> rows) {

  private static final List<Wording> HEAD =
      List.of(
          new Wording("编号", "Loan"),
          new Wording("出借人", "Lender"),
          new Wording("借款人", "Borrower"),
          new Wording("借出日", "Lent on"),
          new Wording("本金（元）", "Principal"),
          new Wording("年利率", "Rate"),
          new Wording("最后还款日", "Last due day"),
          new Wording("已还（元）", "Paid"),
          new Wording("未还本金（元）", "Open principal"),
          new Wording("今天可以要（元）", "Due today"),
          new Wording("时效到", "Limitation"),
          new Wording("证据", "Evidence"),
          new Wording("最大的缺口", "Largest gap"),
          new Wording("下一个日子", "Next day"),
          new Wording("做什么", "What to do"));

  /** One loan. */
  public record Row(
      String id,
      String lender,
      String borrower,
      LocalDate formed,
      Fen principal,
      Optional<BigDecimal> rate,
      Optional<LocalDate> due,
      Fen paid,
      Fen open,
      Fen dueNow,
      Optional<LocalDate> limitation,
      Wording evidence,
      Optional<Wording> gap,
      Optional<LoanReminder> next) {

    public static Row of(String id, LoanReview review) {
      EvidenceChain chain = EvidenceChain.of(review);
      return new Row(
          id,
          review.contract().lender().name().orElse(""),
          review.contract().borrower().name().orElse(""),
          review.formed(),
          review.principal(),
          review.contract().rate().map(rate -> rate.percent()),
          review.due(),
          review.owed().payments().stream()
              .map(Allocation::payment)
              .map(payment -> payment.sum())
              .reduce(Fen.ZERO, Fen::plus),
          review.owed().openPrincipal(),
          review.owed().due(),
          review.clock().map(clock -> clock.end()),
          review.policy().word(chain.state()),
          chain.gap().map(EvidenceChain.Link::title),
          LoanReminder.of(review).stream().findFirst());
    }
  }

  public LoanRegister {
    rows = List.copyOf(rows);
  }

  /** The register, or {@link Code#LOAN_REGISTER_TOO_LONG}. */
  public static Outcome<LoanRegister> of(List<Row> rows) {
    return rows.size() > Limits.LOAN_REGISTER_ROWS_MAX
        ? Outcome.refused(
            Code.LOAN_REGISTER_TOO_LONG, Integer.toString(Limits.LOAN_REGISTER_ROWS_MAX))
        : Outcome.of(new LoanRegister(rows));
  }

  /** As CSV in UTF-8, with a mark at its start so that spreadsheets see the encoding. */
  public void csv(OutputStream out, Lang lang) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\ufeff');
    CsvWriter csv = CsvWriter.builder().build(writer);
    csv.writeRecord(HEAD.stream().map(cell -> cell.in(lang)).toList());
    for (Row row : rows) {
      csv.writeRecord(cells(row, lang).stream().map(cell -> plain(cell)).toList());
    }
    csv.flush();
  }

  /** As XLSX: sums are numbers, days are days. */
  public void xlsx(OutputStream out, Lang lang) throws IOException {
    Workbook book = new Workbook(out, "Hufu", "1.0");
    Worksheet sheet = book.newWorksheet(new Wording("借出登记", "Loans").in(lang));
    for (int i = 0; i < HEAD.size(); i++) {
      sheet.value(0, i, HEAD.get(i).in(lang));
      sheet.style(0, i).bold().set();
      sheet.width(i, 16);
    }
    for (int r = 0; r < rows.size(); r++) {
      List<Object> cells = cells(rows.get(r), lang);
      for (int c = 0; c < cells.size(); c++) {
        write(sheet, r + 1, c, cells.get(c));
      }
    }
    sheet.freezePane(0, 1);
    book.finish();
  }

  private static void write(Worksheet sheet, int row, int column, Object cell) {
    switch (cell) {
      case Fen sum -> {
        sheet.value(row, column, sum.yuan());
        sheet.style(row, column).format("#,##0.00").set();
      }
      case BigDecimal number -> sheet.value(row, column, number);
      case LocalDate day -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      default -> sheet.value(row, column, cell.toString());
    }
  }

  /** What begins like a formula gets a quote before it; numbers are not written by people. */
  private static String plain(Object cell) {
    String text = cell instanceof Fen sum ? sum.yuan().toPlainString() : cell.toString();
    boolean formula = cell instanceof String && text.matches("(?s)[=+\\-@\\t\\r].*");
    return formula ? "'" + text : text;
  }

  private static List<Object> cells(Row row, Lang lang) {
    List<Object> cells = new ArrayList<>();
    cells.add(row.id());
    cells.add(row.lender());
    cells.add(row.borrower());
    cells.add(row.formed());
    cells.add(row.principal());
    cells.add(row.rate().<Object>map(rate -> rate).orElse(""));
    cells.add(row.due().<Object>map(day -> day).orElse(""));
    cells.add(row.paid());
    cells.add(row.open());
    cells.add(row.dueNow());
    cells.add(row.limitation().<Object>map(day -> day).orElse(""));
    cells.add(row.evidence().in(lang));
    cells.add(row.gap().map(gap -> gap.in(lang)).orElse(""));
    cells.add(row.next().<Object>map(LoanReminder::day).orElse(""));
    cells.add(row.next().map(next -> next.what().in(lang)).orElse(""));
    return cells;
  }
}
