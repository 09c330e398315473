package dev.hufu.policy.plan;

import com.google.re2j.Pattern;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.policy.expression.Dialect;
import dev.hufu.policy.plan.Formula.Among;
import dev.hufu.policy.plan.Formula.IsKnown;
import dev.hufu.policy.plan.Formula.Reckoned;
import dev.hufu.policy.plan.Formula.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a checked condition into a {@link Formula}; what it cannot read stays a part that CEL
 * evaluates.
 */
final class FormulaReader {

  /** A part left to CEL takes some thousand times as long as a comparison. */
  private static final int CEL_COST = 1_000;

  private static final int WORD_COST = 20;

  private static final Map<String, Comparison> COMPARISONS =
      Map.of(
          "_<_", Comparison.LESS,
          "_<=_", Comparison.AT_MOST,
          "_>_", Comparison.MORE,
          "_>=_", Comparison.AT_LEAST,
          "_==_", Comparison.SAME,
          "_!=_", Comparison.OTHER);

  private final Columns columns;
  private final CelRuntime runtime;
  private final CelAbstractSyntaxTree tree;
  private final OperandReader operands;

  FormulaReader(Columns columns, CelRuntime runtime, CelAbstractSyntaxTree tree) {
    this.columns = columns;
    this.runtime = runtime;
    this.tree = tree;
    this.operands = new OperandReader(columns, tree, this);
  }

  Formula read() {
    return read(tree.getExpr());
  }

  Formula read(CelExpr expr) {
    Formula read = readable(expr);
    return read == null ? leftToCel(expr) : read;
  }

  static boolean isKnownCall(CelExpr expr) {
    return Dialect.isCall(expr, "@in")
        && expr.call().args().get(1).exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
        && expr.call().args().get(1).ident().name().equals(Dialect.TOLD)
        && OperandReader.isConstant(expr.call().args().get(0), CelConstant.Kind.STRING_VALUE);
  }

  private @Nullable Formula readable(CelExpr expr) {
    return switch (expr.exprKind().getKind()) {
      case CONSTANT -> Formula.constant(expr.constant().booleanValue());
      case IDENT -> flag(expr);
      case CALL -> call(expr);
      default -> null;
    };
  }

  private @Nullable Formula flag(CelExpr expr) {
    Integer place = columns.places().get(expr.ident().name());
    return place == null || columns.list().get(place).kind() != FieldKind.FLAG
        ? null
        : new Within(place, FieldKind.FLAG, new Ranges(true, new Ranges.Flips(0, 1)));
  }

  private @Nullable Formula call(CelExpr expr) {
    List<CelExpr> args = expr.call().args();
    String function = expr.call().function();
    Comparison comparison = COMPARISONS.get(function);
    if (comparison != null && args.size() == 2) {
      return compare(comparison, args.get(0), args.get(1));
    }
    return switch (function) {
      case "_&&_" -> Normal.both(all(args));
      case "_||_" -> Normal.either(all(args));
      case "!_" -> Normal.not(read(args.get(0)));
      case "_?_:_" -> choice(args);
      case "@in" -> member(expr, args);
      case "startsWith", "endsWith", "contains", "matches" -> text(function, expr);
      default -> null;
    };
  }

  private List<Formula> all(List<CelExpr> args) {
    List<Formula> all = new ArrayList<>();
    for (CelExpr arg : args) {
      all.add(read(arg));
    }
    return all;
  }

  private Formula choice(List<CelExpr> args) {
    Formula which = read(args.get(0));
    Formula yes = read(args.get(1));
    Formula no = read(args.get(2));
    return new Reckoned(
        which.key() + " ? " + yes.key() + " : " + no.key(),
        which.cost() + yes.cost() + no.cost(),
        (row, scratch) ->
            switch (which.truth(row, scratch)) {
              case Formula.TRUE -> yes.truth(row, scratch);
              case Formula.FALSE -> no.truth(row, scratch);
              default -> Formula.UNSURE;
            });
  }

