package dev.hufu.policy.model;

/**
 * A decision tree as it grows, before {@link Trees} lays it out.
 *
 * <p>Example: {@code new TreeNode.Split(0, 220.0, true, new TreeNode.Leaf(-4, 990), new
 * TreeNode.Leaf(3, 10))}: up to 220, or not known: -4, above: 3.
 */
public sealed interface TreeNode {

  /** How many rows of the training came here, or their weight. */
  double cover();

  /**
   * Asks for one input.
   *
   * @param input its place
   * @param threshold up to and with it a row goes to {@code low}
   * @param missingLow whether a row that does not know the input goes to {@code low}
   */
  record Split(int input, double threshold, boolean missingLow, TreeNode low, TreeNode high)
      implements TreeNode {
    @Override
    public double cover() {
      return low.cover() + high.cover();
    }
  }

  /**
   * The end of a way.
   *
   * @param value what the tree adds to the score
   */
  record Leaf(double value, double cover) implements TreeNode {}
}
