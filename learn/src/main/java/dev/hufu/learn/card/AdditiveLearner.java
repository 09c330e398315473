package dev.hufu.learn.card;

import dev.hufu.kernel.code.Code;
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
 * Learns a card by boosting stumps over fine bins: a tree that splits once reads one feature, so
 * the sum of all of them is a sum over features, which is a card. Bins are fitted together and not
 * each alone. Neighbours that came out alike are joined, by the least squares, until there are few
 * enough to read. Source: Friedman, Hastie and Tibshirani 2000; Lou, Caruana and Gehrke 2012.
 */
final class AdditiveLearner {

  private final CardSettings settings;
  private final CardSettings.Additive plan;
  private final Function<String, Binning.Rule> rules;

  AdditiveLearner(
      CardSettings settings, CardSettings.Additive plan, Function<String, Binning.Rule> rules) {
    this.settings = settings;
    this.plan = plan;
    this.rules = rules;
  }

  /** A feature in its fine bins; signs and gaps have inputs of their own beside their number. */
  private record Fine(Classes classes, Binning.Rule rule, int firstInput, int ordered) {

    int inputs() {
      return 1 + classes.bins().size() - ordered;
    }
  }

  Outcome<CardModel> learn(Sample sample, Map<String, Classes> fixed) {
    List<Refusal> told = new ArrayList<>();
    List<Fine> features = new ArrayList<>();
    int inputs = 0;
    for (FeatureColumn column : sample.columns()) {
      if (column.constant()) {
        told.add(Refusal.of(Code.LEARN_CONSTANT, column.name()));
        continue;
      }
      Binning.Rule rule = rules.apply(column.name());
      Classes classes =
          Optional.ofNullable(fixed.get(column.name()))
              .orElseGet(() -> new Binning(rule, false).classes(column, sample));
      Fine fine = new Fine(classes, rule, inputs, ordered(classes));
      features.add(fine);
      inputs += fine.inputs();
    }
    if (features.isEmpty()) {
      return Outcome.refused(Code.CARD_NOTHING_LEFT, "0");
    }
    return Boosting.train(rows(sample, features, inputs), Optional.empty(), boosting(features))
        .map(trees -> model(sample, features, trees, fixed, told));
  }

  /** Bins that lie in an order: intervals, and words from best to worst. */
  private static int ordered(Classes classes) {
    return (int)
        classes.bins().stream()
            .filter(bin -> bin instanceof Bin.Interval || bin instanceof Bin.Words)
            .count();
  }

  private Rows rows(Sample sample, List<Fine> features, int inputs) {
    String[] names = new String[inputs];
    int[][] bins = new int[features.size()][];
    for (int i = 0; i < features.size(); i++) {
      Fine fine = features.get(i);
      for (int k = 0; k < fine.inputs(); k++) {
        names[fine.firstInput + k] = name(fine.firstInput + k);
      }
      bins[i] = fine.classes.of(sample.column(fine.classes.feature()));
    }
    Rows rows = new Rows(new ModelInputs(List.of(names), "bins"));
    double[] row = new double[inputs];
    for (int r = 0; r < sample.rows(); r++) {
      for (int i = 0; i < bins.length; i++) {
        fill(row, features.get(i), bins[i][r]);
      }
      rows.add(row, sample.bad(r), sample.weight(r));
    }
    return rows;
  }

  private static String name(int input) {
    return "x" + input;
  }

  /** The inputs of one feature for one of its bins. */
  private static void fill(double[] row, Fine fine, int bin) {
    row[fine.firstInput] = bin < fine.ordered ? bin : Double.NaN;
    for (int k = 1; k < fine.inputs(); k++) {
      row[fine.firstInput + k] = bin == fine.ordered + k - 1 ? 1 : 0;
    }
  }

  private BoostPlan boosting(List<Fine> features) {
    Map<String, Integer> monotone = new TreeMap<>();
    for (Fine fine : features) {
      Trend trend = fine.rule.trend();
      if (trend == Trend.ASCENDING || trend == Trend.DESCENDING || fine.classes.words()) {
        monotone.put(name(fine.firstInput), trend == Trend.DESCENDING ? -1 : 1);
      }
    }
    return BoostPlan.standard(1)
        .withTrees(plan.trees(), plan.rate())
        .withShape(2, 1, plan.rowsInLeaf())
        .withShares(1, plan.inputShare())
        .withRidge(plan.ridge(), 1e-3)
        .withMonotone(monotone)
        .withThreads(1);
  }

