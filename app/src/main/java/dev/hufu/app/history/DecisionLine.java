package dev.hufu.app.history;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.event.DecisionRecord;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventDecisionJson;
import dev.hufu.policy.event.EventExplainer;
import dev.hufu.policy.event.EventExplanation;
import dev.hufu.policy.event.EventExplanation.Finding;
import dev.hufu.policy.event.EventExplanation.NearMiss;
import java.util.Base64;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The line of {@code hufu decide} for the last step of a decider: the decision, and behind it its
 * record and its explanation where they are wanted. The same decision gives the same bytes.
 */
public final class DecisionLine {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final EventDecisionJson json = new EventDecisionJson();
  private final EventExplainer explainer;

  /** What stands behind the decision. */
  public record Parts(boolean record, boolean explanation) {}

  public DecisionLine(EventDecider decider) {
    this.explainer = new EventExplainer(decider.program());
  }

  /** The line without its end. */
  public CharSequence of(EventDecider decider, EventValues event, Parts parts) {
    CharSequence bare = json.line(decider.decision(event));
    if (!parts.record() && !parts.explanation()) {
      return bare;
    }
    StringBuilder line = new StringBuilder(bare);
    line.setLength(line.length() - 1);
    if (parts.record()) {
      line.append(",\"record\":\"")
          .append(Base64.getEncoder().encodeToString(DecisionRecord.of(decider, event)))
          .append('"');
    }
    if (parts.explanation()) {
      EventExplanation why = explainer.explain(event, decider.row(), decider.ruling());
      line.append(",\"explanation\":").append(explanation(why));
    }
    return line.append('}');
  }

  private static ObjectNode explanation(EventExplanation why) {
    ObjectNode json = MAPPER.createObjectNode();
    words(json, "word", why.word());
    words(json, "one", why.one());
    why.next().ifPresent(next -> words(json, "next", next));
    var findings = json.putArray("findings");
    why.findings().forEach(finding -> findings.add(finding(finding)));
    var misses = json.putArray("nearMisses");
    why.nearMisses().forEach(miss -> misses.add(miss(miss)));
    var changes = json.putArray("wouldChange");
    for (EventExplanation.WouldChange change : why.wouldChange()) {
      ObjectNode node = changes.addObject();
      node.put("to", change.to().id());
      change.without().forEach(node.putArray("without")::add);
      change.with().forEach(node.putArray("with")::add);
    }
    return json;
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("rule", finding.rule());
    json.put("stage", finding.stage().id());
    json.put("effect", finding.effect().name().toLowerCase(Locale.ROOT));
    json.put("weight", finding.weight());
    json.put("part", finding.part() / 10_000.0);
    words(json, "seen", finding.seen());
    words(json, "why", finding.why());
    json.put("source", finding.source().id());
    ObjectNode values = json.putObject("values");
    finding.values().forEach((name, value) -> words(values, name, value));
    return json;
  }

  private static ObjectNode miss(NearMiss miss) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("rule", miss.rule());
    json.put("condition", miss.condition());
    miss.missing().forEach(json.putArray("missing")::add);
    miss.actual().ifPresent(actual -> words(json, "actual", actual));
    miss.wanted().ifPresent(wanted -> words(json, "wanted", wanted));
    return json;
  }

  private static void words(ObjectNode json, String name, Wording words) {
    json.putObject(name).put("zh", words.zh()).put("en", words.en());
  }
}
