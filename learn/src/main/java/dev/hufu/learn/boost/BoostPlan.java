package dev.hufu.learn.boost;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How boosted trees are grown. {@link #standard} is a sober start; the {@code with} methods change
 * one thing each.
 *
 * @param trees at most so many; fewer where {@code patience} ends it
 * @param rate how much of each tree counts
 * @param leaves of one tree, at most
 * @param depth of one tree, at most
 * @param rowsInLeaf fewest rows of a leaf
 * @param hessianInLeaf least sum of second derivatives of a leaf
 * @param rowShare share of the rows that each tree sees, drawn anew for each
 * @param inputShare share of the inputs that each tree sees
 * @param ridge penalty on the square of leaf values
 * @param bins into which an input is cut, at most
 * @param badWeight what a bad row counts against a good one, beside its own weight
 * @param patience rounds without gain on the held-out rows after which growing ends; 0 for never
 * @param monotone for an input by name 1 where the score may only rise with it, -1 where only fall
 * @param threads the trees are the same with any number; one is quickest on cores that are shared
 */
public record BoostPlan(
    int trees,
    double rate,
    int leaves,
    int depth,
    int rowsInLeaf,
    double hessianInLeaf,
    double rowShare,
    double inputShare,
    double ridge,
    int bins,
    double badWeight,
    int patience,
    Map<String, Integer> monotone,
    long seed,
    int threads) {

  public BoostPlan {
    monotone = Collections.unmodifiableMap(new TreeMap<>(monotone));
    if (trees < 1 || leaves < 2 || depth < 1 || rowsInLeaf < 1 || bins < 2 || patience < 0) {
      throw new IllegalArgumentException("trees, leaves, depth, rows in a leaf, bins, patience");
    }
    if (!(rate > 0 && rate <= 1 && hessianInLeaf >= 0 && ridge >= 0 && badWeight > 0)) {
      throw new IllegalArgumentException("rate, least hessian, ridge, weight of a bad row");
    }
    if (!(rowShare > 0 && rowShare <= 1 && inputShare > 0 && inputShare <= 1)) {
      throw new IllegalArgumentException("shares lie above 0, up to 1");
    }
    if (!monotone.values().stream().allMatch(sign -> sign == 1 || sign == -1)) {
      throw new IllegalArgumentException("monotone is 1 or -1: " + monotone);
    }
  }

  /** 300 trees of 16 leaves. */
  public static BoostPlan standard(long seed) {
    return new BoostPlan(300, 0.05, 16, 6, 20, 1e-3, 0.8, 0.8, 1, 255, 1, 0, Map.of(), seed, 1);
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
        + (" learning_rate=" + rate)
        + (" num_leaves=" + leaves)
        + (" max_depth=" + depth)
        + (" min_data_in_leaf=" + rowsInLeaf)
        + (" min_sum_hessian_in_leaf=" + hessianInLeaf)
        + (rowShare < 1 ? " bagging_freq=1 bagging_fraction=" + rowShare : "")
        + (" feature_fraction=" + inputShare)
        + (" lambda_l2=" + ridge)
        + (" max_bin=" + bins)
        + (" scale_pos_weight=" + badWeight)
        + (monotone.isEmpty() ? "" : " monotone_constraints=" + signs);
  }

  public BoostPlan withTrees(int number, double newRate) {
    return new BoostPlan(
        number,
        newRate,
        leaves,
        depth,
        rowsInLeaf,
        hessianInLeaf,
        rowShare,
        inputShare,
        ridge,
        bins,
        badWeight,
        patience,
        monotone,
        seed,
        threads);
  }

  public BoostPlan withShape(int newLeaves, int newDepth, int newRowsInLeaf) {
    return new BoostPlan(
        trees,
        rate,
        newLeaves,
        newDepth,
        newRowsInLeaf,
        hessianInLeaf,
        rowShare,
        inputShare,
        ridge,
        bins,
        badWeight,
        patience,
        monotone,
        seed,
        threads);
  }

  public BoostPlan withShares(double rows, double inputs) {
    return new BoostPlan(
        trees,
        rate,
        leaves,
        depth,
        rowsInLeaf,
        hessianInLeaf,
        rows,
        inputs,
        ridge,
        bins,
        badWeight,
        patience,
        monotone,
        seed,
        threads);
  }

  public BoostPlan withRidge(double newRidge, double newHessianInLeaf) {
    return new BoostPlan(
        trees,
        rate,
        leaves,
        depth,
        rowsInLeaf,
        newHessianInLeaf,
        rowShare,
        inputShare,
        newRidge,
        bins,
        badWeight,
        patience,
        monotone,
        seed,
        threads);
  }

  public BoostPlan withBadWeight(double weight) {
    return new BoostPlan(
        trees,
        rate,
        leaves,
        depth,
        rowsInLeaf,
        hessianInLeaf,
        rowShare,
        inputShare,
        ridge,
        bins,
        weight,
        patience,
        monotone,
        seed,
        threads);
  }

  public BoostPlan withPatience(int rounds) {
    return new BoostPlan(
        trees,
        rate,
        leaves,
        depth,
        rowsInLeaf,
        hessianInLeaf,
        rowShare,
        inputShare,
        ridge,
        bins,
        badWeight,
        rounds,
        monotone,
        seed,
        threads);
  }

  public BoostPlan withMonotone(Map<String, Integer> signs) {
    return new BoostPlan(
        trees,
        rate,
        leaves,
        depth,
        rowsInLeaf,
        hessianInLeaf,
        rowShare,
        inputShare,
        ridge,
        bins,
        badWeight,
        patience,
        signs,
        seed,
        threads);
  }

  public BoostPlan withSeed(long newSeed) {
    return new BoostPlan(
        trees,
        rate,
        leaves,
        depth,
        rowsInLeaf,
        hessianInLeaf,
        rowShare,
        inputShare,
        ridge,
        bins,
        badWeight,
        patience,
        monotone,
        newSeed,
        threads);
  }

  public BoostPlan withThreads(int number) {
    return new BoostPlan(
        trees,
        rate,
        leaves,
        depth,
        rowsInLeaf,
        hessianInLeaf,
        rowShare,
        inputShare,
        ridge,
        bins,
        badWeight,
        patience,
        monotone,
        seed,
        number);
  }
}
