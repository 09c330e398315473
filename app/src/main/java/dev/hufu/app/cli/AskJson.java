package dev.hufu.app.cli;

import dev.hufu.app.cli.AskCommand.Answer;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.script.CueHit;
import dev.hufu.kernel.script.ScriptHit;
import dev.hufu.kernel.text.Lang;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON object of {@code hufu ask --json}; {@code docs/reference/ask-json.md} lists it. */
final class AskJson {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private AskJson() {}

  static String write(Refusal refusal, Lang lang) {
    ObjectNode problem = MAPPER.createObjectNode();
    problem.put("code", refusal.code().id());
    problem.put("detail", refusal.wording().in(lang));
    refusal.position().ifPresent(at -> problem.put("position", at.toString()));
    return MAPPER.createObjectNode().set("refused", problem).toString();
  }

  static String write(Answer answer, Lang lang) {
    Decision decision = answer.checked().decision();
    ObjectNode json = MAPPER.createObjectNode();
    json.put("verdict", decision.verdict().id());
    json.put("headline", decision.headline().in(lang));
    json.put("summary", decision.summary().in(lang));
    ArrayNode stages = json.putArray("stages");
    decision
        .stages()
        .forEach(
            stage ->
                stages
                    .addObject()
                    .put("stage", stage.stage().id())
                    .put("state", stage.state().name().toLowerCase(Locale.ROOT))
                    .put("text", stage.words().in(lang)));
    ArrayNode reasons = json.putArray("reasons");
    decision
        .reasons()
        .forEach(
            reason -> {
              ObjectNode node = reasons.addObject();
              node.put("rule", reason.rule());
              node.put("stage", reason.stage().id());
              node.put("text", reason.seen().in(lang));
              node.put("why", reason.why().in(lang));
              sources(node.putArray("sources"), reason.sources(), lang);
            });
    scripts(json.putArray("scripts"), decision.scripts(), answer.chat());
    ObjectNode next = json.putObject("next");
    next.put("id", decision.next().id());
    next.put("text", decision.next().act().in(lang));
    next.put("otherwise", decision.next().otherwise().in(lang));
    ArrayNode replies = json.putArray("replies");
    decision
        .replies()
        .forEach(
            reply ->
                replies
                    .addObject()
                    .put("id", reply.id())
                    .put("strategy", reply.strategy().name().toLowerCase(Locale.ROOT))
                    .put("text", reply.text().in(lang)));
    rest(json, answer, lang);
    return json.toString();
  }

  private static void rest(ObjectNode json, Answer answer, Lang lang) {
    Decision decision = answer.checked().decision();
    Map<String, FactType> types = answer.pack().pack().facts();
    ArrayNode changes = json.putArray("wouldChange");
    decision
        .wouldChange()
        .forEach(
            change -> {
              ObjectNode node = changes.addObject();
              node.put("to", change.to().id());
              node.put("text", change.words().in(lang));
              facts(node.putArray("facts"), change.facts(), types);
            });
    ArrayNode findings = json.putArray("findings");
    decision
        .findings()
        .forEach(
            finding -> {
              ObjectNode node = findings.addObject();
              node.put("rule", finding.rule());
              node.put("stage", finding.stage().id());
              node.put("effect", finding.effect().name().toLowerCase(Locale.ROOT));
              node.put("weight", finding.weight());
              node.put("text", finding.seen().in(lang));
              node.put("why", finding.why().in(lang));
              facts(node.putArray("facts"), finding.facts(), types);
              sources(node.putArray("sources"), finding.sources(), lang);
            });
    facts(json.putArray("facts"), answer.checked().inputs().facts().list(), types);
    ObjectNode pack = json.putObject("pack");
    pack.put("id", decision.pack().id());
    pack.put("version", decision.pack().version());
    pack.put("digest", decision.pack().digest().hex());
    json.put("inputsDigest", decision.inputsDigest().hex());
    json.put("at", decision.at().toString());
  }

  private static void scripts(ArrayNode to, List<ScriptHit> scripts, String chat) {
    for (ScriptHit script : scripts) {
      ObjectNode node = to.addObject();
      node.put("id", script.script());
      node.put("score", script.score());
      ArrayNode spans = node.putArray("spans");
      for (CueHit cue : script.cues()) {
        spans
            .addObject()
            .put("cue", cue.cue())
            .put("start", cue.span().start())
            .put("end", cue.span().end())
            .put("text", cue.span().of(chat));
      }
    }
  }

  private static void facts(ArrayNode to, List<Fact> facts, Map<String, FactType> types) {
    for (Fact fact : facts) {
      to.addObject()
          .put("name", fact.name())
          .put("value", written(types, fact))
          .put("provenance", fact.provenance().name().toLowerCase(Locale.ROOT));
    }
  }

  private static void sources(ArrayNode to, List<Source> sources, Lang lang) {
    for (Source source : sources) {
      to.addObject()
          .put("kind", source.kind().name().toLowerCase(Locale.ROOT))
          .put("id", source.id())
          .put("title", source.title().in(lang));
    }
  }

  /** As a facts file would say it, with its unit; words are personal and only counted. */
  private static String written(Map<String, FactType> types, Fact fact) {
    FactType type = types.get(fact.name());
    return type == null ? fact.value().toString() : type.write(fact.value());
  }
}
