package dev.hufu.evidence.sign;

import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;

/**
 * The public half of a key that was made in a signer's browser: ECDSA on P-256.
 *
 * <p>Example: {@code SignerKey.parse(Octets.of(spki))} with the bytes of WebCrypto's {@code
 * exportKey('spki', publicKey)}. The private half never comes here. Source: FIPS 186-5 section 6.
 */
public record SignerKey(ECPublicKey key) {

  private static final BigInteger PRIME =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final int RAW_BYTES = 64;
  private static final int SPKI_BYTES_MAX = 200;

  /** Reads a SubjectPublicKeyInfo; other curves and points beside the curve are refused. */
  public static Outcome<SignerKey> parse(Octets spki) {
    if (spki.length() > SPKI_BYTES_MAX) {
      return Outcome.refused(Code.SIGNER_KEY_WRONG, spki.length() + " B");
    }
    try {
      var spec = new X509EncodedKeySpec(spki.bytes());
      return KeyFactory.getInstance("EC").generatePublic(spec) instanceof ECPublicKey key
              && onCurve(key)
          ? Outcome.of(new SignerKey(key))
          : Outcome.refused(Code.SIGNER_KEY_WRONG, "not a point of P-256");
    } catch (GeneralSecurityException broken) {
      return Outcome.refused(Code.SIGNER_KEY_WRONG, "not a P-256 key in SPKI form");
    }
  }

  /**
   * Checks a signature as browsers give it and turns it into the form certificates speak of.
   *
   * @param raw r and s, 32 bytes each
   * @param content what was signed
   * @return the same signature in DER
   */
  Outcome<Octets> check(Octets raw, Octets content) {
    if (raw.length() != RAW_BYTES) {
      return Outcome.refused(Code.SIGNATURE_WRONG, raw.length() + " B, not " + RAW_BYTES);
    }
    try {
      Octets der = der(raw.bytes());
      Signature verifier = Signature.getInstance("SHA256withECDSA");
      verifier.initVerify(key);
      verifier.update(content.bytes());
      return verifier.verify(der.bytes())
          ? Outcome.of(der)
          : Outcome.refused(Code.SIGNATURE_WRONG, "another key, or other content");
    } catch (SignatureException wrong) {
      return Outcome.refused(Code.SIGNATURE_WRONG, "not a signature");
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has ECDSA on P-256", missing);
    }
  }

  private static Octets der(byte[] raw) {
    var pair = new ASN1EncodableVector();
    pair.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 0, RAW_BYTES / 2))));
    pair.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, RAW_BYTES / 2, RAW_BYTES))));
    return Der.encode(new DERSequence(pair));
  }

  private static boolean onCurve(ECPublicKey key) {
    EllipticCurve curve = key.getParams().getCurve();
    if (!(curve.getField() instanceof ECFieldFp field) || !field.getP().equals(PRIME)) {
      return false;
    }
    ECPoint point = key.getW();
    if (point.equals(ECPoint.POINT_INFINITY)) {
      return false;
    }
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    BigInteger right = x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB()).mod(PRIME);
    return x.signum() >= 0
        && x.compareTo(PRIME) < 0
        && y.signum() >= 0
        && y.compareTo(PRIME) < 0
        && y.multiply(y).mod(PRIME).equals(right);
  }
}
