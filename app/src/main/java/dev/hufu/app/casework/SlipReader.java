package dev.hufu.app.casework;

import dev.hufu.kernel.money.Fen;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a pasted transfer slip or chat says in so many words: sum, minute, payee, account.
 * Only labelled values are taken, and card numbers by their length; nothing is guessed.
 *
 * <p>Example: {@code 收款人：周×× 收款账号：6200 0000 1234 5678 转账金额：490,000.00元 交易时间：2022-10-14 09:50}.
 */
final class SlipReader {

  private static final String GAP = "[ \\t]*[:：]?[ \\t]*";
  private static final Pattern SUM =
      Pattern.compile("(?:转账金额|交易金额|付款金额|金额)" + GAP + "[¥￥]?([\\d,]{1,15}(?:\\.\\d{1,2})?)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?:转账时间|交易时间|付款时间|支付时间|时间)"
              + GAP
              + "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?[ T]*(\\d{1,2})[:：](\\d{2})");
  private static final Pattern PAYEE =
      Pattern.compile("(?:收款人姓名|收款人|收款方|户名)" + GAP + "([\\p{IsHan}×*·]{2,20})");
  private static final Pattern ACCOUNT =
      Pattern.compile("(?:收款账号|收款卡号|账号|卡号)" + GAP + "(\\d[\\d ]{10,26}\\d)");
  private static final Pattern CARD =
      Pattern.compile("(?<![\\d.])(\\d{4}(?: ?\\d{4}){3}(?: ?\\d{1,3})?)(?!\\d)");
  private static final Pattern BANK =
      Pattern.compile("(?:收款银行|开户行|收款行)" + GAP + "([\\p{IsHan}]{2,20})");
  private static final Pattern FROM =
      Pattern.compile("(?:付款银行|付款账户|付款方式|支付方式)" + GAP + "([\\p{IsHan}]{2,20})");

  private SlipReader() {}

  /** What is there, as a form is filled in; empty texts where nothing was found. */
  static PaymentForm read(String text, Optional<Fen> asked, ZoneId zone) {
    String slip = text.replace('\u00a0', ' ');
    return new PaymentForm(
        find(SUM, slip)
            .map(sum -> sum.replace(",", ""))
            .orElseGet(() -> asked.map(sum -> sum.yuan().toPlainString()).orElse("")),
        time(slip, zone).map(at -> PaymentForm.minute(at, zone)).orElse(""),
        find(FROM, slip).orElse(""),
        find(PAYEE, slip).orElse(""),
        find(ACCOUNT, slip).or(() -> find(CARD, slip)).map(String::strip).orElse(""),
        find(BANK, slip).orElse(""));
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Instant> time(String text, ZoneId zone) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
                  Integer.parseInt(matcher.group(1)),
                  Integer.parseInt(matcher.group(2)),
                  Integer.parseInt(matcher.group(3)),
                  Integer.parseInt(matcher.group(4)),
                  Integer.parseInt(matcher.group(5)))
              .atZone(zone)
              .toInstant());
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }
}
