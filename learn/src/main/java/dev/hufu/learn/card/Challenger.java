package dev.hufu.learn.card;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.learn.boost.BoostPlan;
import dev.hufu.learn.boost.Boosting;
import dev.hufu.learn.boost.Rows;
import dev.hufu.policy.card.Bin;
import dev.hufu.policy.model.ModelInputs;
import dev.hufu.policy.model.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a card is measured against: boosted trees over the same features and the same rows, forced
 * to run as the card's bins do. A card that loses much to it has missed something.
 *
 * <p>Example: {@code Challenger.learn(plan, rules, sample, seed).map(c -> c.odds(held))}.
 */
final class Challenger {

  /**
   * How the trees are grown.
   *
   * @param seeds so many forests with different chance are averaged
   */
  record Plan(
      int trees,
      double rate,
      int leaves,
      int rowsInLeaf,
      double rowShare,
      double inputShare,
      double ridge,
      int seeds) {}

  private final List<Trees> forests;
  private final List<Input> inputs;

  /** A column as the trees see it: numbers without signs, words in the order of their risk. */
  private record Input(String name, List<List<Double>> signs, Map<String, Double> ranks) {

    double of(FeatureColumn column, int row) {
      double value = column.value(row);
      if (Double.isNaN(value)) {
        return value;
      }
      if (column.words()) {
        return ranks.getOrDefault(column.list().get((int) value), Double.NaN);
      }
      return signs.stream().anyMatch(list -> list.contains(value)) ? Double.NaN : value;
    }
  }

  private Challenger(List<Trees> forests, List<Input> inputs) {
    this.forests = forests;
    this.inputs = inputs;
  }

  static Outcome<Challenger> learn(
      Plan plan, Function<String, Binning.Rule> rules, Sample sample, long seed) {
    List<Input> inputs = new ArrayList<>();
    Map<String, Integer> monotone = new TreeMap<>();
    for (FeatureColumn column : sample.columns()) {
      if (column.constant()) {
        continue;
      }
      Binning.Rule rule = rules.apply(column.name());
      String name = "x" + inputs.size();
      inputs.add(new Input(column.name(), rule.signs(), ranks(rule, column, sample)));
      int direction = column.words() ? 1 : direction(rule, column, sample);
      if (direction != 0) {
        monotone.put(name, direction);
      }
    }
    Rows rows = rows(inputs, sample);
    List<Trees> forests = new ArrayList<>();
    for (int i = 0; i < plan.seeds; i++) {
      BoostPlan boost =
          BoostPlan.standard(seed + i)
              .withTrees(plan.trees, plan.rate)
              .withShape(plan.leaves, 8, plan.rowsInLeaf)
              .withShares(plan.rowShare, plan.inputShare)
              .withRidge(plan.ridge, 1e-3)
              .withMonotone(monotone)
              .withThreads(1);
      Outcome<Trees> grown = Boosting.train(rows, Optional.empty(), boost);
      Optional<Refusal> refusal = grown.findRefusal();
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      forests.add(grown.orThrow());
    }
    return Outcome.of(new Challenger(forests, inputs));
  }

  /** Where each word stands from the least to the most risk. */
  private static Map<String, Double> ranks(Binning.Rule rule, FeatureColumn column, Sample sample) {
    Map<String, Double> ranks = new TreeMap<>();
    if (column.words()) {
      double rank = 0;
      for (Bin.Where bin : new Binning(rule, false).classes(column, sample).bins()) {
        if (bin instanceof Bin.Words(var words)) {
          for (String word : words) {
            ranks.put(word, rank);
          }
          rank++;
        }
      }
    }
    return ranks;
  }

  /** As the trend is said to run; where it is left to the data, as the best bins run. */
  private static int direction(Binning.Rule rule, FeatureColumn column, Sample sample) {
    return switch (rule.trend()) {
      case ASCENDING -> 1;
      case DESCENDING -> -1;
      case PEAK, VALLEY, TURN, FREE -> 0;
      case AUTO -> {
        Classes classes = new Binning(rule).classes(column, sample);
        int size = classes.bins().size();
        double[] weights = sample.counts(classes.of(column), size).weights(1);
        int last = 0;
        while (last + 1 < size && classes.bins().get(last + 1) instanceof Bin.Interval) {
          last++;
        }
        yield last == 0 ? 0 : (int) Math.signum(weights[last] - weights[0]);
      }
    };
  }

  private static Rows rows(List<Input> inputs, Sample sample) {
    List<FeatureColumn> columns = inputs.stream().map(input -> sample.column(input.name)).toList();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      names.add("x" + i);
    }
    Rows rows = new Rows(new ModelInputs(names, "columns"));
    double[] row = new double[inputs.size()];
    for (int r = 0; r < sample.rows(); r++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = inputs.get(i).of(columns.get(i), r);
      }
      rows.add(row, sample.bad(r), sample.weight(r));
    }
    return rows;
  }

  /** Log odds of bad, row by row. */
  double[] odds(Sample sample) {
    List<FeatureColumn> columns = inputs.stream().map(input -> sample.column(input.name)).toList();
    double[] odds = new double[sample.rows()];
    double[] row = new double[inputs.size()];
    for (int r = 0; r < odds.length; r++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = inputs.get(i).of(columns.get(i), r);
      }
      for (Trees forest : forests) {
        odds[r] += forest.raw(row);
      }
    }
    return Arrays.stream(odds).map(sum -> sum / forests.size()).toArray();
  }
}
