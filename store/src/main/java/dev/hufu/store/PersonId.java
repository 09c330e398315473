package dev.hufu.store;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;

/**
 * The name of someone who uses this Hufu, without anything personal in it.
 *
 * <p>Example: {@code P-7Q4K2M9F}. Forty random bits in Crockford's alphabet: short enough to read
 * out, and nobody meets another's by counting. It is no secret and opens nothing by itself.
 */
public record PersonId(String text) {

  public PersonId {
    if (!PublicId.fits('P', text)) {
      throw new IllegalArgumentException("not an id like P-7Q4K2M9F: " + text);
    }
  }

  /** Reads an id from outside; a text that cannot be one is simply unknown. */
  public static Outcome<PersonId> parse(String text) {
    return PublicId.fits('P', text)
        ? Outcome.of(new PersonId(text))
        : Outcome.refused(Code.SIGN_IN_NEEDED, "");
  }

  static PersonId next() {
    return new PersonId(PublicId.next('P'));
  }

  @Override
  public String toString() {
    return text;
  }
}
