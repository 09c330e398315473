package dev.hufu.app.bill;

import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.policy.flow.FlowFeature;
import dev.hufu.policy.flow.FlowFeature.Known;
import dev.hufu.policy.flow.FlowFeature.Missing;
import dev.hufu.policy.flow.FlowReport;
import dev.hufu.policy.pack.FlowPolicy.Unit;
import java.math.BigDecimal;
import java.util.List;

/** Features of bills as a person reads them on a terminal: months as bars, figures, what is out. */
public final class FlowPage {

  private static final int BAR_MAX = 40;

  private final FlowReport report;
  private final Timeline timeline;
  private final Terminal terminal;

  public FlowPage(FlowReport report, Timeline timeline, Terminal terminal) {
    this.report = report;
    this.timeline = timeline;
    this.terminal = terminal;
  }

  public void print() {
    terminal.say(
        "看到 %s 为止，最多往回 %d 个月，账单完整覆盖 %d 个月"
            .formatted(report.scope().last(), report.scope().months(), report.covered()),
        "Up to %s, at most %d months back; the bill covers %d whole"
            .formatted(report.scope().last(), report.scope().months(), report.covered()));
    report.notes().forEach(note -> terminal.out().println("! " + note.in(terminal.lang())));
    months();
    report.features().forEach(this::feature);
    regular();
    leftOut();
  }

  private void months() {
    long most = report.months().stream().mapToLong(month -> month.income().fen()).max().orElse(0);
    for (FlowReport.Month month : report.months()) {
      long length = most <= 0 ? 0 : Math.max(0, month.income().fen()) * BAR_MAX / most;
      String bar = (month.covered() ? "█" : "░").repeat((int) length);
      terminal
          .out()
          .println("  %s  %14s  %s".formatted(month.from(), month.income().display(), bar));
    }
  }

  private void feature(FlowFeature feature) {
    String line =
        switch (feature.reading()) {
          case Known(var value, var _rows) ->
              shown(value, feature.told().measure().unit())
                  + " "
                  + feature.told().measure().unit().title().in(terminal.lang());
          case Missing(var _why, var said) -> "— " + said.in(terminal.lang());
        };
    terminal
        .out()
        .println(
            "%s  %s (%s)".formatted(line, feature.title().in(terminal.lang()), feature.name()));
  }

  /** As people read it: thousands apart, no zeros behind. */
  public static String shown(BigDecimal value, Unit unit) {
    return unit == Unit.YUAN_A_MONTH
        ? "%,.2f".formatted(value)
        : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private void regular() {
    for (FlowReport.Regular one : report.regular()) {
      terminal
          .out()
          .println(
              "  ↻ %s  %s  %s  ×%d"
                  .formatted(
                      one.role().title().in(terminal.lang()),
                      one.who(),
                      one.sum().display(),
                      one.rows().size()));
    }
  }

  private void leftOut() {
    report
        .leftOut()
        .forEach(
            (why, rows) ->
                terminal.say(
                    "没有算进去的 %d 行：%s（%s）".formatted(rows.size(), why.title().zh(), places(rows)),
                    "%d rows left out: %s (%s)"
                        .formatted(rows.size(), why.title().en(), places(rows))));
  }

  private String places(List<Integer> rows) {
    String all =
        String.join(
            "; ",
            RowRanges.of(timeline, rows).stream()
                .map(range -> range.file() + ":" + range.rows())
                .toList());
    return all.length() <= 120 ? all : all.substring(0, 120) + "…";
  }
}
