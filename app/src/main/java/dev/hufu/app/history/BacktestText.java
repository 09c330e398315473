package dev.hufu.app.history;

import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.backtest.BacktestReport;
import dev.hufu.policy.backtest.BacktestReport.Arm;
import dev.hufu.policy.backtest.BacktestReport.Difference;
import dev.hufu.policy.backtest.BacktestReport.Example;
import dev.hufu.policy.backtest.BacktestReport.RuleLine;
import dev.hufu.policy.backtest.BacktestReport.Turn;
import dev.hufu.policy.backtest.BacktestReport.TypologyLine;
import dev.hufu.policy.backtest.Quality;
import dev.hufu.policy.backtest.Shadow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The outcome of a backtest as a summary for a terminal, in one language. */
public final class BacktestText {

  private static final int RULES_SHOWN = 30;
  private static final int CHANGES_SHOWN = 20;

  private final Terminal terminal;

  public BacktestText(Terminal terminal) {
    this.terminal = terminal;
  }

  public void print(BacktestRun run) {
    BacktestReport report = run.report();
    RunTotals totals = run.totals();
    terminal.say(
        "读了 %,d 条 = 判断 %,d + 只计入 %,d + 没收 %,d；%.1f 秒，每秒 %,d 条"
            .formatted(
                totals.read(),
                totals.decided(),
                totals.fed(),
                totals.refused(),
                totals.seconds(),
                totals.rate()),
        "%,d read = %,d decided + %,d only counted + %,d refused; %.1f s, %,d a second"
            .formatted(
                totals.read(),
                totals.decided(),
                totals.fed(),
                totals.refused(),
                totals.seconds(),
                totals.rate()));
    if (report.decided() == 0) {
      terminal.say("没有一件要判断的事件。", "No event was decided upon.");
      return;
    }
    terminal.say(
        "从 %s 到 %s".formatted(day(report.firstAt(), run.zone()), day(report.lastAt(), run.zone())),
        "From %s to %s"
            .formatted(day(report.firstAt(), run.zone()), day(report.lastAt(), run.zone())));
    arms(report);
    if (report.labelled() > 0) {
      quality(report);
    }
    rules(report.pack(), report.labelled() > 0);
    typologies(report.pack());
    report.difference().ifPresent(difference -> difference(difference, run.zone()));
  }

  private static String day(long at, ZoneId zone) {
    return Instant.ofEpochMilli(at).atZone(zone).toLocalDate().toString();
  }

  private static List<Arm> both(BacktestReport report) {
    List<Arm> arms = new ArrayList<>(List.of(report.pack()));
    report.against().ifPresent(arms::add);
    return arms;
  }

  static String name(Arm arm) {
    return name(arm.pack());
  }

  private static String name(PackRef pack) {
    return pack.id() + " " + pack.version() + " " + pack.digest().brief();
  }

  private void arms(BacktestReport report) {
    head("结论", "Verdicts");
    TextTable table = new TextTable(1);
    table.row(
        word("规则包", "pack"),
        word("红", "red"),
        word("黄", "amber"),
        word("绿", "green"),
        word("灰", "grey"),
        word("提醒（红+黄）", "alerts (red + amber)"));
    for (Arm arm : both(report)) {
      table.row(
          name(arm),
          count(arm.count(Verdict.RED)),
          count(arm.count(Verdict.AMBER)),
          count(arm.count(Verdict.GREEN)),
          count(arm.count(Verdict.UNKNOWN)),
          share(arm.alertRate()));
    }
    table.print(terminal.out());
  }

  private void quality(BacktestReport report) {
    head(
        "对照标签（%,d 件有标签）".formatted(report.labelled()),
        "Against the labels (%,d labelled)".formatted(report.labelled()));
    TextTable table = new TextTable(2);
    table.row(
        word("规则包", "pack"),
        "",
        word("准", "precision"),
        word("全", "recall"),
        word("拦对", "right"),
        word("金额", "sum"),
        word("拦错", "wrong"),
        word("金额", "sum"),
        word("漏掉", "missed"),
        word("金额", "sum"));
    for (Arm arm : both(report)) {
      quality(table, name(arm), word("提醒", "alerts"), arm.alerts());
      quality(table, "", word("只算红", "red alone"), arm.stops());
    }
    table.print(terminal.out());
  }

  private static void quality(TextTable table, String pack, String what, Quality quality) {
    table.row(
        pack,
        what,
        share(quality.precision()),
        share(quality.recall()),
        count(quality.right()),
        yuan(quality.rightFen()),
        count(quality.wrong()),
        yuan(quality.wrongFen()),
        count(quality.missed()),
        yuan(quality.missedFen()));
  }

