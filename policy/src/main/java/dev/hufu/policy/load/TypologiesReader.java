package dev.hufu.policy.load;

import dev.hufu.kernel.decision.Finding.Effect;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.policy.pack.EventPolicy;
import dev.hufu.policy.pack.EventRule;
import dev.hufu.policy.pack.Typology;
import dev.hufu.policy.yaml.Branch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code typologies.yaml}. */
final class TypologiesReader {

  private final List<EventRule> rules;
  private final Problems problems;

  TypologiesReader(List<EventRule> rules, Problems problems) {
    this.rules = rules;
    this.problems = problems;
  }

  List<Typology> read(Branch file, Branch rulesFile) {
    Set<String> weights =
        rules.stream()
            .filter(rule -> rule.effect() == Effect.WEIGHT)
            .map(EventRule::id)
            .collect(Collectors.toSet());
    Set<String> used = new HashSet<>();
    Set<String> seen = new HashSet<>();
    List<Typology> typologies = new ArrayList<>();
    for (Branch branch : file.list("typologies")) {
      if (!seen.add(branch.text("id"))) {
        problems.add(branch.get("id"), "the typology " + branch.text("id") + " stands here twice");
      }
      for (Branch rule : branch.list("rules")) {
        used.add(rule.text());
        if (!weights.contains(rule.text())) {
          problems.add(rule, "no rule with a weight: " + rule.text());
        }
      }
      typologies.add(typology(branch));
    }
    for (Branch rule : rulesFile.list("rules")) {
      if (weights.contains(rule.text("id")) && !used.contains(rule.text("id"))) {
        problems.add(rule.get("id"), "no typology names this rule, so its weight counts nowhere");
      }
    }
    return typologies;
  }

  private Typology typology(Branch branch) {
    double amber = branch.get("amber").number();
    double red = branch.get("red").number();
    if (amber > red) {
      problems.add(branch.get("amber"), "amber must not lie above red");
    }
    return new Typology(
        branch.text("id"),
        branch.wording("title"),
        branch.texts("rules"),
        amber,
        red,
        branch.wording("next"));
  }

  static Map<Verdict, EventPolicy.Words> verdicts(Branch file) {
    Map<Verdict, EventPolicy.Words> words = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      Branch said = file.get("verdicts").get(verdict.id());
      words.put(verdict, new EventPolicy.Words(said.wording("word"), said.wording("one")));
    }
    return words;
  }
}
