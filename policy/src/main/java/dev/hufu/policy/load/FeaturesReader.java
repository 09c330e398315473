package dev.hufu.policy.load;

import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.feature.Aggregate;
import dev.hufu.kernel.feature.Column;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.kernel.feature.FeatureSpec;
import dev.hufu.kernel.feature.RowTest;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.plan.RowCondition;
import dev.hufu.policy.plan.RowConditions;
import dev.hufu.policy.yaml.Branch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code features.yaml}. What only the whole set can tell is told by the feature plan. */
final class FeaturesReader {

  /** Words that an expression cannot use as part of a name. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "as",
          "break",
          "const",
          "continue",
          "else",
          "false",
          "for",
          "function",
          "if",
          "import",
          "in",
          "let",
          "loop",
          "namespace",
          "null",
          "package",
          "return",
          "true",
          "var",
          "void",
          "while");

  private final EventTypes types;
  private final String currency;
  private final Problems problems;
  private final Map<String, RowConditions> conditions = new HashMap<>();

  FeaturesReader(EventTypes types, String currency, Problems problems) {
    this.types = types;
    this.currency = currency;
    this.problems = problems;
  }

  List<FeatureSpec> read(Branch file) {
    List<Branch> all = file.list("features");
    if (all.size() > Limits.FEATURES_MAX) {
      problems.add(file.get("features"), "at most " + Limits.FEATURES_MAX + " features");
      return List.of();
    }
    Set<String> seen = new HashSet<>();
    List<FeatureSpec> specs = new ArrayList<>();
    for (Branch branch : all) {
      if (Arrays.stream(branch.text("name").split("\\.")).anyMatch(KEYWORDS::contains)) {
        problems.add(branch.get("name"), "a part of the name is a word of CEL");
      } else if (!seen.add(branch.text("name"))) {
        problems.add(branch.get("name"), "this feature stands here twice");
      } else if (branch.find("ratio").isPresent()) {
        specs.add(ratio(branch));
      } else {
        type(branch.get("on")).flatMap(type -> aggregate(branch, type)).ifPresent(specs::add);
      }
    }
    return specs;
  }

  private static FeatureSpec ratio(Branch branch) {
    return new FeatureSpec(
        branch.text("name"),
        "",
        List.of(),
        Aggregate.RATIO,
        Optional.empty(),
        RowTest.ALWAYS,
        "",
        Duration.ZERO,
        Duration.ZERO,
        false,
        Map.of(),
        branch.texts("ratio"));
  }

  private Optional<FeatureSpec> aggregate(Branch branch, EventType type) {
    String value = branch.text("value");
    int open = value.indexOf('(');
    Aggregate aggregate = aggregate(open < 0 ? value : value.substring(0, open));
    Optional<String> field =
        open < 0 ? Optional.empty() : Optional.of(value.substring(open + 1, value.length() - 1));
    List<String> key = fields(branch.get("key"), type);
    boolean known =
        field.map(name -> known(branch.get("value"), type, name)).orElse(true) && !key.isEmpty();
    Optional<Branch> where = branch.find("where");
    Optional<RowCondition> condition = where.flatMap(text -> where(text, type));
    if (!known || (where.isPresent() && condition.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new FeatureSpec(
            branch.text("name"),
            type.name(),
            key,
            aggregate,
            field,
            condition.map(RowCondition::asRowTest).orElse(RowTest.ALWAYS),
            condition.map(RowCondition::source).orElse(""),
            width(branch),
            delay(branch),
            branch.find("excludeCurrent").map(Branch::yes).orElse(false),
            readBy(branch, type, key),
            List.of()));
  }

  private static Aggregate aggregate(String written) {
    return switch (written) {
      case "sinceLast" -> Aggregate.SINCE_LAST;
      case "sinceFirst" -> Aggregate.SINCE_FIRST;
      default -> Aggregate.valueOf(written.toUpperCase(Locale.ROOT));
    };
  }

  private Duration width(Branch branch) {
    Duration width = Spans.read(branch.get("window"));
    boolean fits =
        width.compareTo(Limits.FEATURE_WIDTH_MIN) >= 0
            && width.compareTo(Limits.FEATURE_WIDTH_MAX) <= 0;
    if (!fits) {
      problems.add(branch.get("window"), "a window is 1 min to 90 d");
    }
    return fits ? width : Limits.FEATURE_WIDTH_MIN;
  }

  private Duration delay(Branch branch) {
    Duration delay = branch.find("delay").map(Spans::read).orElse(Duration.ZERO);
    boolean fits = delay.compareTo(Limits.FEATURE_DELAY_MAX) <= 0;
    if (!fits) {
      problems.add(branch.get("delay"), "a delay is at most 90 d");
    }
    return fits ? delay : Duration.ZERO;
  }

  private Map<String, List<String>> readBy(Branch branch, EventType type, List<String> key) {
    Map<String, List<String>> readBy = new HashMap<>();
    Optional<Branch> written = branch.find("readBy");
    if (written.isEmpty()) {
      readBy.put(type.name(), key);
      return readBy;
    }
    for (String reader : written.get().names().toList()) {
      Branch fields = written.get().get(reader);
      Optional<EventType> readingType = types.find(reader);
      if (readingType.isEmpty()) {
        problems.add(fields, "no such event: " + reader);
        continue;
      }
      List<String> named = fields(fields, readingType.get());
      if (named.size() != key.size()) {
        problems.add(fields, "the key has " + key.size() + " field(s)");
      } else {
        readBy.put(reader, named);
      }
    }
    return readBy;
  }

  /** One field or a list of them; none if one is unknown. */
  private List<String> fields(Branch branch, EventType type) {
    List<Branch> written = branch.json().isArray() ? branch.items() : List.of(branch);
    List<String> names = new ArrayList<>();
    for (Branch name : written) {
      if (known(name, type, name.text())) {
        names.add(name.text());
      }
    }
    return names.size() == written.size() ? names : List.of();
  }

  private boolean known(Branch at, EventType type, String field) {
    boolean known = type.find(field).isPresent();
    if (!known) {
      problems.add(
          at, type.name() + " has no field " + field + "; it has " + type.places().keySet());
    }
    return known;
  }

  private Optional<EventType> type(Branch on) {
    Optional<EventType> type = types.find(on.text());
    if (type.isEmpty()) {
      problems.add(on, "no such event: " + on.text());
    }
    return type;
  }

  private Optional<RowCondition> where(Branch text, EventType type) {
    RowConditions environment =
        conditions.computeIfAbsent(
            type.name(), name -> new RowConditions(ownColumns(type), currency));
    return RowConditionReader.compile(environment, text, problems);
  }

  private static Columns ownColumns(EventType type) {
    return new Columns(
        type.fields().stream()
            .map(field -> new Column(type.name() + "." + field.name(), field.kind()))
            .toList());
  }
}
