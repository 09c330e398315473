package dev.hufu.intake.event;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.limit.Limits;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the written value of one field from a table's cell.
 *
 * @param unit of an amount {@code fen}, {@code cents} or the field's own; of an elapsed time one of
 *     {@code ms, s, min, h, d, w}; else empty
 */
record Cells(EventField field, String unit) {

  private static final Set<String> HUNDREDTHS = Set.of("fen", "cents");
  private static final Set<String> TIMES = Set.of("ms", "s", "min", "h", "d", "w");

  /** What a cell holds, or why it cannot be used. */
  sealed interface Value {
    /** Anything but a word, in its smallest unit. */
    record Number(long number) implements Value {}

    /** A word. */
    record Word(String word) implements Value {}

    /** No such value. */
    record Wrong(Code code, String subject) implements Value {}
  }

  /** Whether a unit goes with a field; an amount must have one. */
  static boolean fits(EventField field, String unit) {
    return switch (field.kind()) {
      case AMOUNT -> HUNDREDTHS.contains(unit) || unit.equals(field.unit());
      case ELAPSED -> TIMES.contains(unit);
      case FLAG, COUNT, RATE, WORD, REAL -> unit.isEmpty();
    };
  }

  Value read(String text) {
    if (field.kind() == FieldKind.WORD) {
      return word(text);
    }
    long number =
        switch (field.kind()) {
          case FLAG -> flag(text);
          case AMOUNT -> Numbers.scaled(text, HUNDREDTHS.contains(unit) ? 0 : 2);
          case ELAPSED -> Numbers.elapsed(text + " " + unit);
          case RATE -> Numbers.scaled(text, 6);
          case COUNT -> Numbers.scaled(text, 0);
          case WORD, REAL -> throw new IllegalStateException(field.name());
        };
    return number > Numbers.MARKS_MAX
        ? new Value.Number(number)
        : new Value.Wrong(Numbers.code(number), Kinds.expected(field, number));
  }

  private static long flag(String text) {
    return text.equals("true") ? 1 : text.equals("false") ? 0 : Numbers.NOT_A_NUMBER;
  }

  private Value word(String text) {
    Code wrong = wrong(text);
    return wrong == null ? new Value.Word(text) : new Value.Wrong(wrong, field.name());
  }

  private static @Nullable Code wrong(String text) {
    return text.length() > Limits.EVENT_WORD_CHARS_MAX
        ? Code.EVENT_WORD_TOO_LONG
        : Words.usable(text) ? null : Code.EVENT_WORD_UNUSABLE;
  }
}
