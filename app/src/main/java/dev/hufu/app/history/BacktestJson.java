package dev.hufu.app.history;

import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.backtest.BacktestReport;
import dev.hufu.policy.backtest.BacktestReport.Arm;
import dev.hufu.policy.backtest.BacktestReport.DayLine;
import dev.hufu.policy.backtest.BacktestReport.Difference;
import dev.hufu.policy.backtest.BacktestReport.Example;
import dev.hufu.policy.backtest.BacktestReport.RuleChange;
import dev.hufu.policy.backtest.BacktestReport.RuleLine;
import dev.hufu.policy.backtest.BacktestReport.Turn;
import dev.hufu.policy.backtest.BacktestReport.TypologyLine;
import dev.hufu.policy.backtest.Quality;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole outcome of a backtest as one JSON object. Sums are in fen. */
public final class BacktestJson {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private BacktestJson() {}

  public static String of(BacktestRun run) {
    BacktestReport report = run.report();
    ObjectNode json = MAPPER.createObjectNode();
    RunTotals totals = run.totals();
    json.putObject("totals")
        .put("read", totals.read())
        .put("decided", totals.decided())
        .put("fed", totals.fed())
        .put("refused", totals.refused())
        .put("stopped", totals.stopped())
        .put("seconds", totals.seconds());
    ObjectNode taken = json.putObject("taken");
    for (Taken kind : Taken.values()) {
      taken.put(kind.name().toLowerCase(Locale.ROOT), report.taken().getOrDefault(kind, 0L));
    }
    json.put("labelled", report.labelled());
    if (report.firstAt() <= report.lastAt()) {
      json.put("firstAt", Instant.ofEpochMilli(report.firstAt()).toString());
      json.put("lastAt", Instant.ofEpochMilli(report.lastAt()).toString());
    }
    json.set("pack", arm(report.pack()));
    report.against().ifPresent(arm -> json.set("against", arm(arm)));
    report.difference().ifPresent(found -> json.set("difference", difference(found)));
    return json.toString();
  }

  private static ObjectNode arm(Arm arm) {
    ObjectNode json = MAPPER.createObjectNode();
    PackRef ref = arm.pack();
    json.put("id", ref.id()).put("version", ref.version()).put("digest", ref.digest().hex());
    ObjectNode verdicts = json.putObject("verdicts");
    arm.verdicts().forEach((verdict, count) -> verdicts.put(verdict.id(), count));
    json.put("alertRate", arm.alertRate());
    json.set("alerts", quality(arm.alerts()));
    json.set("stops", quality(arm.stops()));
    ArrayNode rules = json.putArray("rules");
    for (RuleLine rule : arm.rules()) {
      ObjectNode node = rules.addObject().put("rule", rule.rule());
      words(node, "seen", rule.seen());
      node.put("fired", rule.fired())
          .put("alone", rule.alone())
          .put("undetermined", rule.undetermined())
          .put("fraud", rule.fraud())
          .put("honest", rule.honest())
          .put("fraudFen", rule.fraudFen());
      rule.examples().forEach(node.putArray("examples")::add);
    }
    ArrayNode typologies = json.putArray("typologies");
    for (TypologyLine line : arm.typologies()) {
      ObjectNode node = typologies.addObject().put("typology", line.typology());
      words(node, "title", line.title());
      node.put("led", line.led()).put("amber", line.amber()).put("red", line.red());
    }
    ArrayNode days = json.putArray("days");
    for (DayLine day : arm.days()) {
      days.addObject()
          .put("day", day.day().toString())
          .put("decided", day.decided())
          .put("amber", day.amber())
          .put("red", day.red())
          .put("fraud", day.fraud())
          .put("fraudAlerted", day.fraudAlerted());
    }
    return json;
  }

  private static ObjectNode quality(Quality quality) {
    return MAPPER
        .createObjectNode()
        .put("precision", quality.precision())
        .put("recall", quality.recall())
        .put("right", quality.right())
        .put("wrong", quality.wrong())
        .put("missed", quality.missed())
        .put("rightFen", quality.rightFen())
        .put("wrongFen", quality.wrongFen())
        .put("missedFen", quality.missedFen());
  }

  /** Where two packs differ. */
  public static ObjectNode difference(Difference difference) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("same", difference.same())
        .put("otherRules", difference.otherRules())
        .put("otherScores", difference.otherScores())
        .put("oneSided", difference.oneSided());
    ArrayNode turns = json.putArray("turns");
    for (Turn turn : difference.turns()) {
      ObjectNode node = turns.addObject();
      node.put("from", turn.from().id())
          .put("to", turn.to().id())
          .put("events", turn.events())
          .put("fraud", turn.fraud());
      ArrayNode examples = node.putArray("examples");
      for (Example example : turn.examples()) {
        ObjectNode one = examples.addObject();
        one.put("event", example.event());
        one.put("at", Instant.ofEpochMilli(example.at()).toString());
        example.before().forEach(one.putArray("before")::add);
        example.now().forEach(one.putArray("now")::add);
      }
    }
    ArrayNode rules = json.putArray("rules");
    for (RuleChange change : difference.rules()) {
      rules
          .addObject()
          .put("rule", change.rule())
          .put("before", change.before())
          .put("now", change.now());
    }
    return json;
  }

  private static void words(ObjectNode json, String name, Wording words) {
    json.putObject(name).put("zh", words.zh()).put("en", words.en());
  }
}
