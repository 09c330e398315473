package dev.hufu.policy.load;

import dev.hufu.policy.card.CardInput;
import dev.hufu.policy.card.CardScorer;
import dev.hufu.policy.card.ClassUse;
import dev.hufu.policy.card.Scorecard;
import dev.hufu.policy.pack.CardTest;
import dev.hufu.policy.yaml.Branch;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads stories of a card; a name the card does not ask for is a problem, not an empty answer. */
final class CardTestsReader {

  private final Set<String> columns;
  private final Set<String> classes = new HashSet<>();
  private final Problems problems;

  CardTestsReader(Scorecard card, Problems problems) {
    this.columns = Set.copyOf(new CardInput(new CardScorer(card)).columns());
    card.classes().stream().map(ClassUse::id).forEach(classes::add);
    this.problems = problems;
  }

  List<CardTest> read(Branch file) {
    return file.list("tests").stream().map(this::test).toList();
  }

  private CardTest test(Branch branch) {
    Branch given = branch.get("given");
    Map<String, String> answers = new LinkedHashMap<>();
    for (String name : given.names().toList()) {
      if (!columns.contains(name)) {
        problems.add(given.get(name), "the card does not ask for " + name);
      }
      answers.put(name, given.get(name).text());
    }
    branch.list("without").stream()
        .filter(word -> !classes.contains(word.text()))
        .forEach(word -> problems.add(word, "the card knows no class " + word.text()));
    Branch expect = branch.get("expect");
    return new CardTest(
        branch.text("name"),
        branch.position(),
        answers,
        branch.texts("without"),
        number(expect, "score"),
        expect.find("passes").map(Branch::yes),
        expect.texts("reasons"),
        number(expect, "best"),
        expect.find("refused").map(Branch::text));
  }

  private static OptionalDouble number(Branch branch, String name) {
    return branch
        .find(name)
        .map(found -> OptionalDouble.of(found.number()))
        .orElse(OptionalDouble.empty());
  }
}
