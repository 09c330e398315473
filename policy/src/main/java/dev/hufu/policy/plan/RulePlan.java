package dev.hufu.policy.plan;

import dev.hufu.kernel.feature.Columns;
import dev.hufu.kernel.feature.Row;
import java.util.Arrays;
import java.util.List;

/**
 * Many conditions over the same columns, made ready to be asked all at once. Immutable and
 * thread-safe; a new version of the rules is a new plan that takes the place of the old one.
 *
 * <p>Example: {@code plan.evaluate(row, hits)} with {@code Hits hits = plan.newHits()} kept by the
 * thread; then {@code hits.nextFired(0)}. It says of every rule what {@link RowCondition#evaluate}
 * says.
 *
 * <p>How: each rule is a choice of terms, each term a list of parts that must all hold. Parts that
 * look at one column are answered for all terms at once by the index of that column; the few others
 * are reckoned only for terms that are still alive, and each distinct one only once.
 */
public final class RulePlan {

  /** A rule of the plan: what it is called and when it fires. */
  public record Named(String id, RowCondition condition) {}

  private static final byte NOT_YET = -1;

  private final Columns columns;
  private final List<Named> rules;
  private final NumberIndex[] numbers;
  private final WordIndex[] words;

  /** For every column and value the terms that it leaves alive. */
  private final long[] table;

  /** Terms that can hold at all; term n below the number of rules is the first of rule n. */
  private final long[] possible;

  /** For the terms beyond these, the rule each belongs to. */
  private final int[] ruleOfFurther;

  private final int furtherFrom;
  private final Formula[] parts;
  private final int[][] partsOfTerm;

  /** Terms that have parts to be reckoned. */
  private final long[] withParts;

  private RulePlan(Columns columns, List<Named> rules, PlanBuilder built) {
    this.columns = columns;
    this.rules = rules;
    this.numbers = built.numbers();
    this.words = built.words();
    this.table = built.table();
    this.possible = built.possible();
    this.ruleOfFurther = built.ruleOfFurther();
    this.furtherFrom = built.furtherFrom();
    this.parts = built.parts();
    this.partsOfTerm = built.partsOfTerm();
    this.withParts = built.withParts();
  }

  /**
   * @throws IllegalArgumentException if a condition was compiled for other columns
   */
  public static RulePlan compile(Columns columns, List<Named> rules) {
    for (Named rule : rules) {
      if (!rule.condition().columns().equals(columns)) {
        throw new IllegalArgumentException(rule.id() + " was compiled for other columns");
      }
    }
    return new RulePlan(columns, List.copyOf(rules), new PlanBuilder(columns, rules));
  }

  public Columns columns() {
    return columns;
  }

  /** The rules in the order that {@link Hits} counts them in. */
  public List<Named> rules() {
    return rules;
  }

  /** Where the answers go; one for each thread. */
  public Hits newHits() {
    return new Hits(this, (rules.size() + 63) >>> 6);
  }

  /**
   * Asks all rules at once. Allocates nothing unless a part is left to CEL.
   *
   * @throws IllegalArgumentException if the row has other columns
   */
  public void evaluate(Row row, Hits hits) {
    if (row.columns() != columns && !row.columns().equals(columns)) {
      throw new IllegalArgumentException("a row of other columns");
    }
    Arrays.fill(hits.unsure, 0);
    find(row, hits);
    narrow(hits.alive, hits.rows);
    for (int i = 0; i < numbers.length; i++) {
      if (hits.stretches[i] >= 0 && numbers[i].shares()) {
        numbers[i].takeAway(hits.stretches[i], hits.alive);
      }
    }
    if (parts.length > 0) {
      reckon(row, hits);
    }
    collect(hits);
  }

