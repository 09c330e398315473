package dev.hufu.language.extract;

import dev.hufu.language.fold.FoldedText;
import dev.hufu.language.fold.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds bank cards and mobile numbers, also in groups (6222 0212 3456 7890) and in characters
 * (一三八…).
 *
 * <p>Card numbers: ISO/IEC 7812-1 (check digit by Luhn), 16 to 19 figures as Chinese banks issue
 * them. Mobile numbers: 11 figures from 13 to 19, with or without +86.
 */
public final class AccountReader {

  private static final int CARD_MIN = 16;
  private static final int CARD_MAX = 19;
  private static final int MOBILE = 11;

  private AccountReader() {}

  /** All numbers of a text, in its order. */
  public static List<FoundAccount> read(String text) {
    FoldedText folded = Folding.standard().fold(text);
    List<FoundAccount> found = new ArrayList<>();
    int at = 0;
    while (at < folded.length()) {
      if (!isFigure(folded.charAt(at))) {
        at++;
        continue;
      }
      int end = groupsEnd(folded, at);
      account(folded, at, end).ifPresent(found::add);
      at = end;
    }
    return found;
  }

  /** The end of a run of figures in which single spaces or dashes may stand. */
  private static int groupsEnd(FoldedText folded, int from) {
    int end = from;
    while (end < folded.length()) {
      boolean gap =
          (folded.charAt(end) == ' ' || folded.charAt(end) == '-')
              && end + 1 < folded.length()
              && isFigure(folded.charAt(end + 1));
      if (!isFigure(folded.charAt(end)) && !gap) {
        break;
      }
      end++;
    }
    return end;
  }

  private static Optional<FoundAccount> account(FoldedText folded, int from, int to) {
    StringBuilder figures = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (isFigure(folded.charAt(i))) {
        figures.append(folded.charAt(i));
      }
    }
    String digits = figures.toString();
    boolean abroad = digits.length() == MOBILE + 2 && digits.startsWith("86");
    String mobile = abroad ? digits.substring(2) : digits;
    if (mobile.length() == MOBILE && mobile.charAt(0) == '1' && mobile.charAt(1) >= '3') {
      return Optional.of(
          new FoundAccount(FoundAccount.Kind.MOBILE, mobile, true, folded.span(from, to)));
    }
    if (digits.length() >= CARD_MIN && digits.length() <= CARD_MAX && digits.charAt(0) != '0') {
      return Optional.of(
          new FoundAccount(
              FoundAccount.Kind.BANK_CARD, digits, passesLuhn(digits), folded.span(from, to)));
    }
    return Optional.empty();
  }

  /** The check of ISO/IEC 7812-1, annex B. */
  static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int figure = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? figure : 2 * figure;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  private static boolean isFigure(char c) {
    return c >= '0' && c <= '9';
  }
}
