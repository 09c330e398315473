package dev.hufu.kernel.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Goal: a word keeps its number as long as anybody holds it, and words that nobody holds do not
 * outgrow those that are held. Method: random holders beside a plain map, then all of them gone.
 */
class WordsTest {

  private static final int KINDS = 3_000;

  /** Words are kept without need up to so many in any case. */
  private static final int SPARE = 64;

  private static String word(int kind) {
    return kind % 3 == 0 ? "账户" + kind : kind % 3 == 1 ? "a" + kind : "a longer account " + kind;
  }

  @Test
  void aWordThatIsHeldKeepsItsNumber() {
    Words words = new Words(11);
    Map<Integer, Integer> numbers = new HashMap<>();
    Map<Integer, Integer> holders = new HashMap<>();
    SplittableRandom random = new SplittableRandom(5);
    for (int step = 0; step < 60_000; step++) {
      int kind = random.nextInt(KINDS);
      if (holders.getOrDefault(kind, 0) > 0 && random.nextInt(20) > 8) {
        words.letGo(numbers.getOrDefault(kind, -1));
        holders.merge(kind, -1, Integer::sum);
      } else {
        int number = words.intern(word(kind));
        words.hold(number);
        boolean held = holders.merge(kind, 1, Integer::sum) > 1;
        assertThat(held && !numbers.getOrDefault(kind, -1).equals(number)).isFalse();
        numbers.put(kind, number);
        assertThat(words.word(number)).isEqualTo(word(kind));
      }
      words.settle();
      if (step % 500 == 0) {
        int held = (int) holders.values().stream().filter(count -> count > 0).count();
        assertThat(words.size()).isBetween(held, 2 * held + SPARE);
      }
    }
    holders.forEach(
        (kind, count) -> {
          for (int left = count; left > 0; left--) {
            words.letGo(numbers.getOrDefault(kind, -1));
          }
        });
    words.settle();
    assertThat(words.size()).isLessThanOrEqualTo(SPARE);
  }

  @Test
  void aWordThatComesBackIsStillThere() {
    Words words = new Words(11);
    int number = words.intern("a1");
    words.hold(number);
    words.letGo(number);
    words.settle();
    assertThat(words.intern("a2"))
        .as("the number of a word forgotten would go to this one")
        .isNotEqualTo(number);
    assertThat(words.intern("a1")).isEqualTo(number);
  }
}
