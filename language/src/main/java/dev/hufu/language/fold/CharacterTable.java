package dev.hufu.language.fold;

import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What one character folds to: lower case, half width, simplified, without marks; nothing at all
 * for invisible characters and pictures. Computed from ICU, 256 neighbours at a time and when first
 * asked for, so that folding a text is a table look-up for each of its units and a short text does
 * not wait for characters it has not.
 */
final class CharacterTable {

  /** In {@link #single}: the character vanishes. */
  static final char GONE = 0;

  /** In {@link #single}: look into {@link #several} instead. */
  static final char SEVERAL = 0xFFFF;

  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 APART = Normalizer2.getNFDInstance();

  private static final int PAGE_BITS = 8;
  private static final int PAGE_SIZE = 1 << PAGE_BITS;

  /** What 256 neighbouring characters fold to; never changed once it is seen by another thread. */
  private static final class Page {
    final char[] single = new char[PAGE_SIZE];
    final @Nullable String[] several = new String[PAGE_SIZE];

    void put(int at, String folded) {
      if (folded.length() == 1) {
        single[at] = folded.charAt(0);
      } else if (folded.isEmpty()) {
        single[at] = GONE;
      } else {
        single[at] = SEVERAL;
        several[at] = folded;
      }
    }
  }

  /** Two threads may compute the same page; both come to the same. */
  private final AtomicReferenceArray<@Nullable Page> pages =
      new AtomicReferenceArray<>(0x10000 >> PAGE_BITS);

  private final SimplifiedHan simplified;
  private final Map<Integer, String> pictures;

  /** Only pictures in {@code pictures} mean something; all others vanish. */
  CharacterTable(Map<Integer, String> pictures, SimplifiedHan simplified) {
    this.pictures = new HashMap<>(pictures);
    this.simplified = simplified;
  }

  private Page page(char c) {
    int number = c >> PAGE_BITS;
    Page known = pages.getAcquire(number);
    return known == null ? compute(number) : known;
  }

  private Page compute(int number) {
    Page page = new Page();
    for (int at = 0; at < PAGE_SIZE; at++) {
      page.put(at, folded((char) (number << PAGE_BITS | at)));
    }
    pages.setRelease(number, page);
    return page;
  }

  private String folded(char c) {
    if (c >= 0x3400 && c <= 0x9FFF) {
      return String.valueOf(simplified.of(c));
    }
    return c >= 0xAC00 && c <= 0xD7A3 ? String.valueOf(c) : foldBeyondHan(c);
  }

  /** The folded unit, or {@link #GONE}, or {@link #SEVERAL}. */
  char single(char c) {
    return page(c).single[c & PAGE_SIZE - 1];
  }

  String several(char c) {
    String folded = page(c).several[c & PAGE_SIZE - 1];
    return folded == null ? "" : folded;
  }

  /** What a code point beyond the basic plane folds to, possibly nothing. */
  String beyond(int codePoint) {
    String picture = pictures.get(codePoint);
    return picture != null ? picture : visible(CASEFOLD.normalize(Character.toString(codePoint)));
  }

  private String foldBeyondHan(char c) {
    String picture = pictures.get((int) c);
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
    String folded = visible(CASEFOLD.normalize(String.valueOf(c)));
    return folded.length() == 1 ? String.valueOf(simplified.of(folded.charAt(0))) : folded;
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
}
