package dev.hufu.policy.plan;

import dev.hufu.kernel.feature.Row;
import dev.hufu.policy.plan.Formula.Scratch;
import dev.hufu.policy.plan.Operand.Broken;
import dev.hufu.policy.plan.Operand.Real;
import dev.hufu.policy.plan.Operand.Whole;
import dev.hufu.policy.plan.Operand.Word;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic as CEL defines it: whole numbers fail on overflow and on division by zero, real ones
 * follow IEEE 754. What is the same for every row is reckoned at once.
 */
final class Arithmetic {

  private static final long FEN_PER_WHOLE = 100;

  private Arithmetic() {}

  /** An operator of whole numbers. */
  interface OnWholes {
    long of(long left, long right, Scratch scratch);
  }

  /** An operator of real numbers. */
  interface OnReals {
    double of(double left, double right);
  }

  /** A function of one operand, or null for those that are left to CEL. */
  static @Nullable Operand of(String function, Operand only) {
    if (only instanceof Broken) {
      return only;
    }
    if (only instanceof Whole whole) {
      return switch (function) {
        case "-_" -> wholes("-", Whole.of(0), whole, Arithmetic::minus);
        case "double" -> toReal(whole);
        case "int" -> whole;
        case "size", "string", "uint", "days", "hours", "minutes", "timestamp", "type", "dyn" ->
            null;
        default -> wholes("*", whole, Whole.of(FEN_PER_WHOLE), Arithmetic::times);
      };
    }
    if (only instanceof Real real && function.equals("-_")) {
      return real.constant() != null
          ? Real.of(-real.constant())
          : new Real("-" + real.key(), -1, null, (row, scratch) -> -real.of(row, scratch));
    }
    return only instanceof Word word && word.constant() == null && function.equals("size")
        ? new Whole("size" + word.key(), -1, null, (row, scratch) -> length(word, row, scratch))
        : null;
  }

  /** A function of two operands, or null for those that are left to CEL. */
  static @Nullable Operand of(String function, Operand left, Operand right) {
    if (left instanceof Broken || right instanceof Broken) {
      return new Broken(function);
    }
    if (left instanceof Whole a && right instanceof Whole b) {
      return switch (function) {
        case "_+_" -> wholes("+", a, b, Arithmetic::plus);
        case "_-_" -> wholes("-", a, b, Arithmetic::minus);
        case "_*_" -> wholes("*", a, b, Arithmetic::times);
        case "_/_" -> wholes("/", a, b, Arithmetic::divided);
        case "_%_" -> wholes("%", a, b, Arithmetic::rest);
        default -> null;
      };
    }
    if (left instanceof Real a && right instanceof Real b) {
      return switch (function) {
        case "_+_" -> reals("+", a, b, (x, y) -> x + y);
        case "_-_" -> reals("-", a, b, (x, y) -> x - y);
        case "_*_" -> reals("*", a, b, (x, y) -> x * y);
        case "_/_" -> reals("/", a, b, (x, y) -> x / y);
        default -> null;
      };
    }
    return null;
  }

  private static Operand wholes(String sign, Whole left, Whole right, OnWholes operator) {
    String key = "(" + left.key() + sign + right.key() + ")";
    if (left.constant() != null && right.constant() != null) {
      Scratch scratch = new Scratch();
      long value = operator.of(left.constant(), right.constant(), scratch);
      return scratch.failed ? new Broken(key) : Whole.of(value);
    }
    return new Whole(
        key,
        -1,
        null,
        (row, scratch) -> operator.of(left.of(row, scratch), right.of(row, scratch), scratch));
  }

  private static Operand reals(String sign, Real left, Real right, OnReals operator) {
    if (left.constant() != null && right.constant() != null) {
      return Real.of(operator.of(left.constant(), right.constant()));
    }
    return new Real(
        "(" + left.key() + sign + right.key() + ")",
        -1,
        null,
        (row, scratch) -> operator.of(left.of(row, scratch), right.of(row, scratch)));
  }

  private static Real toReal(Whole whole) {
    return whole.constant() != null
        ? Real.of(whole.constant().doubleValue())
        : new Real(
            "double" + whole.key(), -1, null, (row, scratch) -> (double) whole.of(row, scratch));
  }

  /** Of whole characters, as CEL counts them. */
  private static long length(Word word, Row row, Scratch scratch) {
    String text = word.of(row, scratch);
    return text.codePointCount(0, text.length());
  }

  private static long plus(long left, long right, Scratch scratch) {
    long sum = left + right;
    scratch.failed |= ((left ^ sum) & (right ^ sum)) < 0;
    return sum;
  }

  private static long minus(long left, long right, Scratch scratch) {
    long difference = left - right;
    scratch.failed |= ((left ^ right) & (left ^ difference)) < 0;
    return difference;
  }

  private static long times(long left, long right, Scratch scratch) {
    long product = left * right;
    scratch.failed |= Math.multiplyHigh(left, right) != product >> 63;
    return product;
  }

  private static long divided(long left, long right, Scratch scratch) {
    if (right == 0 || left == Long.MIN_VALUE && right == -1) {
      scratch.failed = true;
      return 0;
    }
    return left / right;
  }

  private static long rest(long left, long right, Scratch scratch) {
    if (right == 0) {
      scratch.failed = true;
      return 0;
    }
    return left % right;
  }
}
