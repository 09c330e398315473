package dev.hufu.store;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;

/**
 * The public name of a decision.
 *
 * <p>Example: {@code D-7Q4K2M9F}. Forty random bits in Crockford's alphabet: short enough to read
 * out, and nobody meets another's by counting. It is no secret and opens nothing by itself.
 */
public record DecisionId(String text) {

  public DecisionId {
    if (!PublicId.fits('D', text)) {
      throw new IllegalArgumentException("not an id like D-7Q4K2M9F: " + text);
    }
  }

  /** Reads an id from outside; a text that cannot be one is simply unknown. */
  public static Outcome<DecisionId> parse(String text) {
    return PublicId.fits('D', text)
        ? Outcome.of(new DecisionId(text))
        : Outcome.refused(Code.MATTER_UNKNOWN, "");
  }

  static DecisionId next() {
    return new DecisionId(PublicId.next('D'));
  }

  @Override
  public String toString() {
    return text;
  }
}
