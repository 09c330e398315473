package dev.hufu.learn.card;

import dev.hufu.learn.frame.Column;
import dev.hufu.learn.frame.Frame;
import dev.hufu.learn.measure.Ranking;
import dev.hufu.policy.card.Bin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Screens for unequal treatment of protected groups: the four-fifths rule on who passes, equal
 * opportunity among those who turn out good, and features from which the group could be guessed. A
 * screen that trips is a question to be answered, no verdict.
 *
 * <p>Example: {@code Fairness.groups(shielded, bands, passes, bad)}. Sources: 29 CFR 1607.4(D);
 * Hardt, Price and Srebro 2016.
 */
final class Fairness {

  /** A group's share below so much of the best group's is worth a question. */
  static final double FOUR_FIFTHS = 0.8;

  /** A feature that tells groups apart as well as this may stand in for them. */
  static final double PROXY_FROM = 0.75;

  /** Smaller groups are shown and not judged. */
  private static final int CASES_MIN = 30;

  private Fairness() {}

  /**
   * One group.
   *
   * @param passing share that reaches the cut-off
   * @param goodPassing share of those who turn out good that reaches it
   * @param ratio {@code passing} over that of the best group
   * @param goodRatio {@code goodPassing} over that of the best group
   */
  record Group(
      String column,
      String name,
      int cases,
      double badRate,
      double passing,
      double goodPassing,
      double ratio,
      double goodRatio) {

    boolean asks() {
      return cases >= CASES_MIN && (ratio < FOUR_FIFTHS || goodRatio < FOUR_FIFTHS);
    }
  }

  /** How well one feature tells the groups of a protected column apart. */
  record Proxy(String feature, String column, double auc) {
    boolean asks() {
      return auc >= PROXY_FROM;
    }
  }

  static List<Group> groups(
      Frame shielded, Map<String, List<Double>> bands, boolean[] passes, boolean[] bad) {
    List<Group> all = new ArrayList<>();
    for (Column column : shielded.columns()) {
      all.addAll(groups(column, names(column, bands), passes, bad));
    }
    return all;
  }

  private static List<Group> groups(
      Column column, String[] names, boolean[] passes, boolean[] bad) {
    Map<String, int[]> counts = new TreeMap<>();
    for (int row = 0; row < names.length; row++) {
      int[] count = counts.computeIfAbsent(names[row], n -> new int[4]);
      count[0]++;
      count[1] += bad[row] ? 1 : 0;
      count[2] += passes[row] ? 1 : 0;
      count[3] += passes[row] && !bad[row] ? 1 : 0;
    }
    double best = 0;
    double bestGood = 0;
    for (int[] count : counts.values()) {
      if (count[0] >= CASES_MIN) {
        best = Math.max(best, count[2] / (double) count[0]);
        bestGood = Math.max(bestGood, count[3] / (double) Math.max(1, count[0] - count[1]));
      }
    }
    List<Group> groups = new ArrayList<>();
    for (Map.Entry<String, int[]> entry : counts.entrySet()) {
      int[] count = entry.getValue();
      double passing = count[2] / (double) count[0];
      double goodPassing = count[3] / (double) Math.max(1, count[0] - count[1]);
      groups.add(
          new Group(
              column.name(),
              entry.getKey(),
              count[0],
              count[1] / (double) count[0],
              passing,
              goodPassing,
              best == 0 ? 1 : passing / best,
              bestGood == 0 ? 1 : goodPassing / bestGood));
    }
    return groups;
  }

  /** The group of each row: its word, or the band its number lies in. */
  static String[] names(Column column, Map<String, List<Double>> bands) {
    List<Double> cuts = bands.getOrDefault(column.name(), List.of());
    String[] names = new String[column.rows()];
    for (int row = 0; row < names.length; row++) {
      if (cuts.isEmpty() || column.missing(row) || !(column instanceof Column.Numbers numbers)) {
        names[row] = column.missing(row) ? "–" : Applicants.text(column, row);
      } else {
        int band = 0;
        while (band < cuts.size() && numbers.value(row) >= cuts.get(band)) {
          band++;
        }
        String from = band == 0 ? "" : Bin.number(cuts.get(band - 1));
        String to = band == cuts.size() ? "" : Bin.number(cuts.get(band));
        names[row] = band == 0 ? "< " + to : band == cuts.size() ? "≥ " + from : from + "–" + to;
      }
    }
    return names;
  }

  /** Features of a card from which one group of a protected column could be told from the rest. */
  static List<Proxy> proxies(
      CardModel model, Sample sample, Frame shielded, Map<String, List<Double>> bands) {
    List<Proxy> found = new ArrayList<>();
    for (Column column : shielded.columns()) {
      String[] names = names(column, bands);
      List<String> groups = Arrays.stream(names).distinct().sorted().toList();
      for (Classes classes : model.classes()) {
        int[] bins = classes.of(sample.column(classes.feature()));
        double most = 0.5;
        for (String group : groups) {
          most = Math.max(most, auc(bins, classes.bins().size(), names, group));
        }
        found.add(new Proxy(classes.feature(), column.name(), most));
      }
    }
    return found;
  }

  /** How well the bins, at best, rank members of a group before others. */
  private static double auc(int[] bins, int size, String[] names, String group) {
    boolean[] member = new boolean[names.length];
    double[] in = new double[size];
    double[] all = new double[size];
    int members = 0;
    for (int row = 0; row < names.length; row++) {
      member[row] = names[row].equals(group);
      members += member[row] ? 1 : 0;
      in[bins[row]] += member[row] ? 1 : 0;
      all[bins[row]]++;
    }
    if (members < CASES_MIN || members > names.length - CASES_MIN) {
      return 0.5;
    }
    double average = members / (double) names.length;
    double[] scores = new double[names.length];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = (in[bins[row]] + average) / (all[bins[row]] + 1);
    }
    return Ranking.of(scores, member).auc();
  }
}
