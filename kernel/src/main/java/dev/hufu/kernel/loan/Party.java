package dev.hufu.kernel.loan;

import java.util.Optional;

/**
 * A person of a loan. Personal through and through, so {@code toString} tells nothing.
 *
 * @param name the full name as on the identity card
 * @param idNumber a slot that may stay open until the signing
 */
public record Party(
    Optional<String> name,
    Optional<String> idNumber,
    Optional<String> phone,
    Optional<String> address) {

  public static final Party UNNAMED =
      new Party(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @Override
  public String toString() {
    return "Party";
  }
}
