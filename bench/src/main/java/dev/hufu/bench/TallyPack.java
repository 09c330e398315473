package dev.hufu.bench;

import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A pack made from a seed over the tally events: twenty features, as many rules as wanted, a
 * typology for each twenty-five of them. It is written as files and loaded as any pack is.
 */
final class TallyPack {

  private static final int RULES_OF_TYPOLOGY = 25;

  /** Columns that a rule compares, with the range that its constants are drawn from. */
  private record Drawn(String name, long range, boolean rate) {}

  private static final List<Drawn> DRAWN =
      List.of(
          new Drawn("transfer.amount", 300_000_000, false),
          new Drawn("transfer.friendDays", 2_000, false),
          new Drawn("transfer.silentDays", 400, false),
          new Drawn("transfer.accountAge", 3_000, false),
          new Drawn("transfer.payeeAge", 3_000, false),
          new Drawn("transfer.prevTransfers", 50, false),
          new Drawn("transfer.scamScore", 1, true),
          new Drawn("transfer.credit", 900, false),
          new Drawn("transfer.incomeRatio", 1, true),
          new Drawn("payer.count_1h", 20, false),
          new Drawn("payer.sum_24h", 1_000_000_000, false),
          new Drawn("payee.payers_24h", 40, false),
          new Drawn("device.payers_24h", 8, false),
          new Drawn("pair.count_30d", 10, false));

  private TallyPack() {}

  /**
   * @param version another version has other constants in one rule of twenty
   */
  static EventProgram program(int rules, int version) {
    TreeMap<String, String> files = new TreeMap<>();
    files.put("pack.yaml", HEAD);
    files.put("events.yaml", events());
    files.put("features.yaml", FEATURES);
    files.put("rules.yaml", rules(rules, version));
    files.put("typologies.yaml", typologies(rules));
    files.put("claims.yaml", CLAIMS);
    PackLoader.Loaded loaded = PackLoader.load(new PackFiles(files), List.of());
    return new EventProgram(
        loaded
            .pack()
            .orElseThrow(() -> new IllegalStateException(loaded.problems().getFirst().toString())));
  }

  private static String events() {
    StringBuilder text =
        new StringBuilder("lateness: 0 s\nevents:\n  - extends: transfer\n    fields:\n");
    int own = EventTypes.TRANSFER.fields().size();
    for (EventField field :
        TallyEvents.TRANSFER.fields().subList(own, TallyEvents.TRANSFER.fields().size())) {
      text.append("      - {name: ").append(field.name()).append(", kind: ");
      text.append(field.kind().name().toLowerCase(Locale.ROOT)).append(", sensitivity: open}\n");
    }
    return text.toString();
  }

  private static String rules(int rules, int version) {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder text = new StringBuilder("rules:\n");
    for (int rule = 0; rule < rules; rule++) {
      List<String> parts = new ArrayList<>();
      int wanted = 2 + random.nextInt(3);
      for (int part = 0; part < wanted; part++) {
        Drawn drawn = DRAWN.get(random.nextInt(DRAWN.size()));
        double share = 0.05 + 0.9 * random.nextDouble();
        boolean above = random.nextBoolean();
        if (rule % 20 == 0) {
          share = Math.min(0.99, share * (1 + 0.05 * version));
        }
        parts.add(drawn.name() + (above ? " >= " : " < ") + constant(drawn, share));
      }
      text.append("  - {id: r").append(rule).append(", on: transfer, stage: assess, when: \"");
      text.append(String.join(" && ", parts)).append("\", effect: {weight: 0.");
      text.append(1 + random.nextInt(3)).append("}, seen: {zh: 看, en: s}, why: {zh: 因, en: w}");
      text.append(", source: {claim: default-x}}\n");
    }
    return text.toString();
  }

  private static String constant(Drawn drawn, double share) {
    return drawn.rate()
        ? String.format(Locale.ROOT, "%.4f", share)
        : Long.toString((long) (drawn.range() * share));
  }

  private static String typologies(int rules) {
    StringBuilder text = new StringBuilder("typologies:\n");
    for (int from = 0; from < rules; from += RULES_OF_TYPOLOGY) {
      text.append("  - {id: t").append(from).append(", title: {zh: 样, en: t}, rules: [");
      for (int rule = from; rule < Math.min(rules, from + RULES_OF_TYPOLOGY); rule++) {
        text.append(rule == from ? "" : ", ").append('r').append(rule);
      }
      text.append("], amber: 0.85, red: 0.95, next: {zh: 问, en: ask}}\n");
    }
    return text + VERDICTS;
  }

  private static final String HEAD =
      """
      id: bench/tally
      version: "1"
      matter: transfer
      jurisdiction: bench
      title: {zh: 测, en: bench}
      validFrom: 2018-01-01
      asOf: 2026-11-22
      zone: Asia/Shanghai
      currency: yuan
      """;

  private static final String CLAIMS =
      """
      claims:
        - {id: default-x, seed: own, says: {zh: 默, en: d}, found: {zh: 无, en: n}, status: unsourced}
      """;

  private static final String VERDICTS =
      """
      verdicts:
        red: {word: {zh: 停, en: stop}, one: {zh: 停, en: stop}}
        amber: {word: {zh: 等, en: wait}, one: {zh: 等, en: wait}}
        green: {word: {zh: 行, en: go}, one: {zh: 行, en: go}}
        unknown: {word: {zh: 无, en: none}, one: {zh: 无, en: none}}
      """;

  private static final String FEATURES =
      """
      features:
        - {name: payer.count_1m, on: transfer, key: payer, value: count, window: 1 min}
        - {name: payer.count_10m, on: transfer, key: payer, value: count, window: 10 min}
        - {name: payer.count_1h, on: transfer, key: payer, value: count, window: 1 h}
        - {name: payer.sum_1h, on: transfer, key: payer, value: sum(amount), window: 1 h}
        - {name: payer.sum_24h, on: transfer, key: payer, value: sum(amount), window: 24 h}
        - {name: payer.max_24h, on: transfer, key: payer, value: max(amount), window: 24 h}
        - {name: payer.mean_7d, on: transfer, key: payer, value: mean(amount), window: 7 d}
        - {name: payer.stddev_30d, on: transfer, key: payer, value: stddev(amount), window: 30 d}
        - {name: payee.count_1h, on: transfer, key: payee, value: count, window: 1 h}
        - {name: payee.sum_24h, on: transfer, key: payee, value: sum(amount), window: 24 h}
        - {name: payee.payers_24h, on: transfer, key: payee, value: distinct(payer), window: 24 h}
        - {name: payee.payers_7d, on: transfer, key: payee, value: distinct(payer), window: 7 d}
        - {name: payee.max_30d, on: transfer, key: payee, value: max(amount), window: 30 d}
        - {name: device.count_10m, on: transfer, key: device, value: count, window: 10 min}
        - {name: device.payers_24h, on: transfer, key: device, value: distinct(payer), window: 24 h}
        - {name: device.sum_7d, on: transfer, key: device, value: sum(amount), window: 7 d}
        - {name: device.count_30d, on: transfer, key: device, value: count, window: 30 d}
        - {name: pair.count_24h, on: transfer, key: [payer, payee], value: count, window: 24 h}
        - {name: pair.sum_30d, on: transfer, key: [payer, payee], value: sum(amount), window: 30 d}
        - {name: pair.count_30d, on: transfer, key: [payer, payee], value: count, window: 30 d}
      """;
}
