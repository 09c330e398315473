package dev.hufu.policy.plan;

import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.policy.plan.Formula.Within;
import dev.hufu.policy.plan.Operand.Real;
import dev.hufu.policy.plan.Operand.Span;
import dev.hufu.policy.plan.Operand.Whole;
import dev.hufu.policy.plan.Operand.Word;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The six comparisons, over each type as CEL defines them. */
enum Comparison {
  LESS,
  AT_MOST,
  MORE,
  AT_LEAST,
  SAME,
  OTHER;

  private static final int REAL_COST = 5;
  private static final int WORD_COST = 20;

  boolean ordered() {
    return this != SAME && this != OTHER;
  }

  /** The same with left and right exchanged. */
  Comparison turned() {
    return switch (this) {
      case LESS -> MORE;
      case AT_MOST -> AT_LEAST;
      case MORE -> LESS;
      case AT_LEAST -> AT_MOST;
      case SAME, OTHER -> this;
    };
  }

  boolean holds(int order) {
    return switch (this) {
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      case AT_LEAST -> order >= 0;
      case SAME -> order == 0;
      case OTHER -> order != 0;
    };
  }

  /** As IEEE 754 has it: a non-number is not even the same as itself. */
  boolean holds(double left, double right) {
    return switch (this) {
      case LESS -> left < right;
      case AT_MOST -> left <= right;
      case MORE -> left > right;
      case AT_LEAST -> left >= right;
      case SAME -> left == right;
      case OTHER -> left != right;
    };
  }

  /** The formula, or null where the operands are of types that are left to CEL. */
  @Nullable Formula of(Columns columns, Operand left, Operand right) {
    if (left instanceof Operand.Broken || right instanceof Operand.Broken) {
      return new Formula.Constant(Formula.UNSURE);
    }
    if (left.constant() != null && right.place() >= 0) {
      return turned().of(columns, right, left);
    }
    String key = left.key() + " " + name() + " " + right.key();
    if (left instanceof Whole a && right instanceof Whole b) {
      return a.place() >= 0 && b.constant() != null
          ? within(columns, a.place(), ofWhole(b.constant()))
          : FormulaReader.reckoned(
              key, 2, (row, s) -> holds(Long.compare(a.of(row, s), b.of(row, s))));
    }
    if (left instanceof Real a && right instanceof Real b) {
      FieldKind kind = a.place() < 0 ? FieldKind.REAL : columns.list().get(a.place()).kind();
      return a.place() >= 0 && b.constant() != null
          ? within(columns, a.place(), ofReal(kind, b.constant()))
          : FormulaReader.reckoned(key, REAL_COST, (row, s) -> holds(a.of(row, s), b.of(row, s)));
    }
    if (left instanceof Word a && right instanceof Word b) {
      return ofWords(key, a, b);
    }
    return left instanceof Span a && right instanceof Span b ? ofSpans(columns, key, a, b) : null;
  }

  private Formula within(Columns columns, int place, Ranges ranges) {
    return new Within(place, columns.list().get(place).kind(), ranges);
  }

  private Ranges ofWhole(long bound) {
    return ranges(Ranges.from(n -> n >= bound), Ranges.from(n -> n > bound));
  }

  private Ranges ofReal(FieldKind kind, double bound) {
    if (Double.isNaN(bound)) {
      return this == OTHER ? Ranges.ALL : Ranges.NONE;
    }
    return kind == FieldKind.RATE
        ? ranges(Ranges.from(n -> Cell.rate(n) >= bound), Ranges.from(n -> Cell.rate(n) > bound))
        : ranges(
            Ranges.from(n -> Cell.realOf(n) >= bound), Ranges.from(n -> Cell.realOf(n) > bound));
  }

  private Ranges ofSpan(Duration bound) {
    return ranges(
        Ranges.from(n -> Duration.ofMillis(n).compareTo(bound) >= 0),
        Ranges.from(n -> Duration.ofMillis(n).compareTo(bound) > 0));
  }

  /**
   * @param atLeast numbers not below the bound
   * @param more numbers above it
   */
  private Ranges ranges(Ranges atLeast, Ranges more) {
    return switch (this) {
      case LESS -> atLeast.not();
      case AT_MOST -> more.not();
      case MORE -> more;
      case AT_LEAST -> atLeast;
      case SAME -> atLeast.and(more.not());
      case OTHER -> atLeast.not().or(more);
    };
  }

  private Formula ofWords(String key, Word left, Word right) {
    if (!ordered() && left.place() >= 0 && right.constant() != null) {
      return new Formula.Among(
          left.place(),
          new Words(new TreeSet<>(List.of(right.constant())), new TreeSet<>(), this == OTHER));
    }
    return FormulaReader.reckoned(
        key, WORD_COST, (row, s) -> holds(left.of(row, s).compareTo(right.of(row, s))));
  }

  private @Nullable Formula ofSpans(Columns columns, String key, Span left, Span right) {
    Duration bound = right.constant();
    if (left.place() >= 0) {
      return bound != null
          ? within(columns, left.place(), ofSpan(bound))
          : new Formula.Reckoned(
              key,
              2,
              (row, s) ->
                  row.known(left.place()) && row.known(right.place())
                      ? truth(
                          holds(Long.compare(row.number(left.place()), row.number(right.place()))))
                      : Formula.UNSURE);
    }
    return left.constant() != null && bound != null
        ? Formula.constant(holds(left.constant().compareTo(bound)))
        : null;
  }

  /** Of two formulas; only whether they are the same or not. */
  Formula ofFlags(Formula left, Formula right) {
    if (left instanceof Formula.Constant && !(right instanceof Formula.Constant)) {
      return ofFlags(right, left);
    }
    if (right instanceof Formula.Constant constant && constant.truth() != Formula.UNSURE) {
      return (constant.truth() == Formula.TRUE) == (this == SAME) ? left : Normal.not(left);
    }
    return new Formula.Reckoned(
        left.key() + " " + name() + " " + right.key(),
        left.cost() + right.cost(),
        (row, s) -> {
          int a = left.truth(row, s);
          int b = a == Formula.UNSURE ? a : right.truth(row, s);
          return b == Formula.UNSURE ? b : truth(a == b == (this == SAME));
        });
  }

  private static int truth(boolean holds) {
    return holds ? Formula.TRUE : Formula.FALSE;
  }
}
