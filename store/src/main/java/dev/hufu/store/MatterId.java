package dev.hufu.store;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;

/**
 * The public name of a matter.
 *
 * <p>Example: {@code M-7Q4K2M9F}. Forty random bits in Crockford's alphabet: short enough to read
 * out, and nobody meets another's by counting. It is no secret and opens nothing by itself.
 */
public record MatterId(String text) {

  public MatterId {
    if (!PublicId.fits('M', text)) {
      throw new IllegalArgumentException("not an id like M-7Q4K2M9F: " + text);
    }
  }

  /** Reads an id from outside; a text that cannot be one is simply unknown. */
  public static Outcome<MatterId> parse(String text) {
    return PublicId.fits('M', text)
        ? Outcome.of(new MatterId(text))
        : Outcome.refused(Code.MATTER_UNKNOWN, "");
  }

  static MatterId next() {
    return new MatterId(PublicId.next('M'));
  }

  @Override
  public String toString() {
    return text;
  }
}
