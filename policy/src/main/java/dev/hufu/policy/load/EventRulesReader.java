package dev.hufu.policy.load;

import dev.hufu.kernel.decision.Finding.Effect;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.feature.FeaturePlan;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.policy.pack.EventModel;
import dev.hufu.policy.pack.EventPolicy;
import dev.hufu.policy.pack.EventRule;
import dev.hufu.policy.plan.RowConditions;
import dev.hufu.policy.yaml.Branch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code rules.yaml} of a pack over events. */
final class EventRulesReader {

  private final EventTypes types;
  private final FeaturePlan features;
  private final List<EventModel> models;
  private final String currency;
  private final SourcesReader sources;
  private final Problems problems;
  private final Map<String, RowConditions> conditions = new HashMap<>();

  EventRulesReader(
      EventTypes types,
      FeaturePlan features,
      List<EventModel> models,
      String currency,
      SourcesReader sources,
      Problems problems) {
    this.types = types;
    this.features = features;
    this.models = models;
    this.currency = currency;
    this.sources = sources;
    this.problems = problems;
  }

  List<EventRule> read(Branch file) {
    List<Branch> all = file.list("rules");
    if (all.size() > Limits.PACK_RULES_MAX) {
      problems.add(file.get("rules"), "at most " + Limits.PACK_RULES_MAX + " rules");
      return List.of();
    }
    Set<String> weights = new HashSet<>();
    all.stream()
        .filter(rule -> rule.get("effect").find("weight").isPresent())
        .forEach(rule -> weights.add(rule.text("id")));
    Set<String> seen = new HashSet<>();
    List<EventRule> rules = new ArrayList<>();
    for (Branch branch : all) {
      if (!seen.add(branch.text("id"))) {
        problems.add(branch.get("id"), "the rule " + branch.text("id") + " stands here twice");
      }
      rule(branch, weights).ifPresent(rules::add);
    }
    return rules;
  }

  private Optional<EventRule> rule(Branch branch, Set<String> weights) {
    Optional<EventType> type = types.find(branch.text("on"));
    if (type.isEmpty()) {
      problems.add(branch.get("on"), "no such event: " + branch.text("on"));
      return Optional.empty();
    }
    Branch effects = branch.get("effect");
    String name = effects.names().findFirst().orElseThrow();
    Effect effect = Effect.valueOf(name.toUpperCase(Locale.ROOT));
    double weight = effect == Effect.WEIGHT ? effects.get(name).number() : 0;
    for (Branch cleared : effect == Effect.CLEAR ? effects.list(name) : List.<Branch>of()) {
      if (!weights.contains(cleared.text())) {
        problems.add(cleared, "no rule with a weight: " + cleared.text());
      }
    }
    RowConditions environment =
        conditions.computeIfAbsent(
            type.get().name(),
            on -> new RowConditions(EventPolicy.columns(features, models, type.get()), currency));
    return RowConditionReader.compile(environment, branch.get("when"), problems)
        .map(
            when ->
                new EventRule(
                    branch.text("id"),
                    type.get().name(),
                    Stage.valueOf(branch.text("stage").toUpperCase(Locale.ROOT)),
                    when,
                    effect,
                    weight,
                    effect == Effect.CLEAR ? effects.texts(name) : List.of(),
                    branch
                        .find("rank")
                        .map(Branch::count)
                        .orElseGet(() -> RulesReader.defaultRank(effect, weight)),
                    branch.wording("seen"),
                    branch.wording("why"),
                    sources.read(branch.get("source"), effect != Effect.NOTE)));
  }
}
