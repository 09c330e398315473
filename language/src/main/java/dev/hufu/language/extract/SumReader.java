package dev.hufu.language.extract;

import dev.hufu.kernel.money.Fen;
import dev.hufu.language.extract.FoundSum.Currency;
import dev.hufu.language.fold.FoldedText;
import dev.hufu.language.fold.Folding;
import dev.hufu.language.fold.Numeral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds sums of money in free text: 2万, 两千块, ￥500, １.5w, 三块五毛, 1,000.50元, 借我八百, "$500", "5 grand",
 * "two hundred dollars".
 *
 * <p>A number is a sum if it has a currency before or behind it; or a unit (百 千 万 k w) and no word
 * that counts something else behind it (一百个人, 三千米); or stands, from 10 up, within a few characters
 * after a verb that moves money (借, 转, 打, send, lend). Sums below one fen or beyond a trillion are
 * no sums. Linear in the length of the text.
 */
public final class SumReader {

  private static final List<String> YUAN_BEHIND =
      List.of("块钱", "块", "元", "圆", "人民币", "rmb", "cny", "yuan", "大洋", "软妹币");
  private static final List<String> DOLLAR_BEHIND =
      List.of("dollars", "dollar", "bucks", "buck", "usd", "美元", "美金", "刀");
  private static final List<String> EURO_BEHIND = List.of("euros", "euro", "eur", "€", "欧元", "欧");
  private static final List<String> POUND_BEHIND = List.of("pounds", "quid", "gbp", "£", "英镑", "镑");

  /** What is counted when a number with a unit is not money. */
  private static final String COUNTED_BEHIND =
      "个人名位年月天日号次里米分秒点斤吨克度字页条张股岁倍遍步平亩粉集件种支台辆套本篇家户瓶杯" + "包箱只头层楼路场届期班亿兆m%％公千多朵桶桌床袋对双盒平";

  private static final List<String> VERBS =
      List.of(
          "借",
          "转",
          "打",
          "汇",
          "付",
          "还",
          "给",
          "要",
          "差",
          "欠",
          "凑",
          "缺",
          "充",
          "交",
          "垫",
          "拿",
          "周转",
          "lend",
          "send",
          "borrow",
          "need",
          "transfer",
          "pay",
          "loan",
          "spare",
          "wire",
          "owe",
          "give",
          "me");

  private static final int VERB_REACH = 6;
  private static final BigDecimal SMALLEST_BARE = BigDecimal.TEN;

  /** 要十一 is a holiday and 二十 an age more often than money. */
  private static final BigDecimal SMALLEST_SPELLED = BigDecimal.valueOf(100);

  /** Figures alone of this length and more are numbers to dial. */
  private static final BigDecimal LARGEST_BARE = BigDecimal.valueOf(10_000_000);

  private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

  private SumReader() {}

  /** All sums of a text, in its order. */
  public static List<FoundSum> read(String text) {
    return read(Folding.standard().letters(text));
  }

  static List<FoundSum> read(FoldedText folded) {
    List<FoundSum> found = new ArrayList<>();
    String text = folded.text();
    int at = 0;
    while (at < text.length()) {
      Candidate candidate = candidateAt(text, at);
      if (candidate == null) {
        at = afterWord(text, at);
        continue;
      }
      if (candidate.currency().isPresent() || isAsked(text, candidate)) {
        fen(candidate.value())
            .ifPresent(
                sum ->
                    found.add(
                        new FoundSum(
                            sum,
                            candidate.currency().orElse(Currency.UNSAID),
                            folded.span(candidate.from(), candidate.to()))));
      }
      at = candidate.to();
    }
    return found;
  }

  /** A number with what stands around it. */
  private record Candidate(
      BigDecimal value, Optional<Currency> currency, boolean hasUnit, int from, int to) {}

