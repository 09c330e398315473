package dev.hufu.language.fold;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Folds texts to one spelling: lower case, half width, simplified characters, no invisible
 * characters, no pictures, no spaces or dots between Chinese characters ({@link #letters}); then
 * also known disguises of key words and numbers in characters ({@link #fold}).
 *
 * <p>Example: {@code Folding.standard().fold("加我薇 亻言，兩萬塊").text()} is "加我微信,20000块".
 *
 * <p>Immutable and thread-safe. Cues and patterns are matched on folded text; to compare a phrase
 * with it, fold the phrase too. The disguises lie in {@code variants.tsv} beside this class.
 */
public final class Folding {

  /** Longest run of dots and dashes between two characters that is taken for a trick. */
  private static final int TRICK_LENGTH_MAX = 3;

  /** Spelled figures in a row that are a number to dial or pay to, and not a count. */
  private static final int SPELLED_DIGITS_MIN = 5;

  private final CharacterTable table;
  private final AhoCorasickDoubleArrayTrie<String> variants = new AhoCorasickDoubleArrayTrie<>();

  private Folding(Variants known, SimplifiedHan simplified) {
    table = new CharacterTable(known.pictures(), simplified);
    variants.build(known.spellings());
  }

  /** The folding with the variants that ship with this room. */
  public static Folding standard() {
    return Standard.FOLDING;
  }

  /** Everything: letters, disguises, numbers. */
  public FoldedText fold(String text) {
    FoldedText letters = letters(text);
    List<Change> changes = new ArrayList<>();
    findVariants(letters.text(), changes);
    findNumbers(letters.text(), changes);
    return changes.isEmpty() ? letters : apply(letters, changes);
  }

  /** Characters and spacing only; numbers stay as written. For reading sums and days. */
  public FoldedText letters(String text) {
    FoldedText.Builder folded = new FoldedText.Builder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char single = table.single(c);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        folded.add(table.beyond(text.codePointAt(i)), i, i + 2);
        i++;
      } else if (c == '\r') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
          folded.add('\n', i, i + 1);
        }
      } else if (single == CharacterTable.SEVERAL) {
        folded.add(table.several(c), i, i + 1);
      } else if (single != CharacterTable.GONE) {
        folded.add(single, i, i + 1);
      }
    }
    return closeGaps(folded);
  }

  /** Drops spaces beside Chinese characters and tricks such as 微.信, and joins spaces. */
  private static FoldedText closeGaps(FoldedText.Builder in) {
    FoldedText.Builder out = new FoldedText.Builder(in.length());
    int i = 0;
    while (i < in.length()) {
      char c = in.charAt(i);
      if (!isGap(c)) {
        out.add(c, in.start(i), in.end(i));
        i++;
        continue;
      }
      int end = i;
      boolean onlySpaces = true;
      while (end < in.length() && isGap(in.charAt(end))) {
        onlySpaces &= in.charAt(end) == ' ';
        end++;
      }
      char before = i > 0 ? in.charAt(i - 1) : '\n';
      char after = end < in.length() ? in.charAt(end) : '\n';
      boolean dropped =
          onlySpaces
              ? isHan(before) || isHan(after) || before == '\n' || after == '\n'
              : isHan(before) && isHan(after) && end - i <= TRICK_LENGTH_MAX;
      if (!dropped) {
        copyGap(in, i, end, out);
      }
      i = end;
    }
    return out.build();
  }

  private static void copyGap(FoldedText.Builder in, int from, int to, FoldedText.Builder out) {
    for (int i = from; i < to; i++) {
      if (in.charAt(i) != ' ') {
        out.add(in.charAt(i), in.start(i), in.end(i));
      } else if (i + 1 == to || in.charAt(i + 1) != ' ') {
        out.add(' ', in.start(i), in.end(i));
      }
    }
  }

  private static boolean isGap(char c) {
    return switch (c) {
      case ' ', '.', '-', '_', '*', '·', '•', '|', '/', '\\', '~', '^', '=', '+', '#', '\'', '"' ->
          true;
      default -> false;
    };
  }

  /** Whether a folded unit is a Chinese character. */
  public static boolean isHan(char c) {
    return c >= 0x4E00 && c <= 0x9FFF || c >= 0x3400 && c <= 0x4DBF || c == '〇';
  }

  /** Whether a folded unit is a letter or figure of a script that writes words apart. */
  public static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c > 0x7F && c < 0x250;
  }

  /** A piece of folded text and what stands for it instead. */
  private record Change(int from, int to, String with) {}

  private void findVariants(String text, List<Change> changes) {
    variants.parseText(
        text,
        (begin, end, canonical) -> {
          if (isWhole(text, begin, end)) {
            changes.add(new Change(begin, end, canonical));
          }
        });
  }

  /** Latin ends of a variant must be ends of a word: vx, but not vxworks. */
  private static boolean isWhole(String text, int begin, int end) {
    return !(begin > 0 && isLetter(text.charAt(begin)) && isLetter(text.charAt(begin - 1)))
        && !(end < text.length() && isLetter(text.charAt(end - 1)) && isLetter(text.charAt(end)));
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static void findNumbers(String text, List<Change> changes) {
    for (int i = 0; i < text.length(); i++) {
      if (!Numeral.mayBegin(text.charAt(i))) {
        continue;
      }
      int digits = spelledDigits(text, i);
      if (digits >= SPELLED_DIGITS_MIN) {
        StringBuilder number = new StringBuilder();
        for (int d = i; d < i + digits; d++) {
          number.append(Numeral.digit(text.charAt(d)));
        }
        changes.add(new Change(i, i + digits, number.toString()));
        i += digits - 1;
        continue;
      }
      Numeral numeral = Numeral.at(text, i);
      int end = numeral == null ? afterFigures(text, i) : numeral.end();
      if (numeral != null && isWrittenOut(text, i, numeral)) {
        String plain = numeral.value().stripTrailingZeros().toPlainString();
        changes.add(new Change(i, end, plain));
      }
      i = Math.max(i, end - 1);
    }
  }

  /** Whether a numeral is rewritten: it has a unit, or it counts yuan (but 一块 is "together"). */
  private static boolean isWrittenOut(String text, int from, Numeral numeral) {
    char next = numeral.end() < text.length() ? text.charAt(numeral.end()) : '\n';
    if (numeral.hasUnit()) {
      boolean isMagnified = from == 0 || text.charAt(from - 1) != '.';
      return isMagnified && (!numeral.isBareTen() || "块元天个人年".indexOf(next) >= 0);
    }
    boolean yuan = next == '块' || next == '元';
    return numeral.isSpelled() && yuan && !(text.charAt(from) == '一' && next == '块');
  }

  private static int spelledDigits(String text, int from) {
    int end = from;
    while (end < text.length() && isSpelledDigit(text.charAt(end))) {
      end++;
    }
    return end - from;
  }

  private static boolean isSpelledDigit(char c) {
    return c != '两' && c != '俩' && c != '仨' && Numeral.digit(c) >= 0;
  }

  private static int afterFigures(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** Of changes that overlap the first counts, of those that begin together the longest. */
  private static FoldedText apply(FoldedText letters, List<Change> changes) {
    changes.sort(
        Comparator.comparingInt(Change::from)
            .thenComparing(Comparator.comparingInt(Change::to).reversed()));
    FoldedText.Builder out = new FoldedText.Builder(letters.length() + 16);
    int at = 0;
    for (Change change : changes) {
      if (change.from() < at) {
        continue;
      }
      for (; at < change.from(); at++) {
        out.add(letters.charAt(at), letters.start(at), letters.end(at));
      }
      out.add(change.with(), letters.start(change.from()), letters.end(change.to() - 1));
      at = change.to();
    }
    for (; at < letters.length(); at++) {
      out.add(letters.charAt(at), letters.start(at), letters.end(at));
    }
    return out.build();
  }

  /** Loaded when first asked for. */
  private static final class Standard {
    static final Folding FOLDING = load();

    private static Folding load() {
      try (var tsv = resource("variants.tsv");
          var han = resource("simplified.txt")) {
        return new Folding(Variants.read(tsv), SimplifiedHan.read(han));
      } catch (IOException e) {
        throw new UncheckedIOException("the tables of folding cannot be read", e);
      }
    }

    private static InputStream resource(String name) throws IOException {
      InputStream in = Folding.class.getResourceAsStream(name);
      if (in == null) {
        throw new IOException(name + " is not in the jar");
      }
      return in;
    }
  }
}
