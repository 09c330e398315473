package dev.hufu.policy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Goal: every model's parts add up to its score, its bytes bring back the same model, and damaged
 * bytes never make one that throws or hangs. Method: random models; bytes cut and changed.
 */
final class ScoreModelTest {

  private static final int INPUTS = 4;

  private static List<ScoreModel> models(long seed) {
    RandomModels random = new RandomModels(seed);
    Trees trees = random.trees(INPUTS, 7, 4);
    Logistic logistic = random.logistic(INPUTS);
    Blend blend =
        new Blend(0.25, List.of(new Blend.Part(0.7, trees), new Blend.Part(-0.4, logistic)));
    return List.of(trees, logistic, blend);
  }

  @Test
  void partsAddUpToTheScore() {
    RandomModels random = new RandomModels(3);
    for (ScoreModel model : models(4)) {
      for (int i = 0; i < 50; i++) {
        double[] row = random.row(INPUTS);
        assertThat(model.base() + Arrays.stream(model.contributions(row)).sum())
            .isCloseTo(model.raw(row), within(1e-10));
        assertThat(model.probability(row)).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void bytesBringBackTheSameModel() {
    RandomModels random = new RandomModels(5);
    for (ScoreModel model : models(6)) {
      ScoreModel again = ScoreModel.read(model.toBytes()).orThrow();
      assertThat(again.inputs()).isEqualTo(model.inputs());
      assertThat(again.toBytes()).isEqualTo(model.toBytes());
      assertThat(again.base()).isEqualTo(model.base());
      for (int i = 0; i < 50; i++) {
        double[] row = random.row(INPUTS);
        assertThat(again.raw(row)).isEqualTo(model.raw(row));
        assertThat(again.contributions(row)).isEqualTo(model.contributions(row));
      }
    }
  }

  @Test
  void damagedBytesAreRefusedOrMakeAModelThatWorks() {
    Random chance = new Random(7);
    double[] row = new RandomModels(8).row(INPUTS);
    for (ScoreModel model : models(9)) {
      byte[] bytes = model.toBytes();
      for (int cut = 0; cut < bytes.length; cut += 1 + bytes.length / 50) {
        assertThat(code(ScoreModel.read(Arrays.copyOf(bytes, cut)))).isEqualTo(Code.MODEL_DAMAGED);
      }
      for (int i = 0; i < 200; i++) {
        byte[] changed = bytes.clone();
        changed[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8));
        switch (ScoreModel.read(changed)) {
          case Outcome.Ok<ScoreModel>(var other) -> {
            double[] any = Arrays.copyOf(row, other.inputs().size());
            assertThat(other.raw(any)).isNotNaN();
          }
          case Outcome.Refused<ScoreModel>(var refusal) ->
              assertThat(refusal.code()).isEqualTo(Code.MODEL_DAMAGED);
        }
      }
      assertThat(code(ScoreModel.read(Arrays.copyOf(bytes, bytes.length + 1))))
          .isEqualTo(Code.MODEL_DAMAGED);
    }
  }

  @Test
  void treesThatTurnBackAreRefused() {
    TreeNode leaf = new TreeNode.Leaf(1, 1);
    TreeNode tree = new TreeNode.Split(0, 0, true, leaf, leaf);
    byte[] bytes = Trees.of(RandomModels.inputs(1), List.of(tree)).toBytes();
    int children = bytes.length - 2 * (Integer.BYTES + 2 * Double.BYTES) - Integer.BYTES;
    assertThat(ByteBuffer.wrap(bytes).getInt(children)).isEqualTo(1);
    for (int wrong : new int[] {0, -1, 2, 7, Integer.MAX_VALUE}) {
      ByteBuffer.wrap(bytes).putInt(children, wrong);
      assertThat(code(ScoreModel.read(bytes))).isEqualTo(Code.MODEL_DAMAGED);
    }
  }

  @Test
  void anotherPlanIsRefused() {
    for (ScoreModel model : models(10)) {
      assertThat(model.servingFor(RandomModels.inputs(INPUTS)).findValue()).containsSame(model);
      ModelInputs otherPlan = new ModelInputs(model.inputs().names(), "sha256:other");
      assertThat(code(model.servingFor(otherPlan))).isEqualTo(Code.MODEL_OTHER);
      assertThat(code(model.servingFor(RandomModels.inputs(INPUTS + 1))))
          .isEqualTo(Code.MODEL_OTHER);
      ModelInputs otherOrder =
          new ModelInputs(model.inputs().names().reversed(), model.inputs().plan());
      assertThat(code(model.servingFor(otherOrder))).isEqualTo(Code.MODEL_OTHER);
    }
  }

  private static Code code(Outcome<ScoreModel> outcome) {
    return outcome.findRefusal().map(Refusal::code).orElseThrow();
  }

  @Test
  void hasLimits() {
    List<String> names =
        IntStream.rangeClosed(0, Limits.MODEL_INPUTS_MAX).mapToObj(i -> "x" + i).toList();
    assertThat(new ModelInputs(names.subList(1, names.size()), "p").size())
        .isEqualTo(Limits.MODEL_INPUTS_MAX);
    assertThatThrownBy(() -> new ModelInputs(names, "p"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ModelInputs(List.of("a", "a"), "p"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(code(ScoreModel.read(new byte[Limits.MODEL_BYTES_MAX + 1])))
        .isEqualTo(Code.MODEL_DAMAGED);
  }

  @Test
  void oneWildNumberDoesNotDecideALogisticAlone() {
    Logistic.Term term = new Logistic.Term(2, 10, 5, 3, -1);
    Logistic model = new Logistic(RandomModels.inputs(1), 0.5, new Logistic.Term[] {term});
    assertThat(model.raw(new double[] {15})).isEqualTo(2.5);
    assertThat(model.raw(new double[] {1e12})).isEqualTo(6.5);
    assertThat(model.raw(new double[] {Double.NaN})).isEqualTo(-0.5);
  }
}
