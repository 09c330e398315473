package dev.hufu.evidence.sign;

import dev.hufu.evidence.document.SealPlace;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One person about to sign one document.
 *
 * <p>Example: {@code new Signing("雷大明", "借款人", List.of(certificate, issuer.certificate()), at,
 * Optional.of(paper.seals().get("borrower")), Optional.empty())}.
 *
 * @param name as the person typed it
 * @param role what the person signs as
 * @param chain the signer's certificate first, then those above it
 * @param at the time of the signing by the clock here; whole seconds count
 * @param place where the seal is shown, if it is shown
 * @param hand what was drawn with the finger, if anything
 */
public record Signing(
    String name,
    String role,
    List<X509Certificate> chain,
    Instant at,
    Optional<SealPlace> place,
    Optional<Handwriting> hand) {

  public Signing {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a signer needs a certificate");
    }
  }
}
