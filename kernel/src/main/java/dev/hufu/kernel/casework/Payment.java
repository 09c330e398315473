package dev.hufu.kernel.casework;

import dev.hufu.kernel.money.Fen;
import java.time.Instant;
import java.util.Optional;

/**
 * Money that left, as far as it is known. Names and numbers of accounts are personal: it is written
 * masked.
 *
 * @param sum what left, more than nothing
 * @param at the minute, if somebody knows it
 * @param from the bank or wallet it left
 * @param payee the name it went to
 * @param account the number it went to
 * @param bank where that account is
 */
public record Payment(
    Fen sum,
    Optional<Instant> at,
    Optional<String> from,
    Optional<String> payee,
    Optional<String> account,
    Optional<String> bank) {

  public Payment {
    if (sum.fen() <= 0) {
      throw new IllegalArgumentException("a payment is more than nothing");
    }
  }

  @Override
  public String toString() {
    return "Payment[***]";
  }
}
