package dev.hufu.learn.fraud;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Card precision at k: the share, among the k most suspicious cards of each day, of those that were
 * defrauded that day, in the mean over the days. A card counts by its most suspicious payment; one
 * that was found leaves the list for the days to come.
 *
 * <p>Source: Dal Pozzolo and others 2018; the fraud handbook, chapter 4.
 */
final class CardPrecision {

  /** A card on one day. */
  private static final class Card {
    final int number;
    double score = Double.NEGATIVE_INFINITY;
    boolean bad;

    Card(int number) {
      this.number = number;
    }
  }

  private CardPrecision() {}

  /**
   * @param rows of the table, and for each its score
   */
  static double at(int k, EventTable table, int[] rows, double[] scores) {
    Map<Long, Map<Integer, Card>> days = new TreeMap<>();
    for (int i = 0; i < rows.length; i++) {
      Card card =
          days.computeIfAbsent(DelayedFold.day(table.at(rows[i])), day -> new HashMap<>())
              .computeIfAbsent(table.card(rows[i]), Card::new);
      card.score = Math.max(card.score, scores[i]);
      card.bad |= table.bad(rows[i]);
    }
    Set<Integer> found = new HashSet<>();
    double sum = 0;
    for (Map<Integer, Card> day : days.values()) {
      List<Card> cards = new ArrayList<>(day.values());
      cards.removeIf(card -> found.contains(card.number));
      cards.sort(
          Comparator.comparingDouble((Card card) -> card.score)
              .reversed()
              .thenComparingInt(card -> card.number));
      List<Card> hits = cards.stream().limit(k).filter(card -> card.bad).toList();
      hits.forEach(card -> found.add(card.number));
      sum += hits.size() / (double) k;
    }
    return sum / days.size();
  }
}
