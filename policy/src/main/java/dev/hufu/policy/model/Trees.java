package dev.hufu.policy.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Boosted trees whose values add up. Trees of at most 64 leaves are asked from their inputs, see
 * {@link TreeMasks}. Others are walked through a few arrays, levels of several trees at once: their
 * waits for memory overlap, and no branch depends on the row. A thread keeps small arrays of its
 * own; nothing else is allocated.
 *
 * <p>Example: {@code Trees.of(inputs, List.of(tree, tree)).raw(new double[] {57.16, Double.NaN})}.
 */
public final class Trees implements ScoreModel {

  /** So many trees are walked through side by side. */
  private static final int ABREAST = 6;

  private final ModelInputs inputs;
  private final TreeLayout layout;
  private final double base;

  // One node at each place; a leaf leads to itself, whatever the row says.
  private final int[] input;
  private final double[] threshold;
  private final int[] low;
  private final double[] value;
  private final int[] roots;
  private final int[] levels;

  /**
   * What a thread asks the row for: its numbers with the least in place of what is not known, then
   * with the greatest, so that a missing number goes the way its node wants by itself.
   */
  private final ThreadLocal<double[]> scratch;

  private final Optional<TreeMasks> masks;

  Trees(ModelInputs inputs, TreeLayout layout) {
    this.inputs = inputs;
    this.layout = layout;
    int nodes = layout.input.length;
    input = new int[nodes];
    threshold = new double[nodes];
    low = new int[nodes];
    value = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      boolean leaf = layout.input[node] == TreeLayout.LEAF;
      // adding zero makes -0.0 a plain zero, whose difference to zero has no sign
      threshold[node] = leaf ? Double.MAX_VALUE : layout.number[node] + 0.0;
      input[node] = leaf ? 0 : layout.input[node] + (layout.missingLow[node] ? 0 : inputs.size());
      low[node] = leaf ? node : layout.low[node];
      value[node] = leaf ? layout.number[node] : 0;
    }
    scratch = ThreadLocal.withInitial(() -> new double[2 * inputs.size()]);
    roots = layout.roots;
    levels = new int[layout.trees() / ABREAST];
    double mean = 0;
    for (int tree = 0; tree < layout.trees(); tree++) {
      if (tree / ABREAST < levels.length) {
        levels[tree / ABREAST] = Math.max(levels[tree / ABREAST], layout.depth(tree));
      }
      mean += layout.mean(tree);
    }
    base = mean;
    masks = TreeMasks.of(layout);
  }

  /**
   * @throws IllegalArgumentException if a number is not finite, an input is not there, a cover is
   *     not positive, or a tree is deeper than {@code Limits.MODEL_TREE_DEPTH_MAX}
   */
  public static Trees of(ModelInputs inputs, List<TreeNode> trees) {
    TreeLayout layout = TreeLayout.of(trees);
    layout
        .problem(inputs.size())
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    return new Trees(inputs, layout);
  }

  @Override
  public ModelInputs inputs() {
    return inputs;
  }

  /** How many trees there are. */
  public int size() {
    return layout.trees();
  }

  /** Nodes of all trees, leaves included. */
  public int nodes() {
    return input.length;
  }

  @Override
  public double base() {
    return base;
  }

  @Override
  public double raw(double[] row) {
    return masks.isPresent() ? masks.get().sum(row) : walked(row);
  }

  /** Whether the trees are asked from their inputs; else they are walked. */
  boolean masked() {
    return masks.isPresent();
  }

  /** The score from the roots down. */
  double walked(double[] row) {
    double[] asked = scratch.get();
    for (int i = 0, inputsHere = asked.length >>> 1; i < inputsHere; i++) {
      double x = row[i];
      boolean unknown = Double.isNaN(x);
      double within = Math.min(Math.max(x, -Double.MAX_VALUE), Double.MAX_VALUE);
      asked[i] = unknown ? Double.NEGATIVE_INFINITY : within;
      asked[inputsHere + i] = unknown ? Double.POSITIVE_INFINITY : within;
    }
    double sum = 0;
    int tree = 0;
    for (int group = 0; group < levels.length; group++, tree += ABREAST) {
      int a = roots[tree];
      int b = roots[tree + 1];
      int c = roots[tree + 2];
      int d = roots[tree + 3];
      int e = roots[tree + 4];
      int f = roots[tree + 5];
      for (int level = levels[group]; level > 0; level--) {
        a = next(a, asked);
        b = next(b, asked);
        c = next(c, asked);
        d = next(d, asked);
        e = next(e, asked);
        f = next(f, asked);
      }
      sum = sum + value[a] + value[b] + value[c] + value[d] + value[e] + value[f];
    }
    for (; tree < roots.length - 1; tree++) {
      int node = roots[tree];
      while (low[node] != node) {
        node = next(node, asked);
      }
      sum += value[node];
    }
    return sum;
  }

  /** One place further where the row lies above the threshold: the sign of their difference. */
  private int next(int node, double[] asked) {
    double below = threshold[node] - asked[input[node]];
    return low[node] + (int) (Double.doubleToRawLongBits(below) >>> (Long.SIZE - 1));
  }

  @Override
  public double[] contributions(double[] row) {
    double[] parts = new double[inputs.size()];
    TreeContributions one = new TreeContributions(layout, row, parts);
    for (int tree = 0; tree < layout.trees(); tree++) {
      one.add(tree);
    }
    return parts;
  }

  TreeLayout layout() {
    return layout;
  }

  /** The trees once more as they grow, for whoever draws or rewrites them. */
  public List<TreeNode> list() {
    List<TreeNode> list = new ArrayList<>();
    for (int tree = 0; tree < layout.trees(); tree++) {
      list.add(node(layout.roots[tree]));
    }
    return list;
  }

  private TreeNode node(int place) {
    if (layout.input[place] == TreeLayout.LEAF) {
      return new TreeNode.Leaf(layout.number[place], layout.cover[place]);
    }
    return new TreeNode.Split(
        layout.input[place],
        layout.number[place],
        layout.missingLow[place],
        node(layout.low[place]),
        node(layout.low[place] + 1));
  }
}
