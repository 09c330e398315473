package dev.hufu.learn.card;

import dev.hufu.policy.card.Bin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the bins of a feature: fine bins by quantiles, or words in the order of their share of bad,
 * joined to the best coarse ones.
 *
 * <p>Example: {@code new Binning(rule).classes(column, sample)}.
 */
final class Binning {

  /** Words are put in order as if so many average cases stood behind each of them too. */
  private static final double WORD_PULL = 10;

  /**
   * How a feature is binned.
   *
   * @param fine how many fine bins to begin with
   * @param binsMax how many coarse ones at most
   * @param leastShare of all cases in each
   * @param signs numbers that are signs; those of a list share a bin
   */
  record Rule(Trend trend, int fine, int binsMax, double leastShare, List<List<Double>> signs) {
    Rule {
      signs = signs.stream().map(List::copyOf).toList();
    }
  }

  private final Rule rule;
  private final boolean join;

  Binning(Rule rule) {
    this(rule, true);
  }

  /**
   * @param join whether fine bins are joined to coarse ones
   */
  Binning(Rule rule, boolean join) {
    this.rule = rule;
    this.join = join;
  }

  Classes classes(FeatureColumn column, Sample sample) {
    List<Bin.Where> bins =
        new ArrayList<>(column.words() ? words(column, sample) : numbers(column, sample));
    for (List<Double> signs : rule.signs) {
      if (!column.words()) {
        bins.add(new Bin.Special(signs));
      }
    }
    bins.add(new Bin.Missing());
    if (column.words()) {
      bins.add(new Bin.Other());
    }
    return new Classes(column.name(), bins);
  }

  private List<Bin.Where> numbers(FeatureColumn column, Sample sample) {
    int[] plain =
        IntStream.range(0, column.rows()).filter(row -> plain(column.value(row))).toArray();
    double[] cuts = quantiles(column, plain);
    double[] good = new double[cuts.length + 1];
    double[] bad = new double[cuts.length + 1];
    for (int row : plain) {
      int at = Arrays.binarySearch(cuts, column.value(row));
      int bin = at < 0 ? -at - 1 : at + 1;
      if (sample.bad(row)) {
        bad[bin] += sample.weight(row);
      } else {
        good[bin] += sample.weight(row);
      }
    }
    List<Integer> ends = joined(good, bad, rule.trend, sample);
    double[] kept =
        ends.stream()
            .limit(Math.max(0, ends.size() - 1))
            .mapToDouble(end -> cuts[end - 1])
            .toArray();
    return Classes.intervals(kept);
  }

  private boolean plain(double value) {
    return !Double.isNaN(value) && rule.signs.stream().noneMatch(signs -> signs.contains(value));
  }

  /** Values at which a new fine bin begins, about as many cases in each. */
  private double[] quantiles(FeatureColumn column, int[] rows) {
    double[] sorted = Arrays.stream(rows).mapToDouble(column::value).sorted().toArray();
    List<Double> cuts = new ArrayList<>();
    double last = sorted.length == 0 ? 0 : sorted[0];
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    if (distinct.length <= rule.fine) {
      return Arrays.copyOfRange(distinct, Math.min(1, distinct.length), distinct.length);
    }
    for (int i = 1; i < rule.fine; i++) {
      double cut = sorted[(int) ((long) sorted.length * i / rule.fine)];
      if (cut > last) {
        cuts.add(cut);
        last = cut;
      }
    }
    return cuts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private List<Integer> joined(double[] good, double[] bad, Trend trend, Sample sample) {
    if (!join) {
      return IntStream.rangeClosed(1, good.length).boxed().toList();
    }
    double least = rule.leastShare * Woe.sum(sample.weights());
    return new OptimalBins(good, bad, trend, rule.binsMax, least).ends();
  }

  /** Words from the best to the worst, joined; the order of the list breaks ties. */
  private List<Bin.Where> words(FeatureColumn column, Sample sample) {
    int size = column.list().size();
    double[] good = new double[size];
    double[] bad = new double[size];
    double allBad = 0;
    double all = 0;
    for (int row = 0; row < column.rows(); row++) {
      double weight = sample.weight(row);
      all += weight;
      allBad += sample.bad(row) ? weight : 0;
      if (!Double.isNaN(column.value(row))) {
        (sample.bad(row) ? bad : good)[(int) column.value(row)] += weight;
      }
    }
    double average = allBad / all;
    Integer[] order =
        IntStream.range(0, size).filter(i -> good[i] + bad[i] > 0).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        Comparator.comparingDouble(
                (Integer i) -> (bad[i] + WORD_PULL * average) / (good[i] + bad[i] + WORD_PULL))
            .thenComparing(i -> column.list().get(i)));
    double[] sortedGood = Arrays.stream(order).mapToDouble(i -> good[i]).toArray();
    double[] sortedBad = Arrays.stream(order).mapToDouble(i -> bad[i]).toArray();
    return grouped(column, order, joined(sortedGood, sortedBad, Trend.FREE, sample));
  }

  private static List<Bin.Where> grouped(
      FeatureColumn column, Integer[] order, List<Integer> ends) {
    Map<Integer, List<String>> groups = new LinkedHashMap<>();
    int group = 0;
    for (int i = 0; i < order.length; i++) {
      while (i >= ends.get(group)) {
        group++;
      }
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(column.list().get(order[i]));
    }
    return groups.values().stream()
        .<Bin.Where>map(list -> new Bin.Words(list.stream().sorted().toList()))
        .toList();
  }
}
