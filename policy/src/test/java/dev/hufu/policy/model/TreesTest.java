package dev.hufu.policy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hufu.kernel.limit.Limits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Goal: trees laid out flat say what the trees say, and the parts of a score are the Shapley values
 * by their definition. Method: plain recursion and a sum over all subsets beside them.
 */
final class TreesTest {

  @Test
  void saysWhatThePlainTreesSay() {
    RandomModels random = new RandomModels(1);
    for (int round = 0; round < 100; round++) {
      Trees trees = random.trees(5, 1 + round % 9, 1 + round % 6);
      List<TreeNode> plain = trees.list();
      for (int i = 0; i < 20; i++) {
        double[] row = random.row(5);
        double sum = plain.stream().mapToDouble(tree -> walk(tree, row)).sum();
        assertThat(trees.raw(row)).isCloseTo(sum, within(1e-12));
      }
    }
  }

  /** The two ways to score say the same to the last bit, on thresholds and beyond all of them. */
  @Test
  void askedFromTheInputsTheySayWhatTheWalkSays() {
    RandomModels random = new RandomModels(3);
    double[] edges = {Double.NEGATIVE_INFINITY, -0.0, 0.0, Double.MAX_VALUE};
    for (int depth = 0; depth <= 6; depth++) {
      for (int inputs = 1; inputs <= 9; inputs += 2) {
        Trees trees = random.trees(inputs, 7, depth);
        assertThat(trees.masked()).isTrue();
        for (int i = 0; i < 40; i++) {
          double[] row = random.row(inputs);
          row[i % inputs] = i < edges.length ? edges[i] : row[i % inputs];
          assertThat(trees.raw(row)).isEqualTo(trees.walked(row));
        }
      }
    }
  }

  /** A tree has a bit for each leaf: 64 fit a word, 65 are walked. */
  @Test
  void treesOfMoreLeavesThanAWordHasBitsAreWalked() {
    for (int leaves : new int[] {16, 17, 32, 33, 64, 65}) {
      TreeNode chain = new TreeNode.Leaf(leaves, 1);
      for (int i = 1; i < leaves; i++) {
        TreeNode leaf = new TreeNode.Leaf(i, 1);
        // both sides grow, so that the tree stays shallow enough
        chain =
            i % 2 == 0
                ? new TreeNode.Split(0, i, i % 3 == 0, leaf, chain)
                : new TreeNode.Split(1, -i, i % 3 == 0, chain, leaf);
      }
      Trees trees = Trees.of(RandomModels.inputs(2), List.of(chain, chain));
      assertThat(trees.masked()).isEqualTo(leaves <= 64);
      for (double x = -leaves - 0.5; x <= leaves + 1; x += 0.5) {
        for (double y : new double[] {Double.NaN, -leaves, -2.5, 0, Double.POSITIVE_INFINITY}) {
          double[] row = {x, y};
          assertThat(trees.raw(row)).isEqualTo(2 * walk(chain, row));
        }
      }
    }
  }

  private static double walk(TreeNode node, double[] row) {
    return switch (node) {
      case TreeNode.Leaf leaf -> leaf.value();
      case TreeNode.Split split -> walk(goesLow(split, row) ? split.low() : split.high(), row);
    };
  }

  private static boolean goesLow(TreeNode.Split split, double[] row) {
    double x = row[split.input()];
    return Double.isNaN(x) ? split.missingLow() : x <= split.threshold();
  }

  @Test
  void partsAreShapleyValues() {
    RandomModels random = new RandomModels(2);
    for (int round = 0; round < 60; round++) {
      int inputs = 1 + round % 6;
      Trees trees = random.trees(inputs, 1 + round % 3, 5);
      double[] row = random.row(inputs);
      double[] parts = trees.contributions(row);
      for (int input = 0; input < inputs; input++) {
        assertThat(parts[input]).isCloseTo(shapley(trees, row, input), within(1e-10));
      }
      assertThat(trees.base() + Arrays.stream(parts).sum())
          .isCloseTo(trees.raw(row), within(1e-10));
    }
  }

  /** By the definition: over all subsets of the other inputs. */
  private static double shapley(Trees trees, double[] row, int input) {
    int inputs = row.length;
    double sum = 0;
    for (int subset = 0; subset < 1 << inputs; subset++) {
      if ((subset >>> input & 1) == 0) {
        int size = Integer.bitCount(subset);
        double weight = factorial(size) * factorial(inputs - size - 1) / factorial(inputs);
        double with = 0;
        double without = 0;
        for (TreeNode tree : trees.list()) {
          with += expected(tree, row, subset | 1 << input);
          without += expected(tree, row, subset);
        }
        sum += weight * (with - without);
      }
    }
    return sum;
  }

  private static double expected(TreeNode node, double[] row, int known) {
    return switch (node) {
      case TreeNode.Leaf leaf -> leaf.value();
      case TreeNode.Split split -> {
        if ((known >>> split.input() & 1) != 0) {
          yield expected(goesLow(split, row) ? split.low() : split.high(), row, known);
        }
        yield (split.low().cover() * expected(split.low(), row, known)
                + split.high().cover() * expected(split.high(), row, known))
            / split.cover();
      }
    };
  }

  private static double factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }

  @Test
  void anInputThatNoTreeAsksForAddsNothing() {
    TreeNode tree =
        new TreeNode.Split(0, 220, true, new TreeNode.Leaf(-4, 990), new TreeNode.Leaf(3, 10));
    Trees trees = Trees.of(RandomModels.inputs(2), List.of(tree));
    assertThat(trees.base()).isCloseTo(-3.93, within(1e-12));
    assertThat(trees.contributions(new double[] {300, 7})).containsExactly(6.93, 0);
    assertThat(trees.raw(new double[] {Double.NaN, 7})).isEqualTo(-4);
    assertThat(trees.raw(new double[] {220, 7})).isEqualTo(-4);
    assertThat(trees.probability(new double[] {221, 7})).isCloseTo(0.95257, within(1e-5));
  }

  @Test
  void refusesTreesThatAreNone() {
    ModelInputs inputs = RandomModels.inputs(1);
    TreeNode leaf = new TreeNode.Leaf(1, 1);
    for (TreeNode wrong :
        List.of(
            new TreeNode.Leaf(Double.NaN, 1),
            new TreeNode.Leaf(1, 0),
            new TreeNode.Split(1, 0, true, leaf, leaf),
            new TreeNode.Split(-1, 0, true, leaf, leaf),
            new TreeNode.Split(0, Double.POSITIVE_INFINITY, true, leaf, leaf))) {
      assertThatThrownBy(() -> Trees.of(inputs, List.of(wrong)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void isAsDeepAsItMayBeAndNoDeeper() {
    ModelInputs inputs = RandomModels.inputs(1);
    TreeNode chain = new TreeNode.Leaf(1, 1);
    for (int level = 0; level < Limits.MODEL_TREE_DEPTH_MAX; level++) {
      chain = new TreeNode.Split(0, level, true, new TreeNode.Leaf(level, 1), chain);
    }
    Trees deep = Trees.of(inputs, List.of(chain));
    double[] row = {30.5};
    assertThat(deep.base() + deep.contributions(row)[0]).isCloseTo(deep.raw(row), within(1e-9));
    TreeNode deeper = new TreeNode.Split(0, 99, true, new TreeNode.Leaf(0, 1), chain);
    assertThatThrownBy(() -> Trees.of(inputs, List.of(deeper)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
