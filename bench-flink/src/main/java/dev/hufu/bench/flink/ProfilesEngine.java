package dev.hufu.bench.flink;

import static dev.hufu.kernel.feature.Aggregate.COUNT;
import static dev.hufu.kernel.feature.Aggregate.DISTINCT;
import static dev.hufu.kernel.feature.Aggregate.MAX;
import static dev.hufu.kernel.feature.Aggregate.SUM;

import dev.hufu.bench.TallyEvents;
import dev.hufu.bench.TallyEvents.Spread;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Aggregate;
import dev.hufu.kernel.feature.FeaturePlan;
import dev.hufu.kernel.feature.FeatureSpec;
import dev.hufu.kernel.feature.Profiles;
import dev.hufu.kernel.feature.Row;
import dev.hufu.kernel.feature.RowTest;
import dev.hufu.kernel.feature.Taken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The features as the engine of this house keeps them. */
final class ProfilesEngine implements Engine {

  private static final List<FeatureSpec> SPECS =
      List.of(
          spec("payer.count_1h", COUNT, "", Duration.ofHours(1), "payer"),
          spec("payer.sum_1h", SUM, "amount", Duration.ofHours(1), "payer"),
          spec("payer.count_24h", COUNT, "", Duration.ofHours(24), "payer"),
          spec("payer.max_24h", MAX, "amount", Duration.ofHours(24), "payer"),
          spec("payee.count_24h", COUNT, "", Duration.ofHours(24), "payee"),
          spec("payee.sum_24h", SUM, "amount", Duration.ofHours(24), "payee"),
          spec("payee.payers_24h", DISTINCT, "payer", Duration.ofHours(24), "payee"),
          spec("device.payers_24h", DISTINCT, "payer", Duration.ofHours(24), "device"));

  private final EventValues[] events;

  ProfilesEngine(Spread spread, int count) {
    events = Workload.events(spread, count);
  }

  private static FeatureSpec spec(
      String name, Aggregate aggregate, String value, Duration width, String key) {
    return new FeatureSpec(
        name,
        "transfer",
        List.of(key),
        aggregate,
        value.isEmpty() ? Optional.empty() : Optional.of(value),
        RowTest.ALWAYS,
        "",
        width,
        Duration.ZERO,
        false,
        Map.of(),
        List.of());
  }

  @Override
  public long checksum(int count) {
    FeaturePlan plan = FeaturePlan.of(TallyEvents.TYPES, SPECS, Duration.ZERO).orThrow();
    Profiles profiles = new Profiles(plan);
    Row row = new Row(plan.columns(TallyEvents.TRANSFER));
    int first = TallyEvents.TRANSFER.fields().size();
    long sum = 0;
    for (int i = 0; i < count; i++) {
      EventValues event = events[i];
      if (profiles.step(event, event.at(), row) != Taken.COUNTED) {
        throw new IllegalStateException(event.toString());
      }
      for (int feature = 0; feature < SPECS.size(); feature++) {
        sum += row.number(first + feature) * (feature + 1);
      }
    }
    return sum;
  }
}
