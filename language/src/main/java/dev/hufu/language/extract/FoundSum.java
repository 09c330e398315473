package dev.hufu.language.extract;

import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.script.Span;

/**
 * A sum of money found in a text.
 *
 * <p>Example: "两万五" is 25,000.00 at 0..3, currency {@link Currency#UNSAID}.
 *
 * @param sum in hundredths of the currency; never negative
 * @param span where it stands in the text as given, with its unit
 */
public record FoundSum(Fen sum, Currency currency, Span span) {

  /** The currency as it was written. */
  public enum Currency {
    YUAN,
    DOLLAR,
    EURO,
    POUND,
    /** Only a number: 借我八百. */
    UNSAID
  }
}
