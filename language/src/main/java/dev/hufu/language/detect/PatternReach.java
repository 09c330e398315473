package dev.hufu.language.detect;

/**
 * How long a match of a pattern can be, in UTF-16 units, so that a pattern need only be run near
 * the pieces it needs.
 *
 * <p>Example: {@code 急.{0,8}钱} reaches 20: a dot may stand for two units, and every atom is counted
 * as two. {@link #UNBOUNDED} where there is no limit, where the surroundings matter ({@code ^},
 * {@code \\b}) or where a construct is not understood.
 */
final class PatternReach {

  static final int UNBOUNDED = Integer.MAX_VALUE;

  /** Longer reaches are not worth a window. */
  private static final int WORTHWHILE_MAX = 400;

  private static final int UNITS_OF_ATOM = 2;

  private final String pattern;
  private int at;
  private boolean lost;

  private PatternReach(String pattern) {
    this.pattern = pattern;
  }

  static int of(String pattern) {
    if (pattern.contains("[[") || pattern.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
      return UNBOUNDED;
    }
    PatternReach reader = new PatternReach(pattern);
    long reach = reader.alternatives();
    boolean understood = !reader.lost && reader.at == pattern.length();
    return understood && reach <= WORTHWHILE_MAX ? (int) reach : UNBOUNDED;
  }

  private long alternatives() {
    long longest = sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      longest = Math.max(longest, sequence());
    }
    return longest;
  }

  private long sequence() {
    long sum = 0;
    while (!lost
        && at < pattern.length()
        && pattern.charAt(at) != '|'
        && pattern.charAt(at) != ')') {
      sum += atom() * repetitions();
      lost |= sum > WORTHWHILE_MAX;
    }
    return sum;
  }

  private long atom() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> oneOf();
      case '\\' -> escaped();
      case '^', '$', '*', '+', '?', '{' -> giveUp();
      default -> UNITS_OF_ATOM;
    };
  }

  private long group() {
    if (pattern.startsWith("?:", at)) {
      at += 2;
    } else if (pattern.startsWith("?", at)) {
      return giveUp();
    }
    long inside = alternatives();
    if (at >= pattern.length()) {
      return giveUp();
    }
    at++;
    return inside;
  }

  private long oneOf() {
    if (pattern.startsWith("^", at)) {
      at++;
    }
    boolean first = true;
    while (at < pattern.length() && (first || pattern.charAt(at) != ']')) {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
      first = false;
    }
    if (at >= pattern.length()) {
      return giveUp();
    }
    at++;
    return UNITS_OF_ATOM;
  }

  private long escaped() {
    if (at >= pattern.length()) {
      return giveUp();
    }
    char c = pattern.charAt(at++);
    return Character.isLetterOrDigit(c) && "dDwWsSnrt".indexOf(c) < 0 ? giveUp() : UNITS_OF_ATOM;
  }

  /** Passes over ?, {m}, {m,n} and what makes them reluctant; at most how many. */
  private long repetitions() {
    if (at >= pattern.length()) {
      return 1;
    }
    long most = 1;
    switch (pattern.charAt(at)) {
      case '?' -> at++;
      case '*', '+' -> most = giveUp();
      case '{' -> most = counted();
      default -> {
        return 1;
      }
    }
    if (at < pattern.length() && pattern.charAt(at) == '?') {
      at++;
    }
    return most;
  }

  private long counted() {
    int close = pattern.indexOf('}', at);
    String inside = close < 0 ? "" : pattern.substring(at + 1, close);
    if (!inside.matches("\\d{1,3}(,\\d{1,3})?")) {
      return giveUp();
    }
    at = close + 1;
    return Long.parseLong(inside.substring(inside.indexOf(',') + 1));
  }

  private long giveUp() {
    lost = true;
    return 0;
  }
}
