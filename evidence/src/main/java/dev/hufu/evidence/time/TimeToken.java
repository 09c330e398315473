package dev.hufu.evidence.time;

import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSequence;

/**
 * A time that an authority vouches for, checked.
 *
 * <p>Example: {@code TimeToken.check(response, request, trusted, now)} gives the token or the first
 * thing wrong with it, in the order: cannot be read, rejected, weak algorithm, other digest, other
 * nonce, signature, not an authority for time, certificate ended, not trusted, far from now.
 * Source: RFC 3161 section 2.2 and 2.4.2, RFC 5816.
 *
 * @param der the token as it is kept, put into documents and given to {@code openssl ts -token_in}
 * @param at the time stated
 * @param serial the authority's own number of it
 * @param policy the rules the authority says it followed, an object identifier
 * @param accuracy how far the time may be off; zero if not stated
 * @param digest what was dated
 * @param authority the name in the authority's certificate
 */
public record TimeToken(
    Octets der,
    Instant at,
    BigInteger serial,
    String policy,
    Duration accuracy,
    Digest digest,
    String authority) {

  /**
   * Checks an authority's answer to a request.
   *
   * @param response the body of the answer, hostile until checked
   * @param trusted certificates of authorities, their roots or their own
   * @param now the time here, to catch an authority whose clock is wrong
   */
  public static Outcome<TimeToken> check(
      Octets response, TimeRequest request, Collection<X509Certificate> trusted, Instant now) {
    return TokenCheck.response(response, request, trusted, now);
  }

  /**
   * A kept token as the answer it came in, status granted: what {@code openssl ts -verify -in}
   * reads. Source: RFC 3161 section 2.4.2.
   */
  public static Octets response(Octets token) {
    try {
      var granted = new DERSequence(new ASN1Integer(0));
      var content = ASN1Primitive.fromByteArray(token.bytes());
      return Octets.of(
          new DERSequence(new ASN1Encodable[] {granted, content}).getEncoded(ASN1Encoding.DL));
    } catch (IOException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  /**
   * Checks a token that was kept: everything but the nonce and the nearness to now.
   *
   * @param token the token alone, as {@link #der()} gives it
   * @param digest what it must date
   */
  public static Outcome<TimeToken> checkKept(
      Octets token, Digest digest, Collection<X509Certificate> trusted) {
    return TokenCheck.kept(token, digest, trusted);
  }
}
