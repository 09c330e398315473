package dev.hufu.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Goal: a pattern is never left out wrongly. Method: random patterns against random texts; whenever
 * the pattern matches, each group of needed pieces must be met.
 */
class NeededPiecesTest {

  @Test
  void readsWhatAPatternNeeds() {
    assertThat(NeededPieces.of("(急|马上).{0,8}(钱|转)"))
        .containsExactly(Set.of("急", "马上"), Set.of("钱", "转"));
    assertThat(NeededPieces.of("验证码?[0-9]{6}")).containsExactly(Set.of("验证"));
    assertThat(NeededPieces.of("a|b?")).isEmpty();
    assertThat(NeededPieces.of("[[:alpha:]]x")).isEmpty();
    assertThat(NeededPieces.of("(?i)abc")).isEmpty();
  }

  @Test
  void neverLeavesAMatchOut() {
    Random random = new Random(7);
    int matches = 0;
    for (int round = 0; round < 4000; round++) {
      String written = pattern(random, 3);
      Pattern pattern = Pattern.compile(written);
      List<Set<String>> needed = NeededPieces.of(written);
      for (int i = 0; i < 5; i++) {
        String text = text(random);
        Matcher matcher = pattern.matcher(text);
        if (matcher.find()) {
          matches++;
          assertThat(needed)
              .as(written + " in " + text)
              .allMatch(group -> group.stream().anyMatch(text::contains));
        }
      }
    }
    assertThat(matches).isGreaterThan(1000);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append("abc]1急".charAt(random.nextInt(6)));
    }
    return text.toString();
  }

  private static String pattern(Random random, int depth) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      out.append(
          switch (random.nextInt(depth > 0 ? 9 : 5)) {
            case 0, 1 -> "" + "abc急".charAt(random.nextInt(4));
            case 2 -> "[ab]";
            case 3 -> List.of("[^a]", "\\d", "[a-c]", "[\\]a]", "\\ba").get(random.nextInt(5));
            case 4 -> ".";
            case 5 -> "(" + pattern(random, depth - 1) + "|" + pattern(random, depth - 1) + ")";
            case 6 -> "(?:" + pattern(random, depth - 1) + ")";
            case 7 -> "(?s:" + pattern(random, depth - 1) + ")";
            default -> "(" + pattern(random, depth - 1) + ")";
          });
      out.append(List.of("", "", "", "?", "*", "+", "{0,2}", "{1,2}", "+?").get(random.nextInt(9)));
    }
    return out.toString();
  }
}
