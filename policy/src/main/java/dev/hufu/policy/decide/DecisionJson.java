package dev.hufu.policy.decide;

import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.decision.Finding;
import dev.hufu.kernel.decision.Inputs;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.script.CueHit;
import dev.hufu.kernel.script.ScriptHit;
import dev.hufu.kernel.text.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Inputs and decisions as canonical JSON (RFC 8785): the bytes that are stored, hashed and
 * compared.
 */
public final class DecisionJson {

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DecisionJson() {}

  /** SHA-256 over the canonical inputs. */
  public static Digest digest(Inputs inputs) {
    return Digest.of(canonical(tree(inputs)).getBytes(StandardCharsets.UTF_8));
  }

  /** The canonical inputs. Personal: they hold what the person told. */
  public static String write(Inputs inputs) {
    return canonical(tree(inputs));
  }

  /** The canonical decision. */
  public static String write(Decision decision) {
    return canonical(tree(decision));
  }

  /** RFC 8785 form of any JSON tree. */
  public static String canonical(ObjectNode tree) {
    try {
      return new JsonCanonicalizer(MAPPER.writeValueAsString(tree)).getEncodedString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static ObjectNode tree(Inputs inputs) {
    ObjectNode tree = JSON.objectNode();
    tree.put("at", inputs.at().toString());
    tree.put("zone", inputs.zone().getId());
    tree.put("detector", inputs.detector());
    tree.set("facts", each(inputs.facts().list(), DecisionJson::fact));
    ObjectNode detection = tree.putObject("detection");
    detection.put("score", inputs.detection().score());
    detection.set("scripts", each(inputs.detection().scripts(), DecisionJson::hit));
    detection.set("cues", each(inputs.detection().cues(), DecisionJson::cue));
    return tree;
  }

  /** The whole decision, both languages. */
  public static ObjectNode tree(Decision decision) {
    ObjectNode tree = JSON.objectNode();
    tree.put("matter", decision.matter());
    tree.put("verdict", decision.verdict().id());
    tree.set("headline", wording(decision.headline()));
    tree.set("summary", wording(decision.summary()));
    tree.put("identityStrength", decision.identityStrength());
    tree.put("identityNeeded", decision.identityNeeded());
    tree.put("risk", decision.risk());
    tree.set(
        "stages",
        each(
            decision.stages(),
            (stage, to) -> {
              to.put("stage", stage.stage().id());
              to.put("state", stage.state().name().toLowerCase(java.util.Locale.ROOT));
              to.set("words", wording(stage.words()));
            }));
    tree.set(
        "reasons",
        each(
            decision.reasons(),
            (reason, to) -> {
              to.put("rule", reason.rule());
              to.put("stage", reason.stage().id());
              to.set("seen", wording(reason.seen()));
              to.set("why", wording(reason.why()));
              to.set("sources", sources(reason.sources()));
            }));
    tree.set("findings", each(decision.findings(), DecisionJson::finding));
    tree.set(
        "nearMisses",
        each(
            decision.nearMisses(),
            (miss, to) -> {
              to.put("rule", miss.rule());
              to.set("seen", wording(miss.seen()));
              to.put("condition", miss.condition());
              to.set("missing", strings(miss.missing()));
            }));
    tree.set(
        "checks",
        each(
            decision.checks(),
            (check, to) -> {
              to.put("method", check.method());
              to.set("title", wording(check.title()));
              to.put("state", check.state().name().toLowerCase(java.util.Locale.ROOT));
              to.put("strength", check.strength());
            }));
    tree.set("scripts", each(decision.scripts(), DecisionJson::hit));
    outcome(decision, tree);
    return tree;
  }

  private static void outcome(Decision decision, ObjectNode tree) {
    ObjectNode next = tree.putObject("next");
    next.put("id", decision.next().id());
    next.set("act", wording(decision.next().act()));
    next.set("otherwise", wording(decision.next().otherwise()));
    decision.next().fact().ifPresent(fact -> next.put("settles", fact));
    tree.set(
        "replies",
        each(
            decision.replies(),
            (reply, to) -> {
              to.put("id", reply.id());
              to.put("strategy", reply.strategy().name().toLowerCase(java.util.Locale.ROOT));
              to.set("text", wording(reply.text()));
              to.set("note", wording(reply.note()));
            }));
    tree.set(
        "keep",
        each(
            decision.keep(),
            (keep, to) -> {
              to.put("id", keep.id());
              to.set("what", wording(keep.what()));
              to.set("why", wording(keep.why()));
            }));
    tree.set("needs", strings(decision.needs()));
    tree.set(
        "wouldChange",
        each(
            decision.wouldChange(),
            (change, to) -> {
              to.put("to", change.to().id());
              to.set("facts", each(change.facts(), DecisionJson::fact));
              to.set("words", wording(change.words()));
            }));
    ObjectNode pack = tree.putObject("pack");
    pack.put("id", decision.pack().id());
    pack.put("version", decision.pack().version());
    pack.put("digest", decision.pack().digest().hex());
    tree.put("inputsDigest", decision.inputsDigest().hex());
    tree.put("at", decision.at().toString());
  }

  private static void finding(Finding finding, ObjectNode to) {
    to.put("rule", finding.rule());
    to.put("stage", finding.stage().id());
    to.put("effect", finding.effect().name().toLowerCase(java.util.Locale.ROOT));
    to.put("weight", finding.weight());
    finding.need().ifPresent(need -> to.put("need", need));
    to.set("seen", wording(finding.seen()));
    to.set("why", wording(finding.why()));
    to.set("sources", sources(finding.sources()));
    to.set("facts", each(finding.facts(), DecisionJson::fact));
  }

  private static void fact(Fact fact, ObjectNode to) {
    to.put("name", fact.name());
    to.put(
        "value",
        fact.value() instanceof FactValue.Words(var text) ? text : fact.value().toString());
    to.put("provenance", fact.provenance().name().toLowerCase(java.util.Locale.ROOT));
  }

  private static void hit(ScriptHit hit, ObjectNode to) {
    to.put("script", hit.script());
    to.put("score", hit.score());
    to.set("cues", each(hit.cues(), DecisionJson::cue));
  }

  private static void cue(CueHit cue, ObjectNode to) {
    to.put("cue", cue.cue());
    to.put("start", cue.span().start());
    to.put("end", cue.span().end());
  }

  private static ArrayNode sources(List<Source> sources) {
    return each(
        sources,
        (source, to) -> {
          to.put("kind", source.kind().name().toLowerCase(java.util.Locale.ROOT));
          to.put("id", source.id());
          to.set("title", wording(source.title()));
        });
  }

  private static ObjectNode wording(Wording wording) {
    return JSON.objectNode().put("zh", wording.zh()).put("en", wording.en());
  }

  private static ArrayNode strings(Collection<String> texts) {
    ArrayNode array = JSON.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  private static <T> ArrayNode each(Collection<T> items, BiConsumer<T, ObjectNode> write) {
    ArrayNode array = JSON.arrayNode();
    for (T item : items) {
      write.accept(item, array.addObject());
    }
    return array;
  }
}
