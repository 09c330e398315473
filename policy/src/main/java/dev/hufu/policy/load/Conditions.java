package dev.hufu.policy.load;

import dev.hufu.policy.expression.Expression;
import dev.hufu.policy.expression.ExpressionCompiler;
import dev.hufu.policy.yaml.Branch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Compiles the {@code when} of a branch and tells its errors at the character they are at. */
final class Conditions {

  private final ExpressionCompiler compiler;
  private final Problems problems;
  private final Map<String, ExpressionCompiler.Compiled> known = new HashMap<>();

  Conditions(ExpressionCompiler compiler, Problems problems) {
    this.compiler = compiler;
    this.problems = problems;
  }

  /** The condition, if there is one and it compiles. */
  Optional<Expression> find(Branch branch, String name) {
    return branch.find(name).flatMap(this::compile);
  }

  Optional<Expression> compile(Branch condition) {
    // Compiling is what takes long in a large pack, and rules of one family ask the same.
    ExpressionCompiler.Compiled compiled =
        known.computeIfAbsent(condition.text(), compiler::compile);
    for (ExpressionCompiler.Problem problem : compiled.problems()) {
      problems.add(
          condition.file().positionWithin(condition.pointer(), problem.line(), problem.column()),
          problem.message());
    }
    return compiled.expression();
  }
}
