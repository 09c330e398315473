package dev.hufu.learn.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.policy.model.ModelInputs;
import dev.hufu.policy.model.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Goal: trees taken over say what the library itself says, to 1e-9, their parts too; the same rows
 * give the same bytes; what cannot teach anything is refused. Method: generated rows with gaps.
 */
final class BoostingTest {

  private static final ModelInputs INPUTS =
      new ModelInputs(List.of("a", "b", "c", "same", "sparse"), "plan");

  /** The outcome follows a, and b where a is not known; every ninth number is not known. */
  private static Rows rows(int size, long seed) {
    Random random = new Random(seed);
    Rows rows = new Rows(INPUTS);
    for (int i = 0; i < size; i++) {
      double[] row = {random.nextGaussian(), 100 * random.nextGaussian(), random.nextInt(5), 7, 0};
      row[4] = random.nextInt(20) == 0 ? 1 : 0;
      boolean bad = row[0] + 0.01 * row[1] + 0.5 * random.nextGaussian() + row[4] > 1;
      for (int j = 0; j < 3; j++) {
        if (random.nextInt(9) == 0) {
          row[j] = Double.NaN;
        }
      }
      rows.add(row, bad, random.nextInt(3) == 0 ? 2 : 1);
    }
    return rows;
  }

  private static final BoostPlan SMALL =
      BoostPlan.standard(5).withTrees(25, 0.1).withShape(8, 4, 5);

  @Test
  void saysWhatTheLibrarySays() throws Exception {
    Rows rows = rows(600, 1);
    String text = Boosting.text(rows, Optional.empty(), SMALL, (done, of) -> {}).orThrow();
    Trees trees = LightGbmText.read(text, INPUTS).orThrow();
    assertThat(trees.size()).isEqualTo(25);
    Rows others = rows(400, 2);
    double[] row = new double[INPUTS.size()];
    double[] unknown = {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    others.add(unknown, false, 1);
    others.add(new double[] {1e308, -1e308, 1e-300, -0.0, 3}, true, 1);
    double[] raw = Boosting.nativeRaw(text, others, false);
    double[] parts = Boosting.nativeRaw(text, others, true);
    for (int i = 0; i < others.size(); i++) {
      others.copy(i, row);
      assertThat(trees.raw(row)).isCloseTo(raw[i], within(1e-9));
      double[] own = trees.contributions(row);
      int from = i * (INPUTS.size() + 1);
      for (int input = 0; input < own.length; input++) {
        assertThat(own[input]).isCloseTo(parts[from + input], within(1e-6));
      }
      assertThat(trees.base()).isCloseTo(parts[from + own.length], within(1e-6));
    }
  }

  @Test
  void sameRowsSameBytes() {

    byte[] once = Boosting.train(rows(500, 3), Optional.empty(), SMALL).orThrow().toBytes();
    byte[] again = Boosting.train(rows(500, 3), Optional.empty(), SMALL).orThrow().toBytes();
    assertThat(again).isEqualTo(once);
    byte[] twoThreads =
        Boosting.train(rows(500, 3), Optional.empty(), SMALL.withThreads(2)).orThrow().toBytes();
    assertThat(twoThreads).isEqualTo(once);
    byte[] other =
        Boosting.train(rows(500, 3), Optional.empty(), SMALL.withSeed(6)).orThrow().toBytes();
    assertThat(other).isNotEqualTo(once);
  }

  @Test
  void keepsToTheSignsAskedFor() {
    BoostPlan plan = SMALL.withMonotone(Map.of("a", -1));
    Trees trees = Boosting.train(rows(600, 4), Optional.empty(), plan).orThrow();
    double last = Double.POSITIVE_INFINITY;
    for (double a = -3; a <= 3; a += 0.25) {
      double raw = trees.raw(new double[] {a, 20, 1, 7, 0});
      assertThat(raw).isLessThanOrEqualTo(last + 1e-12);
      last = raw;
    }
  }

  @Test
  void stopsWhereTheHeldOutRowsGainNoMore() {
    BoostPlan plan = SMALL.withTrees(400, 0.3).withPatience(5);
    Trees trees = Boosting.train(rows(300, 5), Optional.of(rows(300, 6)), plan).orThrow();
    assertThat(trees.size()).isBetween(1, 100);
  }

  @Test
  void weightsCount() {
    Rows even = new Rows(INPUTS);
    Rows heavy = new Rows(INPUTS);
    for (int i = 0; i < 200; i++) {
      double[] row = {i % 7, i % 3, 0, 7, 0};
      even.add(row, i % 4 == 0, 1);
      heavy.add(row, i % 4 == 0, i % 4 == 0 ? 5 : 1);
    }
    assertThat(Boosting.train(heavy, Optional.empty(), SMALL).orThrow().base())
        .isGreaterThan(Boosting.train(even, Optional.empty(), SMALL).orThrow().base() + 0.5);
  }

  @Test
  void refusesWhatTeachesNothing() {
    Rows none = new Rows(INPUTS);
    assertThat(code(none)).isEqualTo(Code.LEARN_TOO_FEW);
    Rows oneClass = new Rows(INPUTS);
    oneClass.add(new double[] {1, 2, 3, 7, 0}, true, 1);
    oneClass.add(new double[] {2, 2, 3, 7, 0}, true, 1);
    assertThat(code(oneClass)).isEqualTo(Code.LEARN_ONE_CLASS);
    oneClass.add(new double[] {2, Double.NEGATIVE_INFINITY, 3, 7, 0}, false, 1);
    assertThat(code(oneClass)).isEqualTo(Code.LEARN_NUMBER);
  }

  private static Code code(Rows rows) {
    return Boosting.train(rows, Optional.empty(), SMALL)
        .findRefusal()
        .map(Refusal::code)
        .orElseThrow();
  }

  @Test
  void aModelTextOfAnotherKindIsRefused() {
    assertThat(LightGbmText.read("tree\nversion=v4\n", INPUTS).findRefusal()).isPresent();
    assertThat(LightGbmText.read("", INPUTS).findRefusal()).isPresent();
  }
}
