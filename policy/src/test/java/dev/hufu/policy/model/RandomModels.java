package dev.hufu.policy.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small models and rows by chance, the same for the same seed. */
final class RandomModels {

  private static final String PLAN = "sha256:plan";

  private final Random random;

  RandomModels(long seed) {
    random = new Random(seed);
  }

  static ModelInputs inputs(int size) {
    return new ModelInputs(IntStream.range(0, size).mapToObj(i -> "x" + i).toList(), PLAN);
  }

  Trees trees(int inputs, int number, int depth) {
    List<TreeNode> trees = new ArrayList<>();
    for (int tree = 0; tree < number; tree++) {
      trees.add(node(inputs, depth));
    }
    return Trees.of(inputs(inputs), trees);
  }

  TreeNode node(int inputs, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return new TreeNode.Leaf(random.nextGaussian(), 1 + random.nextInt(50));
    }
    return new TreeNode.Split(
        random.nextInt(inputs),
        random.nextInt(7) - 3,
        random.nextBoolean(),
        node(inputs, depth - 1),
        node(inputs, depth - 1));
  }

  Logistic logistic(int inputs) {
    Logistic.Term[] terms = new Logistic.Term[inputs];
    for (int i = 0; i < inputs; i++) {
      terms[i] =
          new Logistic.Term(
              random.nextGaussian(),
              random.nextGaussian(),
              0.1 + random.nextDouble(),
              3,
              random.nextGaussian());
    }
    return new Logistic(inputs(inputs), random.nextGaussian(), terms);
  }

  /** Numbers around the thresholds, some of them on one, some not known, some beyond all. */
  double[] row(int inputs) {
    double[] row = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      row[i] =
          switch (random.nextInt(6)) {
            case 0 -> Double.NaN;
            case 1 -> random.nextInt(7) - 3;
            case 2 -> random.nextBoolean() ? 1e300 : -1e300;
            default -> 3 * random.nextGaussian();
          };
    }
    return row;
  }
}