  private static @Nullable Candidate candidateAt(String text, int at) {
    Optional<Currency> before = currencyBefore(text, at);
    int begin = before.isPresent() ? afterCurrency(text, at) : at;
    if (begin >= text.length()) {
      return null;
    }
    EnglishNumber english = EnglishNumber.at(text, begin);
    if (english != null) {
      return finish(text, at, before, english.value(), english.hasUnit(), english.end());
    }
    if (begin > 0 && before.isEmpty() && isLatinLetter(text.charAt(begin - 1))) {
      return null;
    }
    Numeral numeral = Numeral.at(text, begin);
    if (begin > 0 && "几数".indexOf(text.charAt(begin - 1)) >= 0) {
      // 几十块, 数百元: nobody knows how much.
      return null;
    }
    if (numeral == null || numeral.isBareTen() && !isYuanAt(text, numeral.end())) {
      return null;
    }
    BigDecimal value = numeral.value();
    int end = numeral.end();
    boolean hasUnit = numeral.hasUnit();
    int word = skipSpace(text, end);
    if (text.startsWith("grand", word) && isWordEnd(text, word + 5)) {
      value = value.multiply(BigDecimal.valueOf(1000));
      end = word + 5;
      hasUnit = true;
    } else if (!hasUnit && isSmallCoin(text, end)) {
      return coins(text, at, BigDecimal.ZERO, begin);
    } else if (numeral.isSpelled() && !hasUnit && isTogether(text, begin, end)) {
      return null;
    } else if (isYuanAt(text, end)) {
      return coins(text, at, value, afterYuan(text, end));
    }
    return finish(text, at, before, value, hasUnit, end);
  }

  /** 一块 alone is "together" far more often than one yuan. */
  private static boolean isTogether(String text, int begin, int end) {
    return text.charAt(begin) == '一'
        && text.startsWith("块", end)
        && !text.startsWith("块钱", end)
        && (end + 1 >= text.length() || Numeral.digit(text.charAt(end + 1)) < 0);
  }

  private static Candidate finish(
      String text,
      int from,
      Optional<Currency> before,
      BigDecimal value,
      boolean hasUnit,
      int end) {
    int past = end;
    // 多 and 来 keep the number: 1000多块 is read as 1000.
    if (past < text.length() && (text.charAt(past) == '多' || text.charAt(past) == '来')) {
      past++;
    }
    int word = skipSpace(text, past);
    for (Currency currency : Currency.values()) {
      int after = afterAny(text, word, behind(currency));
      if (after > word) {
        return new Candidate(value, Optional.of(before.orElse(currency)), hasUnit, from, after);
      }
    }
    return new Candidate(value, before, hasUnit, from, end);
  }

  /** The part after 块: 三块五, 三块五毛, 两元五角三分. */
  private static Candidate coins(String text, int from, BigDecimal yuan, int at) {
    BigDecimal sum = yuan;
    int end = at;
    for (int step = 0; step < 2 && end < text.length(); step++) {
      char c = text.charAt(end);
      int figure = c >= '0' && c <= '9' ? c - '0' : Numeral.digit(c);
      char unit = end + 1 < text.length() ? text.charAt(end + 1) : '\n';
      boolean tenths = unit == '毛' || unit == '角';
      boolean last = figure >= 0 && step == 0 && end == at && yuan.signum() > 0 && !isFigure(unit);
      if (figure < 0 || !(tenths || unit == '分' || last)) {
        break;
      }
      if (!tenths && unit != '分' && isCounted(text, end + 1)) {
        break;
      }
      sum = sum.add(BigDecimal.valueOf(figure, unit == '分' ? 2 : 1));
      end += tenths || unit == '分' ? 2 : 1;
    }
    if (text.startsWith("钱", end)) {
      end++;
    }
    return new Candidate(sum, Optional.of(Currency.YUAN), true, from, end);
  }

  private static boolean isFigure(char c) {
    return c >= '0' && c <= '9' || Numeral.digit(c) >= 0 || c == '.' || c == '十';
  }

  private static boolean isSmallCoin(String text, int end) {
    return text.startsWith("毛", end) || text.startsWith("角", end) && !text.startsWith("角度", end);
  }

  private static boolean isYuanAt(String text, int at) {
    return text.startsWith("块", at) || text.startsWith("元", at) && !text.startsWith("元旦", at);
  }

  private static int afterYuan(String text, int at) {
    return text.startsWith("块钱", at) ? at + 2 : at + 1;
  }

  private static List<String> behind(Currency currency) {
    return switch (currency) {
      case YUAN -> YUAN_BEHIND;
      case DOLLAR -> DOLLAR_BEHIND;
      case EURO -> EURO_BEHIND;
      case POUND -> POUND_BEHIND;
      case UNSAID -> List.of();
    };
  }

