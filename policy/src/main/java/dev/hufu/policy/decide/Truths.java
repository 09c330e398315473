package dev.hufu.policy.decide;

import dev.hufu.policy.expression.Expression;
import dev.hufu.policy.expression.Scope;
import dev.hufu.policy.expression.Truth;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Where a judgement asks whether a condition holds. */
@FunctionalInterface
interface Truths {

  /** Evaluates every time it is asked; what {@link #remembering} must agree with. */
  Truths AFRESH = Expression::evaluate;

  Truth of(Expression condition, Scope scope);

  /**
   * Evaluates a condition once for each thing it can see. What would change a verdict is found by
   * judging some thirty times over nearly the same facts, and most conditions read none of those
   * that differ. For one decision and one thread.
   */
  static Truths remembering() {
    Map<Expression, Map<List<Object>, Truth>> found = new IdentityHashMap<>();
    return (condition, scope) ->
        found
            .computeIfAbsent(condition, first -> new HashMap<>())
            .computeIfAbsent(condition.sight(scope), sight -> condition.evaluate(scope));
  }
}
