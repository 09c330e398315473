package dev.hufu.kernel.feature;

import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.TypePlan.Figure;
import dev.hufu.kernel.feature.TypePlan.Quotient;
import dev.hufu.kernel.feature.TypePlan.Touch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lays out declared features that {@link SpecCheck} found nothing wrong with. */
final class PlanBuilder {

  /**
   * What makes features share a log; {@code required} is the field that must be known, or empty.
   */
  private record Share(String on, List<String> key, String whereText, String required) {}

  /** A group in the making. */
  private static final class Draft {
    final EventType on;
    final FeatureSpec first;
    final List<String> values = new ArrayList<>();
    final List<List<Long>> windows = new ArrayList<>();
    final List<FeatureSpec> features = new ArrayList<>();

    Draft(EventType on, FeatureSpec first) {
      this.on = on;
      this.first = first;
    }

    int window(FeatureSpec spec) {
      long delay = spec.delay().toMillis();
      return windows.indexOf(List.of(delay, delay + spec.width().toMillis()));
    }

    int value(FeatureSpec spec) {
      return spec.value().map(values::indexOf).orElse(-1);
    }
  }

  private final EventTypes types;
  private final List<FeatureSpec> specs;
  private final Duration lateness;
  private final Map<String, FeatureSpec> byName = new LinkedHashMap<>();
  private final Map<Share, Draft> drafts = new LinkedHashMap<>();
  private final Map<String, Share> shareOf = new HashMap<>();
  private final Map<Share, Group> groups = new LinkedHashMap<>();

  PlanBuilder(EventTypes types, List<FeatureSpec> specs, Duration lateness) {
    this.types = types;
    this.specs = specs;
    this.lateness = lateness;
    specs.forEach(spec -> byName.put(spec.name(), spec));
  }

  FeaturePlan build() {
    for (FeatureSpec spec : specs) {
      if (spec.aggregate() != Aggregate.RATIO) {
        draft(spec);
      }
    }
    // Windows that begin at the same edge lie in one another, the narrow ones first.
    drafts
        .values()
        .forEach(
            draft ->
                draft.windows.sort(
                    Comparator.<List<Long>>comparingLong(List::getFirst)
                        .thenComparingLong(List::getLast)));
    drafts.forEach((share, draft) -> groups.put(share, group(share, draft)));
    Map<String, TypePlan> plans = new HashMap<>();
    for (EventType type : types.list()) {
      plans.put(type.name(), plan(type));
    }
    return new FeaturePlan(specs, lateness, List.copyOf(groups.values()), plans, digest());
  }

  private void draft(FeatureSpec spec) {
    EventType on = types.find(spec.on()).orElseThrow();
    String required =
        spec.value().filter(name -> !on.fields().get(on.place(name)).required()).orElse("");
    Share share = new Share(spec.on(), spec.key(), spec.whereText(), required);
    Draft draft = drafts.computeIfAbsent(share, missing -> new Draft(on, spec));
    spec.value().filter(name -> !draft.values.contains(name)).ifPresent(draft.values::add);
    long delay = spec.delay().toMillis();
    List<Long> window = List.of(delay, delay + spec.width().toMillis());
    if (!draft.windows.contains(window)) {
      draft.windows.add(window);
    }
    draft.features.add(spec);
    shareOf.put(spec.name(), share);
  }

  private Group group(Share share, Draft draft) {
    EventType on = draft.on;
    int[] needs = new int[draft.windows.size() * draft.values.size()];
    for (FeatureSpec spec : draft.features) {
      if (draft.value(spec) >= 0) {
        needs[draft.window(spec) * draft.values.size() + draft.value(spec)] |=
            need(spec.aggregate());
      }
    }
    return new Group(
        groups.size(),
        draft.first.where(),
        places(on, share.key()),
        words(on, share.key()),
        share.required().isEmpty() ? -1 : on.place(share.required()),
        places(on, draft.values),
        words(on, draft.values),
        draft.windows.stream().map(edges -> new long[] {edges.get(0), edges.get(1)}).toList(),
        needs,
        lateness.toMillis());
  }

  private static int need(Aggregate aggregate) {
    return switch (aggregate) {
      case SUM, MEAN -> Group.SUM;
      case STDDEV -> Group.SUM | Group.SQUARES;
      case MIN -> Group.MIN;
      case MAX -> Group.MAX;
      case DISTINCT -> Group.DISTINCT;
      case COUNT, FIRST, LAST, SINCE_LAST, SINCE_FIRST, RATIO -> 0;
    };
  }

  private static int[] places(EventType type, List<String> fields) {
    return fields.stream().mapToInt(type::place).toArray();
  }

  private static boolean[] words(EventType type, List<String> fields) {
    boolean[] words = new boolean[fields.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = kind(type, fields.get(i)) == FieldKind.WORD;
    }
    return words;
  }

  private static FieldKind kind(EventType type, String field) {
    return type.fields().get(type.place(field)).kind();
  }

  private TypePlan plan(EventType type) {
    List<Column> columns = new ArrayList<>();
    for (EventField field : type.fields()) {
      columns.add(new Column(type.name() + "." + field.name(), field.kind()));
    }
    List<FeatureSpec> read = specs.stream().filter(spec -> readable(spec, type)).toList();
    Map<String, Integer> places = new HashMap<>();
    for (FeatureSpec spec : read) {
      places.put(spec.name(), columns.size());
      columns.add(new Column(spec.name(), kind(spec)));
    }
    List<Touch> touches = touches(type, places);
    Set<Integer> words = new TreeSet<>();
    for (Touch touch : touches) {
      addWords(words, touch.keyPlaces, touch.group.wordKey);
      if (touch.feeds) {
        addWords(words, touch.group.valuePlaces, touch.group.wordValue);
      }
    }
    return new TypePlan(
        type,
        new Columns(columns),
        touches.toArray(Touch[]::new),
        quotients(read, places),
        words.stream().mapToInt(Integer::intValue).toArray());
  }

