package dev.hufu.policy.decide;

import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.Pack;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills the placeholders of a pack's texts: {@code {request.amount}}, {@code {script.title}},
 * {@code {4*series.lpr1y.lastKnown}}, {@code {series.lpr1y.knownThrough}}.
 */
public final class Phrasing {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{(?:(\\d+)\\*)?([a-z][A-Za-z0-9.]*)\\}");
  private static final Wording NOT_TOLD = new Wording("（没填）", "(not given)");
  private static final int RATE_DECIMALS = 2;
  private static final String NO_BREAK_SPACE = "\u00a0";

  private final Pack pack;
  private final Facts facts;
  private final LocalDate day;
  private final Map<String, Wording> more = new HashMap<>();

  Phrasing(Pack pack, Facts facts, LocalDate day) {
    this.pack = pack;
    this.facts = facts;
    this.day = day;
  }

  Phrasing with(String name, Wording words) {
    more.put(name, words);
    return this;
  }

  Wording fill(Wording text) {
    return new Wording(fill(text.zh(), Lang.ZH), fill(text.en(), Lang.EN));
  }

  private String fill(String text, Lang lang) {
    Function<MatchResult, String> words =
        match ->
            Matcher.quoteReplacement(
                value(match.group(2), Optional.ofNullable(match.group(1)), lang));
    return PLACEHOLDER.matcher(text).replaceAll(words);
  }

  private String value(String name, Optional<String> factor, Lang lang) {
    Wording direct = more.get(name);
    if (direct != null) {
      return direct.in(lang);
    }
    if (name.startsWith("series.")) {
      return series(name, factor.map(BigDecimal::new).orElse(BigDecimal.ONE))
          .orElse(NOT_TOLD.in(lang));
    }
    return facts.find(name).map(fact -> describe(pack, fact).in(lang)).orElse(NOT_TOLD.in(lang));
  }

  private Optional<String> series(String name, BigDecimal factor) {
    String[] parts = name.split("\\.");
    return pack.law().series().values().stream()
        .filter(series -> parts.length == 3 && series.name().equals(parts[1]))
        .findFirst()
        .flatMap(series -> field(series, parts[2], factor));
  }

  private Optional<String> field(Law.Series series, String field, BigDecimal factor) {
    return switch (field) {
      case "knownThrough" -> Optional.of(series.values().knownThrough().toString());
      case "lastKnown" ->
          series.values().lastKnown(day).map(v -> percent(v.value().multiply(factor)));
      case "on" -> series.values().on(day).map(v -> percent(v.value().multiply(factor)));
      default -> Optional.empty();
    };
  }

  private static String percent(BigDecimal value) {
    BigDecimal short1 = value.stripTrailingZeros();
    return (short1.scale() < 1 ? value.setScale(1, RoundingMode.UNNECESSARY) : short1)
            .toPlainString()
        + NO_BREAK_SPACE
        + "%";
  }

  /** A fact's value for people: {@code 1,000 元}, {@code 2 年}, or the label of a choice. */
  static Wording describe(Pack pack, Fact fact) {
    return describe(pack.facts().get(fact.name()), pack.currency(), shown(fact));
  }

  /** A rate that was reckoned has more decimals than anybody reads. */
  private static FactValue shown(Fact fact) {
    return fact.provenance() == Provenance.DERIVED
            && fact.value() instanceof FactValue.Rate(var percent)
            && percent.scale() > RATE_DECIMALS
        ? new FactValue.Rate(percent.setScale(RATE_DECIMALS, RoundingMode.HALF_UP))
        : fact.value();
  }

  /**
   * The same where only the fact's type is at hand.
   *
   * @param currency the unit of a sum, such as {@code yuan}
   */
  public static Wording describe(@Nullable FactType type, String currency, FactValue value) {
    return switch (value) {
      case FactValue.Flag(var yes) -> yes ? new Wording("是", "yes") : new Wording("不是", "no");
      case FactValue.Count(var count) -> both(Long.toString(count));
      case FactValue.Amount(var fen) -> money(fen.display(), currency);
      case FactValue.Elapsed(var length) -> length(length);
      case FactValue.Choice(var id) ->
          type == null
              ? both(id)
              : type.options().stream()
                  .filter(option -> option.value().equals(id))
                  .findFirst()
                  .map(FactType.Option::label)
                  .orElseGet(() -> both(id));
      case FactValue.Day(var date) -> both(date.toString());
      case FactValue.Rate(var percent) -> both(percent.toPlainString() + NO_BREAK_SPACE + "%");
      case FactValue.Words(var text) -> text.isBlank() ? NOT_TOLD : both(text);
    };
  }

  private static Wording money(String number, String currency) {
    return currency.equals("yuan")
        ? new Wording(number + NO_BREAK_SPACE + "元", number + NO_BREAK_SPACE + "yuan")
        : both(number + NO_BREAK_SPACE + currency.toUpperCase(java.util.Locale.ROOT));
  }

  private static Wording length(Duration length) {
    long days = length.toDays();
    if (days >= 365) {
      return unit(days / 365, "年", "year");
    }
    if (days >= 60) {
      return unit(days / 30, "个月", "month");
    }
    if (days >= 1) {
      return unit(days, "天", "day");
    }
    return length.isZero() ? new Wording("今天", "today") : unit(length.toHours(), "小时", "hour");
  }

  private static Wording unit(long count, String zh, String en) {
    return new Wording(
        count + NO_BREAK_SPACE + zh, count + NO_BREAK_SPACE + en + (count == 1 ? "" : "s"));
  }

  private static Wording both(String text) {
    return new Wording(text, text);
  }
}
