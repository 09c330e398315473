package dev.hufu.app.bill;

import static dev.hufu.app.bill.BillPictures.escaped;

import dev.hufu.kernel.bill.BillFile;
import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.RefusedRow;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * An analysis as one HTML file that needs nothing else: no script, no picture, no network. What the
 * bills say is text in it, never markup.
 */
public final class BillReport {

  /** Rows of one list of the report; the workbook has all. */
  private static final int ROWS_MAX = 500;

  private static final int PARTIES_MAX = 200;
  private static final int FLOWS_MAX = 16;

  private final BillAnalysis analysis;
  private final Lang lang;
  private final StringBuilder html = new StringBuilder();

  private BillReport(BillAnalysis analysis, Lang lang) {
    this.analysis = analysis;
    this.lang = lang;
  }

  /** The whole file. */
  public static String write(BillAnalysis analysis, Lang lang) {
    return new BillReport(analysis, lang).all();
  }

  private String say(String zh, String en) {
    return new Wording(zh, en).in(lang);
  }

  private String all() {
    String title = say("账单核对报告", "Report on bills");
    html.append("<!doctype html>\n<html lang=\"").append(lang.tag()).append("\"><head>");
    html.append("<meta charset=\"utf-8\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.append(
        "<meta http-equiv=\"Content-Security-Policy\""
            + " content=\"default-src 'none'; style-src 'unsafe-inline'\">");
    html.append("<title>").append(title).append("</title><style>").append(style());
    html.append("</style></head><body><main><h1>").append(title).append("</h1>");
    intro();
    findings();
    pictures();
    files();
    rows();
    html.append("<p class=\"small\">");
    html.append(
        escaped(
            say(
                "虎符只写看到的和规则，不是结论，也不保证能追回。账单里的字原样照抄，没有联网。",
                "Hufu writes what it saw and by which rule; no verdict, no promise. Words of the"
                    + " bills are copied as they are; nothing was sent anywhere.")));
    return html.append("</p></main></body></html>\n").toString();
  }

