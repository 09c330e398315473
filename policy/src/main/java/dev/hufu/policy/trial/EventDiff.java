package dev.hufu.policy.trial;

import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.feature.FeatureSpec;
import dev.hufu.policy.pack.EventPolicy;
import dev.hufu.policy.pack.EventRule;
import dev.hufu.policy.pack.Typology;
import dev.hufu.policy.trial.PackDiff.Change;
import dev.hufu.policy.trial.PackDiff.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What differs between two packs over events: lateness, kinds of event, features, rules. */
final class EventDiff {

  private EventDiff() {}

  /** The names of each part with their values, so that a change can say which of them moved. */
  private interface Parts extends Function<EventPolicy, Map<String, Map<String, Object>>> {}

  static void compare(
      Optional<EventPolicy> before, Optional<EventPolicy> after, List<Change> changes) {
    String was = before.map(EventDiff::lateness).orElse("none");
    String is = after.map(EventDiff::lateness).orElse("none");
    if (!was.equals(is)) {
      changes.add(new Change(Kind.CHANGED, "events", "lateness", was + " → " + is));
    }
    PackDiff.compare(
        "event",
        before.map(events -> events.types().list()).orElse(List.of()),
        after.map(events -> events.types().list()).orElse(List.of()),
        EventType::name,
        changes);
    compare("feature", EventDiff::features, before, after, changes);
    compare("rule", EventDiff::rules, before, after, changes);
    compare("typology", EventDiff::typologies, before, after, changes);
    compare("verdict", EventDiff::verdicts, before, after, changes);
  }

  private static String lateness(EventPolicy events) {
    return events.features().lateness().toString();
  }

  private static void compare(
      String part,
      Parts parts,
      Optional<EventPolicy> before,
      Optional<EventPolicy> after,
      List<Change> changes) {
    Map<String, Map<String, Object>> old = before.map(parts).orElse(Map.of());
    Map<String, Map<String, Object>> now = after.map(parts).orElse(Map.of());
    for (String id : PackDiff.union(old, now)) {
      Map<String, Object> was = old.get(id);
      Map<String, Object> is = now.get(id);
      if (was == null) {
        changes.add(new Change(Kind.ADDED, part, id, ""));
      } else if (is == null) {
        changes.add(new Change(Kind.REMOVED, part, id, ""));
      } else {
        List<String> details = new ArrayList<>();
        was.forEach(
            (name, value) -> PackDiff.detail(name, value, is.getOrDefault(name, ""), details));
        if (!details.isEmpty()) {
          changes.add(new Change(Kind.CHANGED, part, id, String.join(", ", details)));
        }
      }
    }
  }

  private static Map<String, Map<String, Object>> features(EventPolicy events) {
    Map<String, Map<String, Object>> features = new LinkedHashMap<>();
    for (FeatureSpec spec : events.features().specs()) {
      Map<String, Object> names = new LinkedHashMap<>();
      names.put("on", spec.on());
      names.put("key", spec.key());
      names.put("value", spec.aggregate() + spec.value().map(v -> "(" + v + ")").orElse(""));
      names.put("where", spec.whereText());
      names.put("window", spec.width());
      names.put("delay", spec.delay());
      names.put("excludeCurrent", spec.excludeCurrent());
      names.put("readBy", new TreeMap<>(spec.readBy()));
      names.put("ratio", spec.parts());
      features.put(spec.name(), names);
    }
    return features;
  }

  private static Map<String, Map<String, Object>> rules(EventPolicy events) {
    Map<String, Map<String, Object>> rules = new LinkedHashMap<>();
    for (EventRule rule : events.rules()) {
      Map<String, Object> names = new LinkedHashMap<>();
      names.put("on", rule.on());
      names.put("when", rule.when().source());
      names.put("effect", rule.effect());
      names.put("weight", rule.weight());
      names.put("clears", rule.clears());
      names.put("stage", rule.stage());
      names.put("rank", rule.rank());
      names.put("seen", rule.seen().zh());
      names.put("why", rule.why().zh());
      names.put("source", rule.source());
      rules.put(rule.id(), names);
    }
    return rules;
  }

  private static Map<String, Map<String, Object>> typologies(EventPolicy events) {
    Map<String, Map<String, Object>> typologies = new LinkedHashMap<>();
    for (Typology typology : events.typologies()) {
      Map<String, Object> names = new LinkedHashMap<>();
      names.put("title", typology.title().zh());
      names.put("rules", typology.rules());
      names.put("amber", typology.amber());
      names.put("red", typology.red());
      names.put("next", typology.next().zh());
      typologies.put(typology.id(), names);
    }
    return typologies;
  }

  private static Map<String, Map<String, Object>> verdicts(EventPolicy events) {
    Map<String, Map<String, Object>> verdicts = new TreeMap<>();
    events
        .verdicts()
        .forEach(
            (verdict, words) ->
                verdicts.put(
                    verdict.id(), Map.of("word", words.word().zh(), "one", words.one().zh())));
    return verdicts;
  }
}
