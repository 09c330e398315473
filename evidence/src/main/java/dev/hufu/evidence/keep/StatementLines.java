package dev.hufu.evidence.keep;

import dev.hufu.kernel.limit.Limits;

/** Values that fit into one line of a statement. */
final class StatementLines {

  private StatementLines() {}

  /** What a person typed as one line: control characters become spaces, the end is cut. */
  static String oneLine(String typed) {
    String line = typed.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
    int most = Limits.ORIGIN_CHARS_MAX;
    if (line.length() <= most) {
      return line;
    }
    return line.substring(0, Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most);
  }

  static void require(String value) {
    if (!oneLine(value).equals(value)) {
      throw new IllegalArgumentException("not one short line");
    }
  }
}
