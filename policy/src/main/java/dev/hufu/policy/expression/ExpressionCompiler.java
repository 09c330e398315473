package dev.hufu.policy.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compiles conditions against the declared facts and the names every pack has. Type errors, unknown
 * names and comparisons with a choice of another fact are told with their place in the text.
 *
 * <p>Example: {@code compiler.compile("request.amount > 3 * me.monthlyIncome")}.
 */
public final class ExpressionCompiler {

  /** A problem in an expression; line and column count from 0. */
  public record Problem(int line, int column, String message) {}

  /** An expression, or the problems that keep it from being one. */
  public record Compiled(Optional<Expression> expression, List<Problem> problems) {}

  private static final Map<String, CelType> BUILT_IN =
      Map.ofEntries(
          Map.entry("script.score", SimpleType.DOUBLE),
          Map.entry("script.top", SimpleType.STRING),
          Map.entry("script.seen", ListType.create(SimpleType.STRING)),
          Map.entry("cue.seen", ListType.create(SimpleType.STRING)),
          Map.entry("now", SimpleType.TIMESTAMP),
          Map.entry("identity.strength", SimpleType.INT),
          Map.entry("identity.needed", SimpleType.INT),
          Map.entry("identity.matched", SimpleType.INT),
          Map.entry("identity.mismatched", SimpleType.INT),
          Map.entry("identity.cleared", SimpleType.BOOL));

  private final Map<String, FactType> facts = new HashMap<>();
  private final Set<String> choices = new TreeSet<>();
  private final Dialect dialect;
  private final Set<String> scripts;
  private final Set<String> cues;
  private final CelCompiler compiler;
  private final CelRuntime runtime;

  /**
   * @param currency the word that turns whole units into sums: {@code yuan(3000)}
   * @param declared facts an expression may read
   * @param numbers further numeric names, such as {@code series.lpr1y.lastKnown}
   * @param scripts ids that may stand beside {@code script.seen}
   * @param cues ids that may stand beside {@code cue.seen}
   */
  public ExpressionCompiler(
      String currency,
      Collection<FactType> declared,
      Collection<String> numbers,
      Set<String> scripts,
      Set<String> cues) {
    this.dialect = new Dialect(currency, List.of("days", "hours"));
    this.scripts = Set.copyOf(scripts);
    this.cues = Set.copyOf(cues);
    CelCompilerBuilder builder = dialect.compiler();
    BUILT_IN.forEach(builder::addVar);
    numbers.forEach(name -> builder.addVar(name, SimpleType.DOUBLE));
    for (FactType fact : declared) {
      facts.put(fact.name(), fact);
      type(fact.kind()).ifPresent(type -> builder.addVar(fact.name(), type));
      if (fact.kind() == FactKind.CHOICE) {
        fact.options().forEach(option -> choices.add(option.value()));
      }
    }
    choices.forEach(choice -> builder.addVar(choice, SimpleType.STRING));
    compiler = builder.build();
    runtime = dialect.runtime().build();
  }

  /** The choice values as constants; a scope needs them to evaluate any expression. */
  public static Map<String, Object> constants(Collection<FactType> facts) {
    Map<String, Object> constants = new HashMap<>();
    for (FactType fact : facts) {
      if (fact.kind() == FactKind.CHOICE) {
        fact.options().forEach(option -> constants.put(option.value(), option.value()));
      }
    }
    return constants;
  }

  public Compiled compile(String source) {
    if (source.length() > Limits.RULE_CHARS_MAX) {
      return refused(0, 0, "longer than " + Limits.RULE_CHARS_MAX + " characters");
    }
    CelValidationResult validated = compiler.compile(source);
    if (validated.hasError()) {
      return new Compiled(
          Optional.empty(),
          validated.getErrors().stream().map(issue -> Dialect.problem(issue, names())).toList());
    }
    try {
      CelAbstractSyntaxTree tree = validated.getAst();
      List<Problem> wrong = new ArrayList<>();
      check(tree, tree.getExpr(), wrong);
      return wrong.isEmpty()
          ? new Compiled(Optional.of(expression(tree, source)), List.of())
          : new Compiled(Optional.empty(), wrong);
    } catch (dev.cel.common.CelValidationException | CelEvaluationException unusable) {
      return refused(0, 0, String.valueOf(unusable.getMessage()));
    }
  }

  private static Compiled refused(int line, int column, String message) {
    return new Compiled(Optional.empty(), List.of(new Problem(line, column, message)));
  }

  private Expression expression(CelAbstractSyntaxTree tree, String source)
      throws CelEvaluationException {
    List<CelExpr> parts = new ArrayList<>();
    Dialect.conjuncts(tree.getExpr(), parts);
    List<Expression> conjuncts = new ArrayList<>();
    if (parts.size() > 1) {
      for (CelExpr part : parts) {
        CelAbstractSyntaxTree sub =
            CelAbstractSyntaxTree.newCheckedAst(
                part, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap());
        conjuncts.add(expression(sub, CelUnparserFactory.newUnparser().unparse(sub)));
      }
    }
    TreeSet<String> names = new TreeSet<>();
    names(tree.getExpr(), names);
    return new Expression(
        source,
        runtime.createProgram(tree),
        tree.getReferenceMap(),
        List.copyOf(names),
        told(tree.getExpr()),
        conjuncts);
  }

