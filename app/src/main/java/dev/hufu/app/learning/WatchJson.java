package dev.hufu.app.learning;

import dev.hufu.kernel.text.Lang;
import dev.hufu.learn.measure.Interval;
import dev.hufu.learn.watch.Outcomes;
import dev.hufu.learn.watch.Watch;
import dev.hufu.learn.watch.Watch.Shift;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A watch as one JSON object. What cannot be told is {@code null}. */
public final class WatchJson {

  private WatchJson() {}

  /** The object, on one line. */
  public static String write(Watch watch, String model, Lang lang) {
    ObjectNode all = JsonMapper.shared().createObjectNode();
    all.put("model", model);
    all.put("rows", watch.rows()).put("refused", watch.refused());
    ArrayNode first = all.putArray("refusals");
    watch
        .first()
        .forEach(
            refusal -> {
              ObjectNode node = first.addObject();
              node.put("code", refusal.code().id());
              node.put("reason", refusal.wording().in(lang));
              refusal.position().ifPresent(at -> node.put("at", at.toString()));
            });
    all.put("crossed", watch.crossed());
    shift(all.putObject("score"), watch.score());
    ArrayNode columns = all.putArray("columns");
    watch.columns().forEach(column -> shift(columns.addObject(), column));
    ArrayNode absent = all.putArray("columnsAbsent");
    watch.absent().forEach(absent::add);
    ObjectNode alerts = all.putObject("alerts");
    number(alerts, "from", watch.alerts().from());
    alerts.put("count", watch.alerts().count()).put("share", watch.alerts().share());
    number(alerts, "before", watch.alerts().before());
    watch.outcomes().ifPresent(outcomes -> outcomes(all.putObject("outcomes"), outcomes));
    ArrayNode periods = all.putArray("periods");
    for (Watch.Period period : watch.periods()) {
      ObjectNode node = periods.addObject();
      node.put("from", period.name()).put("rows", period.rows()).put("alerts", period.alerts());
      number(node, "mean", period.mean());
      number(node, "psi", period.index());
      number(node, "chance", period.chance());
      node.put("labelled", period.labelled()).put("bad", period.bad());
      number(node, "expected", period.expected());
    }
    all.put("withoutTime", watch.outside());
    return all.toString();
  }

  private static void shift(ObjectNode node, Shift shift) {
    node.put("column", shift.name());
    number(node, "psi", shift.index());
    number(node, "chance", shift.chance());
    node.put("mark", shift.mark().name().toLowerCase(Locale.ROOT));
    number(node, "missingBefore", shift.missingBefore());
    number(node, "missingNow", shift.missingNow());
    number(node, "unseen", shift.unseen());
    ObjectNode words = node.putObject("unseenWords");
    shift.unseenWords().forEach(words::put);
  }

  private static void outcomes(ObjectNode node, Outcomes outcomes) {
    node.put("labelled", outcomes.labelled()).put("bad", outcomes.bad());
    number(node, "expected", outcomes.expected());
    interval(node, "observedByExpected", outcomes.ratio());
    interval(node, "brier", outcomes.brier());
    interval(node, "slope", outcomes.slope());
  }

  private static void interval(ObjectNode node, String name, Optional<Interval> interval) {
    if (interval.isEmpty()) {
      node.putNull(name);
      return;
    }
    ObjectNode told = node.putObject(name);
    number(told, "value", interval.get().value());
    number(told, "low", interval.get().low());
    number(told, "high", interval.get().high());
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
