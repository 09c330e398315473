package dev.hufu.policy.model;

import java.util.Arrays;

/**
 * What each input added to the score of one row: the Shapley values of a tree in which an unknown
 * input sends a row both ways, in the shares of the training. Exact, in polynomial time.
 *
 * <p>Source: Lundberg, Erion and others, "From local explanations to global understanding with
 * explainable AI for trees", Nature Machine Intelligence 2 (2020), algorithm 2.
 */
final class TreeContributions {

  private final TreeLayout layout;
  private final double[] row;
  private final double[] parts;

  TreeContributions(TreeLayout layout, double[] row, double[] parts) {
    this.layout = layout;
    this.row = row;
    this.parts = parts;
  }

  void add(int tree) {
    walk(layout.roots[tree], new Path(layout.depth(tree)), 1, 1, -1);
  }

  /**
   * The different inputs asked for on the way to a node: which share of the training takes this way
   * where one of them is not known, whether the row takes it, and the weights of all subsets by
   * their size.
   */
  private static final class Path {
    int length;
    final int[] input;
    final double[] unknown;
    final double[] known;
    final double[] weight;

    Path(int levels) {
      int most = levels + 2;
      input = new int[most];
      unknown = new double[most];
      known = new double[most];
      weight = new double[most];
    }

    Path(Path other) {
      int room = other.input.length;
      length = other.length;
      input = Arrays.copyOf(other.input, room);
      unknown = Arrays.copyOf(other.unknown, room);
      known = Arrays.copyOf(other.known, room);
      weight = Arrays.copyOf(other.weight, room);
    }

    void extend(double ofUnknown, double ofKnown, int ofInput) {
      int last = length++;
      input[last] = ofInput;
      unknown[last] = ofUnknown;
      known[last] = ofKnown;
      weight[last] = last == 0 ? 1 : 0;
      for (int i = last - 1; i >= 0; i--) {
        weight[i + 1] += ofKnown * weight[i] * (i + 1) / (last + 1);
        weight[i] = ofUnknown * weight[i] * (last - i) / (last + 1);
      }
    }

    /** Takes one input out again. */
    void unwind(int at) {
      int last = length - 1;
      double n = weight[last];
      for (int i = last - 1; i >= 0; i--) {
        if (known[at] != 0) {
          double old = weight[i];
          weight[i] = n * (last + 1) / ((i + 1) * known[at]);
          n = old - weight[i] * unknown[at] * (last - i) / (last + 1);
        } else {
          weight[i] = weight[i] * (last + 1) / (unknown[at] * (last - i));
        }
      }
      for (int i = at; i < last; i++) {
        input[i] = input[i + 1];
        unknown[i] = unknown[i + 1];
        known[i] = known[i + 1];
      }
      length--;
    }

    /** The sum of the weights as they would be without one input. */
    double without(int at) {
      int last = length - 1;
      double n = weight[last];
      double total = 0;
      for (int i = last - 1; i >= 0; i--) {
        if (known[at] != 0) {
          double one = n * (last + 1) / ((i + 1) * known[at]);
          total += one;
          n = weight[i] - one * unknown[at] * (last - i) / (last + 1);
        } else {
          total += weight[i] * (last + 1) / (unknown[at] * (last - i));
        }
      }
      return total;
    }

    int find(int wanted) {
      for (int i = 1; i < length; i++) {
        if (input[i] == wanted) {
          return i;
        }
      }
      return -1;
    }
  }

  private void walk(int node, Path above, double unknown, double known, int input) {
    Path path = new Path(above);
    path.extend(unknown, known, input);
    int asked = layout.input[node];
    if (asked == TreeLayout.LEAF) {
      for (int i = 1; i < path.length; i++) {
        parts[path.input[i]] +=
            path.without(i) * (path.known[i] - path.unknown[i]) * layout.number[node];
      }
      return;
    }
    double knownSoFar = 1;
    double unknownSoFar = 1;
    int before = path.find(asked);
    if (before >= 0) {
      knownSoFar = path.known[before];
      unknownSoFar = path.unknown[before];
      path.unwind(before);
    }
    double x = row[asked];
    boolean goesLow = Double.isNaN(x) ? layout.missingLow[node] : x <= layout.number[node];
    for (int side = 0; side < 2; side++) {
      int child = layout.low[node] + side;
      double share = layout.cover[child] / layout.cover[node];
      double follows = (side == 0) == goesLow ? knownSoFar : 0;
      walk(child, path, share * unknownSoFar, follows, asked);
    }
  }
}
