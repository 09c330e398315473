package dev.hufu.app.cli;

import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.loan.Allocation;
import dev.hufu.kernel.loan.Charge;
import dev.hufu.kernel.loan.DayCount;
import dev.hufu.kernel.loan.LimitationClock;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.loan.EvidenceChain;
import dev.hufu.policy.loan.LoanFinding;
import dev.hufu.policy.loan.LoanPapers;
import dev.hufu.policy.loan.LoanReminder;
import dev.hufu.policy.loan.LoanReview;
import dev.hufu.policy.loan.OwedLine;
import dev.hufu.policy.paper.PaperText;
import java.util.Locale;
import java.util.Optional;

/** A loan on a terminal: papers as text, sums with the entries behind them. */
final class LoanPage {

  private final LoanReview review;
  private final LoanPapers papers;
  private final Terminal terminal;
  private final Lang lang;

  LoanPage(LoanReview review, Terminal terminal) {
    this.review = review;
    this.papers = new LoanPapers(review);
    this.terminal = terminal;
    this.lang = terminal.lang();
  }

  void paper(String id) {
    terminal.out().println(PaperText.write(papers.find(id, lang).orElseThrow()));
  }

  void iou() {
    paper("iou");
    heading("利息和上限", "Interest and cap");
    if (review.due().isPresent()) {
      terminal.say(
          "按计划还清，利息一共 " + review.interest() + " 元",
          "Interest if the plan is kept: " + review.interest());
    }
    findings();
    heading("转账备注（复制）", "Note for the transfer (copy)");
    terminal.out().println(papers.sentence("transferNote").in(lang));
    heading("请他在聊天里回一句", "Ask them to answer in the chat");
    terminal.out().println(papers.sentence("chatReply").in(lang));
    terminal.out().println(papers.sentence("chatWhy").in(lang));
    chain();
    reminders();
    basis();
  }

  void owed() {
    heading("按规则算，还欠多少（" + review.at() + "）", "Owed on " + review.at());
    OwedLine.of(review).forEach(this::line);
    terminal.say(
        "今天可以要：" + review.owed().due() + " 元；连同没到期的：" + review.owed().total() + " 元",
        "Due today: "
            + review.owed().due()
            + "; with what is not due yet: "
            + review.owed().total());
    other();
    for (Allocation payment : review.owed().payments()) {
      terminal.say(
          "  %s 还 %s：费用 %s，利息 %s，本金 %s，多出 %s [%s]".formatted(cells(payment)),
          "  %s paid %s: costs %s, interest %s, principal %s, left %s [%s]"
              .formatted(cells(payment)));
    }
    review.clock().ifPresent(this::clock);
    findings();
    reminders();
    basis();
  }

  void claim() {
    paper("claim");
    owed();
    chain();
  }

  private Object[] cells(Allocation payment) {
    return new Object[] {
      payment.payment().day(),
      payment.payment().sum(),
      payment.costs(),
      payment.interest(),
      payment.principal(),
      payment.left(),
      review.policy().entry("order")
    };
  }

  private void line(OwedLine line) {
    String part = line.part().isPresent() ? " " + line.part().getAsInt() : "";
    String how =
        line.rate()
            .map(
                rate ->
                    "%s × %d %s × %s"
                        .formatted(
                            line.base(),
                            line.days(),
                            new Wording("天", "days").in(lang),
                            rate.rate()))
            .orElseGet(() -> line.to().toString());
    terminal
        .out()
        .println(
            "  %s%s  %s  %s%s"
                .formatted(line.label().in(lang), part, line.open(), how, law(line.law())));
  }

  /** Interest on the other day count, where it makes a difference. */
  private void other() {
    DayCount other = review.contract().year().other();
    if (review.other().due().equals(review.owed().due())) {
      return;
    }
    StringBuilder sums = new StringBuilder();
    for (Charge charge : review.other().charges()) {
      sums.append(sums.isEmpty() ? "" : " + ").append(charge.open());
    }
    terminal.say(
        "一年按 " + other.daysInYear() + " 天：" + sums + "，合计 " + review.other().due() + " 元",
        "On " + other.daysInYear() + " days a year: " + sums + ", in all " + review.other().due());
  }

  private void clock(LimitationClock clock) {
    terminal.say(
        "时效到 " + clock.end() + law(Optional.of(review.policy().entry("limitation"))),
        "Limitation runs to "
            + clock.end()
            + law(Optional.of(review.policy().entry("limitation"))));
    clock
        .counted()
        .forEach(
            restart ->
                terminal
                    .out()
                    .println(
                        "  "
                            + restart.day()
                            + " "
                            + review
                                .policy()
                                .word(restart.cause().name().toLowerCase(Locale.ROOT))
                                .in(lang)));
  }

  private void findings() {
    for (LoanFinding finding : LoanFinding.of(review)) {
      String mark =
          switch (finding.level()) {
            case WARN -> "!";
            case MISSING -> "□";
            case NOTE -> "·";
          };
      terminal.out().println(mark + " " + finding.seen().in(lang) + law(finding.law()));
      terminal.out().println("  " + finding.why().in(lang));
    }
  }

  private void chain() {
    EvidenceChain chain = EvidenceChain.of(review);
    String state = review.policy().word(chain.state()).in(lang);
    int most = 2 * chain.links().size();
    heading(
        "证据链：" + state + "（" + chain.points() + "/" + most + "）",
        "Chain of evidence: " + state + " (" + chain.points() + "/" + most + ")");
    chain
        .gap()
        .ifPresent(
            gap -> terminal.say("最大的缺口：" + gap.title().zh(), "Largest gap: " + gap.title().en()));
    for (EvidenceChain.Link link : chain.links()) {
      String mark =
          switch (link.strength()) {
            case FULL -> "✓";
            case PART -> "◐";
            case MISSING -> "✗";
          };
      terminal.out().println("  " + mark + " " + link.title().in(lang) + law(link.law()));
      if (link.strength() != EvidenceChain.Strength.FULL) {
        terminal.out().println("    " + link.closes().in(lang));
      }
    }
    heading("真实性的因素", "Factors of authenticity");
    for (EvidenceChain.Factor factor : chain.factors()) {
      terminal.out().println("  " + (factor.held() ? "✓ " : "□ ") + factor.title().in(lang));
    }
  }

  private void reminders() {
    heading("记住这些日子", "Days to remember");
    for (LoanReminder reminder : LoanReminder.of(review)) {
      terminal
          .out()
          .println("  " + reminder.day() + " " + reminder.what().in(lang) + law(reminder.law()));
    }
  }

  private void basis() {
    terminal.say(
        "规则截至 " + review.pack().asOf() + "，规则包 " + review.pack().ref().id(),
        "Rules as of " + review.pack().asOf() + ", pack " + review.pack().ref().id());
  }

  private void heading(String zh, String en) {
    terminal.out().println();
    terminal.out().println(Pens.bold(new Wording(zh, en).in(lang)));
  }

  private static String law(Optional<String> entry) {
    return entry.map(id -> " [" + id + "]").orElse("");
  }
}
