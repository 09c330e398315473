package dev.hufu.policy.plan;

/**
 * Which rules of a plan fired on a row and which could not be told, as bits in the order of the
 * rules. One thread fills it again and again; it belongs to the plan that made it.
 */
public final class Hits {

  final long[] fired;
  final long[] undetermined;

  /** Terms that nothing has refuted yet, and those that read something unknown. */
  final long[] alive;

  final long[] unsure;

  /** Truths of shared parts, for this row. */
  final byte[] reckoned;

  final Formula.Scratch scratch = new Formula.Scratch();

  /** Rows of the table, four at a time; those that fill up the last four let everything pass. */
  final int[] rows;

  /** For each number the stretch its value lies in, or -1. */
  final int[] stretches;

  Hits(RulePlan plan, int ruleWords) {
    this.fired = new long[ruleWords];
    this.undetermined = new long[ruleWords];
    this.alive = new long[plan.terms()];
    this.unsure = new long[plan.terms()];
    this.reckoned = new byte[plan.reckonedParts()];
    this.rows = new int[plan.numberColumns() + plan.wordColumns() + 3 & ~3];
    this.stretches = new int[plan.numberColumns()];
  }

  public boolean fired(int rule) {
    return (fired[rule >>> 6] >>> rule & 1) != 0;
  }

  /** Whether it is unknown, or an error, whether the rule holds. */
  public boolean undetermined(int rule) {
    return (undetermined[rule >>> 6] >>> rule & 1) != 0;
  }

  /** The first rule at or after this one that fired, or -1. */
  public int nextFired(int from) {
    return next(fired, from);
  }

  /** The first rule at or after this one that could not be told, or -1. */
  public int nextUndetermined(int from) {
    return next(undetermined, from);
  }

  public int firedCount() {
    int count = 0;
    for (long word : fired) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** How many words of 64 rules there are. */
  public int words() {
    return fired.length;
  }

  /** Rules {@code 64 * index} and following, the first in the lowest bit. */
  public long firedWord(int index) {
    return fired[index];
  }

  public long undeterminedWord(int index) {
    return undetermined[index];
  }

  private static int next(long[] bits, int from) {
    int index = from >>> 6;
    if (index >= bits.length) {
      return -1;
    }
    long word = bits[index] & -1L << from;
    while (word == 0) {
      if (++index == bits.length) {
        return -1;
      }
      word = bits[index];
    }
    return (index << 6) + Long.numberOfTrailingZeros(word);
  }
}
