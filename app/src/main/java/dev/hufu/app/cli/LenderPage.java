package dev.hufu.app.cli;

import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.decide.Decider;
import dev.hufu.policy.lender.ComplaintDrafts;
import dev.hufu.policy.lender.CostTable;
import dev.hufu.policy.lender.LenderAudit;
import dev.hufu.policy.pack.LenderPolicy;
import dev.hufu.policy.paper.Paper;
import dev.hufu.policy.paper.PaperText;
import java.util.stream.Collectors;

/** An audit on a terminal: the verdict, what was found and by which rule, what to do, drafts. */
final class LenderPage {

  private final LenderAudit audit;
  private final Decider decider;
  private final Terminal terminal;
  private final Lang lang;

  LenderPage(LenderAudit audit, Decider decider, Terminal terminal) {
    this.audit = audit;
    this.decider = decider;
    this.terminal = terminal;
    this.lang = terminal.lang();
  }

  void print() {
    terminal.out().println(audit.decision().headline().in(lang));
    terminal.out().println(audit.decision().summary().in(lang));
    terminal.out().println("→ " + audit.decision().next().act().in(lang));
    audit.figures().ifPresent(figures -> price(figures.price()));
    audit.noPrice().ifPresent(terminal::refuse);
    audit.table().ifPresent(this::table);
    heading("查到的", "Found");
    audit.findings().forEach(this::finding);
    heading("现在做", "What to do now");
    for (LenderAudit.Step step : audit.steps()) {
      terminal.out().println("  · " + step.act().in(lang) + " " + step.why().in(lang));
    }
    audit
        .given()
        .forEach(item -> terminal.out().println("  · " + item.after().orElseThrow().in(lang)));
    heading("找谁", "Whom to turn to");
    audit.authorities().forEach(this::authority);
    for (Paper paper : new ComplaintDrafts(audit, decider).all(lang)) {
      heading(paper.title(), paper.title());
      terminal.out().println(PaperText.write(paper));
    }
    terminal.say(
        "规则截至 %s，%s %s"
            .formatted(
                audit.pack().asOf(), audit.pack().ref().id(), audit.pack().ref().digest().brief()),
        "Rules as of %s, %s %s"
            .formatted(
                audit.pack().asOf(), audit.pack().ref().id(), audit.pack().ref().digest().brief()));
  }

  private void price(Price price) {
    heading("真实价格", "What it really costs");
    if (price instanceof Price.Known known) {
      terminal.say("  年化（单利） " + known.nominal(), "  nominal a year " + known.nominal());
      terminal.say("  年化（复利） " + known.effective(), "  effective a year " + known.effective());
    }
    terminal.say(
        "  到手 %s，一共还 %s".formatted(price.totals().received(), price.totals().paid()),
        "  received %s, paid %s".formatted(price.totals().received(), price.totals().paid()));
    price
        .totals()
        .perThousandPerMonth()
        .ifPresent(
            yuan ->
                terminal.say(
                    "  每到手 1,000 元，一个月 " + yuan + " 元",
                    "  " + yuan + " a month for each 1,000 received"));
  }

  private void table(CostTable table) {
    if (table.lines().isEmpty()) {
      return;
    }
    LenderPolicy policy = audit.pack().lenders().orElseThrow();
    heading("费用对照", "Charges compared");
    for (CostTable.Line line : table.lines()) {
      String by =
          line.collectors().isEmpty()
              ? policy.word("nobody").in(lang)
              : String.join("、", line.collectors());
      terminal
          .out()
          .println(
              "  %s %s  %s  %s"
                  .formatted(
                      policy.word(line.what().id()).in(lang),
                      line.sum(),
                      by,
                      policy.word(line.state().id()).in(lang)));
    }
  }

  private void finding(LenderAudit.Shown shown) {
    String sources =
        shown.cited().stream()
            .map(
                cited ->
                    cited.source().id()
                        + cited.entry().map(entry -> " " + entry.confidence()).orElse(""))
            .collect(Collectors.joining(", "));
    terminal
        .out()
        .println(
            "  · %s。%s [%s; %s]"
                .formatted(
                    shown.finding().seen().in(lang),
                    shown.finding().why().in(lang),
                    shown.finding().rule(),
                    sources));
    String evidence =
        shown.pointers().stream()
            .map(pointer -> pointer.place() + pointer.evidence().map(e -> " " + e).orElse(""))
            .collect(Collectors.joining("; "));
    if (!evidence.isEmpty()) {
      terminal.out().println("      → " + evidence);
    }
  }

  private void authority(LenderAudit.Authority authority) {
    terminal
        .out()
        .println(
            "  · "
                + authority.title().in(lang)
                + "。"
                + authority.how().in(lang)
                + authority.law().map(entry -> " [" + entry.id() + "]").orElse(""));
    authority
        .due()
        .forEach(
            due ->
                terminal
                    .out()
                    .println(
                        "      %s: %s (%d)".formatted(due.what().in(lang), due.day(), due.days())));
  }

  private void heading(String zh, String en) {
    terminal.out().println();
    terminal.say("—— " + zh, "—— " + en);
  }
}
