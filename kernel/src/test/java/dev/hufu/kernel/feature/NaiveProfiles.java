package dev.hufu.kernel.feature;

import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.limit.Limits;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** The oracle: keeps every event and computes each feature as its declaration reads. */
final class NaiveProfiles {

  private final EventTypes types;
  private final Map<String, FeatureSpec> specs = new HashMap<>();
  private final Map<String, Columns> columns = new HashMap<>();
  private final long lateness;
  private final List<EventValues> counted = new ArrayList<>();
  private long clock = Long.MIN_VALUE;

  NaiveProfiles(EventTypes types, List<FeatureSpec> specs, Duration lateness) {
    this.types = types;
    this.lateness = lateness.toMillis();
    specs.forEach(spec -> this.specs.put(spec.name(), spec));
  }

  Taken feed(EventValues event, long now) {
    if (event.at() > now + Limits.EVENT_AHEAD_MAX.toMillis()) {
      return Taken.FROM_FUTURE;
    }
    if (clock != Long.MIN_VALUE && event.at() < clock - lateness) {
      return Taken.TOO_LATE;
    }
    long after = Math.max(clock, event.at());
    for (EventValues old : counted) {
      if (old.id().equals(event.id()) && old.at() >= after - lateness) {
        return Taken.DUPLICATE;
      }
    }
    clock = after;
    counted.add(event);
    return Taken.COUNTED;
  }

  /** What a feature is at an event that was the last to be counted; empty if it is unknown. */
  Optional<Object> read(String name, EventValues event) {
    FeatureSpec spec = spec(name);
    if (spec.aggregate() == Aggregate.RATIO) {
      Optional<Double> above = read(spec.parts().get(0), event).map(v -> real(spec, 0, v));
      Optional<Double> below = read(spec.parts().get(1), event).map(v -> real(spec, 1, v));
      return above.isEmpty() || below.isEmpty() || below.get() == 0
          ? Optional.empty()
          : Optional.of(above.get() / below.get());
    }
    Optional<List<Object>> key =
        key(event, spec.readBy().getOrDefault(event.type().name(), List.of()));
    return key.flatMap(wanted -> aggregate(spec, event, window(spec, event, wanted)));
  }

  private FeatureSpec spec(String name) {
    return Optional.ofNullable(specs.get(name)).orElseThrow();
  }

  private double real(FeatureSpec ratio, int part, Object value) {
    FeatureSpec spec = spec(ratio.parts().get(part));
    return value instanceof Double real ? real : (long) value / (isWhole(spec) ? 1 : unit(spec));
  }

  private static boolean isWhole(FeatureSpec spec) {
    return switch (spec.aggregate()) {
      case COUNT, DISTINCT, SINCE_FIRST, SINCE_LAST -> true;
      default -> false;
    };
  }

  private double unit(FeatureSpec spec) {
    return value(spec).kind() == FieldKind.RATE ? 1_000_000 : 1;
  }

  private EventField value(FeatureSpec spec) {
    EventType on = types.find(spec.on()).orElseThrow();
    return on.fields().get(on.place(spec.value().orElseThrow()));
  }

  private static Optional<List<Object>> key(EventValues event, List<String> fields) {
    List<Object> key = new ArrayList<>();
    for (String field : fields) {
      Optional<Object> part = field(event, field);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      key.add(part.get());
    }
    return Optional.of(key);
  }

  private static boolean isOf(EventValues event, List<String> fields, List<Object> key) {
    for (int part = 0; part < key.size(); part++) {
      Optional<Object> value = field(event, fields.get(part));
      if (value.isEmpty() || !value.get().equals(key.get(part))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Object> field(EventValues event, String name) {
    int place = event.type().place(name);
    if (!event.known(place)) {
      return Optional.empty();
    }
    return event.type().fields().get(place).kind() == FieldKind.WORD
        ? Optional.of(event.word(place))
        : Optional.of(event.number(place));
  }

  private List<EventValues> window(FeatureSpec spec, EventValues now, List<Object> key) {
    long end = now.at() - spec.delay().toMillis();
    long start = end - spec.width().toMillis();
    return counted.stream()
        .filter(event -> event.type().name().equals(spec.on()))
        .filter(event -> event.at() > start && event.at() <= end)
        .filter(event -> !(spec.excludeCurrent() && event == now))
        .filter(event -> isOf(event, spec.key(), key))
        .filter(event -> spec.value().isEmpty() || field(event, spec.value().get()).isPresent())
        .filter(event -> counts(spec, event))
        .sorted(Comparator.comparingLong(EventValues::at))
        .toList();
  }

  private boolean counts(FeatureSpec spec, EventValues event) {
    if (spec.where() == RowTest.ALWAYS) {
      return true;
    }
    Row row = new Row(columns.computeIfAbsent(event.type().name(), name -> columns(event.type())));
    row.begin(event);
    return spec.where().holds(row);
  }

  private static Columns columns(EventType type) {
    return new Columns(
        type.fields().stream().map(field -> new Column(field.name(), field.kind())).toList());
  }

  private Optional<Object> aggregate(FeatureSpec spec, EventValues now, List<EventValues> window) {
    List<Object> values =
        spec.value().isEmpty()
            ? List.of()
            : window.stream().map(event -> field(event, spec.value().get()).orElseThrow()).toList();
    switch (spec.aggregate()) {
      case COUNT:
        return Optional.of((long) window.size());
      case DISTINCT:
        return Optional.of((long) new HashSet<>(values).size());
      case SUM:
        return Optional.of(sum(values).longValueExact());
      default:
    }
    if (window.isEmpty()) {
      return Optional.empty();
    }
    int count = window.size();
    return Optional.of(
        switch (spec.aggregate()) {
          case MEAN -> sum(values).doubleValue() / count / unit(spec);
          case STDDEV -> {
            BigInteger squares =
                values.stream().map(v -> big(v).pow(2)).reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger spread =
                squares.multiply(BigInteger.valueOf(count)).subtract(sum(values).pow(2));
            yield Math.sqrt(spread.doubleValue()) / count / unit(spec);
          }
          case MIN -> best(values, Math::min);
          case MAX -> best(values, Math::max);
          case FIRST -> values.getFirst();
          case LAST -> values.getLast();
          case SINCE_FIRST -> now.at() - window.getFirst().at();
          case SINCE_LAST -> now.at() - window.getLast().at();
          case COUNT, DISTINCT, SUM, RATIO -> throw new AssertionError();
        });
  }

  private static BigInteger big(Object value) {
    return BigInteger.valueOf((long) value);
  }

  private static BigInteger sum(List<Object> values) {
    return values.stream().map(NaiveProfiles::big).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static long best(List<Object> values, BinaryOperator<Long> choice) {
    return values.stream().map(v -> (Long) v).reduce(choice).orElseThrow();
  }
}
