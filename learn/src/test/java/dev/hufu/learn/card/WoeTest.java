package dev.hufu.learn.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hufu.learn.measure.Stability;
import dev.hufu.policy.card.Scale;
import org.junit.jupiter.api.Test;

/** Goal: the figures others published, to their digits. Method: their counts, our arithmetic. */
class WoeTest {

  @Test
  void checkingAccountOfTheGermanData() {
    double[] good = {139, 164, 49, 348};
    double[] bad = {135, 105, 14, 46};
    assertThat(Woe.information(good, bad)).isCloseTo(0.666011503, within(5e-10));
    double[] weights = Woe.weights(good, bad, 0);
    assertThat(weights[0]).isCloseTo(Math.log(135 / 300.0 / (139 / 700.0)), within(1e-12));
    assertThat(Math.abs(Woe.weights(good, bad, 20)[2])).isLessThan(Math.abs(weights[2]));
  }

  @Test
  void scalesOfThreeTools() {
    Scale usual = new Scale(20, 600, 50);
    assertThat(usual.factor()).isCloseTo(28.85390082, within(5e-9));
    assertThat(usual.offset()).isCloseTo(487.12287620, within(5e-9));
    assertThat(usual.score(10)).isCloseTo(553.561, within(5e-4));
    assertThat(usual.score(20)).isCloseTo(573.561, within(5e-4));
    assertThat(usual.bad(usual.score(4))).isCloseTo(0.2, within(1e-12));
    Scale toad = new Scale(60, 750, 35);
    assertThat(toad.factor()).isCloseTo(86.56170245, within(5e-9));
    assertThat(toad.offset()).isCloseTo(442.24301898, within(5e-9));
    Scale scorecardpy = new Scale(50, 600, 19);
    assertThat(scorecardpy.factor()).isCloseTo(72.13475204, within(5e-9));
    assertThat(scorecardpy.offset()).isCloseTo(387.60362433, within(5e-9));
  }

  @Test
  void stabilityOfTwoPopulations() {
    assertThat(Stability.psi(new double[] {20, 20, 20, 20, 20}, new double[] {25, 20, 20, 20, 15}))
        .isCloseTo(0.025541281, within(5e-10));
    assertThat(Stability.psi(new double[] {10, 20, 30, 25, 15}, new double[] {5, 15, 30, 30, 20}))
        .isCloseTo(0.072541644, within(5e-10));
  }
}
