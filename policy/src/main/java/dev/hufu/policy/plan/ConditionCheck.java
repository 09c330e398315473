package dev.hufu.policy.plan;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.expression.Dialect;
import dev.hufu.policy.expression.ExpressionCompiler.Problem;
import java.util.List;

/**
 * What CEL's types cannot see: {@code known()} of no column, a pattern that is none, and the steps
 * that a condition may take at most, counted over every loop it contains.
 */
record ConditionCheck(Columns columns, CelAbstractSyntaxTree tree, List<Problem> wrong) {

  void check() {
    check(tree.getExpr());
    if (wrong.isEmpty()) {
      steps(tree.getExpr());
    }
  }

  private void check(CelExpr expr) {
    if (FormulaReader.isKnownCall(expr)) {
      CelExpr name = expr.call().args().get(0);
      if (columns.find(name.constant().stringValue()).isEmpty()) {
        wrong.add(
            at(name, "known() wants a column, not \"" + name.constant().stringValue() + "\""));
      }
    } else if (Dialect.isCall(expr, "matches")) {
      pattern(expr);
    }
    Dialect.children(expr).forEach(this::check);
  }

  private void pattern(CelExpr matches) {
    CelExpr pattern = matches.call().args().getLast();
    if (pattern.exprKind().getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      wrong.add(at(pattern, "matches() wants a pattern that stands in the rule"));
      return;
    }
    try {
      Pattern.compile(pattern.constant().stringValue());
    } catch (PatternSyntaxException bad) {
      wrong.add(at(pattern, "no pattern (RE2): " + bad.getMessage()));
    }
  }

  /** Steps at most; tells where the limit is passed, innermost part first, and only once. */
  private long steps(CelExpr expr) {
    long steps = 1;
    if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.COMPREHENSION) {
      CelExpr.CelComprehension loop = expr.comprehension();
      long once = steps(loop.loopCondition()) + steps(loop.loopStep());
      steps += steps(loop.iterRange()) + steps(loop.accuInit()) + steps(loop.result());
      long rounds = size(loop.iterRange());
      if (rounds < 0) {
        tell(loop.iterRange(), "this goes through a list of which nobody knows how long it is");
        return steps;
      }
      steps += rounds * Math.min(once, Limits.RULE_STEPS_MAX + 1L);
    } else {
      for (CelExpr child : Dialect.children(expr)) {
        steps += steps(child);
      }
    }
    if (steps > Limits.RULE_STEPS_MAX) {
      tell(expr, "this may take " + steps + " steps; at most " + Limits.RULE_STEPS_MAX);
    }
    return steps;
  }

  private void tell(CelExpr expr, String message) {
    if (wrong.isEmpty()) {
      wrong.add(at(expr, message));
    }
  }

  /** Elements at most, or -1 where that cannot be seen. */
  private static long size(CelExpr list) {
    return switch (list.exprKind().getKind()) {
      case LIST -> list.list().elements().size();
      case MAP -> list.map().entries().size();
      case COMPREHENSION -> size(list.comprehension().iterRange());
      case CALL -> {
        if (!Dialect.isCall(list, "_+_")) {
          yield -1;
        }
        long left = size(list.call().args().get(0));
        long right = size(list.call().args().get(1));
        yield left < 0 || right < 0 ? -1 : left + right;
      }
      default -> -1;
    };
  }

  private Problem at(CelExpr expr, String message) {
    return Dialect.at(tree, expr, message);
  }
}
