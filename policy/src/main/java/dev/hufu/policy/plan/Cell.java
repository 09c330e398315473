package dev.hufu.policy.plan;

import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Row;
import java.time.Duration;

/**
 * One value of a row as conditions see it. A real number that is not a number counts as unknown,
 * and there is but one zero.
 */
final class Cell {

  private static final long LOWEST = orderly(Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY));
  private static final long HIGHEST = orderly(Double.doubleToRawLongBits(Double.POSITIVE_INFINITY));

  private Cell() {}

  static boolean known(Row row, int place, FieldKind kind) {
    return row.known(place) && (kind != FieldKind.REAL || !Double.isNaN(row.real(place)));
  }

  /** A whole number in the order of the values; the stored number itself unless it is real. */
  static long key(Row row, int place, FieldKind kind) {
    return kind == FieldKind.REAL ? keyOf(row.real(place)) : row.number(place);
  }

  /** Adding zero makes the negative zero the usual one. */
  static long keyOf(double real) {
    return orderly(Double.doubleToRawLongBits(real + 0.0));
  }

  /** The real number with this key; keys beyond the infinities stand for these. */
  static double realOf(long key) {
    return Double.longBitsToDouble(orderly(Math.clamp(key, LOWEST, HIGHEST)));
  }

  /** Bits of a double so that they sort like the doubles; the same again undoes it. */
  private static long orderly(long bits) {
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }

  static double rate(long millionths) {
    return millionths / (double) FieldKind.RATE_ONE;
  }

  static double real(Row row, int place, FieldKind kind) {
    return kind == FieldKind.RATE ? rate(row.number(place)) : row.real(place) + 0.0;
  }

  /** The value as CEL takes it; it must be known. */
  static Object value(Row row, int place, FieldKind kind) {
    return switch (kind) {
      case FLAG -> row.number(place) != 0;
      case COUNT, AMOUNT -> row.number(place);
      case ELAPSED -> Duration.ofMillis(row.number(place));
      case RATE, REAL -> real(row, place, kind);
      case WORD -> row.word(place);
    };
  }
}
