package dev.hufu.policy.plan;

import dev.hufu.kernel.feature.Row;
import dev.hufu.policy.plan.Formula.Scratch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A part of a condition that has a value: a column, a constant or something reckoned from them. If
 * it comes to no value, it says so in the scratch and gives anything.
 */
sealed interface Operand {

  /** The same for two operands that mean the same by their form. */
  String key();

  /** The column's place, or -1. */
  default int place() {
    return -1;
  }

  /** Its value if that is the same for every row. */
  default @Nullable Object constant() {
    return null;
  }

  /** A whole number. */
  record Whole(String key, int place, @Nullable Long constant, Reckoning reckoning)
      implements Operand {
    interface Reckoning {
      long of(Row row, Scratch scratch);
    }

    static Whole of(long value) {
      return new Whole(Long.toString(value), -1, value, (row, scratch) -> value);
    }

    long of(Row row, Scratch scratch) {
      return reckoning.of(row, scratch);
    }
  }

  /** A real number. */
  record Real(String key, int place, @Nullable Double constant, Reckoning reckoning)
      implements Operand {
    interface Reckoning {
      double of(Row row, Scratch scratch);
    }

    static Real of(double value) {
      return new Real("r" + value, -1, value, (row, scratch) -> value);
    }

    double of(Row row, Scratch scratch) {
      return reckoning.of(row, scratch);
    }
  }

  /** A word; never one that is put together, for that is left to CEL. */
  record Word(String key, int place, @Nullable String constant) implements Operand {
    static Word of(String value) {
      return new Word("'" + value.length() + value, -1, value);
    }

    String of(Row row, Scratch scratch) {
      if (constant != null) {
        return constant;
      }
      if (!row.known(place)) {
        scratch.failed = true;
        return "";
      }
      return row.word(place);
    }
  }

  /** A span of time: a column in milliseconds, or a constant of any fineness. */
  record Span(String key, int place, @Nullable Duration constant) implements Operand {}

  /** A constant that comes to no value, such as a sum that is too large. */
  record Broken(String key) implements Operand {}
}
