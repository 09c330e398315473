package dev.hufu.store;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;

/**
 * The public name of one version of a pack.
 *
 * <p>Example: {@code V-7Q4K2M9F}. It stays the same while a draft changes; what the files are is
 * said by their digest.
 */
public record PackVersionId(String text) {

  public PackVersionId {
    if (!PublicId.fits('V', text)) {
      throw new IllegalArgumentException("not an id like V-7Q4K2M9F: " + text);
    }
  }

  /** Reads an id from outside; a text that cannot be one is simply unknown. */
  public static Outcome<PackVersionId> parse(String text) {
    return PublicId.fits('V', text)
        ? Outcome.of(new PackVersionId(text))
        : Outcome.refused(Code.VERSION_UNKNOWN, "");
  }

  static PackVersionId next() {
    return new PackVersionId(PublicId.next('V'));
  }

  @Override
  public String toString() {
    return text;
  }
}
