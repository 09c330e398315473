package dev.hufu.kernel.feature;

import static dev.hufu.kernel.matter.Sensitivity.OPEN;

import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.limit.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Features and events made from a seed, each shape hard in its own way. */
final class RandomStream {

  /** How a stream runs. */
  enum Shape {
    UNIFORM(40, 0, 30_000, 0.02, 0, 0.02, 0),
    HOT_KEY(6, 0.7, 2_000, 0.05, 0, 0, 0),
    TIES(4, 0.3, 0, 0.3, 0, 0.05, 0),
    LATE(5, 0.5, 3_000, 0.4, 0, 0.05, 0.1),
    JUMPS(12, 0.4, 20_000, 0.1, 0.02, 0.02, 0),
    UNKNOWN(6, 0.3, 10_000, 0.1, 0.005, 0.4, 0.02),
    DUPLICATES(8, 0.5, 5_000, 0.2, 0.01, 0.05, 0.3);

    final int words;
    final double hot;
    final int stepMillis;
    final double late;
    final double jump;
    final double unknown;
    final double again;

    Shape(
        int words,
        double hot,
        int stepMillis,
        double late,
        double jump,
        double unknown,
        double again) {
      this.words = words;
      this.hot = hot;
      this.stepMillis = stepMillis;
      this.late = late;
      this.jump = jump;
      this.unknown = unknown;
      this.again = again;
    }
  }

  static final EventType PAYMENT =
      EventTypes.TRANSFER.with(
          List.of(
              new EventField("score", FieldKind.RATE, "", OPEN, false),
              new EventField("fails", FieldKind.COUNT, "", OPEN, true),
              new EventField("fraud", FieldKind.FLAG, "", OPEN, false)));

  static final EventTypes TYPES = EventTypes.BUILT_IN.with(PAYMENT);

