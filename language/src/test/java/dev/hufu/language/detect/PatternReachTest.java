package dev.hufu.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.hufu.language.detect.CueIndex.Found;
import dev.hufu.language.fold.FoldedText;
import dev.hufu.language.fold.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Goal: patterns that are run only near their pieces find what they find on the whole text. Method:
 * random patterns on random texts, against every pattern run on everything.
 */
class PatternReachTest {

  private static final Comparator<Found> PLACE =
      Comparator.comparing(Found::from).thenComparing(Found::to);

  @Test
  void countsTheLongestMatch() {
    assertThat(PatternReach.of("急.{0,8}钱")).isEqualTo(20);
    assertThat(PatternReach.of("(借|借给你)我?")).isEqualTo(8);
    assertThat(PatternReach.of("[^还书]{2}\\d")).isEqualTo(6);
    for (String pattern :
        List.of(
            "借.*钱", "借\\w+", "^借", "借$", "\\b借", "借{3,}", "(?i)借", "[[:alpha:]]", "\\pL", "😀")) {
      assertThat(PatternReach.of(pattern)).as(pattern).isEqualTo(PatternReach.UNBOUNDED);
    }
    assertThat(PatternReach.of("借.{0,199}")).isEqualTo(400);
    assertThat(PatternReach.of("借.{0,200}")).isEqualTo(PatternReach.UNBOUNDED);
  }

  @Test
  void findsWhatTheWholeTextGives() {
    Random random = new Random(11);
    int matches = 0;
    int bounded = 0;
    for (int round = 0; round < 1500; round++) {
      String written = pattern(random, 2);
      Pattern pattern = Pattern.compile(written);
      if (pattern.matcher("").matches()) {
        continue;
      }
      bounded += PatternReach.of(written) < 30 && !NeededPieces.of(written).isEmpty() ? 1 : 0;
      CueIndex index =
          new CueIndex(
              List.of(SmallBook.cue("one", Map.of(), List.of(), List.of(written))),
              Folding.standard());
      for (int i = 0; i < 4; i++) {
        FoldedText text = Folding.standard().letters(text(random));
        List<Found> expected = naive(pattern, text.text());
        assertThat(index.find(text).stream().sorted(PLACE))
            .as(written + " in " + text.text())
            .containsExactlyElementsOf(expected);
        matches += expected.size();
      }
    }
    assertThat(matches).isGreaterThan(1500);
    assertThat(bounded).isGreaterThan(400);
  }

  private static List<Found> naive(Pattern pattern, String text) {
    List<Found> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        found.add(new Found(0, matcher.start(), matcher.end(), false));
      }
    }
    return found;
  }

  /** Long enough that stretches lie apart; 𠀀 takes two units. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 60 + random.nextInt(60); i >= 0; i--) {
      text.appendCodePoint("急钱转人人人人人人人𠀀𠀀\n".codePoints().toArray()[random.nextInt(13)]);
    }
    return text.toString();
  }

  private static String pattern(Random random, int depth) {
    StringBuilder out = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i >= 0; i--) {
      out.append(
          switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> "急";
            case 1 -> "钱";
            case 2 -> "转" + (random.nextBoolean() ? "?" : "");
            case 3 -> ".{0," + (1 + random.nextInt(4)) + "}";
            case 4 -> "[急人]";
            case 5 -> random.nextBoolean() ? "[^钱]{1,2}" : ".";
            case 6, 7 -> "(" + pattern(random, depth - 1) + "|" + pattern(random, depth - 1) + ")";
            default -> "(?:" + pattern(random, depth - 1) + ")" + "?*".charAt(random.nextInt(2));
          });
    }
    return out.toString();
  }
}
