package dev.hufu.policy.plan;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.hufu.kernel.feature.Row;
import org.jspecify.annotations.Nullable;

/**
 * A checked expression that CEL evaluates. Its program is made when it is first wanted: most rules
 * of a plan never need theirs.
 */
final class CelPart {

  private final CelRuntime runtime;
  private final CelAbstractSyntaxTree tree;
  private volatile CelRuntime.@Nullable Program program;

  CelPart(CelRuntime runtime, CelAbstractSyntaxTree tree) {
    this.runtime = runtime;
    this.tree = tree;
  }

  /** A value, or a set of unknowns. */
  Object evaluate(Row row) throws CelEvaluationException {
    CelRuntime.Program ready = program;
    if (ready == null) {
      ready = runtime.createProgram(tree);
      program = ready;
    }
    return ready.eval(new RowVariables(row));
  }
}
