package dev.hufu.evidence.time;

import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.decision.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/**
 * A question to a time authority: "when did you see this digest?"
 *
 * <p>Example: {@code TimeRequest.of(Digest.of(checkpoint), nonce).bytes()} is the body of a POST of
 * {@code application/timestamp-query}. The authority learns a digest and nothing else. Source: RFC
 * 3161 section 2.4.1.
 *
 * @param digest SHA-256 of what is to be dated
 * @param nonce a random number of at least 64 bits, so that no old answer fits
 */
public record TimeRequest(Digest digest, BigInteger nonce) {

  public TimeRequest {
    if (nonce.signum() <= 0 || nonce.bitLength() > 160) {
      throw new IllegalArgumentException("a nonce has 1 to 160 bits: " + nonce.bitLength());
    }
  }

  public static TimeRequest of(Digest digest, BigInteger nonce) {
    return new TimeRequest(digest, nonce);
  }

  /** The request in DER; the authority is asked for its certificate too. */
  public Octets bytes() {
    var generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    byte[] imprint = HexFormat.of().parseHex(digest.hex());
    try {
      return Octets.of(
          generator.generate(NISTObjectIdentifiers.id_sha256, imprint, nonce).getEncoded());
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
  }
}