  private static final List<Duration> WIDTHS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(3),
          Duration.ofMinutes(20),
          Duration.ofHours(2),
          Duration.ofDays(1));

  private static final List<Duration> DELAYS =
      List.of(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofMillis(1),
          Duration.ofMinutes(2),
          Duration.ofDays(1));

  private static final List<List<String>> KEYS =
      List.of(
          List.of("payer"),
          List.of("payee"),
          List.of("device"),
          List.of("payer", "payee"),
          List.of("payee", "fails"),
          List.of("fails"));

  final Shape shape;
  final Random random;
  final Duration lateness;
  private final List<EventValues> made = new ArrayList<>();
  private long clock = 1_790_000_000_000L;
  private int serial;

  RandomStream(Shape shape, long seed) {
    this.shape = shape;
    this.random = new Random(seed);
    this.lateness =
        List.of(Duration.ZERO, Duration.ofSeconds(30), Duration.ofMinutes(10))
            .get(shape == Shape.LATE ? 2 : random.nextInt(3));
  }

  /** So many features that can be planned, two ratios behind them. */
  List<FeatureSpec> features(int count) {
    List<FeatureSpec> specs = new ArrayList<>();
    while (specs.size() < count) {
      FeatureSpec spec = feature("f" + specs.size());
      specs.add(spec);
      if (!FeaturePlan.problems(TYPES, specs, lateness).isEmpty()) {
        specs.removeLast();
      }
    }
    for (int ratio = 0; ratio < 2; ratio++) {
      specs.add(ratio("r" + ratio, specs));
      if (!FeaturePlan.problems(TYPES, specs, lateness).isEmpty()) {
        specs.removeLast();
      }
    }
    return specs;
  }

  private FeatureSpec feature(String name) {
    Aggregate aggregate = Aggregate.values()[random.nextInt(Aggregate.values().length - 1)];
    EventType on = random.nextInt(5) == 0 ? EventTypes.SIGN_IN : PAYMENT;
    List<String> key =
        on == PAYMENT ? pick(KEYS) : List.of(random.nextBoolean() ? "account" : "device");
    Optional<String> value =
        SpecCheck.takesValue(aggregate) ? Optional.of(pick(on.fields()).name()) : Optional.empty();
    int where = random.nextInt(4);
    return new FeatureSpec(
        name,
        on.name(),
        key,
        aggregate,
        value,
        where == 0 && on == PAYMENT ? row -> row.number(0) > 500_00 : RowTest.ALWAYS,
        where == 0 && on == PAYMENT ? "transfer.amount > yuan(500)" : "",
        pick(WIDTHS),
        pick(DELAYS),
        random.nextInt(3) == 0,
        readBy(on, key),
        List.of());
  }

  /** Sometimes read by the other side, and sometimes at the other kind of event. */
  private Map<String, List<String>> readBy(EventType on, List<String> key) {
    if (on != PAYMENT) {
      return Map.of("transfer", List.of(random.nextBoolean() ? "payer" : "device"));
    }
    return switch (random.nextInt(4)) {
      case 0 ->
          key.size() == 1 && !key.contains("fails")
              ? Map.of("signIn", List.of("account"))
              : Map.of();
      case 1 ->
          key.contains("payee") && key.size() == 1
              ? Map.of("transfer", List.of("payer"))
              : Map.of();
      default -> Map.of();
    };
  }

  private FeatureSpec ratio(String name, List<FeatureSpec> parts) {
    return new FeatureSpec(
        name,
        "",
        List.of(),
        Aggregate.RATIO,
        Optional.empty(),
        RowTest.ALWAYS,
        "",
        Duration.ofMinutes(1),
        Duration.ZERO,
        false,
        Map.of(),
        List.of(pick(parts).name(), pick(parts).name()));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  EventValues next() {
    if (!made.isEmpty() && random.nextDouble() < shape.again) {
      return made.get(Math.max(0, made.size() - 1 - random.nextInt(50)));
    }
    if (shape.stepMillis > 0) {
      clock += random.nextInt(shape.stepMillis);
    } else {
      clock += random.nextInt(10) == 0 ? random.nextInt(40_000) : 0;
    }
    if (random.nextDouble() < shape.jump) {
      clock += random.nextInt(3 * 24) * 3_600_000L;
    }
    long at = clock;
    if (random.nextDouble() < shape.late) {
      at -= random.nextInt((int) Math.max(2, lateness.toMillis() * 11 / 10));
    }
    EventValues event = random.nextInt(6) == 0 ? signIn(at) : payment(at);
    made.add(event);
    return event;
  }

  private EventValues signIn(long at) {
    EventValues.Builder signIn =
        EventValues.of(EventTypes.SIGN_IN, "s" + serial++, at).put("account", word("a"));
    if (known()) {
      signIn.put("device", word("d"));
    }
    if (known()) {
      signIn.put("passed", random.nextBoolean());
    }
    return signIn.build();
  }

  private EventValues payment(long at) {
    EventValues.Builder payment =
        EventValues.of(PAYMENT, "p" + serial++, at)
            .put("amount", amount())
            .put("payer", word("a"))
            .put("payee", word("a"))
            .put("fails", random.nextInt(3));
    for (String field : List.of("device", "place", "channel")) {
      if (known()) {
        payment.put(field, word("a long word of more than twelve " + field.charAt(0)));
      }
    }
    if (known()) {
      payment.put("balance", amount());
    }
    if (known()) {
      payment.put("score", random.nextInt(1_000_001));
    }
    if (known()) {
      payment.put("fraud", random.nextInt(4) == 0);
    }
    return payment.build();
  }

  private boolean known() {
    return random.nextDouble() >= shape.unknown;
  }

  private long amount() {
    return switch (random.nextInt(12)) {
      case 0 -> Limits.EVENT_NUMBER_MAX;
      case 1 -> -Limits.EVENT_NUMBER_MAX;
      case 2, 3, 4 -> 100_00;
      default -> random.nextInt(1_000_00);
    };
  }

  private String word(String head) {
    return head + (random.nextDouble() < shape.hot ? 0 : random.nextInt(shape.words));
  }
}