  private static void addWords(Set<Integer> words, int[] places, boolean[] isWord) {
    for (int i = 0; i < places.length; i++) {
      if (isWord[i]) {
        words.add(places[i]);
      }
    }
  }

  private boolean readable(FeatureSpec spec, EventType type) {
    return spec.aggregate() == Aggregate.RATIO
        ? spec.parts().stream().allMatch(part -> readable(part(part), type))
        : spec.readBy().containsKey(type.name());
  }

  private FeatureSpec part(String name) {
    return Objects.requireNonNull(byName.get(name));
  }

  /** The kind of what a feature tells. */
  private FieldKind kind(FeatureSpec spec) {
    return switch (spec.aggregate()) {
      case COUNT, DISTINCT -> FieldKind.COUNT;
      case MEAN, STDDEV, RATIO -> FieldKind.REAL;
      case SINCE_LAST, SINCE_FIRST -> FieldKind.ELAPSED;
      case MIN, MAX, FIRST, LAST -> valueKind(spec);
      case SUM -> valueKind(spec) == FieldKind.FLAG ? FieldKind.COUNT : valueKind(spec);
    };
  }

  private FieldKind valueKind(FeatureSpec spec) {
    return kind(types.find(spec.on()).orElseThrow(), spec.value().orElseThrow());
  }

  private static double unit(FieldKind kind) {
    return kind == FieldKind.RATE ? FieldKind.RATE_ONE : 1;
  }

  private List<Touch> touches(EventType type, Map<String, Integer> places) {
    List<Touch> touches = new ArrayList<>();
    groups.forEach(
        (share, group) -> {
          Draft draft = Objects.requireNonNull(drafts.get(share));
          Map<List<String>, List<FeatureSpec>> byKey = new LinkedHashMap<>();
          if (share.on().equals(type.name())) {
            byKey.put(share.key(), new ArrayList<>());
          }
          for (FeatureSpec spec : draft.features) {
            List<String> key = spec.readBy().get(type.name());
            if (key != null) {
              byKey.computeIfAbsent(key, missing -> new ArrayList<>()).add(spec);
            }
          }
          byKey.forEach(
              (key, features) ->
                  touches.add(
                      new Touch(
                          group,
                          places(type, key),
                          share.on().equals(type.name()) && key.equals(share.key()),
                          figures(draft, features, places, true),
                          figures(draft, features, places, false))));
        });
    return touches;
  }

  /** Features of one window stand together, so that its edges are looked for once. */
  private Figure[] figures(
      Draft draft, List<FeatureSpec> features, Map<String, Integer> places, boolean before) {
    return features.stream()
        .filter(spec -> spec.excludeCurrent() == before)
        .map(
            spec ->
                new Figure(
                    spec.aggregate(),
                    draft.window(spec),
                    draft.value(spec),
                    spec.value().isPresent() ? unit(valueKind(spec)) : 1,
                    spec.value().isPresent() && valueKind(spec) == FieldKind.WORD,
                    Objects.requireNonNull(places.get(spec.name()))))
        .sorted(Comparator.comparingInt(Figure::window))
        .toArray(Figure[]::new);
  }

  private Quotient[] quotients(List<FeatureSpec> read, Map<String, Integer> places) {
    List<Quotient> ordered = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (FeatureSpec spec : read) {
      addQuotient(spec, places, ordered, done);
    }
    return ordered.toArray(Quotient[]::new);
  }

  private void addQuotient(
      FeatureSpec spec, Map<String, Integer> places, List<Quotient> ordered, Set<String> done) {
    if (spec.aggregate() != Aggregate.RATIO || !done.add(spec.name())) {
      return;
    }
    FeatureSpec above = part(spec.parts().get(0));
    FeatureSpec below = part(spec.parts().get(1));
    addQuotient(above, places, ordered, done);
    addQuotient(below, places, ordered, done);
    ordered.add(
        new Quotient(
            place(places, above),
            partUnit(above),
            place(places, below),
            partUnit(below),
            place(places, spec)));
  }

  private static int place(Map<String, Integer> places, FeatureSpec spec) {
    return Objects.requireNonNull(places.get(spec.name()));
  }

  private double partUnit(FeatureSpec spec) {
    return kind(spec) == FieldKind.REAL ? 0 : unit(kind(spec));
  }

  /** What a snapshot must agree with: everything that decides what the state means. */
  private byte[] digest() {
    StringBuilder text = new StringBuilder("lateness ").append(lateness.toMillis()).append('\n');
    for (EventType type :
        types.list().stream().sorted(Comparator.comparing(EventType::name)).toList()) {
      text.append(type.name());
      type.fields()
          .forEach(
              field ->
                  text.append(' ')
                      .append(field.name())
                      .append(':')
                      .append(field.kind())
                      .append(field.required() ? '!' : '?'));
      text.append('\n');
    }
    for (FeatureSpec spec : specs) {
      text.append(spec.name()).append(' ').append(spec.on()).append(' ').append(spec.key());
      text.append(' ').append(spec.aggregate()).append(' ').append(spec.value().orElse(""));
      text.append(' ').append(spec.width().toMillis()).append(' ').append(spec.delay().toMillis());
      text.append(' ')
          .append(spec.excludeCurrent())
          .append(' ')
          .append(new TreeMap<>(spec.readBy()));
      text.append(' ').append(spec.parts());
      text.append(' ').append(spec.whereText().length()).append(':').append(spec.whereText());
      text.append('\n');
    }
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
