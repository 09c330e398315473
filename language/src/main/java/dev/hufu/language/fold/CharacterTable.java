package dev.hufu.language.fold;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one character folds to: lower case, half width, simplified, without marks; nothing at all
 * for invisible characters and pictures. Computed once from ICU, so that folding a text is a table
 * look-up for each of its units.
 */
final class CharacterTable {

  /** In {@link #single}: the character vanishes. */
  static final char GONE = 0;

  /** In {@link #single}: look into {@link #several} instead. */
  static final char SEVERAL = 0xFFFF;

  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 APART = Normalizer2.getNFDInstance();

  private final char[] single = new char[0x10000];
  private final @Nullable String[] several = new String[0x10000];
  private final Map<Integer, String> pictures;

  /** Only pictures in {@code pictures} mean something; all others vanish. */
  CharacterTable(Map<Integer, String> pictures) {
    this.pictures = new HashMap<>(pictures);
    char[] simplified = simplifiedHan();
    for (int c = 0; c < 0x10000; c++) {
      String folded;
      if (c >= 0x3400 && c <= 0x9FFF) {
        folded = String.valueOf(simplified[c]);
      } else if (c >= 0xAC00 && c <= 0xD7A3) {
        folded = String.valueOf((char) c);
      } else {
        folded = foldBeyondTable(c, simplified);
      }
      put(c, folded);
    }
  }

  private void put(int c, String folded) {
    if (folded.length() == 1) {
      single[c] = folded.charAt(0);
    } else if (folded.isEmpty()) {
      single[c] = GONE;
    } else {
      single[c] = SEVERAL;
      several[c] = folded;
    }
  }

  /** The folded unit, or {@link #GONE}, or {@link #SEVERAL}. */
  char single(char c) {
    return single[c];
  }

  String several(char c) {
    String folded = several[c];
    return folded == null ? "" : folded;
  }

  /** What a code point beyond the basic plane folds to, possibly nothing. */
  String beyond(int codePoint) {
    String picture = pictures.get(codePoint);
    return picture != null ? picture : visible(CASEFOLD.normalize(Character.toString(codePoint)));
  }

  private String foldBeyondTable(int c, char[] simplified) {
    String picture = pictures.get(c);
    if (picture != null) {
      return picture;
    }
    switch (c) {
      case '\n', 0x2028, 0x2029, 0x85 -> {
        return "\n";
      }
      case '\t' -> {
        return " ";
      }
      case 0x2018, 0x2019, 0x02BC, 0xFF07, '`' -> {
        return "'";
      }
      case 0x201C, 0x201D, 0xFF02 -> {
        return "\"";
      }
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212 -> {
        return "-";
      }
      default -> {
        // falls to the general rule below
      }
    }
    if (c >= 0xD800 && c <= 0xDFFF) {
      return "";
    }
    if (Character.getType(c) == Character.SPACE_SEPARATOR) {
      return " ";
    }
    String folded = visible(CASEFOLD.normalize(String.valueOf((char) c)));
    return folded.length() == 1 && folded.charAt(0) < simplified.length
        ? String.valueOf(simplified[folded.charAt(0)])
        : folded;
  }

  /** Without marks that only decorate, without what nobody sees, without pictures. */
  private static String visible(String folded) {
    StringBuilder kept = new StringBuilder();
    APART
        .normalize(folded)
        .codePoints()
        .filter(CharacterTable::isKept)
        .forEach(kept::appendCodePoint);
    return Normalizer2.getNFCInstance().normalize(kept);
  }

  private static boolean isKept(int codePoint) {
    if (codePoint >= 0x300 && codePoint <= 0x36F) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.ENCLOSING_MARK,
          Character.OTHER_SYMBOL,
          Character.MODIFIER_SYMBOL ->
          codePoint == '^';
      default -> true;
    };
  }

  /** Traditional to simplified, character by character, so that positions hold. */
  private static char[] simplifiedHan() {
    char[] table = new char[0x10000];
    for (int c = 0; c < table.length; c++) {
      table[c] = (char) c;
    }
    Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
    StringBuilder han = new StringBuilder();
    for (int c = 0x3400; c <= 0x9FFF; c++) {
      // The line feed keeps rules for compounds from matching across neighbours of the table.
      han.append((char) c).append('\n');
    }
    String[] lines = simplify.transliterate(han.toString()).split("\n");
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].length() == 1) {
        table[0x3400 + i] = lines[i].charAt(0);
      }
    }
    return table;
  }
}
