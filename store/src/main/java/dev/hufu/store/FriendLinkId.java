package dev.hufu.store;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;

/**
 * The public name of a friend's link, which is not the token in it.
 *
 * <p>Example: {@code F-7Q4K2M9F}. Forty random bits in Crockford's alphabet: short enough to read
 * out, and nobody meets another's by counting. It is no secret and opens nothing by itself.
 */
public record FriendLinkId(String text) {

  public FriendLinkId {
    if (!PublicId.fits('F', text)) {
      throw new IllegalArgumentException("not an id like F-7Q4K2M9F: " + text);
    }
  }

  /** Reads an id from outside; a text that cannot be one is simply unknown. */
  public static Outcome<FriendLinkId> parse(String text) {
    return PublicId.fits('F', text)
        ? Outcome.of(new FriendLinkId(text))
        : Outcome.refused(Code.LINK_UNKNOWN, "");
  }

  static FriendLinkId next() {
    return new FriendLinkId(PublicId.next('F'));
  }

  @Override
  public String toString() {
    return text;
  }
}
