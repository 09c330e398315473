package dev.hufu.app.lender;

import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.decide.Decider;
import dev.hufu.policy.lender.CollectionLog;
import dev.hufu.policy.lender.ComplaintDrafts;
import dev.hufu.policy.lender.CostTable;
import dev.hufu.policy.lender.LenderAudit;
import dev.hufu.policy.lender.PriceDispersion;
import dev.hufu.policy.pack.LenderPolicy;
import dev.hufu.policy.paper.Paper;
import dev.hufu.policy.paper.PaperText;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An audit as one JSON object: sums are decimal numbers of yuan in quotes, rates fractions with ten
 * decimals.
 */
public final class LenderJson {

  private final LenderAudit audit;
  private final Lang lang;
  private final LenderPolicy policy;

  private LenderJson(LenderAudit audit, Lang lang) {
    this.audit = audit;
    this.lang = lang;
    this.policy = audit.pack().lenders().orElseThrow();
  }

  public static ObjectNode write(LenderAudit audit, Decider decider, Lang lang) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    LenderJson writer = new LenderJson(audit, lang);
    writer.decision(json);
    writer.price(json);
    audit.table().ifPresent(table -> writer.table(json.putObject("table"), table));
    writer.licence(json);
    audit.dispersion().ifPresent(found -> dispersion(json.putObject("offers"), found));
    audit.log().ifPresent(log -> log(json.putObject("collection"), log));
    writer.findings(json.putArray("findings"));
    writer.todo(json);
    writer.authorities(json.putArray("authorities"));
    ArrayNode drafts = json.putArray("drafts");
    for (Paper paper : new ComplaintDrafts(audit, decider).all(lang)) {
      drafts
          .addObject()
          .put("id", paper.id())
          .put("title", paper.title())
          .put("text", PaperText.write(paper));
    }
    return json;
  }

  private void decision(ObjectNode json) {
    Decision decision = audit.decision();
    json.put("verdict", decision.verdict().id())
        .put("headline", decision.headline().in(lang))
        .put("summary", decision.summary().in(lang));
    json.putObject("next")
        .put("id", decision.next().id())
        .put("text", decision.next().act().in(lang))
        .put("otherwise", decision.next().otherwise().in(lang));
    json.putObject("pack")
        .put("id", decision.pack().id())
        .put("version", decision.pack().version())
        .put("digest", decision.pack().digest().hex())
        .put("asOf", audit.pack().asOf().toString());
    json.put("inputsDigest", decision.inputsDigest().hex()).put("at", decision.at().toString());
    ArrayNode needs = json.putArray("needs");
    decision.needs().forEach(needs::add);
  }

  private void price(ObjectNode json) {
    audit
        .noPrice()
        .ifPresent(
            why ->
                json.putObject("noPrice")
                    .put("code", why.code().id())
                    .put("detail", why.wording().in(lang)));
    audit
        .figures()
        .ifPresent(
            figures -> {
              Price price = figures.price();
              ObjectNode one = json.putObject("price");
              if (price instanceof Price.Known known) {
                one.put("nominal", known.nominal().decimal().toPlainString())
                    .put("effective", known.effective().decimal().toPlainString());
              }
              one.put("received", price.totals().received().yuan().toPlainString())
                  .put("totalPaid", price.totals().paid().yuan().toPlainString())
                  .put("cost", price.totals().cost().yuan().toPlainString());
              price
                  .totals()
                  .perThousandPerMonth()
                  .ifPresent(yuan -> one.put("perThousandPerMonth", yuan.toPlainString()));
            });
  }

  private void table(ObjectNode json, CostTable table) {
    json.put("total", table.total().yuan().toPlainString());
    table.rate().ifPresent(rate -> json.put("ratePercent", rate.toPlainString()));
    table.statedRate().ifPresent(rate -> json.put("statedRatePercent", rate.toPlainString()));
    ArrayNode lines = json.putArray("lines");
    for (CostTable.Line line : table.lines()) {
      ObjectNode one = lines.addObject();
      one.put("what", line.what().id())
          .put("label", policy.word(line.what().id()).in(lang))
          .put("when", line.when().name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .put("sum", line.sum().yuan().toPlainString());
      ArrayNode collectors = one.putArray("collectors");
      line.collectors().forEach(collectors::add);
      line.stated()
          .ifPresent(
              stated -> {
                stated.sum().ifPresent(sum -> one.put("stated", sum.yuan().toPlainString()));
                stated.collector().ifPresent(by -> one.put("statedCollector", by));
              });
      one.put("state", line.state().id()).put("compared", policy.word(line.state().id()).in(lang));
    }
  }

  private void licence(ObjectNode json) {
    audit
        .list()
        .ifPresent(
            list ->
                json.putObject("licenceList")
                    .put("title", list.title())
                    .put("source", list.source())
                    .put("asOf", list.asOf().toString())
                    .put("entries", list.entries().size()));
    audit
        .match()
        .ifPresent(
            match -> {
              ObjectNode one = json.putObject("licence");
              one.put("state", match.state().id());
              match
                  .entry()
                  .ifPresent(
                      entry -> {
                        one.put("name", entry.name());
                        entry.until().ifPresent(until -> one.put("until", until.toString()));
                      });
            });
  }

  private static void dispersion(ObjectNode json, PriceDispersion found) {
    json.put("state", found.state().id()).put("compared", found.offers());
    found.gap().ifPresent(gap -> json.put("gapPoints", gap.toPlainString()));
    found.ratio().ifPresent(ratio -> json.put("ratioPercent", ratio.toPlainString()));
    found.chance().ifPresent(chance -> json.put("chancePercent", chance.toPlainString()));
    found.band().ifPresent(band -> json.put("band", band));
    found.dearer().ifPresent(group -> json.put("dearer", group));
    found.cheaper().ifPresent(group -> json.put("cheaper", group));
  }

  private static void log(ObjectNode json, CollectionLog log) {
    json.put("contacts", log.rows().size())
        .put("quietHours", log.quiet())
        .put("thirdParty", log.thirdParty())
        .put("threats", log.threats());
    ObjectNode days = json.putObject("perDay");
    log.days().forEach((day, count) -> days.put(day.toString(), count));
  }

  private void findings(ArrayNode json) {
    for (LenderAudit.Shown shown : audit.findings()) {
      ObjectNode one = json.addObject();
      one.put("rule", shown.finding().rule())
          .put("stage", shown.finding().stage().id())
          .put("effect", shown.finding().effect().name().toLowerCase(Locale.ROOT))
          .put("weight", shown.finding().weight())
          .put("text", shown.finding().seen().in(lang))
          .put("why", shown.finding().why().in(lang));
      ObjectNode facts = one.putObject("facts");
      shown
          .finding()
          .facts()
          .forEach(
              fact -> {
                FactType type = audit.pack().facts().get(fact.name());
                facts.put(
                    fact.name(), type == null ? fact.value().toString() : type.write(fact.value()));
              });
      ArrayNode sources = one.putArray("sources");
      shown.cited().forEach(cited -> source(sources.addObject(), cited));
      ArrayNode evidence = one.putArray("evidence");
      shown
          .pointers()
          .forEach(
              pointer -> {
                ObjectNode place = evidence.addObject().put("place", pointer.place());
                pointer.evidence().ifPresent(words -> place.put("evidence", words));
              });
    }
  }

  private void source(ObjectNode json, LenderAudit.Cited cited) {
    json.put("kind", cited.source().kind().name().toLowerCase(Locale.ROOT))
        .put("id", cited.source().id())
        .put("title", cited.source().title().in(lang));
    cited
        .entry()
        .ifPresent(
            entry -> {
              json.put("confidence", entry.confidence().name())
                  .put("validFrom", entry.validFrom().toString());
              ArrayNode documents = json.putArray("documents");
              entry.sources().forEach(document -> documents.add(document.toString()));
            });
  }

  private void todo(ObjectNode json) {
    ArrayNode steps = json.putArray("steps");
    for (LenderAudit.Step step : audit.steps()) {
      ObjectNode one = steps.addObject();
      one.put("id", step.id()).put("text", step.act().in(lang)).put("why", step.why().in(lang));
      one.put("source", step.source().source().id());
    }
    ArrayNode given = json.putArray("dataGiven");
    audit
        .given()
        .forEach(
            item ->
                given
                    .addObject()
                    .put("id", item.id())
                    .put("title", item.title().in(lang))
                    .put("todo", item.after().orElseThrow().in(lang)));
    ArrayNode keep = json.putArray("keep");
    audit
        .decision()
        .keep()
        .forEach(item -> keep.addObject().put("id", item.id()).put("text", item.what().in(lang)));
  }

  private void authorities(ArrayNode json) {
    for (LenderAudit.Authority authority : audit.authorities()) {
      ObjectNode one = json.addObject();
      one.put("id", authority.id())
          .put("title", authority.title().in(lang))
          .put("how", authority.how().in(lang));
      authority.law().ifPresent(entry -> one.put("law", entry.id()));
      ArrayNode due = one.putArray("due");
      authority
          .due()
          .forEach(
              day ->
                  due.addObject()
                      .put("days", day.days())
                      .put("day", day.day().toString())
                      .put("what", day.what().in(lang)));
    }
  }
}
