package dev.hufu.policy.plan;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Column;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.kernel.feature.Row;
import dev.hufu.kernel.feature.RowTest;
import dev.hufu.policy.expression.Dialect;
import dev.hufu.policy.expression.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A checked condition over the columns of a row. Immutable and thread-safe.
 *
 * <p>{@link #evaluate} asks CEL itself and is what every faster way must agree with; {@link
 * #asRowTest} and {@link RulePlan} are those ways.
 */
public final class RowCondition {

  private final Columns columns;
  private final String source;
  private final CelAbstractSyntaxTree tree;
  private final CelPart whole;
  private final CelRuntime runtime;
  private final Formula formula;
  private volatile @Nullable List<RowCondition> conjuncts;

  RowCondition(Columns columns, CelRuntime runtime, CelAbstractSyntaxTree tree, String source) {
    this.columns = columns;
    this.runtime = runtime;
    this.tree = tree;
    this.source = source;
    this.whole = new CelPart(runtime, tree);
    this.formula = new FormulaReader(columns, runtime, tree).read();
  }

  /** As the author wrote it. */
  public String source() {
    return source;
  }

  public Columns columns() {
    return columns;
  }

  Formula formula() {
    return formula;
  }

  /** The columns it reads, sorted. */
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    names(tree.getExpr(), names);
    return List.copyOf(names);
  }

  private void names(CelExpr expr, TreeSet<String> names) {
    if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
      if (columns.find(expr.ident().name()).isPresent()) {
        names.add(expr.ident().name());
      }
    } else if (FormulaReader.isKnownCall(expr)) {
      names.add(expr.call().args().get(0).constant().stringValue());
    }
    Dialect.children(expr).forEach(child -> names(child, names));
  }

  /** The parts joined by {@code &&} at the top; the condition itself if there is but one. */
  public List<RowCondition> conjuncts() {
    List<RowCondition> made = conjuncts;
    if (made == null) {
      made = split();
      conjuncts = made;
    }
    return made;
  }

  private List<RowCondition> split() {
    List<CelExpr> parts = new ArrayList<>();
    Dialect.conjuncts(tree.getExpr(), parts);
    if (parts.size() == 1) {
      return List.of(this);
    }
    List<RowCondition> all = new ArrayList<>();
    for (CelExpr part : parts) {
      CelAbstractSyntaxTree sub = part(tree, part);
      all.add(new RowCondition(columns, runtime, sub, text(sub)));
    }
    return List.copyOf(all);
  }

  /** As an author would write it: what {@code known()} became is turned back. */
  private static String text(CelAbstractSyntaxTree tree) {
    return CelUnparserFactory.newUnparser()
        .unparse(tree)
        .replaceAll("\"([^\"]+)\" in " + Dialect.TOLD, "known($1)");
  }

  static CelAbstractSyntaxTree part(CelAbstractSyntaxTree tree, CelExpr part) {
    return CelAbstractSyntaxTree.newCheckedAst(
        part, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap());
  }

  /**
   * What CEL says. An error of evaluation (an overflow, a division by zero) counts as unknown: a
   * decision degrades instead of failing.
   */
  public Truth evaluate(Row row) {
    Object result;
    try {
      result = whole.evaluate(row);
    } catch (CelEvaluationException failed) {
      return new Truth.Unknown(names());
    }
    if (result instanceof Boolean holds) {
      return holds ? Truth.TRUE : Truth.FALSE;
    }
    TreeSet<String> missing = new TreeSet<>();
    if (result instanceof CelUnknownSet unknown) {
      for (Long id : unknown.unknownExprIds()) {
        CelReference reference = tree.getReferenceMap().get(id);
        if (reference != null) {
          missing.add(reference.name());
        }
      }
    }
    return new Truth.Unknown(missing.isEmpty() ? names() : List.copyOf(missing));
  }

  /** The same without CEL where that is possible; thread-safe. */
  public RowTest asRowTest() {
    return row -> formula.truth(row, new Formula.Scratch()) == Formula.TRUE;
  }

  /**
   * How far a failing comparison of one number with constants is from holding; empty if it holds,
   * is unknown, can never hold or is no such comparison.
   */
  public Optional<Shortfall> shortfall(Row row) {
    if (!(formula instanceof Formula.Within within)
        || within.kind() == FieldKind.FLAG
        || within.ranges().isEmpty()
        || formula.truth(row, new Formula.Scratch()) != Formula.FALSE) {
      return Optional.empty();
    }
    Column column = columns.list().get(within.place());
    long key = Cell.key(row, within.place(), within.kind());
    long nearest = within.ranges().nearest(key);
    return Optional.of(
        within.kind() == FieldKind.REAL
            ? new Shortfall(
                column,
                Double.doubleToLongBits(row.real(within.place())),
                Double.doubleToLongBits(Cell.realOf(nearest)),
                source)
            : new Shortfall(column, key, nearest, source));
  }

  @Override
  public String toString() {
    return source;
  }
}
