package dev.hufu.policy.load;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Sensitivity;
import dev.hufu.policy.expression.ExpressionCompiler;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.yaml.Branch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code facts.yaml}. */
final class FactsReader {

  private final String currency;
  private final Problems problems;

  FactsReader(String currency, Problems problems) {
    this.currency = currency;
    this.problems = problems;
  }

  Map<String, FactType> types(Branch file) {
    Map<String, FactType> types = new LinkedHashMap<>();
    for (Branch branch : file.list("facts")) {
      FactType type = type(branch);
      if (types.putIfAbsent(type.name(), type) != null) {
        problems.add(branch.get("name"), "the fact " + type.name() + " is declared twice");
      }
    }
    return types;
  }

  List<Pack.Group> groups(Branch file) {
    return file.list("groups").stream()
        .map(
            group ->
                new Pack.Group(
                    group.text("id"),
                    group.wording("title"),
                    group.find("lead").map(Branch::yes).orElse(true)))
        .toList();
  }

  List<Pack.Ask> asks(Branch file, Map<String, FactType> types, Conditions conditions) {
    List<String> groups = groups(file).stream().map(Pack.Group::id).toList();
    List<Pack.Ask> asks = new ArrayList<>();
    for (Branch ask : file.list("ask")) {
      FactType type = types.get(ask.text("fact"));
      if (type == null || type.question().isEmpty()) {
        problems.add(ask.get("fact"), "asked, but not declared with a question above");
      }
      if (!groups.contains(ask.text("group"))) {
        problems.add(ask.get("group"), "no such group; there is " + groups);
      }
      asks.add(new Pack.Ask(ask.text("fact"), ask.text("group"), conditions.find(ask, "when")));
    }
    return asks;
  }

  private FactType type(Branch branch) {
    FactKind kind = FactKind.valueOf(branch.text("kind").toUpperCase(Locale.ROOT));
    List<FactType.Option> options =
        branch.list("options").stream()
            .map(option -> new FactType.Option(option.text("value"), option.wording("label")))
            .toList();
    FactType bare =
        new FactType(
            branch.text("name"),
            kind,
            kind == FactKind.AMOUNT ? currency : "",
            options,
            branch.find("question").map(Branch::wording),
            branch.find("help").map(Branch::wording),
            Sensitivity.valueOf(branch.text("sensitivity").toUpperCase(Locale.ROOT)),
            Optional.empty(),
            branch
                .find("extract")
                .map(
                    e ->
                        FactType.Extract.valueOf(
                            e.text().replace('-', '_').toUpperCase(Locale.ROOT))));
    checkOptions(branch, bare);
    Optional<FactValue> assumed = branch.find("assumed").flatMap(value -> parse(bare, value));
    return new FactType(
        bare.name(),
        kind,
        bare.unit(),
        options,
        bare.question(),
        bare.help(),
        bare.sensitivity(),
        assumed,
        bare.extract());
  }

  private void checkOptions(Branch branch, FactType type) {
    if (type.kind() == FactKind.CHOICE && type.options().isEmpty()) {
      problems.add(branch, type.name() + " is a choice and needs options");
    }
    for (Branch option : branch.list("options")) {
      Branch value = option.get("value");
      if (type.kind() == FactKind.CHOICE && !ExpressionCompiler.usableAsChoice(value.text())) {
        problems.add(value, "a choice is lower case letters, digits and _, and no CEL word");
      }
      parse(type, value);
    }
  }

  /** A written value by the type's own rules; the refusal becomes a problem at its place. */
  Optional<FactValue> parse(FactType type, Branch value) {
    return switch (type.parse(value.text())) {
      case Outcome.Ok<FactValue>(var parsed) -> Optional.of(parsed);
      case Outcome.Refused<FactValue>(var refusal) -> {
        problems.add(value, refusal.wording().en());
        yield Optional.empty();
      }
    };
  }
}
