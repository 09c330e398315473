package dev.hufu.intake.bill;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sum as bills write it: {@code ¥28.16}, {@code 1,234.50元}, {@code -12.00}, {@code CNY 123.18},
 * {@code 131.77(已退款89.84)}.
 *
 * @param fen without its sign
 * @param refunded what the cell says came back
 * @param currency ISO code if the cell names one
 */
record Amount(Fen fen, boolean negative, Optional<Fen> refunded, Optional<String> currency) {

  private static final Pattern REFUNDED =
      Pattern.compile("[（(]\\s*已(全额退款|退款\\s*[¥￥]?\\s*([\\d,]+(?:\\.\\d{1,2})?))\\s*[)）]");

  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("人民币", "CNY"),
          Map.entry("人民币元", "CNY"),
          Map.entry("CNY", "CNY"),
          Map.entry("RMB", "CNY"),
          Map.entry("¥", "CNY"),
          Map.entry("￥", "CNY"),
          Map.entry("元", "CNY"),
          Map.entry("CN¥", "CNY"),
          Map.entry("CN￥", "CNY"),
          Map.entry("RMB¥", "CNY"),
          Map.entry("$", "USD"),
          Map.entry("US$", "USD"),
          Map.entry("USD", "USD"),
          Map.entry("美元", "USD"),
          Map.entry("HK$", "HKD"),
          Map.entry("HKD", "HKD"),
          Map.entry("港币", "HKD"),
          Map.entry("港元", "HKD"),
          Map.entry("€", "EUR"),
          Map.entry("EUR", "EUR"),
          Map.entry("欧元", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("GBP", "GBP"),
          Map.entry("英镑", "GBP"),
          Map.entry("JPY", "JPY"),
          Map.entry("日元", "JPY"),
          Map.entry("MOP", "MOP"),
          Map.entry("SGD", "SGD"),
          Map.entry("THB", "THB"),
          Map.entry("KRW", "KRW"),
          Map.entry("TWD", "TWD"),
          Map.entry("AUD", "AUD"),
          Map.entry("CAD", "CAD"));

  /** The ISO code of a currency as it is written in a column; empty where nothing is written. */
  static Optional<String> currency(String written) {
    if (written.isEmpty() || written.equals("-")) {
      return Optional.empty();
    }
    String known = CURRENCIES.get(written);
    return Optional.of(known == null ? written : known);
  }

  /** Whether a cell holds no sum at all, as banks leave the other side empty. */
  static boolean none(String written) {
    return written.isEmpty() || written.equals("-") || written.equals("--") || written.equals("/");
  }

  /** A sum, or {@code BILL_AMOUNT}. */
  static Outcome<Amount> read(String written) {
    String text = written;
    Optional<Fen> refunded = Optional.empty();
    boolean all = false;
    if (text.indexOf('已') >= 0) {
      Matcher matcher = REFUNDED.matcher(text);
      if (matcher.find()) {
        all = matcher.group(2) == null;
        refunded =
            Optional.ofNullable(matcher.group(2)).flatMap(sum -> Fen.parseYuan(sum).findValue());
        text = text.substring(0, matcher.start()) + text.substring(matcher.end());
      }
    }
    int first = -1;
    int last = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = half(text.charAt(i));
      if (c >= '0' && c <= '9') {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return refused(written);
    }
    String before = text.substring(0, first).strip();
    String behind = text.substring(last + 1).strip();
    boolean negative = before.contains("-") || before.contains("－") || before.contains("−");
    boolean brackets = before.contains("(") && behind.contains(")");
    String unit = unit(before) + unit(behind);
    Optional<String> currency = unit.isEmpty() ? Optional.empty() : currency(unit);
    if (currency.isPresent() && !CURRENCIES.containsValue(currency.get())) {
      return refused(written);
    }
    Optional<Fen> fen = fen(text, first, last + 1);
    if (fen.isEmpty() || fen.get().fen() > Limits.AMOUNT_FEN_MAX) {
      return refused(written);
    }
    Optional<Fen> back = all ? fen : refunded;
    return Outcome.of(new Amount(fen.get(), negative || brackets, back, currency));
  }

  /** What is left of the words beside the digits without signs and brackets. */
  private static String unit(String beside) {
    if (beside.isEmpty() || beside.equals("¥") || beside.equals("￥")) {
      return beside;
    }
    StringBuilder unit = new StringBuilder();
    for (int i = 0; i < beside.length(); i++) {
      if ("-－−+＋()（） ".indexOf(beside.charAt(i)) < 0) {
        unit.append(beside.charAt(i));
      }
    }
    return unit.toString();
  }

  private static Outcome<Amount> refused(String written) {
    String shown = written.length() <= 40 ? written : written.substring(0, 40) + "…";
    return Outcome.refused(Code.BILL_AMOUNT, shown);
  }

  /** Digits, thousands commas in their places, at most two decimals that are not nothing. */
  private static Optional<Fen> fen(String text, int from, int to) {
    long whole = 0;
    int decimals = -1;
    int sinceComma = -1;
    int digits = 0;
    for (int i = from; i < to; i++) {
      char c = half(text.charAt(i));
      if (c >= '0' && c <= '9') {
        if (decimals >= 2) {
          if (c != '0') {
            return Optional.empty();
          }
          decimals++;
          continue;
        }
        if (++digits > 17) {
          return Optional.empty();
        }
        whole = 10 * whole + (c - '0');
        decimals += decimals >= 0 ? 1 : 0;
        sinceComma += sinceComma >= 0 && decimals < 0 ? 1 : 0;
      } else if (c == ',' && decimals < 0 && (sinceComma < 0 || sinceComma == 3)) {
        sinceComma = 0;
      } else if (c == '.' && decimals < 0 && (sinceComma < 0 || sinceComma == 3)) {
        decimals = 0;
      } else {
        return Optional.empty();
      }
    }
    if (decimals < 0 && sinceComma >= 0 && sinceComma != 3) {
      return Optional.empty();
    }
    for (int missing = Math.max(decimals, 0); missing < 2; missing++) {
      whole = 10 * whole;
    }
    return Optional.of(new Fen(whole));
  }

  private static char half(char c) {
    return c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c == '．' ? '.' : c == '，' ? ',' : c;
  }
}
