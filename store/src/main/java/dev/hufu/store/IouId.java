package dev.hufu.store;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;

/**
 * The public name of a IOU.
 *
 * <p>Example: {@code U-7Q4K2M9F}. Forty random bits in Crockford's alphabet: short enough to read
 * out, and nobody meets another's by counting. It is no secret and opens nothing by itself.
 */
public record IouId(String text) {

  public IouId {
    if (!PublicId.fits('U', text)) {
      throw new IllegalArgumentException("not an id like U-7Q4K2M9F: " + text);
    }
  }

  /** Reads an id from outside; a text that cannot be one is simply unknown. */
  public static Outcome<IouId> parse(String text) {
    return PublicId.fits('U', text)
        ? Outcome.of(new IouId(text))
        : Outcome.refused(Code.MATTER_UNKNOWN, "");
  }

  static IouId next() {
    return new IouId(PublicId.next('U'));
  }

  @Override
  public String toString() {
    return text;
  }
}
