package dev.hufu.language.fold;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Traditional to simplified, character by character, so that positions hold: 錢 is 钱.
 *
 * <p>The pairs lie in {@code simplified.txt} beside this class: those of ICU's transliterator
 * Traditional-Simplified, which takes half a second to build them anew. A test holds them equal.
 */
final class SimplifiedHan {

  private static final char FIRST = 0x3400;
  private static final char LAST = 0x9FFF;

  private final char[] table = new char[LAST - FIRST + 1];

  private SimplifiedHan(String traditional, String simplified) {
    for (int i = 0; i < table.length; i++) {
      table[i] = (char) (FIRST + i);
    }
    for (int i = 0; i < traditional.length(); i++) {
      table[traditional.charAt(i) - FIRST] = simplified.charAt(i);
    }
  }

  /** Reads one line of traditional and one line of simplified characters; # begins a remark. */
  static SimplifiedHan read(InputStream in) throws IOException {
    List<String> lines =
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList();
    if (lines.size() != 2 || lines.get(0).length() != lines.get(1).length()) {
      throw new IOException("simplified.txt must be two lines of the same length");
    }
    return new SimplifiedHan(lines.get(0), lines.get(1));
  }

  /** The simplified character; itself where it has no other form. */
  char of(char c) {
    return c >= FIRST && c <= LAST ? table[c - FIRST] : c;
  }
}
