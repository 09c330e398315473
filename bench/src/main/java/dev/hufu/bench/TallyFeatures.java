package dev.hufu.bench;

import static dev.hufu.kernel.feature.Aggregate.COUNT;
import static dev.hufu.kernel.feature.Aggregate.DISTINCT;
import static dev.hufu.kernel.feature.Aggregate.MAX;
import static dev.hufu.kernel.feature.Aggregate.MEAN;
import static dev.hufu.kernel.feature.Aggregate.STDDEV;
import static dev.hufu.kernel.feature.Aggregate.SUM;

import dev.hufu.kernel.feature.Aggregate;
import dev.hufu.kernel.feature.FeaturePlan;
import dev.hufu.kernel.feature.FeatureSpec;
import dev.hufu.kernel.feature.Row;
import dev.hufu.kernel.feature.RowTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Twenty features over four keys and windows from a minute to thirty days. */
public final class TallyFeatures {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  public static final List<FeatureSpec> SPECS =
      List.of(
          count("payer.count_1m", MINUTE, "payer"),
          count("payer.count_10m", MINUTE.multipliedBy(10), "payer"),
          count("payer.count_1h", HOUR, "payer"),
          of(SUM, "amount", "payer.sum_1h", HOUR, "payer"),
          of(SUM, "amount", "payer.sum_24h", DAY, "payer"),
          of(MAX, "amount", "payer.max_24h", DAY, "payer"),
          of(MEAN, "amount", "payer.mean_7d", DAY.multipliedBy(7), "payer"),
          of(STDDEV, "amount", "payer.stddev_30d", DAY.multipliedBy(30), "payer"),
          count("payee.count_1h", HOUR, "payee"),
          of(SUM, "amount", "payee.sum_24h", DAY, "payee"),
          of(DISTINCT, "payer", "payee.payers_24h", DAY, "payee"),
          of(DISTINCT, "payer", "payee.payers_7d", DAY.multipliedBy(7), "payee"),
          of(MAX, "amount", "payee.max_30d", DAY.multipliedBy(30), "payee"),
          count("device.count_10m", MINUTE.multipliedBy(10), "device"),
          of(DISTINCT, "payer", "device.payers_24h", DAY, "device"),
          of(SUM, "amount", "device.sum_7d", DAY.multipliedBy(7), "device"),
          count("device.count_30d", DAY.multipliedBy(30), "device"),
          count("pair.count_24h", DAY, "payer", "payee"),
          of(SUM, "amount", "pair.sum_30d", DAY.multipliedBy(30), "payer", "payee"),
          count("pair.count_30d", DAY.multipliedBy(30), "payer", "payee"));

  private TallyFeatures() {}

  public static FeaturePlan plan() {
    return FeaturePlan.of(TallyEvents.TYPES, SPECS, Duration.ZERO).orThrow();
  }

  private static FeatureSpec count(String name, Duration width, String... key) {
    return spec(COUNT, Optional.empty(), name, width, key);
  }

  private static FeatureSpec of(
      Aggregate aggregate, String field, String name, Duration width, String... key) {
    return spec(aggregate, Optional.of(field), name, width, key);
  }

  private static FeatureSpec spec(
      Aggregate aggregate, Optional<String> value, String name, Duration width, String... key) {
    return new FeatureSpec(
        name,
        "transfer",
        List.of(key),
        aggregate,
        value,
        RowTest.ALWAYS,
        "",
        width,
        Duration.ZERO,
        false,
        Map.of(),
        List.of());
  }

  /**
   * One number for all features of an event, so that engines can be compared: the sum of whole
   * numbers, and of reals times a million rounded down, each times its place.
   */
  public static long checksum(Row row) {
    long sum = 0;
    int fields = TallyEvents.TRANSFER.fields().size();
    for (int feature = 0; feature < SPECS.size(); feature++) {
      int place = fields + feature;
      if (row.known(place)) {
        Aggregate aggregate = SPECS.get(feature).aggregate();
        boolean real = aggregate == MEAN || aggregate == STDDEV;
        long whole = real ? (long) Math.floor(row.real(place) * 1e6) : row.number(place);
        sum += whole * (feature + 1);
      }
    }
    return sum;
  }
}
