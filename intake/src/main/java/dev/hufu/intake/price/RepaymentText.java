package dev.hufu.intake.price;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repayments as people write them, one after the other: {@code 14×4928}, {@code 14x4928}, {@code
 * 3x500,1x9000}, {@code 14期×4,928元}, {@code 4928元×14期}, one part a line, full width too.
 *
 * <pre>
 * repayments = part { separator part }
 * part       = count times sum | sum "元" times count "期" | sum
 * separator  = "," | "、" | ";" | "+" | line break
 * </pre>
 *
 * @param payments in order, one for each period; zero is a period without payment
 * @param currency the one that is named, if one is
 */
public record RepaymentText(List<Fen> payments, Optional<String> currency) {

  private static final Pattern TIMES = Pattern.compile("[x×✕✖*乘]");
  private static final String COUNTS = "期|个月|月|次|笔|周|天";

  /** A comma ends a part unless three digits and no further "times" follow. */
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "[;、+\\n\\r]+|(?<!\\d),|,(?!\\d{3}(?!\\d|\\s*[x×✕✖*乘]|\\s*(?:" + COUNTS + ")))");

  private static final Pattern COUNT = Pattern.compile("(\\d{1,9})\\s*(" + COUNTS + ")?");
  private static final Pattern COUNTED = Pattern.compile("(\\d{1,9})\\s*(" + COUNTS + ")");
  private static final Pattern GROUPED = Pattern.compile("\\d+(,\\d{3})+");

  /** From so many periods on, a small sum behind them looks like the other way round. */
  private static final int COUNT_LARGE = 1_000;

  public RepaymentText {
    payments = List.copyOf(payments);
  }

  private record Part(int count, SumText sum) {}

  /**
   * Reads repayments.
   *
   * @return them; or {@link Code#PRICE_NO_REPAYMENT}, {@link Code#PRICE_REPAYMENTS_UNREAD}, {@link
   *     Code#PRICE_REPAYMENTS_UNCLEAR}, {@link Code#PRICE_FLOWS_TOO_MANY}, {@link
   *     Code#PRICE_CURRENCIES_MIXED}, or what {@link SumText} refuses
   */
  public static Outcome<RepaymentText> read(String text) {
    if (text.length() > Limits.PRICE_REPAYMENTS_CHARS_MAX) {
      return Outcome.refused(Code.PRICE_REPAYMENTS_UNREAD, SumText.shown(text));
    }
    List<Fen> payments = new ArrayList<>();
    Optional<String> currency = Optional.empty();
    for (String piece : SEPARATOR.split(SumText.fold(text))) {
      if (piece.isBlank()) {
        continue;
      }
      Outcome<Part> read = part(piece.strip());
      Optional<Refusal> refusal = read.findRefusal();
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      Part part = read.orThrow();
      if (payments.size() + part.count() > Limits.PRICE_FLOWS_MAX) {
        return Outcome.refused(
            Code.PRICE_FLOWS_TOO_MANY, Long.toString((long) payments.size() + part.count()));
      }
      Optional<String> named = part.sum().currency();
      if (named.isPresent() && currency.isPresent() && !named.equals(currency)) {
        return Outcome.refused(Code.PRICE_CURRENCIES_MIXED, currency.get() + ", " + named.get());
      }
      currency = currency.or(() -> named);
      payments.addAll(Collections.nCopies(part.count(), part.sum().sum()));
    }
    return payments.isEmpty()
        ? Outcome.refused(Code.PRICE_NO_REPAYMENT, "")
        : Outcome.of(new RepaymentText(payments, currency));
  }

  private static Outcome<Part> part(String piece) {
    String[] sides = TIMES.split(piece, -1);
    return switch (sides.length) {
      case 1 -> single(piece);
      case 2 -> times(piece, sides[0].strip(), sides[1].strip());
      default -> Outcome.refused(Code.PRICE_REPAYMENTS_UNREAD, SumText.shown(piece));
    };
  }

  /** One sum; with commas in it, it could as well be several. */
  private static Outcome<Part> single(String piece) {
    return GROUPED.matcher(piece).matches()
        ? Outcome.refused(Code.PRICE_REPAYMENTS_UNCLEAR, SumText.shown(piece))
        : sum(1, piece, piece);
  }

  private static Outcome<Part> times(String piece, String left, String right) {
    Matcher counted = COUNTED.matcher(right);
    if (counted.matches()) {
      return count(counted.group(1)).map(n -> sum(n, left, piece)).orElseGet(() -> many(right));
    }
    Matcher count = COUNT.matcher(left);
    if (!count.matches()) {
      return Outcome.refused(Code.PRICE_REPAYMENTS_UNREAD, SumText.shown(piece));
    }
    Optional<Integer> n = count(count.group(1));
    if (n.isEmpty()) {
      return many(count.group(1));
    }
    boolean told = count.group(2) != null;
    return sum(n.get(), right, piece)
        .then(
            part ->
                !told && turned(part)
                    ? Outcome.refused(Code.PRICE_REPAYMENTS_UNCLEAR, SumText.shown(piece))
                    : Outcome.of(part));
  }

  /** Thousands of periods of a few yuan: most likely the sum stands first. */
  private static boolean turned(Part part) {
    long fen = part.sum().sum().fen();
    return part.count() >= COUNT_LARGE
        && part.sum().currency().isEmpty()
        && fen % 100 == 0
        && fen / 100 < COUNT_LARGE;
  }

  private static Optional<Integer> count(String digits) {
    int count = Integer.parseInt(digits);
    return count >= 1 && count <= Limits.PRICE_FLOWS_MAX ? Optional.of(count) : Optional.empty();
  }

  private static Outcome<Part> many(String count) {
    return Outcome.refused(Code.PRICE_FLOWS_TOO_MANY, SumText.shown(count));
  }

  private static Outcome<Part> sum(int count, String text, String piece) {
    Outcome<SumText> sum = SumText.read(text);
    boolean unread =
        sum.findRefusal().filter(refusal -> refusal.code() == Code.AMOUNT_NOT_A_NUMBER).isPresent();
    return unread
        ? Outcome.refused(Code.PRICE_REPAYMENTS_UNREAD, SumText.shown(piece))
        : sum.map(read -> new Part(count, read));
  }
}
