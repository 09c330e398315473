package dev.hufu.policy.expression;

import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names an expression may read, with their values. A name without a value is unknown.
 *
 * <p>Example: {@code new Scope(base).with("script.score", 0.9)}; facts come in by {@link #ofFacts}.
 */
public final class Scope {

  private final Map<String, Object> values;

  private Scope(Map<String, Object> values) {
    this.values = values;
  }

  /** Facts as CEL values; words are left out, for nothing is decided upon them. */
  public static Scope ofFacts(Facts facts, Instant at, ZoneId zone) {
    Map<String, Object> values = new HashMap<>();
    for (Fact fact : facts.list()) {
      Object value = celValue(fact.value(), zone);
      if (value != null) {
        values.put(fact.name(), value);
      }
    }
    List<String> told =
        facts.list().stream()
            .filter(fact -> fact.provenance() != Provenance.ASSUMED)
            .map(Fact::name)
            .toList();
    values.put(Dialect.TOLD, told);
    values.put("now", at);
    return new Scope(values);
  }

  /** A scope with one more name. */
  public Scope with(String name, Object value) {
    Map<String, Object> more = new HashMap<>(values);
    more.put(name, value);
    return new Scope(more);
  }

  /** A scope with more names. */
  public Scope with(Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(more);
    return new Scope(all);
  }

  Optional<Object> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Map<String, Object> values() {
    return values;
  }

  private static @org.jspecify.annotations.Nullable Object celValue(FactValue value, ZoneId zone) {
    return switch (value) {
      case FactValue.Flag flag -> flag.yes();
      case FactValue.Count count -> count.count();
      case FactValue.Amount amount -> amount.fen().fen();
      case FactValue.Elapsed elapsed -> elapsed.length();
      case FactValue.Choice choice -> choice.id();
      case FactValue.Day day -> day.date().atStartOfDay(zone).toInstant();
      case FactValue.Rate rate -> rate.percentPerYear().doubleValue();
      case FactValue.Words words -> null;
    };
  }
}
