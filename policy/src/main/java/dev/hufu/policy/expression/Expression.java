package dev.hufu.policy.expression;

import dev.cel.common.ast.CelReference;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A checked condition, ready to be evaluated. Immutable and thread-safe.
 *
 * <p>A name without a value makes the result unknown unless the rest decides it: {@code a && b} is
 * false where {@code b} is false, told or not {@code a}.
 */
public final class Expression {

  /** In a sight, where a name has no value; no value of a scope is of this type. */
  private static final Truth NOT_THERE = Truth.FALSE;

  private final String source;
  private final CelRuntime.Program program;
  private final Map<Long, CelReference> references;
  private final List<String> names;
  private final Told told;
  private final List<Expression> conjuncts;

  /**
   * What it asks about being told: single facts ({@code known(x)}), or the list as a whole, which
   * an author may read too.
   */
  record Told(List<String> facts, boolean whole) {}

  Expression(
      String source,
      CelRuntime.Program program,
      Map<Long, CelReference> references,
      List<String> names,
      Told told,
      List<Expression> conjuncts) {
    this.source = source;
    this.program = program;
    this.references = references;
    this.names = List.copyOf(names);
    this.told = told;
    this.conjuncts = List.copyOf(conjuncts);
  }

  /** As the author wrote it. */
  public String source() {
    return source;
  }

  /** The declared names it reads, sorted; choice values and {@code told} are not among them. */
  public List<String> names() {
    return names;
  }

  /** The parts joined by {@code &&} at the top; empty if there is but one. */
  public List<Expression> conjuncts() {
    return conjuncts;
  }

  /**
   * All that it can see of a scope: where two scopes look alike to it, it says the same of both, so
   * that it need not be evaluated twice.
   */
  public List<Object> sight(Scope scope) {
    List<Object> sight = new ArrayList<>(names.size() + told.facts().size() + 1);
    for (String name : names) {
      sight.add(scope.values().getOrDefault(name, NOT_THERE));
    }
    if (told.whole() || !told.facts().isEmpty()) {
      Object list = scope.values().getOrDefault(Dialect.TOLD, List.of());
      for (String fact : told.facts()) {
        sight.add(list instanceof List<?> facts && facts.contains(fact));
      }
      sight.add(told.whole() ? list : List.of());
    }
    return sight;
  }

  /**
   * Evaluates it. An error of evaluation (a number too large) counts as unknown: a decision
   * degrades instead of failing.
   */
  public Truth evaluate(Scope scope) {
    Object result;
    try {
      // As a map it would be copied whole, each time.
      result = program.eval(scope::find);
    } catch (CelEvaluationException failed) {
      return new Truth.Unknown(names);
    }
    if (result instanceof Boolean holds) {
      return holds ? Truth.TRUE : Truth.FALSE;
    }
    TreeSet<String> missing = new TreeSet<>();
    if (result instanceof CelUnknownSet unknown) {
      for (Long id : unknown.unknownExprIds()) {
        CelReference reference = references.get(id);
        if (reference != null) {
          missing.add(reference.name());
        }
      }
    }
    return new Truth.Unknown(missing.isEmpty() ? names : List.copyOf(missing));
  }

  @Override
  public String toString() {
    return source;
  }
}
