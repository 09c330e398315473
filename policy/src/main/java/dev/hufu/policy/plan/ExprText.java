package dev.hufu.policy.plan;

import dev.cel.common.ast.CelExpr;

/** An expression as text without the numbers of its nodes, so that equal ones have equal texts. */
final class ExprText {

  private ExprText() {}

  static String of(CelExpr expr) {
    return expr.toString().replaceAll("(?m)^\\s*id: \\d+\\n|\\[\\d+\\]| \\[\\d+\\] ", "");
  }
}
