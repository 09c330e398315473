package dev.hufu.kernel.feature;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.limit.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds declared features against the declared events and the limits. */
final class SpecCheck {

  private static final Pattern NAME =
      Pattern.compile("[a-z][A-Za-z0-9_]*(\\.[a-z][A-Za-z0-9_]*)*+");

  private final EventTypes types;
  private final List<FeatureSpec> specs;
  private final Duration lateness;
  private final List<FeatureProblem> problems = new ArrayList<>();
  private final Map<String, FeatureSpec> byName = new LinkedHashMap<>();

  SpecCheck(EventTypes types, List<FeatureSpec> specs, Duration lateness) {
    this.types = types;
    this.specs = specs;
    this.lateness = lateness;
  }

  List<FeatureProblem> problems() {
    if (specs.size() > Limits.FEATURES_MAX) {
      return List.of(
          new FeatureProblem(
              "", Refusal.of(Code.FEATURE_TOO_MANY, Integer.toString(Limits.FEATURES_MAX))));
    }
    if (lateness.isNegative() || lateness.compareTo(Limits.EVENT_LATENESS_MAX) > 0) {
      problems.add(new FeatureProblem("", Refusal.of(Code.FEATURE_WINDOW, "lateness " + lateness)));
    }
    specs.forEach(this::checkName);
    for (FeatureSpec spec : specs) {
      if (spec.aggregate() == Aggregate.RATIO) {
        checkRatio(spec);
      } else {
        checkWindow(spec);
        types.find(spec.on()).ifPresentOrElse(on -> checkOn(spec, on), () -> unknown(spec));
      }
    }
    return List.copyOf(problems);
  }

  private void refuse(FeatureSpec spec, Code code, String what) {
    problems.add(
        new FeatureProblem(spec.name(), Refusal.of(code, shown(spec.name()) + ": " + shown(what))));
  }

  /** A name that is refused may be anything. */
  private static String shown(String text) {
    return text.length() > Limits.FEATURE_NAME_CHARS_MAX
        ? text.substring(0, Limits.FEATURE_NAME_CHARS_MAX) + "…"
        : text;
  }

  private void unknown(FeatureSpec spec) {
    refuse(spec, Code.FEATURE_FIELD_UNKNOWN, spec.on());
  }

  private void checkName(FeatureSpec spec) {
    String name = spec.name();
    int dot = name.indexOf('.');
    boolean field =
        dot > 0
            && types
                .find(name.substring(0, dot))
                .flatMap(type -> field(type, name.substring(dot + 1)))
                .isPresent();
    if (name.length() > Limits.FEATURE_NAME_CHARS_MAX || !NAME.matcher(name).matches()) {
      refuse(spec, Code.FEATURE_NAME, "not a name");
    } else if (field) {
      refuse(spec, Code.FEATURE_NAME, "a field is called so");
    } else if (byName.putIfAbsent(name, spec) != null) {
      refuse(spec, Code.FEATURE_NAME, "twice");
    }
  }

  private void checkWindow(FeatureSpec spec) {
    if (spec.width().compareTo(Limits.FEATURE_WIDTH_MIN) < 0
        || spec.width().compareTo(Limits.FEATURE_WIDTH_MAX) > 0) {
      refuse(spec, Code.FEATURE_WINDOW, "width " + spec.width());
    }
    if (spec.delay().isNegative() || spec.delay().compareTo(Limits.FEATURE_DELAY_MAX) > 0) {
      refuse(spec, Code.FEATURE_WINDOW, "delay " + spec.delay());
    }
  }

  private void checkOn(FeatureSpec spec, EventType on) {
    List<FieldKind> kinds = kinds(spec, on, spec.key());
    if (spec.key().isEmpty() || spec.key().size() > 2) {
      refuse(spec, Code.FEATURE_KEY, "key of " + spec.key().size());
    } else if (new HashSet<>(spec.key()).size() < spec.key().size()) {
      refuse(spec, Code.FEATURE_KEY, "twice " + spec.key().getFirst());
    } else {
      spec.readBy().keySet().stream().sorted().forEach(type -> checkReadBy(spec, type, kinds));
    }
    if (!spec.parts().isEmpty()) {
      refuse(spec, Code.FEATURE_RATIO, "parts of no ratio");
    }
    checkValue(spec, on);
  }

  private void checkReadBy(FeatureSpec spec, String type, List<FieldKind> kinds) {
    Optional<EventType> reader = types.find(type);
    if (reader.isEmpty()) {
      refuse(spec, Code.FEATURE_FIELD_UNKNOWN, type);
      return;
    }
    List<String> fields = spec.readBy().getOrDefault(type, List.of());
    boolean same = type.equals(spec.on()) && fields.equals(spec.key());
    if (!same && !kinds(spec, reader.get(), fields).equals(kinds)) {
      refuse(spec, Code.FEATURE_KEY, type + " " + fields);
    }
  }

