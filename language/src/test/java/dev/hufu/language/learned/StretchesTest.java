package dev.hufu.language.learned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.language.learned.Stretches.Stretch;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Goal: what is shown as the reason carries the score. */
class StretchesTest {

  private static final BitSet NO_ENDS = new BitSet();

  @Test
  void loudestFirstAndOverSmallGaps() {
    double[] numbers = {0, 2, -0.5, 1, -3, -1, 5, 0, -9, 0.1};
    assertThat(Stretches.loudest(numbers, NO_ENDS, 5))
        .containsExactly(new Stretch(6, 7, 5), new Stretch(1, 4, 2.5));
  }

  @Test
  void atMostSoMany() {
    double[] numbers = {1, -9, 2, -9, 3};
    assertThat(Stretches.loudest(numbers, NO_ENDS, 2))
        .containsExactly(new Stretch(4, 5, 3), new Stretch(2, 3, 2));
  }

  @Test
  void noneGoesOverAnEnd() {
    double[] numbers = {2, 1, 1, 2};
    BitSet ends = new BitSet();
    ends.set(2);
    assertThat(Stretches.loudest(numbers, ends, 5))
        .containsExactly(new Stretch(0, 2, 3), new Stretch(2, 4, 3));
  }

  @Test
  void nothingSpeaksForAScam() {
    assertThat(Stretches.loudest(new double[] {-1, 0, -2}, NO_ENDS, 5)).isEqualTo(List.of());
    assertThat(Stretches.loudest(new double[0], NO_ENDS, 5)).isEqualTo(List.of());
  }
}
