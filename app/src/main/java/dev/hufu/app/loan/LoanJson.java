package dev.hufu.app.loan;

import dev.hufu.kernel.loan.Allocation;
import dev.hufu.kernel.loan.Instalment;
import dev.hufu.kernel.loan.JudicialCap;
import dev.hufu.kernel.loan.LimitationClock;
import dev.hufu.kernel.loan.Owed;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.loan.EvidenceChain;
import dev.hufu.policy.loan.LoanFinding;
import dev.hufu.policy.loan.LoanPapers;
import dev.hufu.policy.loan.LoanReminder;
import dev.hufu.policy.loan.LoanReview;
import dev.hufu.policy.loan.OwedLine;
import dev.hufu.policy.paper.Paper;
import dev.hufu.policy.paper.PaperText;
import dev.hufu.policy.paper.PaperXhtml;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A review as one JSON object; sums are decimal numbers of yuan in quotes, exact. */
public final class LoanJson {

  private LoanJson() {}

  public static ObjectNode write(LoanReview review, Lang lang) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.putObject("pack")
        .put("id", review.pack().ref().id())
        .put("version", review.pack().ref().version())
        .put("digest", review.pack().ref().digest().hex())
        .put("asOf", review.pack().asOf().toString());
    json.put("at", review.at().toString())
        .put("formed", review.formed().toString())
        .put("principal", review.principal().yuan().toPlainString())
        .put("interest", review.interest().yuan().toPlainString())
        .put("daysInYear", review.contract().year().daysInYear());
    review.due().ifPresent(due -> json.put("due", due.toString()));
    review.cap().ifPresent(cap -> cap(json.putObject("cap"), review, cap));
    ArrayNode plan = json.putArray("plan");
    review.plan().forEach(part -> plan(plan.addObject(), part));
    owed(json.putObject("owed"), review, review.owed(), lang);
    ObjectNode other = json.putObject("otherDayCount");
    other
        .put("daysInYear", review.contract().year().other().daysInYear())
        .put("due", review.other().due().yuan().toPlainString());
    ArrayNode otherLines = other.putArray("charges");
    review.other().charges().forEach(c -> otherLines.add(c.sum().yuan().toPlainString()));
    review.clock().ifPresent(clock -> clock(json.putObject("limitation"), review, clock));
    findings(json.putArray("findings"), review, lang);
    chain(json.putObject("evidence"), EvidenceChain.of(review), lang);
    ArrayNode reminders = json.putArray("reminders");
    for (LoanReminder reminder : LoanReminder.of(review)) {
      ObjectNode one = reminders.addObject();
      one.put("day", reminder.day().toString()).put("id", reminder.id());
      one.put("what", reminder.what().in(lang));
      reminder.law().ifPresent(law -> one.put("law", law));
    }
    papers(json, new LoanPapers(review), lang);
    return json;
  }

  private static void cap(ObjectNode json, LoanReview review, JudicialCap cap) {
    json.put("percent", cap.rate().percent().toPlainString())
        .put("multiple", cap.multiple())
        .put("lpr", cap.lpr().percent().toPlainString())
        .put("lprSince", cap.lprSince().toString())
        .put("knownThrough", cap.knownThrough().toString())
        .put("assumed", cap.assumed())
        .put("exceeded", review.aboveCap())
        .put("law", review.policy().entry("cap"));
  }

  private static void plan(ObjectNode json, Instalment part) {
    json.put("number", part.number())
        .put("due", part.due().toString())
        .put("principal", part.principal().yuan().toPlainString())
        .put("interest", part.interest().yuan().toPlainString())
        .put("payment", part.payment().yuan().toPlainString());
  }

  private static void owed(ObjectNode json, LoanReview review, Owed owed, Lang lang) {
    json.put("due", owed.due().yuan().toPlainString())
        .put("total", owed.total().yuan().toPlainString())
        .put("overdue", owed.overdue())
        .put("openPrincipal", owed.openPrincipal().yuan().toPlainString());
    ArrayNode lines = json.putArray("lines");
    for (OwedLine line : OwedLine.of(review)) {
      ObjectNode one = lines.addObject();
      one.put("kind", line.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .put("label", line.label().in(lang));
      line.part().ifPresent(part -> one.put("part", part));
      line.from().ifPresent(from -> one.put("from", from.toString()));
      one.put("to", line.to().toString()).put("days", line.days());
      one.put("base", line.base().yuan().toPlainString());
      line.rate()
          .ifPresent(
              rate ->
                  one.put("percent", rate.rate().percent().toPlainString())
                      .put("basis", rate.basis().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                      .put("assumed", rate.assumed()));
      one.put("sum", line.sum().yuan().toPlainString())
          .put("open", line.open().yuan().toPlainString())
          .put("due", line.due());
      line.law().ifPresent(law -> one.put("law", law));
    }
    ArrayNode payments = json.putArray("payments");
    for (Allocation payment : owed.payments()) {
      payments
          .addObject()
          .put("day", payment.payment().day().toString())
          .put("sum", payment.payment().sum().yuan().toPlainString())
          .put("costs", payment.costs().yuan().toPlainString())
          .put("interest", payment.interest().yuan().toPlainString())
          .put("principal", payment.principal().yuan().toPlainString())
          .put("left", payment.left().yuan().toPlainString())
          .put("law", review.policy().entry("order"));
    }
  }

  private static void clock(ObjectNode json, LoanReview review, LimitationClock clock) {
    json.put("start", clock.start().toString())
        .put("end", clock.end().toString())
        .put("longest", clock.longest().toString())
        .put("ended", clock.ended(review.at()))
        .put("law", review.policy().entry("limitation"));
    restarts(json.putArray("restarts"), clock.counted());
    restarts(json.putArray("early"), clock.early());
    restarts(json.putArray("late"), clock.late());
  }

  private static void restarts(ArrayNode json, List<LimitationClock.Restart> restarts) {
    restarts.forEach(
        restart ->
            json.addObject()
                .put("day", restart.day().toString())
                .put("cause", restart.cause().name().toLowerCase(Locale.ROOT)));
  }

  private static void findings(ArrayNode json, LoanReview review, Lang lang) {
    for (LoanFinding finding : LoanFinding.of(review)) {
      ObjectNode one = json.addObject();
      one.put("id", finding.id())
          .put("level", finding.level().name().toLowerCase(Locale.ROOT))
          .put("seen", finding.seen().in(lang))
          .put("why", finding.why().in(lang));
      finding.law().ifPresent(law -> one.put("law", law));
    }
  }

  private static void chain(ObjectNode json, EvidenceChain chain, Lang lang) {
    json.put("state", chain.state())
        .put("points", chain.points())
        .put("pointsMax", 2 * chain.links().size());
    chain.gap().ifPresent(gap -> json.put("gap", gap.id()));
    ArrayNode links = json.putArray("links");
    for (EvidenceChain.Link link : chain.links()) {
      ObjectNode one = links.addObject();
      one.put("id", link.id())
          .put("title", link.title().in(lang))
          .put("strength", link.strength().name().toLowerCase(Locale.ROOT))
          .put("closes", link.closes().in(lang));
      link.law().ifPresent(law -> one.put("law", law));
    }
    ArrayNode factors = json.putArray("factors");
    chain
        .factors()
        .forEach(
            factor ->
                factors
                    .addObject()
                    .put("id", factor.id())
                    .put("title", factor.title().in(lang))
                    .put("held", factor.held()));
  }

  private static void papers(ObjectNode json, LoanPapers papers, Lang lang) {
    json.put("transferNote", papers.sentence("transferNote").in(lang))
        .put("chatReply", papers.sentence("chatReply").in(lang))
        .put("chatWhy", papers.sentence("chatWhy").in(lang));
    ObjectNode all = json.putObject("papers");
    for (String id : papers.ids()) {
      Paper paper = papers.find(id, lang).orElseThrow();
      all.putObject(id)
          .put("title", paper.title())
          .put("text", PaperText.write(paper))
          .put("xhtml", PaperXhtml.write(paper));
    }
  }
}
