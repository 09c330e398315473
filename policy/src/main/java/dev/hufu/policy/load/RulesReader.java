package dev.hufu.policy.load;

import dev.hufu.kernel.decision.Finding.Effect;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.policy.expression.Expression;
import dev.hufu.policy.pack.Rule;
import dev.hufu.policy.yaml.Branch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code rules.yaml}. */
final class RulesReader {

  private static final int RANK_STOP = 100;
  private static final int RANK_NEED = 50;

  private final Map<String, FactType> facts;
  private final Conditions conditions;
  private final SourcesReader sources;
  private final Problems problems;

  RulesReader(
      Map<String, FactType> facts,
      Conditions conditions,
      SourcesReader sources,
      Problems problems) {
    this.facts = facts;
    this.conditions = conditions;
    this.sources = sources;
    this.problems = problems;
  }

  List<Rule> read(Branch file) {
    if (file.list("rules").size() > Limits.PACK_RULES_MAX) {
      problems.add(file.get("rules"), "at most " + Limits.PACK_RULES_MAX + " rules");
      return List.of();
    }
    Set<String> weights = new HashSet<>();
    file.list("rules").stream()
        .filter(rule -> rule.get("effect").find("weight").isPresent())
        .forEach(rule -> weights.add(rule.text("id")));
    Set<String> seen = new HashSet<>();
    List<Rule> rules = new ArrayList<>();
    for (Branch branch : file.list("rules")) {
      if (!seen.add(branch.text("id"))) {
        problems.add(branch.get("id"), "the rule " + branch.text("id") + " stands here twice");
      }
      rule(branch, weights).ifPresent(rules::add);
    }
    return rules;
  }

  private Optional<Rule> rule(Branch branch, Set<String> weights) {
    Branch effects = branch.get("effect");
    String name = effects.names().findFirst().orElseThrow();
    Effect effect = Effect.valueOf(name.toUpperCase(Locale.ROOT));
    double weight = effect == Effect.WEIGHT ? effects.get(name).number() : 0;
    Optional<String> need =
        effect == Effect.NEED ? Optional.of(effects.text(name)) : Optional.empty();
    need.filter(fact -> !facts.containsKey(fact))
        .ifPresent(fact -> problems.add(effects.get(name), "no such fact: " + fact));
    List<String> clears = effect == Effect.CLEAR ? effects.texts(name) : List.of();
    for (Branch cleared : effect == Effect.CLEAR ? effects.list(name) : List.<Branch>of()) {
      if (!weights.contains(cleared.text())) {
        problems.add(cleared, "no rule with a weight: " + cleared.text());
      }
    }
    Stage stage = Stage.valueOf(branch.text("stage").toUpperCase(Locale.ROOT));
    Optional<Expression> when = conditions.find(branch, "when");
    when.filter(condition -> stage == Stage.VERIFY)
        .filter(condition -> condition.names().stream().anyMatch(n -> n.startsWith("identity.")))
        .ifPresent(
            condition ->
                problems.add(
                    branch.get("when"), "identity.* is known only after verify; use stage assess"));
    int rank = branch.find("rank").map(Branch::count).orElseGet(() -> defaultRank(effect, weight));
    return when.map(
        condition ->
            new Rule(
                branch.text("id"),
                stage,
                condition,
                effect,
                weight,
                need,
                clears,
                rank,
                branch.wording("seen"),
                branch.wording("why"),
                sources.read(branch.get("source"), effect != Effect.NOTE)));
  }

  static int defaultRank(Effect effect, double weight) {
    return switch (effect) {
      case STOP -> RANK_STOP;
      case WEIGHT -> (int) Math.round(weight * 100);
      case NEED -> RANK_NEED;
      case CLEAR, NOTE -> 0;
    };
  }
}
