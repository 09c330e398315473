package dev.hufu.policy.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bins of one characteristic along the line of numbers. Signs such as -9 are stretches of one
 * number, words are counted from 0: one way to look a value up serves them all.
 *
 * <p>Example: "below 1, 1 to 3, -9" has the bounds -9, just above -9, 1 and 3.
 *
 * @param bounds where another bin begins, rising
 * @param bins the bin for no value, then those for 0, 1, 2 … bounds reached; one more than bounds
 *     and one
 * @param words what stands for each word
 */
record CardBounds(List<Double> bounds, List<Integer> bins, Map<String, Integer> words) {

  /** In place of a word no bin names. */
  static final int UNSEEN = -1;

  static CardBounds of(Characteristic each) {
    int missing = CardScorer.NEUTRAL;
    int other = CardScorer.NEUTRAL;
    Map<String, Integer> words = new HashMap<>();
    TreeMap<Double, Integer> stretches = new TreeMap<>();
    TreeMap<Double, Integer> specials = new TreeMap<>();
    double from = Double.NEGATIVE_INFINITY;
    for (int b = 0; b < each.bins().size(); b++) {
      switch (each.bins().get(b).where()) {
        case Bin.Interval interval -> {
          stretches.put(from, b);
          from = interval.to().isPresent() ? interval.end() + 0.0 : Double.NaN;
        }
        case Bin.Words(var list) -> {
          for (String word : list) {
            words.put(word, b);
          }
          stretches.put((double) b, b);
        }
        case Bin.Special(var values) -> {
          for (double value : values) {
            specials.put(value + 0.0, b);
          }
        }
        case Bin.Missing none -> missing = b;
        case Bin.Other others -> other = b;
      }
    }
    int below = each.words() && other != CardScorer.NEUTRAL ? other : missing;
    stretches.putIfAbsent(Double.NEGATIVE_INFINITY, each.words() ? below : CardScorer.NEUTRAL);
    if (!Double.isNaN(from) && !each.words()) {
      stretches.putIfAbsent(from, CardScorer.NEUTRAL);
    }
    return laid(stretches, specials, missing, words);
  }

  private static CardBounds laid(
      TreeMap<Double, Integer> stretches,
      TreeMap<Double, Integer> specials,
      int missing,
      Map<String, Integer> words) {
    TreeMap<Double, Integer> line = new TreeMap<>(stretches);
    for (double sign : specials.keySet()) {
      line.put(Math.nextUp(sign), stretches.floorEntry(Math.nextUp(sign)).getValue());
    }
    line.putAll(specials);
    List<Integer> bins = new ArrayList<>(List.of(missing));
    bins.addAll(line.values());
    return new CardBounds(
        line.tailMap(Double.NEGATIVE_INFINITY, false).keySet().stream().toList(), bins, words);
  }
}
