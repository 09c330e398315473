package dev.hufu.policy.model;

import dev.hufu.kernel.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trees as columns of numbers, one place for each node, the nodes of a tree together and the two
 * children of a node side by side behind it. Filled by {@link Trees} or by a file, then checked.
 */
final class TreeLayout {

  /** In {@link #input}: the node is a leaf. */
  static final int LEAF = -1;

  /** Where each tree begins; one more for the end of the last. */
  final int[] roots;

  /** The input that is asked for, or {@link #LEAF}. */
  final int[] input;

  /** The threshold of a split, the value of a leaf. */
  final double[] number;

  final boolean[] missingLow;

  /** The place of the lower child, the upper one is behind it; unused at leaves. */
  final int[] low;

  final double[] cover;

  TreeLayout(int[] roots) {
    int nodes = roots[roots.length - 1];
    this.roots = roots;
    this.input = new int[nodes];
    this.number = new double[nodes];
    this.missingLow = new boolean[nodes];
    this.low = new int[nodes];
    this.cover = new double[nodes];
  }

  static TreeLayout of(List<TreeNode> trees) {
    int[] roots = new int[trees.size() + 1];
    List<List<TreeNode>> all = new ArrayList<>();
    for (int tree = 0; tree < trees.size(); tree++) {
      all.add(levels(trees.get(tree)));
      roots[tree + 1] = roots[tree] + all.get(tree).size();
    }
    TreeLayout layout = new TreeLayout(roots);
    for (int tree = 0; tree < trees.size(); tree++) {
      layout.fill(roots[tree], all.get(tree));
    }
    return layout;
  }

  /** The nodes of a tree level by level, children side by side. */
  private static List<TreeNode> levels(TreeNode root) {
    List<TreeNode> nodes = new ArrayList<>(List.of(root));
    for (int at = 0; at < nodes.size(); at++) {
      if (nodes.get(at) instanceof TreeNode.Split split) {
        nodes.add(split.low());
        nodes.add(split.high());
      }
    }
    return nodes;
  }

  private void fill(int from, List<TreeNode> nodes) {
    int children = from + 1;
    for (int at = 0; at < nodes.size(); at++) {
      int place = from + at;
      cover[place] = nodes.get(at).cover();
      switch (nodes.get(at)) {
        case TreeNode.Leaf leaf -> {
          input[place] = LEAF;
          number[place] = leaf.value();
        }
        case TreeNode.Split split -> {
          input[place] = split.input();
          number[place] = split.threshold();
          missingLow[place] = split.missingLow();
          low[place] = children;
          children += 2;
        }
      }
    }
  }

  int trees() {
    return roots.length - 1;
  }

  /** What is wrong with it, if anything is. */
  Optional<String> problem(int inputs) {
    for (int tree = 0; tree < trees(); tree++) {
      int from = roots[tree];
      int to = roots[tree + 1];
      if (to <= from) {
        return Optional.of("tree " + tree + ": no node");
      }
      Optional<String> problem = problem(from, to, inputs);
      if (problem.isPresent()) {
        return problem.map(what -> "tree " + String.valueOf(what));
      }
    }
    return Optional.empty();
  }

  private Optional<String> problem(int from, int to, int inputs) {
    int[] depth = new int[to - from];
    boolean[] reached = new boolean[to - from];
    reached[0] = true;
    for (int place = from; place < to; place++) {
      String where = "node " + place + ": ";
      if (!reached[place - from]) {
        return Optional.of(where + "nothing leads to it");
      }
      if (!Double.isFinite(number[place]) || !(cover[place] > 0 && Double.isFinite(cover[place]))) {
        return Optional.of(where + number[place] + ", " + cover[place]);
      }
      if (input[place] == LEAF) {
        continue;
      }
      if (input[place] < 0 || input[place] >= inputs) {
        return Optional.of(where + "input " + input[place]);
      }
      if (low[place] <= place || low[place] >= to - 1 || reached[low[place] - from]) {
        return Optional.of(where + "children at " + low[place]);
      }
      if (depth[place - from] == Limits.MODEL_TREE_DEPTH_MAX) {
        return Optional.of(where + "too deep");
      }
      for (int child = low[place]; child <= low[place] + 1; child++) {
        if (reached[child - from]) {
          return Optional.of(where + "children at " + low[place]);
        }
        reached[child - from] = true;
        depth[child - from] = depth[place - from] + 1;
      }
    }
    return Optional.empty();
  }

  /** Levels below the root of a tree. */
  int depth(int tree) {
    int from = roots[tree];
    int[] depth = new int[roots[tree + 1] - from];
    int deepest = 0;
    for (int place = from; place < roots[tree + 1]; place++) {
      if (input[place] != LEAF) {
        int below = depth[place - from] + 1;
        depth[low[place] - from] = below;
        depth[low[place] + 1 - from] = below;
        deepest = Math.max(deepest, below);
      }
    }
    return deepest;
  }

  /** What a tree says in the mean of its training. */
  double mean(int tree) {
    double sum = 0;
    for (int place = roots[tree]; place < roots[tree + 1]; place++) {
      if (input[place] == LEAF) {
        sum += number[place] * (cover[place] / cover[roots[tree]]);
      }
    }
    return sum;
  }
}
