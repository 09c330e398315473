package dev.hufu.bench;

import dev.hufu.policy.model.ModelInputs;
import dev.hufu.policy.model.TreeNode;
import dev.hufu.policy.model.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One event scored by 300 trees of up to 16 leaves and 6 levels over 32 inputs, a tenth of them not
 * known: laid out flat, walked as objects, and taken apart into what each input added.
 */
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ModelBenchmark {

  private static final int TREES = 300;
  private static final int INPUTS = 32;
  private static final int LEVELS = 6;
  private static final int ROWS = 4096;

  private Trees flat;
  private List<TreeNode> objects;
  private double[][] rows;
  private int turn;

  @Setup
  public void make() {
    Random random = new Random(7);
    ModelInputs inputs =
        new ModelInputs(IntStream.range(0, INPUTS).mapToObj(i -> "x" + i).toList(), "bench");
    objects = new ArrayList<>();
    for (int tree = 0; tree < TREES; tree++) {
      objects.add(node(random, LEVELS, 16));
    }
    flat = Trees.of(inputs, objects);
    rows = new double[ROWS][INPUTS];
    for (double[] row : rows) {
      for (int i = 0; i < INPUTS; i++) {
        row[i] = random.nextInt(10) == 0 ? Double.NaN : random.nextGaussian();
      }
    }
  }

  /** Splits its leaves unevenly, as grown trees do. */
  private static TreeNode node(Random random, int levels, int leaves) {
    if (levels == 0 || leaves == 1) {
      return new TreeNode.Leaf(random.nextGaussian(), 1 + random.nextInt(100));
    }
    int low = 1 + random.nextInt(leaves - 1);
    return new TreeNode.Split(
        random.nextInt(INPUTS),
        random.nextGaussian(),
        random.nextBoolean(),
        node(random, levels - 1, low),
        node(random, levels - 1, leaves - low));
  }

  /** Another row each time, so that no branch is learnt. */
  private double[] row() {
    turn = (turn + 1) & (ROWS - 1);
    return rows[turn];
  }

  @Benchmark
  public double flatTrees() {
    return flat.raw(row());
  }

  @Benchmark
  public double treesOfObjects() {
    double[] row = row();
    double sum = 0;
    for (int tree = 0; tree < TREES; tree++) {
      TreeNode node = objects.get(tree);
      while (node instanceof TreeNode.Split split) {
        double x = row[split.input()];
        boolean low = Double.isNaN(x) ? split.missingLow() : x <= split.threshold();
        node = low ? split.low() : split.high();
      }
      sum += ((TreeNode.Leaf) node).value();
    }
    return sum;
  }

  /** For explanations only. */
  @Benchmark
  public double[] contributions() {
    return flat.contributions(row());
  }
}
