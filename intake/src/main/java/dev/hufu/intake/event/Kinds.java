package dev.hufu.intake.event;

import dev.hufu.kernel.event.EventField;

/** How the value of a field is to be written, as refusals say it. */
final class Kinds {

  private Kinds() {}

  /** What a refusal names: the field, and what stands there if it is right. */
  static String expected(EventField field, long mark) {
    return mark == Numbers.NOT_FINITE ? field.name() : field.name() + ": " + form(field);
  }

  private static String form(EventField field) {
    return switch (field.kind()) {
      case FLAG -> "true, false";
      case COUNT -> "0, 1, 2 …";
      case AMOUNT -> "1000.00 " + field.unit();
      case ELAPSED -> "60000 ms, \"1 min\", \"2 h\", \"30 d\"";
      case RATE -> "0.123456";
      case WORD -> "\"…\"";
      case REAL -> "";
    };
  }
}
