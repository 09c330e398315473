package dev.hufu.policy.plan;

import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.policy.plan.Formula.Among;
import dev.hufu.policy.plan.Formula.Both;
import dev.hufu.policy.plan.Formula.Constant;
import dev.hufu.policy.plan.Formula.IsKnown;
import dev.hufu.policy.plan.Formula.Within;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays rules out as terms and terms as columns; used once for one {@link RulePlan}. */
final class PlanBuilder {

  /** What all number indexes together may take before stretches of numbers share rows. */
  private static final long INDEX_BYTES_WANTED = 2 * 1024 * 1024;

  private static final int SHIFT_MAX = 6;
  private static final int[] NO_PARTS = {};

  private final Columns columns;
  private final int termWords;
  private final List<NumberIndex> numbers = new ArrayList<>();
  private final List<WordIndex> words = new ArrayList<>();
  private final Table table;
  private final long[] possible;
  private final int furtherFrom;
  private final int[] ruleOfFurther;
  private final int[][] partsOfTerm;
  private final long[] withParts;
  private final List<Formula> parts = new ArrayList<>();
  private final Map<String, Integer> partByKey = new HashMap<>();
  private final TreeMap<Integer, Wants> wants = new TreeMap<>();

  PlanBuilder(Columns columns, List<RulePlan.Named> rules) {
    this.columns = columns;
    List<Formula> first = new ArrayList<>();
    List<Formula> further = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      List<Formula> terms = Normal.terms(rules.get(rule).condition().formula());
      first.add(terms.getFirst());
      for (Formula term : terms.subList(1, terms.size())) {
        further.add(term);
        owners.add(rule);
      }
    }
    this.furtherFrom = first.size();
    this.ruleOfFurther = owners.stream().mapToInt(Integer::intValue).toArray();
    first.addAll(further);
    this.termWords = (first.size() + 63) >>> 6;
    this.possible = new long[termWords];
    this.withParts = new long[termWords];
    this.partsOfTerm = new int[first.size()][];
    for (int term = 0; term < first.size(); term++) {
      lay(term, first.get(term));
    }
    this.table = new Table(termWords);
    buildIndexes();
  }

  private void lay(int term, Formula formula) {
    ColumnIndex.set(possible, term);
    List<Formula> left = new ArrayList<>();
    for (Formula part : formula instanceof Both all ? all.parts() : List.of(formula)) {
      if (!indexed(term, part)) {
        left.add(part);
      }
    }
    left.sort(Comparator.comparingInt(Formula::cost));
    partsOfTerm[term] = left.isEmpty() ? NO_PARTS : left.stream().mapToInt(this::number).toArray();
    if (!left.isEmpty()) {
      ColumnIndex.set(withParts, term);
    }
  }

  private int number(Formula part) {
    return partByKey.computeIfAbsent(
        part.key(),
        key -> {
          parts.add(part);
          return parts.size() - 1;
        });
  }

  private boolean indexed(int term, Formula part) {
    switch (part) {
      case Constant constant -> {
        if (constant.truth() == Formula.FALSE) {
          ColumnIndex.clear(possible, term);
        }
        return constant.truth() != Formula.UNSURE;
      }
      case Within within ->
          wants(within.place()).numbers.add(new Wants.OfNumber(term, within.ranges()));
      case Among among -> {
        List<Wants.OfWord> listed = wants(among.place()).words;
        if (!listed.isEmpty() && listed.getLast().term() == term) {
          return false; // one set of words per term and column; a second one is reckoned
        }
        listed.add(new Wants.OfWord(term, among.words()));
      }
      case IsKnown known ->
          (known.wanted() ? wants(known.place()).known : wants(known.place()).missing).add(term);
      default -> {
        return false;
      }
    }
    return true;
  }

  private Wants wants(int place) {
    return wants.computeIfAbsent(place, at -> new Wants(at, columns.list().get(at).kind()));
  }

  /** The first row of the table is all ones, for columns that nothing is said about. */
  private void buildIndexes() {
    long full = 0;
    for (Wants column : wants.values()) {
      full += 8L * termWords * (column.cuts().length + 1);
    }
    int shift = 0;
    while (shift < SHIFT_MAX && full >> shift > INDEX_BYTES_WANTED) {
      shift++;
    }
    long[] ones = new long[termWords];
    Arrays.fill(ones, -1L);
    table.add(ones);
    for (Wants column : wants.values()) {
      if (column.kind == FieldKind.WORD) {
        words.add(new WordIndex(column, table));
      } else {
        numbers.add(new NumberIndex(column, table, shift));
      }
    }
  }

  NumberIndex[] numbers() {
    return numbers.toArray(NumberIndex[]::new);
  }

  WordIndex[] words() {
    return words.toArray(WordIndex[]::new);
  }

  long[] table() {
    return table.rows();
  }

  long[] possible() {
    return possible;
  }

  int[] ruleOfFurther() {
    return ruleOfFurther;
  }

  int furtherFrom() {
    return furtherFrom;
  }

  Formula[] parts() {
    return parts.toArray(Formula[]::new);
  }

  int[][] partsOfTerm() {
    return partsOfTerm;
  }

  long[] withParts() {
    return withParts;
  }
}
