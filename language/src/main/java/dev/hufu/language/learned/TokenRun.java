package dev.hufu.language.learned;

import dev.hufu.language.fold.FoldedText;
import dev.hufu.language.fold.Folding;
import java.util.Arrays;
import java.util.Set;

/**
 * A folded text as tokens: each Chinese character, each Latin word, each number, address or sum
 * mark is one; punctuation, spaces and the names that collections put in place of people and places
 * are none.
 *
 * <p>Example: "您的积分已满 10000，请登录 www.abc.cn" is 您 的 积 分 已 满 # 请 登 录 @. A text from which others took
 * the numbers ("积分 已 满 DIGIT 请 登录 URL") gives the same.
 */
final class TokenRun {

  /** Stands for any number, and for x where a collection wrote it instead. */
  static final int NUMBER = '#';

  /** Stands for a number long enough to call or to pay to. */
  static final int LONG_NUMBER = '*';

  /** Stands for an address of the web or of mail. */
  static final int ADDRESS = '@';

  /** Stands for any mark of a currency. */
  static final int CURRENCY = '$';

  private static final int LONG_FROM = 7;
  private static final Set<String> GONE = Set.of("name", "place", "names");
  private static final Set<String> NUMBERS = Set.of("digit", "digits");
  private static final Set<String> CALLS =
      Set.of("cellphone", "phone", "hotline", "phonecellphone", "telephone", "tel", "bank");

  private final FoldedText folded;
  private final String original;
  private int[] tokens;
  private int[] from;
  private int[] to;
  private int size;

  private TokenRun(FoldedText folded, String original) {
    this.folded = folded;
    this.original = original;
    int room = Math.max(8, folded.length());
    tokens = new int[room];
    from = new int[room];
    to = new int[room];
  }

  /** The tokens of a folded text. */
  static TokenRun of(FoldedText folded, String original) {
    TokenRun run = new TokenRun(folded, original);
    run.read();
    return run;
  }

  int size() {
    return size;
  }

  /** A character, or a number above all characters that stands for a word. */
  int token(int at) {
    return tokens[at];
  }

  /** Where token {@code at} begins in the folded text. */
  int from(int at) {
    return from[at];
  }

  /** Where token {@code at} ends in the folded text, exclusive. */
  int to(int at) {
    return to[at];
  }

  static boolean isWord(int token) {
    return token > Character.MAX_VALUE;
  }

  private void read() {
    String text = folded.text();
    for (int at = 0; at < text.length(); ) {
      char c = text.charAt(at);
      int end = at + 1;
      if (Folding.isHan(c)) {
        add(c, at, end);
      } else if (isFigure(c)) {
        end = endOfNumber(text, at);
        add(end - at >= LONG_FROM ? LONG_NUMBER : NUMBER, at, end);
      } else if (isLetter(c)) {
        end = endOfWord(text, at);
        int addressEnd = endOfAddress(text, at, end);
        if (addressEnd > end) {
          end = addressEnd;
          add(ADDRESS, at, end);
        } else {
          word(text.substring(at, end), at, end);
        }
      } else if (c == '$' || c == '£' || c == '€' || c == '¥') {
        add(CURRENCY, at, end);
      }
      at = end;
    }
  }

  private void word(String word, int at, int end) {
    if (isCapital(at)) {
      if (GONE.contains(word)) {
        return;
      }
      if (NUMBERS.contains(word) || CALLS.contains(word) || word.startsWith("url")) {
        add(
            NUMBERS.contains(word) ? NUMBER : CALLS.contains(word) ? LONG_NUMBER : ADDRESS,
            at,
            end);
        return;
      }
    }
    if (word.chars().allMatch(letter -> letter == 'x')) {
      add(NUMBER, at, end);
      return;
    }
    add(0x10000 | (word.hashCode() & 0x7FFFFFFF), at, end);
  }

  /** Whether two letters of the original are capital: words put in place of others are. */
  private boolean isCapital(int at) {
    int start = folded.span(at, at + 1).start();
    return start + 1 < original.length()
        && Character.isUpperCase(original.charAt(start))
        && Character.isUpperCase(original.charAt(start + 1));
  }

  private void add(int token, int at, int end) {
    if (size > 0
        && token == tokens[size - 1]
        && (token == NUMBER || token == LONG_NUMBER || token == ADDRESS)) {
      to[size - 1] = end;
      return;
    }
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, size * 2);
      from = Arrays.copyOf(from, size * 2);
      to = Arrays.copyOf(to, size * 2);
    }
    tokens[size] = token;
    from[size] = at;
    to[size++] = end;
  }

  private static boolean isFigure(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return Folding.isLatin(c) && !isFigure(c);
  }

  private static int endOfNumber(String text, int at) {
    int end = at + 1;
    while (end < text.length()
        && (isFigure(text.charAt(end))
            || end + 1 < text.length()
                && ".,-:/ ".indexOf(text.charAt(end)) >= 0
                && isFigure(text.charAt(end + 1)))) {
      end++;
    }
    return end;
  }

  private static int endOfWord(String text, int at) {
    int end = at + 1;
    while (end < text.length()
        && (isLetter(text.charAt(end))
            || text.charAt(end) == '\''
                && end + 1 < text.length()
                && isLetter(text.charAt(end + 1)))) {
      end++;
    }
    return end;
  }

  /** Where an address that begins with this word ends, or the end of the word if it is none. */
  private static int endOfAddress(String text, int at, int wordEnd) {
    int end = wordEnd;
    boolean dotted = false;
    while (end < text.length() && isOfAddress(text.charAt(end))) {
      boolean joins =
          (text.charAt(end) == '.' || text.charAt(end) == '@')
              && end + 1 < text.length()
              && isLetter(text.charAt(end + 1));
      dotted |= joins;
      end++;
    }
    boolean scheme = text.startsWith("http", at) && text.startsWith("://", wordEnd);
    return dotted || scheme ? end : wordEnd;
  }

  private static boolean isOfAddress(char c) {
    return Folding.isLatin(c) || "./:@-_?=&%#~+".indexOf(c) >= 0;
  }
}
