package dev.hufu.policy.load;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.pack.Matrix;
import dev.hufu.policy.yaml.Branch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code matrix.yaml}. */
final class MatrixReader {

  private final Map<String, FactType> facts;
  private final Conditions conditions;
  private final Problems problems;

  MatrixReader(Map<String, FactType> facts, Conditions conditions, Problems problems) {
    this.facts = facts;
    this.conditions = conditions;
    this.problems = problems;
  }

  Matrix read(Branch file) {
    Branch bands = file.get("bands");
    double green = bands.get("green").number();
    double red = bands.get("red").number();
    if (green >= red) {
      problems.add(bands, "green must lie below red");
    }
    FactType amount = facts.get(Matrix.AMOUNT);
    if (amount == null || amount.kind() != FactKind.AMOUNT) {
      problems.add(file, "facts.yaml must declare " + Matrix.AMOUNT + " of kind amount");
    }
    Branch identity = file.get("identity");
    for (Branch fact : file.list("mustKnow")) {
      expect(fact, null);
    }
    return new Matrix(
        green,
        red,
        identity.list("methods").stream().map(this::method).toList(),
        identity.list("counts").stream().map(this::count).toList(),
        required(identity, amount),
        identity.get("unknownAmount").count(),
        file.texts("mustKnow"),
        verdicts(file.get("verdicts")));
  }

  private Matrix.Method method(Branch branch) {
    FactType type = expect(branch.get("fact"), FactKind.CHOICE);
    for (String list : List.of("matched", "mismatched", "noResult")) {
      for (Branch value : branch.list(list)) {
        if (type != null
            && type.options().stream().noneMatch(o -> o.value().equals(value.text()))) {
          problems.add(value, type.name() + " has no choice \"" + value.text() + "\"");
        }
      }
    }
    return new Matrix.Method(
        branch.text("id"),
        branch.text("fact"),
        branch.texts("matched"),
        branch.texts("mismatched"),
        branch.texts("noResult"),
        branch.get("strength").count(),
        branch.find("anchor").map(Branch::yes).orElse(false),
        branch.wording("title"),
        branch.wording("remark"),
        branch.wording("how"));
  }

  private Matrix.CountMethod count(Branch branch) {
    expect(branch.get("fact"), FactKind.COUNT);
    branch.find("denied").ifPresent(denied -> expect(denied, FactKind.COUNT));
    return new Matrix.CountMethod(
        branch.text("id"),
        branch.text("fact"),
        branch.find("denied").map(Branch::text),
        branch.get("strengthEach").count(),
        branch.get("strengthMax").count(),
        branch.get("anchorFrom").count(),
        branch.wording("title"),
        branch.wording("remark"),
        branch.wording("how"));
  }

  private List<Matrix.Required> required(
      Branch identity, @org.jspecify.annotations.Nullable FactType amount) {
    List<Branch> steps = identity.list("required");
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i == steps.size() - 1;
      if (steps.get(i).find("upTo").isPresent() == last) {
        problems.add(steps.get(i), "every step but the last needs upTo, and the last has none");
      }
    }
    return steps.stream()
        .map(
            step ->
                new Matrix.Required(
                    step.find("upTo").flatMap(limit -> fen(limit, amount)),
                    step.get("strength").count()))
        .toList();
  }

  private Optional<Fen> fen(Branch limit, @org.jspecify.annotations.Nullable FactType amount) {
    if (amount == null) {
      return Optional.empty();
    }
    return switch (amount.parse(limit.text())) {
      case Outcome.Ok<FactValue>(FactValue.Amount(var fen)) -> Optional.of(fen);
      case Outcome.Ok<FactValue> other -> Optional.empty();
      case Outcome.Refused<FactValue>(var refusal) -> {
        problems.add(limit, refusal.wording().en());
        yield Optional.empty();
      }
    };
  }

  private Map<Verdict, List<Matrix.VerdictWords>> verdicts(Branch branch) {
    Map<Verdict, List<Matrix.VerdictWords>> words = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      List<Branch> choices = branch.list(verdict.id());
      if (choices.getLast().find("when").isPresent()) {
        problems.add(choices.getLast(), "the last words of " + verdict.id() + " have no when");
      }
      words.put(
          verdict,
          choices.stream()
              .map(
                  choice ->
                      new Matrix.VerdictWords(
                          conditions.find(choice, "when"),
                          choice.wording("word"),
                          choice.wording("one")))
              .toList());
    }
    return words;
  }

  private @org.jspecify.annotations.Nullable FactType expect(
      Branch fact, @org.jspecify.annotations.Nullable FactKind kind) {
    FactType type = facts.get(fact.text());
    if (type == null) {
      problems.add(fact, "no such fact: " + fact.text());
    } else if (kind != null && type.kind() != kind) {
      problems.add(fact, type.name() + " must be of kind " + kind);
    }
    return type;
  }
}
