package dev.hufu.store;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;

/**
 * The public name of a kept document.
 *
 * <p>Example: {@code E-7Q4K2M9F}. Forty random bits in Crockford's alphabet: short enough to read
 * out, and nobody meets another's by counting. It is no secret and opens nothing by itself.
 */
public record DocumentId(String text) {

  public DocumentId {
    if (!PublicId.fits('E', text)) {
      throw new IllegalArgumentException("not an id like E-7Q4K2M9F: " + text);
    }
  }

  /** Reads an id from outside; a text that cannot be one is simply unknown. */
  public static Outcome<DocumentId> parse(String text) {
    return PublicId.fits('E', text)
        ? Outcome.of(new DocumentId(text))
        : Outcome.refused(Code.MATTER_UNKNOWN, "");
  }

  static DocumentId next() {
    return new DocumentId(PublicId.next('E'));
  }

  @Override
  public String toString() {
    return text;
  }
}
