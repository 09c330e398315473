package dev.hufu.learn.boost;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.model.ModelInputs;
import dev.hufu.policy.model.TreeNode;
import dev.hufu.policy.model.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads LightGBM's model text, format 4, as {@link Trees}. Only what {@link BoostPlan} can bring
 * about is understood: one score for each row, splits at a threshold, values that add up.
 *
 * <p>Source: LightGBM 4.3, {@code src/io/tree.cpp}: bit 1 of {@code decision_type} says that
 * missing rows go left, bits 2 and 3 what counts as missing; where nothing was missing in the
 * training, {@code NaN} is compared as 0.
 */
final class LightGbmText {

  private static final int CATEGORICAL = 1;
  private static final int DEFAULT_LEFT = 2;
  private static final int MISSING_SHIFT = 2;
  private static final int MISSING_NONE = 0;
  private static final int MISSING_NAN = 2;

  private LightGbmText() {}

  static Outcome<Trees> read(String text, ModelInputs inputs) {
    try {
      String[] blocks = text.split("\n\n+");
      Map<String, String> head = block(blocks[0]);
      if (!"1".equals(head.get("num_tree_per_iteration"))
          || !String.valueOf(head.get("objective")).startsWith("binary sigmoid:1")
          || head.containsKey("average_output")
          || head.containsKey("tree")) {
        return refused("not one score for yes or no");
      }
      List<TreeNode> trees = new ArrayList<>();
      for (String block : blocks) {
        if (block.startsWith("Tree=")) {
          trees.add(tree(block(block)));
        }
      }
      return trees.isEmpty() ? refused("no tree") : Outcome.of(Trees.of(inputs, trees));
    } catch (IllegalArgumentException unreadable) {
      return refused(String.valueOf(unreadable.getMessage()));
    }
  }

  private static Outcome<Trees> refused(String what) {
    return Outcome.refused(Code.TRAINING_FAILED, what);
  }

  private static Map<String, String> block(String block) {
    Map<String, String> lines = new HashMap<>();
    for (String line : block.split("\n")) {
      int sign = line.indexOf('=');
      if (sign > 0) {
        lines.put(line.substring(0, sign), line.substring(sign + 1));
      }
    }
    return lines;
  }

  private static TreeNode tree(Map<String, String> lines) {
    if (!"0".equals(lines.get("num_cat")) || !"0".equals(lines.get("is_linear"))) {
      throw new IllegalArgumentException("categories or lines in leaves");
    }
    double[] values = numbers(lines, "leaf_value");
    if (values.length == 1) {
      return new TreeNode.Leaf(values[0], 1);
    }
    return new Tree(
            numbers(lines, "split_feature"),
            numbers(lines, "threshold"),
            numbers(lines, "decision_type"),
            numbers(lines, "left_child"),
            numbers(lines, "right_child"),
            values,
            numbers(lines, "leaf_count"))
        .node(0, 0);
  }

  private static double[] numbers(Map<String, String> lines, String name) {
    String line = lines.get(name);
    if (line == null) {
      throw new IllegalArgumentException("no " + name);
    }
    String[] words = line.trim().split(" +");
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = number(words[i]);
    }
    return numbers;
  }

  /**
   * A split of what is known from what is not has the threshold inf: every finite number is below.
   */
  private static double number(String word) {
    return switch (word) {
      case "inf" -> Double.MAX_VALUE;
      case "-inf" -> -Double.MAX_VALUE;
      default -> Double.parseDouble(word);
    };
  }

  /** The columns of one tree; a negative child is a leaf. */
  private static final class Tree {
    private final double[] input;
    private final double[] threshold;
    private final double[] type;
    private final double[] left;
    private final double[] right;
    private final double[] value;
    private final double[] count;

    Tree(
        double[] input,
        double[] threshold,
        double[] type,
        double[] left,
        double[] right,
        double[] value,
        double[] count) {
      this.input = input;
      this.threshold = threshold;
      this.type = type;
      this.left = left;
      this.right = right;
      this.value = value;
      this.count = count;
    }

    TreeNode node(int at, int depth) {
      if (at < 0) {
        return new TreeNode.Leaf(value[~at], count[~at]);
      }
      if (depth > input.length) {
        throw new IllegalArgumentException("a circle at node " + at);
      }
      return new TreeNode.Split(
          (int) input[at],
          threshold[at],
          missingLow((int) type[at], threshold[at]),
          node((int) left[at], depth + 1),
          node((int) right[at], depth + 1));
    }

    private static boolean missingLow(int type, double threshold) {
      int missing = type >>> MISSING_SHIFT;
      if ((type & CATEGORICAL) != 0 || (missing != MISSING_NONE && missing != MISSING_NAN)) {
        throw new IllegalArgumentException("decision_type " + type);
      }
      return missing == MISSING_NAN ? (type & DEFAULT_LEFT) != 0 : 0 <= threshold;
    }
  }
}
