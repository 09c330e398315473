package dev.hufu.learn.fraud;

import java.util.HashMap;
import java.util.Map;

/**
 * A card's payments of one day come to more than the worst of them: whoever paid at eight terminals
 * met eight chances of one that was taken over and is not yet known. Each earlier payment of the
 * day adds its probability, but never more than a small share, so that one bad payment does not
 * blacken the good ones after it.
 *
 * <p>Example: with a share of 0.005, payments of 0.002, 0.9 and 0.002 score 0.002, 0.9002 and
 * 0.008976.
 */
final class CardDay {

  /** The day of a card's last payment, and the chance that all of its payments were good. */
  private record Sofar(long day, double good) {}

  private final double share;
  private final Map<Object, Sofar> cards = new HashMap<>();

  /**
   * @param share what a payment adds at most to later ones; 0 for nothing
   */
  CardDay(double share) {
    this.share = share;
  }

  /** The score of a payment, in the order they come. One that comes a day late counts alone. */
  double score(Object card, long day, double probability) {
    if (share == 0) {
      return probability;
    }
    Sofar before = cards.getOrDefault(card, new Sofar(day, 1));
    if (day < before.day) {
      return probability;
    }
    double good = day == before.day ? before.good : 1;
    cards.put(card, new Sofar(day, good * (1 - Math.min(probability, share))));
    return 1 - good * (1 - probability);
  }
}
