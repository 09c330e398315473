package dev.hufu.policy.plan;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.policy.plan.Operand.Broken;
import dev.hufu.policy.plan.Operand.Real;
import dev.hufu.policy.plan.Operand.Span;
import dev.hufu.policy.plan.Operand.Whole;
import dev.hufu.policy.plan.Operand.Word;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a condition that have a value; null for those that are left to CEL. */
final class OperandReader {

  private final Columns columns;
  private final CelAbstractSyntaxTree tree;
  private final FormulaReader formulas;

  OperandReader(Columns columns, CelAbstractSyntaxTree tree, FormulaReader formulas) {
    this.columns = columns;
    this.tree = tree;
    this.formulas = formulas;
  }

  static boolean isConstant(CelExpr expr, CelConstant.Kind kind) {
    return expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && expr.constant().getKind() == kind;
  }

  @Nullable Operand read(CelExpr expr) {
    return switch (expr.exprKind().getKind()) {
      case CONSTANT -> constant(expr.constant());
      case IDENT -> column(expr.ident().name());
      case CALL -> expr.call().target().isPresent() ? null : call(expr);
      default -> null;
    };
  }

  /** A word that is a constant or a column. */
  @Nullable Operand word(CelExpr expr) {
    return switch (expr.exprKind().getKind()) {
      case CONSTANT -> constant(expr.constant());
      case IDENT -> column(expr.ident().name());
      default -> null;
    };
  }

  private static @Nullable Operand constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case INT64_VALUE -> Whole.of(constant.int64Value());
      case DOUBLE_VALUE -> Real.of(constant.doubleValue());
      case STRING_VALUE -> Word.of(constant.stringValue());
      default -> null;
    };
  }

  private @Nullable Operand column(String name) {
    Integer place = columns.places().get(name);
    if (place == null) {
      return null;
    }
    int at = place;
    String key = "$" + at;
    FieldKind kind = columns.list().get(at).kind();
    return switch (kind) {
      case FLAG -> null;
      case COUNT, AMOUNT ->
          new Whole(
              key,
              at,
              null,
              (row, scratch) -> {
                scratch.failed |= !row.known(at);
                return row.number(at);
              });
      case RATE, REAL ->
          new Real(
              key,
              at,
              null,
              (row, scratch) -> {
                scratch.failed |= !Cell.known(row, at, kind);
                return Cell.real(row, at, kind);
              });
      case ELAPSED -> new Span(key, at, null);
      case WORD -> new Word(key, at, null);
    };
  }

  private @Nullable Operand call(CelExpr expr) {
    List<CelExpr> args = expr.call().args();
    String function = expr.call().function();
    CelType type = tree.getType(expr.id()).orElse(SimpleType.DYN);
    if (function.equals("_?_:_")) {
      return choice(args);
    }
    if (type.equals(SimpleType.DURATION)) {
      return args.size() == 1 ? span(function, args.get(0)) : null;
    }
    if (args.size() == 1) {
      Operand only = read(args.get(0));
      return only == null ? null : Arithmetic.of(function, only);
    }
    if (args.size() != 2) {
      return null;
    }
    Operand left = read(args.get(0));
    Operand right = left == null ? null : read(args.get(1));
    return left == null || right == null ? null : Arithmetic.of(function, left, right);
  }

  private @Nullable Operand span(String function, CelExpr count) {
    LongFunction<Duration> length =
        switch (function) {
          case "days" -> Duration::ofDays;
          case "hours" -> Duration::ofHours;
          case "minutes" -> Duration::ofMinutes;
          default -> null;
        };
    if (length == null || !(read(count) instanceof Whole whole) || whole.constant() == null) {
      return null;
    }
    try {
      Duration span = length.apply(whole.constant());
      return new Span(span.toString(), -1, span);
    } catch (ArithmeticException tooLong) {
      return new Broken(function);
    }
  }

  private @Nullable Operand choice(List<CelExpr> args) {
    Operand yes = read(args.get(1));
    Operand no = yes == null ? null : read(args.get(2));
    if (yes == null || no == null) {
      return null;
    }
    Formula which = formulas.read(args.get(0));
    String key = "(" + which.key() + " ? " + yes.key() + " : " + no.key() + ")";
    if (yes instanceof Whole a && no instanceof Whole b) {
      return new Whole(
          key,
          -1,
          null,
          (row, scratch) -> {
            int truth = which.truth(row, scratch);
            scratch.failed |= truth == Formula.UNSURE;
            return truth == Formula.TRUE ? a.of(row, scratch) : b.of(row, scratch);
          });
    }
    if (yes instanceof Real a && no instanceof Real b) {
      return new Real(
          key,
          -1,
          null,
          (row, scratch) -> {
            int truth = which.truth(row, scratch);
            scratch.failed |= truth == Formula.UNSURE;
            return truth == Formula.TRUE ? a.of(row, scratch) : b.of(row, scratch);
          });
    }
    return null;
  }
}