  private static int afterAny(String text, int at, List<String> words) {
    for (String word : words) {
      if (text.startsWith(word, at)
          && (!isLatinLetter(word.charAt(0)) || isWordEnd(text, at + word.length()))) {
        return at + word.length();
      }
    }
    return at;
  }

  private static Optional<Currency> currencyBefore(String text, int at) {
    char c = text.charAt(at);
    return switch (c) {
      case '¥' -> Optional.of(Currency.YUAN);
      case '$' -> Optional.of(Currency.DOLLAR);
      case '€' -> Optional.of(Currency.EURO);
      case '£' -> Optional.of(Currency.POUND);
      case 'r', 'c' ->
          (text.startsWith("rmb", at) || text.startsWith("cny", at)) && isWordStart(text, at)
              ? Optional.of(Currency.YUAN)
              : Optional.empty();
      case 'u' ->
          text.startsWith("usd", at) && isWordStart(text, at)
              ? Optional.of(Currency.DOLLAR)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static int afterCurrency(String text, int at) {
    return skipSpace(text, isLatinLetter(text.charAt(at)) ? at + 3 : at + 1);
  }

  /** Whether a number without currency is money: by its unit, or by a verb close before it. */
  private static boolean isAsked(String text, Candidate candidate) {
    if (isCounted(text, candidate.to())) {
      return false;
    }
    if (candidate.hasUnit() && candidate.value().compareTo(BigDecimal.valueOf(100)) >= 0) {
      return true;
    }
    char first = text.charAt(candidate.from());
    BigDecimal smallest = first >= '0' && first <= '9' ? SMALLEST_BARE : SMALLEST_SPELLED;
    return candidate.value().compareTo(smallest) >= 0
        && candidate.value().compareTo(LARGEST_BARE) < 0
        && isAfterVerb(text, candidate.from());
  }

  /** Whether what follows counts something that is not money, or continues a number or word. */
  private static boolean isCounted(String text, int end) {
    if (end >= text.length()) {
      return false;
    }
    char c = text.charAt(end);
    int word = skipSpace(text, end);
    boolean latinWord =
        word < text.length() && isLatinLetter(text.charAt(word)) && !isGoingOn(text, word);
    boolean continues =
        (c == '-' || c == '/' || c == ':' || c == '.')
            && end + 1 < text.length()
            && isFigure(text.charAt(end + 1));
    return COUNTED_BEHIND.indexOf(c) >= 0 || latinWord || continues || text.startsWith("小时", end);
  }

  /** English words that may follow a sum; any other would be what is counted: 500 people. */
  private static boolean isGoingOn(String text, int at) {
    for (String word :
        List.of(
            "to",
            "for",
            "by",
            "please",
            "pls",
            "until",
            "till",
            "now",
            "today",
            "tomorrow",
            "right",
            "and",
            "or",
            "from",
            "asap",
            "as",
            "before",
            "so",
            "if",
            "because",
            "i",
            "in",
            "via",
            "on",
            "back",
            "tonight",
            "urgently",
            "cash")) {
      if (text.startsWith(word, at) && isWordEnd(text, at + word.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAfterVerb(String text, int from) {
    int reach = Math.max(0, from - VERB_REACH);
    for (int at = from - 1; at >= reach; at--) {
      char c = text.charAt(at);
      if (c == '\n' || c == '。' || c >= '0' && c <= '9') {
        return false;
      }
      for (String verb : VERBS) {
        if (text.startsWith(verb, at)
            && at + verb.length() <= from
            && (!isLatinLetter(verb.charAt(0))
                || isWordStart(text, at) && isWordEnd(text, at + verb.length()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<Fen> fen(BigDecimal value) {
    if (value.signum() <= 0 || value.compareTo(LARGEST) > 0) {
      return Optional.empty();
    }
    BigDecimal hundredths = value.movePointRight(2).stripTrailingZeros();
    return hundredths.scale() > 0
        ? Optional.empty()
        : Optional.of(new Fen(hundredths.longValueExact()));
  }

  /** A run of figures is passed over whole, so that no account number is read from its middle. */
  private static int afterWord(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return Math.max(end, at + 1);
  }

  private static int skipSpace(String text, int at) {
    return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
  }

  private static boolean isWordStart(String text, int at) {
    return at == 0 || !isLatinLetter(text.charAt(at - 1));
  }

  private static boolean isWordEnd(String text, int end) {
    return end >= text.length() || !isLatinLetter(text.charAt(end));
  }

  private static boolean isLatinLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
