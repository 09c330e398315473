package dev.hufu.policy.card;

import dev.hufu.kernel.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a card as YAML, one line a bin, as a person would: the file reads back as the same card,
 * and the same card gives the same bytes.
 *
 * <p>Example: {@code CardWriter.yaml(card)}.
 */
public final class CardWriter {

  private static final Pattern PLAIN =
      Pattern.compile("[\\p{IsAlphabetic}_][\\w\\p{IsAlphabetic}./-]*");
  private static final Pattern NOT_WORDS =
      Pattern.compile("(?i)(true|false|null|yes|no|on|off|y|n)");

  private final StringBuilder out = new StringBuilder();

  private CardWriter() {}

  public static String yaml(Scorecard card) {
    CardWriter writer = new CardWriter();
    writer.head(card);
    card.characteristics().forEach(writer::characteristic);
    return writer.out.toString();
  }

  private void head(Scorecard card) {
    line("id: " + word(card.id()));
    line("version: " + quoted(card.version()));
    line("title: " + wording(card.title()));
    line("better: " + card.better().name().toLowerCase(Locale.ROOT));
    card.scale()
        .ifPresent(
            scale ->
                line(
                    "scale: {pdo: %s, points: %s, odds: %s}"
                        .formatted(
                            Bin.number(scale.pdo()),
                            Bin.number(scale.points()),
                            Bin.number(scale.odds()))));
    line("start: " + Bin.number(card.start()));
    card.cutoff().ifPresent(cutoff -> line("cutoff: " + Bin.number(cutoff)));
    if (!card.classes().isEmpty()) {
      line("classes:");
      for (ClassUse each : card.classes()) {
        String use = each.use().name().toLowerCase(Locale.ROOT);
        line("  %s: {use: %s, title: %s}".formatted(each.id(), use, wording(each.title())));
      }
    }
    if (!card.derived().isEmpty()) {
      line("derived:");
      for (Derived each : card.derived()) {
        String how = each.how().name().toLowerCase(Locale.ROOT);
        line("  - {name: %s, %s: %s}".formatted(word(each.name()), how, words(each.parts())));
      }
    }
    line("characteristics:");
  }

  private void characteristic(Characteristic each) {
    line("  - id: " + word(each.id()));
    line("    feature: " + word(each.feature()));
    line("    title: " + wording(each.title()));
    line(
        "    reason: {code: %s, zh: %s, en: %s}"
            .formatted(word(each.code()), quoted(each.reason().zh()), quoted(each.reason().en())));
    line("    changeable: " + each.changeable());
    each.data().ifPresent(data -> line("    data: " + word(data)));
    line("    mean: " + Bin.number(each.mean()));
    each.neutral().ifPresent(neutral -> line("    neutral: " + Bin.number(neutral)));
    line("    bins:");
    each.bins().forEach(bin -> line("      - {" + bin(bin) + "}"));
  }

  private static String bin(Bin bin) {
    List<String> parts = new ArrayList<>();
    switch (bin.where()) {
      case Bin.Interval interval -> {
        bound(parts, interval.fromIncluded() ? "from" : "above", interval.from());
        bound(parts, interval.toIncluded() ? "upTo" : "below", interval.to());
      }
      case Bin.Words(var list) -> parts.add("words: " + words(list));
      case Bin.Special(var values) ->
          parts.add(
              "special: [" + String.join(", ", values.stream().map(Bin::number).toList()) + "]");
      case Bin.Missing missing -> parts.add("missing: true");
      case Bin.Other other -> parts.add("other: true");
    }
    parts.add("points: " + Bin.number(bin.points()));
    bin.label().ifPresent(label -> parts.add("label: " + wording(label)));
    bin.reason().ifPresent(code -> parts.add("reason: " + word(code)));
    bin.seen().ifPresent(seen -> parts.add("rows: " + seen.rows() + ", bad: " + seen.bad()));
    return String.join(", ", parts);
  }

  private static void bound(List<String> parts, String name, OptionalDouble bound) {
    bound.ifPresent(value -> parts.add(name + ": " + Bin.number(value)));
  }

  private static String words(List<String> all) {
    return "[" + String.join(", ", all.stream().map(CardWriter::word).toList()) + "]";
  }

  private static String wording(Wording wording) {
    return "{zh: " + quoted(wording.zh()) + ", en: " + quoted(wording.en()) + "}";
  }

  /** Plain where YAML reads it as the same text, else in quotation marks. */
  private static String word(String text) {
    return PLAIN.matcher(text).matches() && !NOT_WORDS.matcher(text).matches()
        ? text
        : quoted(text);
  }

  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
