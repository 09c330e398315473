package dev.hufu.policy.plan;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.runtime.CelRuntime;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Column;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.expression.Dialect;
import dev.hufu.policy.expression.ExpressionCompiler.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Compiles conditions over the columns of a row: a kind of event with its features. Type errors,
 * unknown names and conditions that would take too long are told with their place in the text.
 * Immutable and thread-safe.
 *
 * <p>Example: {@code new RowConditions(columns, "yuan").compile("transfer.amount > yuan(3000) &&
 * payer.out.count_24h >= 5")}. A flag is a bool; counts and sums (in fen) are ints; an elapsed time
 * is a duration; a rate is a double, one whole unit being 1.0; a word is a string. {@code known(x)}
 * asks whether there is a value.
 */
public final class RowConditions {

  /** A condition, or the problems that keep it from being one. */
  public record Compiled(Optional<RowCondition> condition, List<Problem> problems) {}

  private static final int BATCH = 32;

  private final Columns columns;
  private final Set<String> names;
  private final CelCompiler compiler;
  private final CelCompiler listCompiler;
  private final CelRuntime runtime;

  /**
   * @param currency the word that turns whole units into fen: {@code yuan(3000)}
   */
  public RowConditions(Columns columns, String currency) {
    Dialect dialect = new Dialect(currency, List.of("days", "hours", "minutes"));
    this.columns = columns;
    CelCompilerBuilder builder = dialect.compiler();
    CelCompilerBuilder lists = dialect.compiler().setResultType(ListType.create(SimpleType.BOOL));
    this.names = new HashSet<>(dialect.functions());
    for (Column column : columns.list()) {
      builder.addVar(column.name(), type(column.kind()));
      lists.addVar(column.name(), type(column.kind()));
      names.add(column.name());
    }
    this.compiler = builder.build();
    this.listCompiler = lists.build();
    this.runtime = dialect.runtime().build();
  }

  public Columns columns() {
    return columns;
  }

  public Compiled compile(String source) {
    if (source.length() > Limits.RULE_CHARS_MAX) {
      return refused("longer than " + Limits.RULE_CHARS_MAX + " characters");
    }
    CelValidationResult validated = compiler.compile(source);
    if (validated.hasError()) {
      return new Compiled(
          Optional.empty(),
          validated.getErrors().stream()
              .map(issue -> Dialect.problem(issue, names, source))
              .toList());
    }
    try {
      CelAbstractSyntaxTree tree = validated.getAst();
      List<Problem> wrong = new ArrayList<>();
      new ConditionCheck(columns, tree, wrong).check();
      return wrong.isEmpty()
          ? compiled(tree, source)
          : new Compiled(Optional.empty(), List.copyOf(wrong));
    } catch (CelValidationException unusable) {
      return refused(String.valueOf(unusable.getMessage()));
    }
  }

  /**
   * Many at once; the answers stand in the order of the sources and are those of {@link #compile}.
   *
   * <p>Checking types sets out anew for each text, which costs more than the check; so a batch is
   * checked as one list, on as many cores as there are. A batch with a mistake is done one by one.
   */
  public List<Compiled> compileAll(List<String> sources) {
    return IntStream.range(0, (sources.size() + BATCH - 1) / BATCH)
        .parallel()
        .mapToObj(batch -> sources.subList(batch * BATCH, end(sources, batch)))
        .map(batch -> together(batch).orElseGet(() -> batch.stream().map(this::compile).toList()))
        .flatMap(List::stream)
        .toList();
  }

  private static int end(List<String> sources, int batch) {
    return Math.min(sources.size(), (batch + 1) * BATCH);
  }

  /** Each text by itself is an expression, so that between brackets it stays just that one. */
  private Optional<List<Compiled>> together(List<String> batch) {
    StringBuilder list = new StringBuilder("[");
    for (String source : batch) {
      if (source.length() > Limits.RULE_CHARS_MAX || compiler.parse(source).hasError()) {
        return Optional.empty();
      }
      list.append(list.length() == 1 ? "(" : ",(").append(source).append("\n)");
    }
    CelValidationResult validated = listCompiler.compile(list.append(']').toString());
    if (validated.hasError()) {
      return Optional.empty();
    }
    try {
      CelAbstractSyntaxTree tree = validated.getAst();
      List<CelExpr> elements = tree.getExpr().list().elements();
      List<Compiled> compiled = new ArrayList<>();
      for (int i = 0; i < batch.size(); i++) {
        if (!tree.getType(elements.get(i).id()).equals(Optional.of(SimpleType.BOOL))) {
          return Optional.empty();
        }
        CelAbstractSyntaxTree part = RowCondition.part(tree, elements.get(i));
        List<Problem> wrong = new ArrayList<>();
        new ConditionCheck(columns, part, wrong).check();
        compiled.add(wrong.isEmpty() ? compiled(part, batch.get(i)) : compile(batch.get(i)));
      }
      return Optional.of(compiled);
    } catch (CelValidationException unusable) {
      return Optional.empty();
    }
  }

  private Compiled compiled(CelAbstractSyntaxTree tree, String source) {
    return new Compiled(Optional.of(new RowCondition(columns, runtime, tree, source)), List.of());
  }

  private static Compiled refused(String message) {
    return new Compiled(Optional.empty(), List.of(new Problem(0, 0, message)));
  }

  private static CelType type(FieldKind kind) {
    return switch (kind) {
      case FLAG -> SimpleType.BOOL;
      case COUNT, AMOUNT -> SimpleType.INT;
      case ELAPSED -> SimpleType.DURATION;
      case RATE, REAL -> SimpleType.DOUBLE;
      case WORD -> SimpleType.STRING;
    };
  }
}