  /** For each column the row of the table that its value stands for. */
  private void find(Row row, Hits hits) {
    int[] rows = hits.rows;
    for (int i = 0; i < numbers.length; i++) {
      NumberIndex index = numbers[i];
      if (index.known(row)) {
        int stretch = index.stretch(row);
        hits.stretches[i] = stretch;
        rows[i] = index.rowOf(stretch);
      } else {
        hits.stretches[i] = -1;
        rows[i] = index.missing();
        or(hits.unsure, index.readers());
      }
    }
    for (int i = 0; i < words.length; i++) {
      WordIndex index = words[i];
      int found = index.find(row);
      rows[numbers.length + i] = found;
      if (found == index.missing()) {
        or(hits.unsure, index.readers());
      }
    }
  }

  private static void or(long[] bits, long[] more) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= more[i];
    }
  }

  /** Four columns at a time, in a loop that the compiler turns into vector instructions. */
  private void narrow(long[] alive, int[] rows) {
    long[] bits = table;
    System.arraycopy(possible, 0, alive, 0, alive.length);
    for (int i = 0; i < rows.length; i += 4) {
      int a = rows[i];
      int b = rows[i + 1];
      int c = rows[i + 2];
      int d = rows[i + 3];
      for (int word = 0; word < alive.length; word++) {
        alive[word] &= bits[a + word] & bits[b + word] & bits[c + word] & bits[d + word];
      }
    }
  }

  private void reckon(Row row, Hits hits) {
    Arrays.fill(hits.reckoned, NOT_YET);
    for (int word = 0; word < withParts.length; word++) {
      long left = withParts[word] & hits.alive[word];
      while (left != 0) {
        int bit = Long.numberOfTrailingZeros(left);
        left &= left - 1;
        int truth = truth(partsOfTerm[(word << 6) + bit], row, hits);
        if (truth == Formula.FALSE) {
          hits.alive[word] &= ~(1L << bit);
        } else if (truth == Formula.UNSURE) {
          hits.unsure[word] |= 1L << bit;
        }
      }
    }
  }

  private int truth(int[] wanted, Row row, Hits hits) {
    int truth = Formula.TRUE;
    for (int part : wanted) {
      int one = hits.reckoned[part];
      if (one == NOT_YET) {
        one = parts[part].truth(row, hits.scratch);
        hits.reckoned[part] = (byte) one;
      }
      if (one == Formula.FALSE) {
        return Formula.FALSE;
      }
      truth = Math.max(truth, one);
    }
    return truth;
  }

  private void collect(Hits hits) {
    for (int word = 0; word < hits.fired.length; word++) {
      hits.fired[word] = hits.alive[word] & ~hits.unsure[word];
      hits.undetermined[word] = hits.alive[word] & hits.unsure[word];
    }
    for (int further = 0; further < ruleOfFurther.length; further++) {
      int term = furtherFrom + further;
      long bit = 1L << term;
      if ((hits.alive[term >>> 6] & bit) != 0) {
        boolean told = (hits.unsure[term >>> 6] & bit) == 0;
        ColumnIndex.set(told ? hits.fired : hits.undetermined, ruleOfFurther[further]);
      }
    }
    if (ruleOfFurther.length > 0) {
      for (int word = 0; word < hits.fired.length; word++) {
        hits.undetermined[word] &= ~hits.fired[word];
      }
    }
  }

  int terms() {
    return possible.length;
  }

  int numberColumns() {
    return numbers.length;
  }

  int wordColumns() {
    return words.length;
  }

  /** Roughly what the index takes in memory; the conditions themselves are not counted. */
  public long bytes() {
    long bytes = 8L * possible.length * 2 + 4L * ruleOfFurther.length;
    bytes += 8L * table.length;
    for (NumberIndex index : numbers) {
      bytes += index.bytes();
    }
    for (WordIndex index : words) {
      bytes += index.bytes();
    }
    for (int[] list : partsOfTerm) {
      bytes += 16 + 4L * list.length;
    }
    return bytes;
  }

  /** How many distinct parts lie outside the index, for those who wonder why a plan is slow. */
  public int reckonedParts() {
    return parts.length;
  }
}
