package dev.hufu.kernel.event;

import dev.hufu.kernel.matter.Sensitivity;

/**
 * The declaration of one field of an event.
 *
 * <p>Example: {@code amount}, {@link FieldKind#AMOUNT}, in {@code yuan}, required, personal.
 *
 * @param name lower camel case; an expression reads it as {@code transfer.amount}
 * @param unit for an amount the currency word, for an elapsed time {@code ms}, else empty
 * @param required an event without it is refused; else it is unknown to rules and features
 */
public record EventField(
    String name, FieldKind kind, String unit, Sensitivity sensitivity, boolean required) {

  public EventField {
    if (!name.matches("[a-z][A-Za-z0-9]{0,39}")) {
      throw new IllegalArgumentException("not a field's name: " + name);
    }
    if (kind == FieldKind.REAL) {
      throw new IllegalArgumentException("an event brings no computed number: " + name);
    }
  }
}