  private CardModel model(
      Sample sample,
      List<Fine> features,
      Trees trees,
      Map<String, Classes> fixed,
      List<Refusal> told) {
    double[] row = new double[trees.inputs().size()];
    features.forEach(fine -> fill(row, fine, fine.classes.missing()));
    double nothing = trees.raw(row);
    double intercept = nothing;
    List<Classes> classes = new ArrayList<>();
    List<Sample.Counts> counts = new ArrayList<>();
    List<double[]> effects = new ArrayList<>();
    for (Fine fine : features) {
      double[] effect = new double[fine.classes.bins().size()];
      for (int bin = 0; bin < effect.length; bin++) {
        fill(row, fine, bin);
        effect[bin] = trees.raw(row) - nothing;
      }
      fill(row, fine, fine.classes.missing());
      FeatureColumn column = sample.column(fine.classes.feature());
      Sample.Counts fineCounts = sample.counts(fine.classes.of(column), effect.length);
      double[] cases = fineCounts.cases();
      unseen(fine, effect, cases);
      boolean kept = fixed.containsKey(fine.classes.feature());
      Joined joined =
          new Joined(fine.classes, effect, cases, kept ? Integer.MAX_VALUE : fine.rule.binsMax());
      Sample.Counts few = sample.counts(joined.classes.of(column), joined.effects.length);
      if (few.information() < settings.informationMin()) {
        intercept += mean(effect, cases);
        continue;
      }
      intercept += center(joined.effects, few.cases());
      classes.add(joined.classes);
      counts.add(few);
      effects.add(joined.effects);
    }
    return new CardModel(intercept, classes, counts, effects, Optional.empty(), told);
  }

  /** Bins of gaps, signs and other words that never occurred say nothing, good or bad. */
  private static void unseen(Fine fine, double[] effect, double[] cases) {
    double average = mean(effect, cases);
    for (int bin = fine.ordered; bin < effect.length; bin++) {
      effect[bin] = cases[bin] == 0 ? average : effect[bin];
    }
  }

  private static double mean(double[] effects, double[] cases) {
    double sum = 0;
    for (int bin = 0; bin < effects.length; bin++) {
      sum += effects[bin] * cases[bin];
    }
    return sum / Woe.sum(cases);
  }

  /** Makes the mean effect 0; gives back what it was. */
  private static double center(double[] effects, double[] cases) {
    double mean = mean(effects, cases);
    Arrays.setAll(effects, bin -> effects[bin] - mean);
    return mean;
  }

  /** Fine bins joined where their effects are nearest. */
  private static final class Joined {
    final Classes classes;
    final double[] effects;

    Joined(Classes fine, double[] effect, double[] cases, int binsMax) {
      int ordered = ordered(fine);
      List<Integer> ends = Segments.ends(effect, cases, ordered, binsMax);
      List<Bin.Where> bins = new ArrayList<>();
      List<Double> values = new ArrayList<>();
      int from = 0;
      for (int end : ends) {
        bins.add(join(fine.bins().subList(from, end)));
        values.add(mean(Arrays.copyOfRange(effect, from, end), positive(cases, from, end)));
        from = end;
      }
      for (int bin = ordered; bin < effect.length; bin++) {
        bins.add(fine.bins().get(bin));
        values.add(effect[bin]);
      }
      this.classes = new Classes(fine.feature(), bins);
      this.effects = values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] positive(double[] cases, int from, int to) {
      return Arrays.stream(cases, from, to).map(n -> n + 1e-9).toArray();
    }

    private static Bin.Where join(List<Bin.Where> some) {
      if (some.getFirst() instanceof Bin.Interval first
          && some.getLast() instanceof Bin.Interval last) {
        return new Bin.Interval(first.from(), first.fromIncluded(), last.to(), last.toIncluded());
      }
      return new Bin.Words(
          some.stream().flatMap(bin -> ((Bin.Words) bin).words().stream()).sorted().toList());
    }
  }
}