  /** The kinds of the fields that are there; those that are not are told. */
  private List<FieldKind> kinds(FeatureSpec spec, EventType type, List<String> fields) {
    List<FieldKind> kinds = new ArrayList<>();
    for (String name : fields) {
      field(type, name)
          .ifPresentOrElse(
              field -> kinds.add(field.kind()),
              () -> refuse(spec, Code.FEATURE_FIELD_UNKNOWN, type.name() + "." + name));
    }
    return kinds;
  }

  private static Optional<EventField> field(EventType type, String name) {
    return type.find(name).isPresent()
        ? Optional.of(type.fields().get(type.place(name)))
        : Optional.empty();
  }

  private void checkValue(FeatureSpec spec, EventType on) {
    if (!takesValue(spec.aggregate())) {
      if (spec.value().isPresent()) {
        refuse(spec, Code.FEATURE_WRONG_KIND, spec.aggregate() + " takes no field");
      }
      return;
    }
    if (spec.value().isEmpty()) {
      refuse(spec, Code.FEATURE_WRONG_KIND, spec.aggregate() + " of no field");
      return;
    }
    Optional<EventField> field = field(on, spec.value().get());
    if (field.isEmpty()) {
      refuse(spec, Code.FEATURE_FIELD_UNKNOWN, on.name() + "." + spec.value().get());
    } else if (field.get().kind() == FieldKind.WORD && !takesWord(spec.aggregate())) {
      refuse(
          spec, Code.FEATURE_WRONG_KIND, spec.aggregate() + " of the word " + field.get().name());
    }
  }

  static boolean takesValue(Aggregate aggregate) {
    return switch (aggregate) {
      case SUM, MEAN, MIN, MAX, STDDEV, DISTINCT, FIRST, LAST -> true;
      case COUNT, SINCE_LAST, SINCE_FIRST, RATIO -> false;
    };
  }

  private static boolean takesWord(Aggregate aggregate) {
    return switch (aggregate) {
      case DISTINCT, FIRST, LAST -> true;
      case COUNT, SUM, MEAN, MIN, MAX, STDDEV, SINCE_LAST, SINCE_FIRST, RATIO -> false;
    };
  }

  private void checkRatio(FeatureSpec spec) {
    if (spec.parts().size() != 2 || spec.value().isPresent()) {
      refuse(spec, Code.FEATURE_RATIO, "parts " + spec.parts());
      return;
    }
    for (String part : spec.parts()) {
      FeatureSpec of = byName.get(part);
      if (of == null) {
        refuse(spec, Code.FEATURE_RATIO, "no feature " + part);
        return;
      }
      if (isWord(of)) {
        refuse(spec, Code.FEATURE_RATIO, part + " is a word");
        return;
      }
    }
    if (leadsTo(spec, spec.name(), new HashSet<>())) {
      refuse(spec, Code.FEATURE_RATIO, "it is part of itself");
    } else if (readableAt(spec, new HashMap<>()).isEmpty()) {
      refuse(spec, Code.FEATURE_RATIO, "no event at which both parts can be read");
    }
  }

  private boolean isWord(FeatureSpec spec) {
    return spec.value().isPresent()
        && takesWord(spec.aggregate())
        && spec.aggregate() != Aggregate.DISTINCT
        && types
            .find(spec.on())
            .flatMap(on -> field(on, spec.value().get()))
            .filter(field -> field.kind() == FieldKind.WORD)
            .isPresent();
  }

  private boolean leadsTo(FeatureSpec from, String name, Set<String> seen) {
    for (String part : from.parts()) {
      @Nullable FeatureSpec next = byName.get(part);
      if (part.equals(name) || (next != null && seen.add(part) && leadsTo(next, name, seen))) {
        return true;
      }
    }
    return false;
  }

  private Set<String> readableAt(FeatureSpec spec, Map<String, Set<String>> done) {
    if (spec.aggregate() != Aggregate.RATIO) {
      return spec.readBy().keySet();
    }
    Set<String> known = done.get(spec.name());
    if (known != null) {
      return known;
    }
    done.put(spec.name(), Set.of());
    Set<String> both = new HashSet<>(types.list().stream().map(EventType::name).toList());
    for (String part : spec.parts()) {
      @Nullable FeatureSpec of = byName.get(part);
      both.retainAll(of == null ? Set.of() : readableAt(of, done));
    }
    done.put(spec.name(), both);
    return both;
  }
}
