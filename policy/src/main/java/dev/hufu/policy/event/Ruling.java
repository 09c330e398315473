package dev.hufu.policy.event;

import dev.hufu.kernel.decision.Verdict;
import java.util.function.IntConsumer;

/**
 * The bare outcome for one event: bits and scores. A decider fills the same one again and again;
 * who wants to keep it makes an {@link EventDecision} of it.
 *
 * <p>Scores and the risk are in ten-thousandths.
 */
public final class Ruling {

  /** The whole of a score or of the risk. */
  public static final int WHOLE = 10_000;

  final long[] fired;
  final long[] undetermined;
  final int[] scores;

  /** For scoring: what each typology leaves of 1. */
  final double[] safely;

  Verdict verdict = Verdict.UNKNOWN;
  int risk;
  int leading;

  Ruling(int rules, int typologies) {
    int words = (rules + 63) >>> 6;
    fired = new long[words];
    undetermined = new long[words];
    scores = new int[typologies];
    safely = new double[typologies];
  }

  public Verdict verdict() {
    return verdict;
  }

  /** The highest score of a typology. */
  public int risk() {
    return risk;
  }

  /** The typology that leads, or −1 where none has a score. */
  public int leading() {
    return leading;
  }

  /** The score of a typology at its place in the pack. */
  public int score(int typology) {
    return scores[typology];
  }

  /** Rules that fired, by their place among the rules of this kind of event, ascending. */
  public void forEachFired(IntConsumer rule) {
    forEach(fired, rule);
  }

  /** Rules of which a missing value or an error left open whether they hold. */
  public void forEachUndetermined(IntConsumer rule) {
    forEach(undetermined, rule);
  }

  public boolean fired(int rule) {
    return (fired[rule >>> 6] >>> rule & 1) != 0;
  }

  /** How many words of 64 rules there are. */
  public int words() {
    return fired.length;
  }

  /** Rules {@code 64 * index} and following that fired, the first in the lowest bit. */
  public long firedWord(int index) {
    return fired[index];
  }

  /** The same of those that were left open. */
  public long undeterminedWord(int index) {
    return undetermined[index];
  }

  static void forEach(long[] bits, IntConsumer place) {
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        place.accept((word << 6) + Long.numberOfTrailingZeros(left));
      }
    }
  }
}
