package dev.hufu.policy.pack;

import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Aggregate;
import dev.hufu.kernel.feature.Column;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.kernel.feature.FeaturePlan;
import dev.hufu.kernel.feature.FeatureSpec;
import dev.hufu.kernel.feature.Row;
import dev.hufu.policy.model.ModelInputs;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes the numbers a model reads out of an event's row: fields of the event, features of the plan,
 * hour and weekday, each in its smallest unit, {@code NaN} where nothing is known.
 *
 * <p>Example: {@code FeatureRow.of(policy, type, zone, List.of("transfer.amount",
 * "payer.out.count_1d")).fill(row, numbers)}. The plan of its {@link #inputs} is a digest of how
 * every one of these is computed, so that a model trained on other windows does not fit.
 */
public final class FeatureRow {

  private final ModelInputs inputs;
  private final Columns columns;
  private final int[] places;
  private final boolean[] real;

  private FeatureRow(ModelInputs inputs, Columns columns) {
    this.inputs = inputs;
    this.columns = columns;
    this.places = new int[inputs.size()];
    this.real = new boolean[inputs.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = columns.find(inputs.names().get(i)).orElseThrow();
      real[i] = columns.list().get(places[i]).kind() == FieldKind.REAL;
    }
  }

  /** The first name that cannot be read at such an event as a number, if there is one. */
  public static Optional<String> missing(Columns columns, List<String> names) {
    for (String name : names) {
      OptionalInt place = columns.find(name);
      if (place.isEmpty() || columns.list().get(place.getAsInt()).kind() == FieldKind.WORD) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /**
   * @param zone in which hour and weekday are read
   * @throws IllegalArgumentException if a name is {@link #missing}
   */
  public static FeatureRow of(FeaturePlan plan, EventType type, ZoneId zone, List<String> names) {
    Columns columns = EventPolicy.columns(plan, type);
    missing(columns, names)
        .ifPresent(
            name -> {
              throw new IllegalArgumentException("no number at " + type.name() + ": " + name);
            });
    return new FeatureRow(new ModelInputs(names, digest(plan, type, zone, names)), columns);
  }

  public ModelInputs inputs() {
    return inputs;
  }

  /** Fills the numbers of one row; allocates nothing. */
  public void fill(Row row, double[] numbers) {
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      numbers[i] =
          !row.known(place) ? Double.NaN : real[i] ? row.real(place) : (double) row.number(place);
    }
  }

  /** The columns of the rows it reads; more may stand behind them. */
  public Columns columns() {
    return columns;
  }

  private static String digest(FeaturePlan plan, EventType type, ZoneId zone, List<String> names) {
    TreeMap<String, FeatureSpec> byName = new TreeMap<>();
    plan.specs().forEach(spec -> byName.put(spec.name(), spec));
    TreeSet<String> needed = new TreeSet<>();
    List<String> open = new ArrayList<>(names);
    StringBuilder text = new StringBuilder(type.name()).append('\n');
    while (!open.isEmpty()) {
      String name = open.removeLast();
      if (needed.add(name)) {
        FeatureSpec spec = byName.get(name);
        open.addAll(spec == null ? List.of() : spec.parts());
      }
    }
    Columns columns = EventPolicy.columns(plan, type);
    for (String name : needed) {
      FeatureSpec spec = byName.get(name);
      if (spec != null) {
        text.append(line(spec));
      } else {
        Column column = columns.list().get(columns.find(name).orElseThrow());
        boolean clock = name.equals(EventPolicy.HOUR) || name.equals(EventPolicy.WEEKDAY);
        text.append(name).append(' ').append(clock ? zone.getId() : column.kind()).append('\n');
      }
    }
    return "sha256:" + Digest.of(text.toString().getBytes(StandardCharsets.UTF_8)).hex();
  }

  private static String line(FeatureSpec spec) {
    if (spec.aggregate() == Aggregate.RATIO) {
      return spec.name() + " " + spec.parts() + "\n";
    }
    return String.join(
            " ",
            spec.name(),
            spec.on(),
            String.valueOf(spec.key()),
            spec.aggregate().name(),
            spec.value().orElse("-"),
            spec.width().toString(),
            spec.delay().toString(),
            String.valueOf(spec.excludeCurrent()),
            String.valueOf(new TreeMap<>(spec.readBy())),
            spec.whereText())
        + "\n";
  }
}
