package dev.hufu.policy.load;

import dev.hufu.policy.expression.ExpressionCompiler;
import dev.hufu.policy.plan.RowCondition;
import dev.hufu.policy.plan.RowConditions;
import dev.hufu.policy.yaml.Branch;
import java.util.Optional;

/** Compiles a condition over events and tells its errors at the character they are at. */
final class RowConditionReader {

  private RowConditionReader() {}

  static Optional<RowCondition> compile(RowConditions environment, Branch text, Problems problems) {
    RowConditions.Compiled compiled = environment.compile(text.text());
    for (ExpressionCompiler.Problem problem : compiled.problems()) {
      problems.add(
          text.file().positionWithin(text.pointer(), problem.line(), problem.column()),
          problem.message());
    }
    return compiled.condition();
  }
}
