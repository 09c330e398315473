package dev.hufu.language.detect;

import dev.hufu.language.fold.Folding;

/**
 * Compares a phrase with a place in a text, allowing one slip: a character replaced, put in, or (in
 * longer phrases) left out.
 *
 * <p>A slip never touches a negation (不, 没, 别, not) or a figure, and no end of a sentence lies
 * within: "不要告诉" must not read "你要告诉", nor 110 read 1100.
 */
final class SlipMatcher {

  private static final String NEVER_SLIPS = "不没别未无非勿莫否\n。!?！？;,";
  private static final int LEAVES_OUT_FROM_HAN = 5;

  private SlipMatcher() {}

  /** Whether a phrase is long enough that one slip still leaves it the same phrase. */
  static boolean allowsSlip(String phrase) {
    int han = 0;
    int letters = 0;
    for (int i = 0; i < phrase.length(); i++) {
      char c = phrase.charAt(i);
      han += Folding.isHan(c) ? 1 : 0;
      letters += c >= 'a' && c <= 'z' ? 1 : 0;
    }
    return han >= 4 || letters >= 6 && han == 0;
  }

  private static boolean mayLeaveOut(String phrase) {
    return !Folding.isHan(phrase.charAt(0)) || phrase.length() >= LEAVES_OUT_FROM_HAN;
  }

  /**
   * Reads {@code phrase.substring(from)} at {@code at} in the text with exactly one slip.
   *
   * @return where it ends, exclusive, or −1
   */
  static int endAfterSlip(String phrase, int from, String text, int at) {
    int same = 0;
    int length = phrase.length() - from;
    while (same < length
        && at + same < text.length()
        && phrase.charAt(from + same) == text.charAt(at + same)) {
      same++;
    }
    if (same == length) {
      return -1;
    }
    int p = from + same;
    int t = at + same;
    if (t < text.length() && maySlip(text.charAt(t))) {
      if (maySlip(phrase.charAt(p)) && isAt(phrase, p + 1, text, t + 1)) {
        return t + 1 + phrase.length() - (p + 1);
      }
      if (isAt(phrase, p, text, t + 1)) {
        return t + 1 + phrase.length() - p;
      }
    }
    if (mayLeaveOut(phrase) && maySlip(phrase.charAt(p)) && isAt(phrase, p + 1, text, t)) {
      return p + 1 < phrase.length() ? t + phrase.length() - (p + 1) : -1;
    }
    return -1;
  }

  /**
   * Reads {@code phrase.substring(0, to)} backwards, ending at {@code end} in the text, with
   * exactly one slip.
   *
   * @return where it starts, or −1
   */
  static int startBeforeSlip(String phrase, int to, String text, int end) {
    int same = 0;
    while (same < to
        && end - same > 0
        && phrase.charAt(to - 1 - same) == text.charAt(end - 1 - same)) {
      same++;
    }
    if (same == to) {
      return -1;
    }
    int p = to - 1 - same;
    int t = end - 1 - same;
    if (t >= 0 && maySlip(text.charAt(t))) {
      if (maySlip(phrase.charAt(p)) && isBefore(phrase, p, text, t)) {
        return t - p;
      }
      if (isBefore(phrase, p + 1, text, t)) {
        return t - (p + 1);
      }
    }
    if (mayLeaveOut(phrase)
        && p > 0
        && maySlip(phrase.charAt(p))
        && isBefore(phrase, p, text, t + 1)) {
      return t + 1 - p;
    }
    return -1;
  }

  private static boolean maySlip(char c) {
    return !(c >= '0' && c <= '9') && NEVER_SLIPS.indexOf(c) < 0;
  }

  private static boolean isAt(String phrase, int from, String text, int at) {
    return text.startsWith(phrase.substring(from), at);
  }

  private static boolean isBefore(String phrase, int to, String text, int end) {
    return end >= to && text.startsWith(phrase.substring(0, to), end - to);
  }
}
