package dev.hufu.language.extract;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number in English words with a hundred, thousand or grand in it: "two hundred", "a thousand",
 * "five grand", "twenty thousand".
 */
record EnglishNumber(BigDecimal value, boolean hasUnit, int end) {

  private static final Map<String, Integer> COUNTS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("twelve", 12),
          Map.entry("fifteen", 15),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));

  private static final Map<String, Integer> UNITS =
      Map.of("hundred", 100, "thousand", 1000, "grand", 1000, "million", 1_000_000);

  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000L);

  static @Nullable EnglishNumber at(String text, int from) {
    if (from > 0 && isLetter(text.charAt(from - 1)) || !isLetter(text.charAt(from))) {
      return null;
    }
    int countEnd = wordEnd(text, from);
    Integer count = COUNTS.get(text.substring(from, countEnd));
    if (count == null || countEnd >= text.length() || !isSpace(text.charAt(countEnd))) {
      return null;
    }
    BigDecimal value = BigDecimal.valueOf(count);
    int end = countEnd;
    while (end < text.length() && isSpace(text.charAt(end))) {
      int unitEnd = wordEnd(text, end + 1);
      Integer unit = UNITS.get(text.substring(end + 1, unitEnd));
      if (unit == null || value.compareTo(LARGEST) > 0) {
        break;
      }
      value = value.multiply(BigDecimal.valueOf(unit));
      end = unitEnd;
    }
    return end == countEnd ? null : new EnglishNumber(value, true, end);
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < 12 && isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '-';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
