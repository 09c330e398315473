package dev.hufu.app.bill;

import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.bill.BillFile;
import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.BillTotals;
import dev.hufu.kernel.bill.Pairing;
import dev.hufu.kernel.bill.RefusedRow;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.code.Refusal;
import java.util.EnumMap;
import java.util.Map;

/** An analysis as a person reads it on a terminal: files first, then what stands out. */
public final class BillPage {

  /** Lines of one list; the JSON and the workbook have all. */
  private static final int LINES_MAX = 12;

  private final BillAnalysis analysis;
  private final Terminal terminal;

  public BillPage(BillAnalysis analysis, Terminal terminal) {
    this.analysis = analysis;
    this.terminal = terminal;
  }

  public void print() {
    Timeline timeline = analysis.timeline();
    timeline.files().forEach(this::file);
    if (timeline.rows().isEmpty()) {
      return;
    }
    terminal.say(
        "合成一条时间线：%d 笔，%s 到 %s".formatted(timeline.rows().size(), first(), last()),
        "One timeline: %d rows, %s to %s".formatted(timeline.rows().size(), first(), last()));
    pairs(timeline);
    if (!timeline.removed().isEmpty()) {
      terminal.say(
          "  重复的 %d 笔去掉了一份（清单在 --json 和 --xlsx 里）".formatted(timeline.removed().size()),
          "  %d rows stand in two files and were taken out once (listed by --json and --xlsx)"
              .formatted(timeline.removed().size()));
    }
    findings();
  }

  private String first() {
    return analysis.timeline().rows().getFirst().time().local().toLocalDate().toString();
  }

  private String last() {
    return analysis.timeline().rows().getLast().time().local().toLocalDate().toString();
  }

  private void file(BillFile file) {
    String sheet = file.sheet().isEmpty() ? "" : "#" + file.sheet();
    terminal
        .out()
        .println(
            file.path()
                + sheet
                + "  "
                + file.platform().title().in(terminal.lang())
                + " · "
                + file.form());
    terminal.say(
        "  读到 %d 行，读不了 %d 行，文件里共 %d 行"
            .formatted(file.rowsRead(), file.refused().size(), file.rowsInFile()),
        "  %d rows read, %d refused, %d in the file"
            .formatted(file.rowsRead(), file.refused().size(), file.rowsInFile()));
    sums(file.found());
    int shown = 0;
    for (RefusedRow row : file.refused()) {
      if (shown++ == LINES_MAX) {
        more(file.refused().size() - LINES_MAX);
        break;
      }
      line(row.why());
      terminal.out().println("      " + cut(row.raw()));
    }
    shown = 0;
    for (Refusal note : file.notes()) {
      if (shown++ == LINES_MAX) {
        more(file.notes().size() - LINES_MAX);
        break;
      }
      line(note);
    }
  }

  private void sums(BillTotals found) {
    found
        .in()
        .ifPresent(
            in ->
                terminal.say(
                    "  收入 %d 笔 %s 元，支出 %d 笔 %s 元，不计收支 %d 笔 %s 元"
                        .formatted(
                            in.count(),
                            in.amount(),
                            found.out().orElseThrow().count(),
                            found.out().orElseThrow().amount(),
                            found.neutral().orElseThrow().count(),
                            found.neutral().orElseThrow().amount()),
                    "  in %d: %s, out %d: %s, neutral %d: %s"
                        .formatted(
                            in.count(),
                            in.amount(),
                            found.out().orElseThrow().count(),
                            found.out().orElseThrow().amount(),
                            found.neutral().orElseThrow().count(),
                            found.neutral().orElseThrow().amount())));
  }

  private void line(Refusal refusal) {
    String place = refusal.position().map(at -> at.line() + ":" + at.column() + " ").orElse("");
    terminal
        .out()
        .println(
            "    "
                + place
                + refusal.wording().in(terminal.lang())
                + " ["
                + refusal.code().id()
                + "]");
  }

  private void more(int rest) {
    terminal.say("    还有 %d 条".formatted(rest), "    and %d more".formatted(rest));
  }

  private static String cut(String raw) {
    return raw.length() <= 160 ? raw : raw.substring(0, 160) + "…";
  }

  private void pairs(Timeline timeline) {
    Map<Pairing.How, Integer> counts = new EnumMap<>(Pairing.How.class);
    timeline.pairs().forEach(pair -> counts.merge(pair.how(), 1, Integer::sum));
    if (!counts.isEmpty()) {
      StringBuilder line = new StringBuilder();
      counts.forEach((how, count) -> line.append(' ').append(how.id()).append(' ').append(count));
      terminal.say("  配对：" + line.toString().strip(), "  pairs:" + line);
    }
  }

  private void findings() {
    if (analysis.findings().isEmpty()) {
      terminal.say("读到的行里，没有看到需要单独核对的地方。", "Nothing stands out among the rows that were read.");
      return;
    }
    terminal.say(
        "值得核对的 %d 处（不是结论，先排除后面写的平常原因）：".formatted(analysis.findings().size()),
        "%d things to check (no verdicts; rule out the ordinary reason first):"
            .formatted(analysis.findings().size()));
    for (BillFinding finding : analysis.findings()) {
      terminal
          .out()
          .println(
              "● ["
                  + finding.strength().title().in(terminal.lang())
                  + "] "
                  + finding.title().in(terminal.lang())
                  + "："
                  + finding.reason().in(terminal.lang()));
      terminal.out().println("  " + finding.innocent().in(terminal.lang()));
      int shown = 0;
      for (int row : finding.rows()) {
        if (shown++ == LINES_MAX) {
          more(finding.rows().size() - LINES_MAX);
          break;
        }
        row(analysis.timeline().rows().get(row));
      }
    }
  }

  private void row(BillRow row) {
    terminal
        .out()
        .println(
            "    %s  %s %s  %s %s  (%s)"
                .formatted(
                    row.time().local().toString().replace('T', ' '),
                    row.direction().title().in(terminal.lang()),
                    row.amount(),
                    row.counterparty(),
                    row.type(),
                    row.place()));
  }
}