  private void rules(Arm arm, boolean labelled) {
    head("规则", "Rules");
    List<RuleLine> fired =
        arm.rules().stream()
            .filter(rule -> rule.fired() > 0)
            .sorted(Comparator.comparingLong(RuleLine::fired).reversed())
            .toList();
    TextTable table = new TextTable(1);
    table.row(
        word("规则", "rule"),
        word("触发", "fired"),
        word("只有它", "alone"),
        word("不知道", "open"),
        labelled ? word("其中骗", "fraud") : "",
        labelled ? word("占比", "share") : "",
        labelled ? word("骗的金额", "sum of fraud") : "");
    for (RuleLine rule : fired.subList(0, Math.min(RULES_SHOWN, fired.size()))) {
      double share = (double) rule.fraud() / Math.max(1, rule.fraud() + rule.honest());
      table.row(
          rule.rule(),
          count(rule.fired()),
          count(rule.alone()),
          count(rule.undetermined()),
          labelled ? count(rule.fraud()) : "",
          labelled ? share(share) : "",
          labelled ? yuan(rule.fraudFen()) : "");
    }
    table.print(terminal.out());
    int silent = arm.rules().size() - fired.size();
    if (silent > 0) {
      terminal.say("  另有 %d 条没有触发过".formatted(silent), "  %d more never fired".formatted(silent));
    }
  }

  private void typologies(Arm arm) {
    head("样子", "Typologies");
    TextTable table = new TextTable(1);
    table.row(word("样子", "typology"), word("领头", "led"), word("其中黄", "amber"), word("其中红", "red"));
    for (TypologyLine line : arm.typologies()) {
      if (line.led() > 0) {
        table.row(
            line.title().in(terminal.lang()),
            count(line.led()),
            count(line.amber()),
            count(line.red()));
      }
    }
    table.print(terminal.out());
  }

  private void difference(Difference difference, ZoneId zone) {
    head("两份规则包的不同", "Where the packs differ");
    terminal.say(
        "  %,d 件结论一样（其中 %,d 件规则不同，%,d 件分数不同），%,d 件不一样，%,d 件只有一边判断"
            .formatted(
                difference.same(),
                difference.otherRules(),
                difference.otherScores(),
                difference.turned(),
                difference.oneSided()),
        ("  %,d with the same verdict (%,d by other rules, %,d with other scores), %,d otherwise,"
                + " %,d by one of them only")
            .formatted(
                difference.same(),
                difference.otherRules(),
                difference.otherScores(),
                difference.turned(),
                difference.oneSided()));
    turns(difference, zone);
  }

  /** What the shadow of a live pack did otherwise; the account adds up. */
  public void shadow(Shadow.Report shadow, ZoneId zone) {
    Difference difference = shadow.difference();
    Object[] figures = {
      shadow.decided(),
      shadow.same(),
      difference.turned(),
      difference.otherRules(),
      difference.otherScores(),
      shadow.liveOnly(),
      shadow.shadowOnly()
    };
    head("影子 " + name(shadow.pack()), "Shadow " + name(shadow.pack()));
    terminal.say(
        "  %,d 件 = 全一样 %,d + 结论不同 %,d + 规则不同 %,d + 分数不同 %,d + 影子没判断 %,d；只有影子判断 %,d"
            .formatted(figures),
        ("  %,d decided = %,d alike + %,d with another verdict + %,d by other rules + %,d with"
                + " other scores + %,d not by the shadow; %,d by the shadow only")
            .formatted(figures));
    turns(difference, zone);
  }

  private void turns(Difference difference, ZoneId zone) {
    for (Turn turn : difference.turns()) {
      boolean fraud = turn.fraud() > 0;
      terminal.say(
          "  %s → %s  %,d 件".formatted(zh(turn.from()), zh(turn.to()), turn.events())
              + (fraud ? "，其中骗 %,d".formatted(turn.fraud()) : ""),
          "  %s → %s  %,d events".formatted(turn.from().id(), turn.to().id(), turn.events())
              + (fraud ? ", %,d of them fraud".formatted(turn.fraud()) : ""));
      for (Example example : turn.examples()) {
        terminal
            .out()
            .println(
                "    %s  %s  %s"
                    .formatted(
                        example.event(),
                        Instant.ofEpochMilli(example.at()).atZone(zone).toLocalDateTime(),
                        changes(example)));
      }
    }
    TextTable table = new TextTable(1);
    table.row(word("规则", "rule"), word("以前", "before"), word("现在", "now"));
    difference.rules().stream()
        .sorted(
            Comparator.comparingLong(
                    (BacktestReport.RuleChange change) -> Math.abs(change.now() - change.before()))
                .reversed())
        .limit(CHANGES_SHOWN)
        .forEach(change -> table.row(change.rule(), count(change.before()), count(change.now())));
    if (!difference.rules().isEmpty()) {
      table.print(terminal.out());
    }
  }

  private static String zh(Verdict verdict) {
    return verdict.colour().zh();
  }

  /** {@code −a −b +c}: rules that fired before only, then those that fire now only. */
  static String changes(Example example) {
    List<String> all = new ArrayList<>();
    example.before().forEach(rule -> all.add("−" + rule));
    example.now().forEach(rule -> all.add("+" + rule));
    return String.join(" ", all);
  }

  private void head(String zh, String en) {
    terminal.out().println();
    terminal.say("── " + zh, "── " + en);
  }

  private String word(String zh, String en) {
    return new Wording(zh, en).in(terminal.lang());
  }

  static String count(long count) {
    return "%,d".formatted(count);
  }

  static String share(double share) {
    return "%.2f %%".formatted(100 * share);
  }

  static String yuan(long fen) {
    return new Fen(fen).display();
  }
}