  private static String style() {
    try (InputStream in = BillReport.class.getResourceAsStream("/dev/hufu/app/bill/report.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void intro() {
    Timeline timeline = analysis.timeline();
    if (timeline.rows().isEmpty()) {
      html.append("<p>").append(say("没有读到交易。", "No rows were read.")).append("</p>");
      return;
    }
    BillFigures figures = new BillFigures(timeline);
    html.append("<p class=\"lead\">");
    html.append(
        escaped(
            say(
                "%d 个文件，%d 笔，%s 到 %s；收入 %s 元，支出 %s 元。值得核对的 %d 处。"
                    .formatted(
                        timeline.files().size(),
                        timeline.rows().size(),
                        day(timeline.rows().getFirst()),
                        day(timeline.rows().getLast()),
                        figures.total(Direction.IN),
                        figures.total(Direction.OUT),
                        analysis.findings().size()),
                "%d files, %d rows, %s to %s; %s in, %s out. %d things to check."
                    .formatted(
                        timeline.files().size(),
                        timeline.rows().size(),
                        day(timeline.rows().getFirst()),
                        day(timeline.rows().getLast()),
                        figures.total(Direction.IN),
                        figures.total(Direction.OUT),
                        analysis.findings().size()))));
    html.append("</p>");
  }

  private static String day(BillRow row) {
    return row.time().local().toLocalDate().toString();
  }

  private void heading(String zh, String en) {
    html.append("<h2>").append(escaped(say(zh, en))).append("</h2>");
  }

  private void findings() {
    heading("值得核对的地方", "What to check");
    if (analysis.findings().isEmpty()) {
      html.append("<p>")
          .append(say("读到的行里，没有看到需要单独核对的地方。", "Nothing stands out among the rows that were read."))
          .append("</p>");
    }
    for (BillFinding finding : analysis.findings()) {
      html.append("<section class=\"finding ").append(finding.strength().id()).append("\"><h3>");
      html.append("<span class=\"strength\">")
          .append(escaped(finding.strength().title().in(lang)))
          .append("</span> ");
      html.append(escaped(finding.title().in(lang))).append("</h3><p>");
      html.append(escaped(finding.reason().in(lang))).append("</p><p class=\"innocent\">");
      html.append(escaped(finding.innocent().in(lang))).append("</p>");
      table(finding.rows().stream().map(analysis.timeline().rows()::get).toList());
      html.append("</section>");
    }
  }

  private void pictures() {
    BillFigures figures = new BillFigures(analysis.timeline());
    BillPictures pictures = new BillPictures(lang);
    List<BillFigures.Period> periods = figures.periods();
    if (periods.isEmpty()) {
      return;
    }
    heading("收支时间线", "Money in and out over time");
    html.append("<p class=\"legend\"><span class=\"key b-in\"></span>");
    html.append(say("收入（向上）", "in (up)")).append(" <span class=\"key b-out\"></span>");
    html.append(say("支出（向下）", "out (down)")).append("</p>");
    html.append(BillPictures.wide(say("收支时间线", "Over time")));
    html.append(pictures.timeline(periods)).append("</div>");
    html.append("<details><summary>").append(say("数字", "Figures")).append("</summary>");
    html.append(pictures.timelineTable(periods)).append("</details>");
    String week = pictures.week(figures.week());
    if (!week.isEmpty()) {
      heading("几点付钱（笔数）", "At which hours you pay (payments)");
      html.append(week);
    }
    String flows = pictures.flows(figures.flows(FLOWS_MAX, row -> row.kind().title().in(lang)));
    if (!flows.isEmpty()) {
      heading("钱从哪里付到哪里", "Where money went");
      html.append(BillPictures.wide(say("钱的去向", "Where money went")));
      html.append(flows).append("</div>");
    }
    heading("来往的人和商户", "With whom");
    List<BillFigures.Counterparty> parties = figures.parties();
    html.append(BillPictures.wide(say("来往的人和商户", "With whom")));
    html.append(pictures.parties(parties, PARTIES_MAX)).append("</div>");
    more(parties.size() - PARTIES_MAX);
  }

  private void more(int rest) {
    if (rest > 0) {
      String text = say("还有 %d 行，在表格里。", "%d more are in the workbook.");
      html.append("<p class=\"small\">").append(text.formatted(rest)).append("</p>");
    }
  }

  private void files() {
    heading("读了哪些文件", "Which files were read");
    for (BillFile file : analysis.timeline().files()) {
      String sheet = file.sheet().isEmpty() ? "" : "#" + file.sheet();
      html.append("<h3>").append(escaped(file.path() + sheet)).append("</h3><p>");
      html.append(
          escaped(
              say(
                  "%s（%s）：读到 %d 行，读不了 %d 行，文件里共 %d 行。"
                      .formatted(
                          file.platform().title().zh(),
                          file.form(),
                          file.rowsRead(),
                          file.refused().size(),
                          file.rowsInFile()),
                  "%s (%s): %d rows read, %d refused, %d in the file."
                      .formatted(
                          file.platform().title().en(),
                          file.form(),
                          file.rowsRead(),
                          file.refused().size(),
                          file.rowsInFile()))));
      html.append("</p>");
      if (!file.refused().isEmpty() || !file.notes().isEmpty()) {
        html.append("<ul>");
        for (RefusedRow row :
            file.refused().subList(0, Math.min(ROWS_MAX, file.refused().size()))) {
          told(row.why(), row.raw());
        }
        file.notes().forEach(note -> told(note, ""));
        html.append("</ul>");
        more(file.refused().size() - ROWS_MAX);
      }
    }
    if (!analysis.refusedFiles().isEmpty()) {
      html.append("<ul>");
      analysis.refusedFiles().forEach(file -> told(file.why(), file.path()));
      html.append("</ul>");
    }
  }

  private void told(Refusal why, String raw) {
    html.append("<li>");
    why.position()
        .ifPresent(
            at ->
                html.append(
                    escaped(
                        say(
                            "第 %d 行第 %d 格：".formatted(at.line(), at.column()),
                            "Row %d, cell %d: ".formatted(at.line(), at.column())))));
    html.append(escaped(why.wording().in(lang))).append(" [").append(why.code().id()).append(']');
    if (!raw.isEmpty()) {
      html.append("<br><code>").append(escaped(raw)).append("</code>");
    }
    html.append("</li>");
  }

  private void rows() {
    List<BillRow> rows = analysis.timeline().rows();
    heading("逐笔", "Row by row");
    table(rows.subList(Math.max(0, rows.size() - ROWS_MAX), rows.size()));
    more(rows.size() - ROWS_MAX);
  }

  private void table(List<BillRow> rows) {
    html.append(BillPictures.wide(say("逐笔", "Rows"))).append("<table><thead><tr>");
    for (String name :
        List.of(
            say("时间", "When"),
            say("收支", "Way"),
            say("金额（元）", "Sum"),
            say("对方", "With"),
            say("种类", "Type"),
            say("说明", "For"),
            say("在哪儿", "Where it stands"))) {
      html.append("<th scope=\"col\">").append(escaped(name)).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (BillRow row : rows) {
      String time = row.time().local().toString().replace('T', ' ');
      html.append("<tr><td>").append(row.time().ofDay() ? time : time.substring(0, 10));
      html.append("</td><td>").append(row.direction().title().in(lang));
      html.append("</td><td class=\"num\">").append(row.amount());
      if (!row.sums().currency().equals("CNY")) {
        html.append(' ').append(escaped(row.sums().currency()));
      }
      html.append("</td><td>").append(escaped(row.counterparty()));
      html.append("</td><td>").append(escaped(row.type()));
      html.append("</td><td>").append(escaped(row.item()));
      html.append("</td><td>").append(escaped(row.place().toString())).append("</td></tr>");
    }
    html.append("</tbody></table></div>");
  }
}
