package dev.hufu.policy.expression;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import dev.hufu.policy.expression.ExpressionCompiler.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What conditions over facts and conditions over rows have in common: CEL with unknowns, the word
 * of the currency, spans of time, {@code known()}, and how a problem is told.
 *
 * <p>Example: {@code new Dialect("yuan", List.of("days", "hours"))} knows {@code yuan(3000)} and
 * {@code days(2)}.
 */
public final class Dialect {

  /** The list behind {@code known(name)}: names that have a value. */
  public static final String TOLD = "told";

  private static final long FEN_PER_WHOLE = 100L;

  private static final Map<String, CelFunctionBinding> SPANS =
      Map.of(
          "days", CelFunctionBinding.from("days_int", Long.class, Duration::ofDays),
          "hours", CelFunctionBinding.from("hours_int", Long.class, Duration::ofHours),
          "minutes", CelFunctionBinding.from("minutes_int", Long.class, Duration::ofMinutes));

  private static final Pattern DOTTED = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '[^'.]+'");

  private static final Set<CelType> NEVER = Set.of(SimpleType.UINT, SimpleType.BYTES);

  /**
   * CEL's own functions without the forms over {@code uint} and {@code bytes}, which nothing in a
   * pack is: every condition's check lays them all out anew and compares each pair of forms.
   */
  private static final CelStandardDeclarations STANDARD =
      CelStandardDeclarations.newBuilder()
          .filterFunctions(
              (function, form) ->
                  Stream.concat(
                          form.celOverloadDecl().parameterTypes().stream(),
                          Stream.of(form.celOverloadDecl().resultType()))
                      .noneMatch(NEVER::contains))
          .build();

  private final String currency;
  private final List<String> spans;
  private final CelOptions options;

  /**
   * @param currency the word that turns whole units into sums: {@code yuan(3000)}
   * @param spans of {@code days}, {@code hours}, {@code minutes} those that may be used
   */
  public Dialect(String currency, List<String> spans) {
    this.currency = currency;
    this.spans = List.copyOf(spans);
    this.options = CelOptions.current().enableUnknownTracking(true).build();
  }

  /** The currency word, spans and {@code known}: what a misspelt name may have meant. */
  public List<String> functions() {
    List<String> all = new ArrayList<>(List.of(currency));
    all.addAll(spans);
    all.add("known");
    return all;
  }

  /** A compiler that knows these functions and no variable but {@link #TOLD}. */
  public CelCompilerBuilder compiler() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(options)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(STANDARD)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addMacros(known())
            .setResultType(SimpleType.BOOL)
            .addVar(TOLD, ListType.create(SimpleType.STRING))
            .addFunctionDeclarations(function(currency, SimpleType.INT, SimpleType.INT));
    spans.forEach(
        span ->
            builder.addFunctionDeclarations(function(span, SimpleType.DURATION, SimpleType.INT)));
    return builder;
  }

  /** The runtime that goes with {@link #compiler()}. */
  public CelRuntimeBuilder runtime() {
    CelRuntimeBuilder builder =
        CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(options)
            .addFunctionBindings(
                CelFunctionBinding.from(
                    currency + "_int",
                    Long.class,
                    (Long whole) -> Math.multiplyExact(whole, FEN_PER_WHOLE)));
    for (String span : spans) {
      builder.addFunctionBindings(Objects.requireNonNull(SPANS.get(span), span));
    }
    return builder;
  }

  /** An issue of the compiler, with the name that may have been meant. */
  public static Problem problem(CelIssue issue, Collection<String> names) {
    int line = Math.max(0, issue.getSourceLocation().getLine() - 1);
    int column = Math.max(0, issue.getSourceLocation().getColumn());
    return new Problem(line, column, issue.getMessage() + suggestion(issue.getMessage(), names));
  }

  /** The same, but a name with a dot that nobody declared is looked at as a whole. */
  public static Problem problem(CelIssue issue, Collection<String> names, String source) {
    Problem plain = problem(issue, List.of());
    List<String> lines = source.lines().toList();
    if (plain.line() < lines.size() && plain.column() < lines.get(plain.line()).length()) {
      Matcher name = DOTTED.matcher(lines.get(plain.line()));
      if (name.find(plain.column()) && name.start() == plain.column()) {
        String message =
            UNDECLARED
                .matcher(issue.getMessage())
                .replaceFirst("undeclared reference to '" + name.group() + "'");
        return new Problem(plain.line(), plain.column(), message + suggestion(message, names));
      }
    }
    return problem(issue, names);
  }

  /** "undeclared reference to 'reqest'" helps more with the names that begin or end alike. */
  private static String suggestion(String message, Collection<String> names) {
    int from = message.indexOf("undeclared reference to '");
    if (from < 0) {
      return "";
    }
    String wrong = message.substring(from + 25, message.indexOf('\'', from + 25));
    return new TreeSet<>(names)
        .stream()
            .min(java.util.Comparator.comparingInt(name -> distance(wrong, name)))
            .map(name -> "; did you mean \"" + name + "\"?")
            .orElse("");
  }

  /** Edit distance between a wrong word and a name or its first part. */
  private static int distance(String wrong, String name) {
    String head = name.contains(".") && !wrong.contains(".") ? name.split("\\.")[0] : name;
    int[] row = new int[head.length() + 1];
    for (int j = 0; j <= head.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= wrong.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= head.length(); j++) {
        int cost = wrong.charAt(i - 1) == head.charAt(j - 1) ? 0 : 1;
        int next = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
        diagonal = row[j];
        row[j] = next;
      }
    }
    return row[head.length()];
  }

  /** A problem at the place of a part of the condition. */
  public static Problem at(CelAbstractSyntaxTree tree, CelExpr expr, String message) {
    int offset = tree.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
    return tree.getSource()
        .getOffsetLocation(offset)
        .map(where -> new Problem(Math.max(0, where.getLine() - 1), where.getColumn(), message))
        .orElseGet(() -> new Problem(0, 0, message));
  }

  public static List<CelExpr> children(CelExpr expr) {
    return switch (expr.exprKind().getKind()) {
      case CALL -> {
        List<CelExpr> all = new ArrayList<>(expr.call().args());
        expr.call().target().ifPresent(all::add);
        yield all;
      }
      case SELECT -> List.of(expr.select().operand());
      case LIST -> expr.list().elements();
      case MAP ->
          expr.map().entries().stream()
              .flatMap(entry -> Stream.of(entry.key(), entry.value()))
              .toList();
      case COMPREHENSION ->
          List.of(
              expr.comprehension().iterRange(),
              expr.comprehension().accuInit(),
              expr.comprehension().loopStep(),
              expr.comprehension().loopCondition(),
              expr.comprehension().result());
      default -> List.of();
    };
  }

  public static boolean isCall(CelExpr expr, String function) {
    return expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
        && expr.call().function().equals(function);
  }

  /** {@code known(me.monthlyIncome)} becomes {@code 'me.monthlyIncome' in told}. */
  private static CelMacro known() {
    return CelMacro.newGlobalMacro(
        "known",
        1,
        (factory, target, args) ->
            Optional.of(
                factory.newGlobalCall(
                    "@in",
                    factory.newStringLiteral(dotted(args.get(0))),
                    factory.newIdentifier(TOLD))));
  }

  /** A name as it was written, before it is resolved. */
  private static String dotted(CelExpr expr) {
    return switch (expr.exprKind().getKind()) {
      case IDENT -> expr.ident().name();
      case SELECT -> dotted(expr.select().operand()) + "." + expr.select().field();
      default -> "?";
    };
  }

  private static CelFunctionDecl function(String name, CelType result, CelType argument) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(name + "_int", result, argument));
  }

  /** The parts joined by {@code &&} at the top, in their order. */
  public static void conjuncts(CelExpr expr, List<CelExpr> parts) {
    if (isCall(expr, "_&&_")) {
      expr.call().args().forEach(arg -> conjuncts(arg, parts));
    } else {
      parts.add(expr);
    }
  }
}
