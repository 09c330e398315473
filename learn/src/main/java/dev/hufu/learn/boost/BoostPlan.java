package dev.hufu.learn.boost;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How boosted trees are grown. {@link #standard} is a sober start; the {@code with} methods change
 * one thing each.
 *
 * <p>Example: {@code BoostPlan.standard(7).withTrees(500, 0.02).withShape(8, 6, 100)}.
 *
 * @param monotone for an input by name 1 where the score may only rise with it, -1 where only fall
 * @param threads the trees are the same with any number; one is quickest on cores that are shared
 */
public record BoostPlan(
    Growth growth,
    Shape shape,
    Shares shares,
    Penalty penalty,
    Map<String, Integer> monotone,
    long seed,
    int threads) {

  /** Values into which an input is cut, at most; LightGBM keeps a byte for each. */
  private static final int BINS_MAX = 255;

  /**
   * How many trees.
   *
   * @param trees at most so many; fewer where {@code patience} ends it
   * @param rate how much of each tree counts
   * @param patience rounds without gain on the held-out rows after which growing ends; 0 for never
   */
  public record Growth(int trees, double rate, int patience) {
    public Growth {
      if (trees < 1 || !(rate > 0 && rate <= 1) || patience < 0) {
        throw new IllegalArgumentException("trees, rate, patience");
      }
    }
  }

  /**
   * The form of each tree, at most.
   *
   * @param rowsInLeaf fewest rows of a leaf
   */
  public record Shape(int leaves, int depth, int rowsInLeaf) {
    public Shape {
      if (leaves < 2 || depth < 1 || rowsInLeaf < 1) {
        throw new IllegalArgumentException("leaves, depth, rows in a leaf");
      }
    }
  }

  /** The share of the rows and of the inputs that each tree sees, drawn anew for each. */
  public record Shares(double rows, double inputs) {
    public Shares {
      if (!(rows > 0 && rows <= 1 && inputs > 0 && inputs <= 1)) {
        throw new IllegalArgumentException("shares lie above 0, up to 1");
      }
    }
  }

  /**
   * What keeps leaves near zero.
   *
   * @param ridge penalty on the square of leaf values
   * @param hessianInLeaf least sum of second derivatives of a leaf
   */
  public record Penalty(double ridge, double hessianInLeaf) {
    public Penalty {
      if (!(ridge >= 0 && hessianInLeaf >= 0)) {
        throw new IllegalArgumentException("ridge, least hessian");
      }
    }
  }

  public BoostPlan {
    monotone = Collections.unmodifiableMap(new TreeMap<>(monotone));
    if (!monotone.values().stream().allMatch(sign -> sign == 1 || sign == -1)) {
      throw new IllegalArgumentException("monotone is 1 or -1: " + monotone);
    }
  }

  /** 300 trees of 16 leaves. */
  public static BoostPlan standard(long seed) {
    return new BoostPlan(
        new Growth(300, 0.05, 0),
        new Shape(16, 6, 20),
        new Shares(0.8, 0.8),
        new Penalty(1, 1e-3),
        Map.of(),
        seed,
        1);
  }

  /** The words LightGBM reads, in one order. */
  String words(List<String> names) {
    StringBuilder signs = new StringBuilder();
    for (String name : names) {
      signs.append(signs.isEmpty() ? "" : ",").append(monotone.getOrDefault(name, 0));
    }
    return "objective=binary metric=binary_logloss boosting=gbdt"
        + " deterministic=true force_row_wise=true verbosity=-1"
        + (" num_threads=" + threads)
        + (" seed=" + Math.floorMod(seed, Integer.MAX_VALUE))
        + (" learning_rate=" + growth.rate())
        + (" num_leaves=" + shape.leaves())
        + (" max_depth=" + shape.depth())
        + (" min_data_in_leaf=" + shape.rowsInLeaf())
        + (" min_sum_hessian_in_leaf=" + penalty.hessianInLeaf())
        + (shares.rows() < 1 ? " bagging_freq=1 bagging_fraction=" + shares.rows() : "")
        + (" feature_fraction=" + shares.inputs())
        + (" lambda_l2=" + penalty.ridge())
        + (" max_bin=" + BINS_MAX)
        + (monotone.isEmpty() ? "" : " monotone_constraints=" + signs);
  }

  public BoostPlan withTrees(int trees, double rate) {
    return with(new Growth(trees, rate, growth.patience()));
  }

  public BoostPlan withPatience(int rounds) {
    return with(new Growth(growth.trees(), growth.rate(), rounds));
  }

  private BoostPlan with(Growth other) {
    return new BoostPlan(other, shape, shares, penalty, monotone, seed, threads);
  }

  public BoostPlan withShape(int leaves, int depth, int rowsInLeaf) {
    Shape other = new Shape(leaves, depth, rowsInLeaf);
    return new BoostPlan(growth, other, shares, penalty, monotone, seed, threads);
  }

  public BoostPlan withShares(double rows, double inputs) {
    Shares other = new Shares(rows, inputs);
    return new BoostPlan(growth, shape, other, penalty, monotone, seed, threads);
  }

  public BoostPlan withRidge(double ridge, double hessianInLeaf) {
    Penalty other = new Penalty(ridge, hessianInLeaf);
    return new BoostPlan(growth, shape, shares, other, monotone, seed, threads);
  }

  public BoostPlan withMonotone(Map<String, Integer> signs) {
    return new BoostPlan(growth, shape, shares, penalty, signs, seed, threads);
  }

  public BoostPlan withSeed(long other) {
    return new BoostPlan(growth, shape, shares, penalty, monotone, other, threads);
  }

  public BoostPlan withThreads(int number) {
    return new BoostPlan(growth, shape, shares, penalty, monotone, seed, number);
  }
}