  private Expression.Told told(CelExpr expr) {
    Set<String> asked = new TreeSet<>();
    boolean whole = told(expr, asked);
    return new Expression.Told(List.copyOf(asked), whole);
  }

  /**
   * Puts the facts of {@code 'x' in told} into {@code asked}; whether the list is read otherwise.
   */
  private boolean told(CelExpr expr, Set<String> asked) {
    if (Dialect.isCall(expr, "@in") && isTold(expr.call().args().get(1))) {
      String fact = literal(expr.call().args().get(0));
      if (fact != null) {
        asked.add(fact);
        return false;
      }
    }
    boolean whole = isTold(expr);
    for (CelExpr child : Dialect.children(expr)) {
      whole |= told(child, asked);
    }
    return whole;
  }

  private static boolean isTold(CelExpr expr) {
    return expr.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
        && expr.ident().name().equals(Dialect.TOLD);
  }

  private void names(CelExpr expr, Set<String> names) {
    if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
      String name = expr.ident().name();
      if (!choices.contains(name) && !name.equals(Dialect.TOLD)) {
        names.add(name);
      }
    }
    Dialect.children(expr).forEach(child -> names(child, names));
  }

  /** What CEL's types cannot see: choices of another fact, scripts and cues that do not exist. */
  private void check(CelAbstractSyntaxTree tree, CelExpr expr, List<Problem> wrong) {
    if (Dialect.isCall(expr, "_==_") || Dialect.isCall(expr, "_!=_")) {
      checkChoice(tree, expr.call().args().get(0), expr.call().args().get(1), wrong);
      checkChoice(tree, expr.call().args().get(1), expr.call().args().get(0), wrong);
    } else if (Dialect.isCall(expr, "@in")) {
      checkMember(tree, expr.call().args().get(0), expr.call().args().get(1), wrong);
    }
    Dialect.children(expr).forEach(child -> check(tree, child, wrong));
  }

  private void checkChoice(
      CelAbstractSyntaxTree tree, CelExpr fact, CelExpr value, List<Problem> wrong) {
    FactType type = factOf(fact);
    if (type == null || type.kind() != FactKind.CHOICE) {
      return;
    }
    String chosen = literal(value);
    List<String> allowed = type.options().stream().map(FactType.Option::value).toList();
    if (chosen != null && !allowed.contains(chosen)) {
      wrong.add(
          Dialect.at(
              tree, value, type.name() + " has no choice \"" + chosen + "\"; it has " + allowed));
    }
  }

  private void checkMember(
      CelAbstractSyntaxTree tree, CelExpr member, CelExpr list, List<Problem> wrong) {
    if (list.exprKind().getKind() == CelExpr.ExprKind.Kind.LIST) {
      list.list().elements().forEach(element -> checkChoice(tree, member, element, wrong));
      return;
    }
    String value = literal(member);
    if (value == null || list.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
      return;
    }
    String name = list.ident().name();
    if (name.equals("script.seen") && !scripts.contains(value)) {
      wrong.add(Dialect.at(tree, member, "there is no script \"" + value + "\" in scripts.yaml"));
    } else if (name.equals("cue.seen") && !cues.contains(value)) {
      wrong.add(Dialect.at(tree, member, "there is no cue \"" + value + "\" in scripts.yaml"));
    } else if (name.equals(Dialect.TOLD) && !facts.containsKey(value)) {
      wrong.add(Dialect.at(tree, member, "known() wants a declared fact, not \"" + value + "\""));
    }
  }

  private @org.jspecify.annotations.Nullable FactType factOf(CelExpr expr) {
    return expr.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
        ? facts.get(expr.ident().name())
        : null;
  }

  private @org.jspecify.annotations.Nullable String literal(CelExpr expr) {
    return switch (expr.exprKind().getKind()) {
      case IDENT -> choices.contains(expr.ident().name()) ? expr.ident().name() : null;
      case CONSTANT ->
          expr.constant().getKind() == dev.cel.common.ast.CelConstant.Kind.STRING_VALUE
              ? expr.constant().stringValue()
              : null;
      default -> null;
    };
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>(facts.keySet());
    names.addAll(BUILT_IN.keySet());
    names.addAll(choices);
    names.addAll(dialect.functions());
    return names;
  }

  private static Optional<CelType> type(FactKind kind) {
    return switch (kind) {
      case FLAG -> Optional.of(SimpleType.BOOL);
      case COUNT, AMOUNT -> Optional.of(SimpleType.INT);
      case ELAPSED -> Optional.of(SimpleType.DURATION);
      case CHOICE -> Optional.of(SimpleType.STRING);
      case DAY -> Optional.of(SimpleType.TIMESTAMP);
      case RATE -> Optional.of(SimpleType.DOUBLE);
      case WORDS -> Optional.empty();
    };
  }

  /** Choice values must read as names in expressions. */
  public static boolean usableAsChoice(String value) {
    return value.matches("[a-z][a-z0-9_]*") && !RESERVED.contains(value);
  }

  private static final Set<String> RESERVED =
      new HashSet<>(
          List.of(
              "true",
              "false",
              "null",
              "in",
              "as",
              "break",
              "const",
              "continue",
              "else",
              "for",
              "function",
              "if",
              "import",
              "let",
              "loop",
              "package",
              "namespace",
              "return",
              "var",
              "void",
              "while",
              "now",
              "told"));
}