  private @Nullable Formula compare(Comparison comparison, CelExpr left, CelExpr right) {
    Optional<CelType> type = tree.getType(left.id());
    if (type.isEmpty() || !type.equals(tree.getType(right.id()))) {
      return null;
    }
    if (type.get().equals(SimpleType.BOOL)) {
      return comparison.ordered() ? null : comparison.ofFlags(read(left), read(right));
    }
    Operand a = operands.read(left);
    Operand b = operands.read(right);
    return a == null || b == null ? null : comparison.of(columns, a, b);
  }

  private @Nullable Formula member(CelExpr expr, List<CelExpr> args) {
    if (isKnownCall(expr)) {
      int place = columns.places().getOrDefault(args.get(0).constant().stringValue(), -1);
      return place < 0
          ? Formula.constant(false)
          : new IsKnown(place, columns.list().get(place).kind(), true);
    }
    if (args.get(1).exprKind().getKind() != CelExpr.ExprKind.Kind.LIST) {
      return null;
    }
    Operand member = operands.read(args.get(0));
    if (member == null || member.constant() != null) {
      return null;
    }
    SortedSet<String> words = new TreeSet<>();
    List<Formula> same = new ArrayList<>();
    for (CelExpr element : args.get(1).list().elements()) {
      Operand one = operands.read(element);
      if (one == null || one.constant() == null || one.getClass() != member.getClass()) {
        return null;
      }
      if (one instanceof Operand.Word word && word.constant() != null) {
        words.add(word.constant());
      } else {
        same.add(Comparison.SAME.of(columns, member, one));
      }
    }
    if (member instanceof Operand.Word) {
      return new Among(member.place(), new Words(words, new TreeSet<>(), false));
    }
    return same.isEmpty() ? null : Normal.either(same);
  }

  private @Nullable Formula text(String function, CelExpr expr) {
    if (expr.call().target().isEmpty() || expr.call().args().size() != 1) {
      return null;
    }
    Operand whole = operands.word(expr.call().target().get());
    Operand part = operands.word(expr.call().args().get(0));
    if (!(whole instanceof Operand.Word in) || !(part instanceof Operand.Word what)) {
      return null;
    }
    String sought = what.constant();
    if (function.equals("startsWith") && sought != null && in.place() >= 0) {
      return new Among(
          in.place(), new Words(new TreeSet<>(), new TreeSet<>(List.of(sought)), false));
    }
    String key = in.key() + "." + function + "(" + what.key() + ")";
    if (function.equals("matches")) {
      if (sought == null) {
        return null;
      }
      Pattern pattern = Pattern.compile(sought);
      return reckoned(
          key, CEL_COST / 2, (row, scratch) -> pattern.matcher(in.of(row, scratch)).find());
    }
    return switch (function) {
      case "startsWith" ->
          reckoned(key, WORD_COST, (row, s) -> in.of(row, s).startsWith(what.of(row, s)));
      case "endsWith" ->
          reckoned(key, WORD_COST, (row, s) -> in.of(row, s).endsWith(what.of(row, s)));
      default -> reckoned(key, WORD_COST, (row, s) -> in.of(row, s).contains(what.of(row, s)));
    };
  }

  /** A test of operands: unsure if one of them came to no value. */
  interface Test {
    boolean holds(dev.hufu.kernel.feature.Row row, Formula.Scratch scratch);
  }

  static Reckoned reckoned(String key, int cost, Test test) {
    return new Reckoned(
        key,
        cost,
        (row, scratch) -> {
          boolean holds = test.holds(row, scratch);
          return scratch.takeFailed() ? Formula.UNSURE : holds ? Formula.TRUE : Formula.FALSE;
        });
  }

  private Formula leftToCel(CelExpr expr) {
    CelPart part = new CelPart(runtime, RowCondition.part(tree, expr));
    return new Reckoned(
        "cel " + ExprText.of(expr),
        CEL_COST,
        (row, scratch) -> {
          try {
            Object result = part.evaluate(row);
            return result instanceof Boolean holds
                ? holds ? Formula.TRUE : Formula.FALSE
                : Formula.UNSURE;
          } catch (CelEvaluationException failed) {
            return Formula.UNSURE;
          }
        });
  }
}
