package dev.hufu.intake.price;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sum of money as people write it: {@code 4928}, {@code 4,928.50 元}, {@code 1.5万}, {@code ￥500},
 * full width too.
 *
 * @param currency the one that is named, as a code such as {@code CNY}
 */
public record SumText(Fen sum, Optional<String> currency) {

  /** Signs and words of currencies, the longer ones first. */
  private static final List<Map.Entry<String, String>> SIGNS =
      List.of(
          Map.entry("s$", "SGD"),
          Map.entry("sgd", "SGD"),
          Map.entry("rmb", "CNY"),
          Map.entry("cny", "CNY"),
          Map.entry("usd", "USD"),
          Map.entry("eur", "EUR"),
          Map.entry("gbp", "GBP"),
          Map.entry("人民币", "CNY"),
          Map.entry("块钱", "CNY"),
          Map.entry("美元", "USD"),
          Map.entry("欧元", "EUR"),
          Map.entry("英镑", "GBP"),
          Map.entry("新元", "SGD"),
          Map.entry("元", "CNY"),
          Map.entry("圆", "CNY"),
          Map.entry("块", "CNY"),
          Map.entry("¥", "CNY"),
          Map.entry("$", "USD"),
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"));

  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d{1,15})(\\.\\d{1,12})?\\s*(万|千|k|w)?");

  /** Reads one sum. */
  public static Outcome<SumText> read(String text) {
    String left = fold(text).strip();
    List<String> currencies = new ArrayList<>();
    for (Map.Entry<String, String> sign : SIGNS) {
      if (left.contains(sign.getKey())) {
        left = left.replace(sign.getKey(), " ").strip();
        if (!currencies.contains(sign.getValue())) {
          currencies.add(sign.getValue());
        }
      }
    }
    if (currencies.size() > 1) {
      return Outcome.refused(Code.PRICE_CURRENCIES_MIXED, String.join(", ", currencies));
    }
    Matcher number = NUMBER.matcher(left);
    if (!number.matches()) {
      return Outcome.refused(Code.AMOUNT_NOT_A_NUMBER, shown(text));
    }
    BigDecimal yuan =
        new BigDecimal(
                number.group(1).replace(",", "") + Optional.ofNullable(number.group(2)).orElse(""))
            .multiply(BigDecimal.valueOf(times(number.group(3))));
    BigDecimal fen = yuan.movePointRight(2).stripTrailingZeros();
    if (fen.scale() > 0) {
      return Outcome.refused(Code.AMOUNT_BELOW_FEN, shown(text));
    }
    if (fen.compareTo(BigDecimal.valueOf(Limits.PRICE_SUM_FEN_MAX)) > 0) {
      return Outcome.refused(Code.PRICE_SUM_TOO_LARGE, shown(text));
    }
    return Outcome.of(new SumText(new Fen(fen.longValueExact()), currencies.stream().findFirst()));
  }

  private static int times(@org.jspecify.annotations.Nullable String unit) {
    return switch (unit) {
      case "万", "w" -> 10_000;
      case "千", "k" -> 1_000;
      case null, default -> 1;
    };
  }

  /** Full width becomes half width, capital letters small. */
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** As much of it as fits into a sentence. */
  static String shown(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "…";
  }

  private static final int SHOWN_MAX = 40;
}
