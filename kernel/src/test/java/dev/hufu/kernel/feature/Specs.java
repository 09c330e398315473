package dev.hufu.kernel.feature;

import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declarations and events of the tests, to be changed where a test looks. */
record Specs(
    String name,
    String on,
    List<String> key,
    Aggregate aggregate,
    Optional<String> value,
    Duration width,
    Duration delay,
    boolean excludeCurrent,
    Map<String, List<String>> readBy,
    List<String> parts) {

  static Specs of(String name, Aggregate aggregate) {
    return new Specs(
        name,
        "transfer",
        List.of("payer"),
        aggregate,
        SpecCheck.takesValue(aggregate) ? Optional.of("amount") : Optional.empty(),
        Duration.ofHours(1),
        Duration.ZERO,
        false,
        Map.of(),
        List.of());
  }

  static FeatureSpec ratio(String name, String... parts) {
    Specs spec = of(name, Aggregate.RATIO);
    return new Specs(
            name,
            "",
            List.of(),
            Aggregate.RATIO,
            Optional.empty(),
            spec.width,
            spec.delay,
            false,
            Map.of(),
            List.of(parts))
        .spec();
  }

  Specs on(String type, String... fields) {
    return new Specs(
        name, type, List.of(fields), aggregate, value, width, delay, excludeCurrent, readBy, parts);
  }

  Specs value(String field) {
    return new Specs(
        name, on, key, aggregate, Optional.of(field), width, delay, excludeCurrent, readBy, parts);
  }

  Specs window(Duration wide, Duration delayed) {
    return new Specs(name, on, key, aggregate, value, wide, delayed, excludeCurrent, readBy, parts);
  }

  Specs readBy(String type, String... fields) {
    return new Specs(
        name,
        on,
        key,
        aggregate,
        value,
        width,
        delay,
        excludeCurrent,
        Map.of(type, List.of(fields)),
        parts);
  }

  FeatureSpec spec() {
    return new FeatureSpec(
        name,
        on,
        key,
        aggregate,
        value,
        RowTest.ALWAYS,
        "",
        width,
        delay,
        excludeCurrent,
        readBy,
        parts);
  }

  static FeaturePlan plan(Duration lateness, FeatureSpec... specs) {
    return FeaturePlan.of(EventTypes.BUILT_IN, List.of(specs), lateness).orThrow();
  }

  static EventValues transfer(String id, long at, String payer, long amount) {
    return EventValues.of(EventTypes.TRANSFER, id, at)
        .put("amount", amount)
        .put("payer", payer)
        .put("payee", "b")
        .build();
  }

  /** All that a row holds behind the fields, by name. */
  static List<String> features(Row row) {
    List<String> features = new ArrayList<>();
    for (int place = EventTypes.TRANSFER.fields().size(); place < row.columns().size(); place++) {
      Column column = row.columns().list().get(place);
      String value =
          !row.known(place)
              ? "?"
              : switch (column.kind()) {
                case REAL -> Double.toString(row.real(place));
                case WORD -> row.word(place);
                case FLAG, COUNT, AMOUNT, ELAPSED, RATE -> Long.toString(row.number(place));
              };
      features.add(column.name() + "=" + value);
    }
    return features;
  }
}
