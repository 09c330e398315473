package dev.hufu.evidence.sign;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The installation's own authority, which says "this key was shown to us under this name". It
 * vouches for what it saw, not for who the person is, and its name says whose it is.
 *
 * <p>Example: {@code Issuer.found(pair, "某社区虎符", now).issue(key, "陈小红", now)}. Certificates live
 * {@link Limits#SIGNER_CERTIFICATE_LIFE}, say that nobody withdraws them (RFC 9608), and are good
 * for signing only. Source: RFC 5280.
 */
public final class Issuer {

  private static final ASN1ObjectIdentifier NOT_WITHDRAWN = new ASN1ObjectIdentifier("2.5.29.56");
  private static final Duration OWN_LIFE = Duration.ofDays(3_652);
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
  private static final int SERIAL_BITS = 127;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PrivateKey key;
  private final X509Certificate certificate;

  private Issuer(PrivateKey key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /** The authority whose key and certificate were kept. */
  public static Issuer of(PrivateKey key, X509Certificate certificate) {
    return new Issuer(key, certificate);
  }

  /** A new authority, with a certificate of ten years by itself. */
  public static Issuer found(KeyPair pair, String name, Instant now) {
    X500Name itself = named(name);
    try {
      var extensions = new JcaX509ExtensionUtils();
      var builder =
          new JcaX509v3CertificateBuilder(
              itself,
              serial(),
              Date.from(now.minus(CLOCKS_APART)),
              Date.from(now.plus(OWN_LIFE)),
              itself,
              pair.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          extensions.createSubjectKeyIdentifier(pair.getPublic()));
      return new Issuer(pair.getPrivate(), signed(builder, pair.getPrivate()));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException broken) {
      throw new IllegalStateException("the authority's key cannot sign", broken);
    }
  }

  /**
   * A certificate for a signer's key, under the name as it was typed.
   *
   * @param now its beginning, less five minutes for clocks that differ
   */
  public Outcome<X509Certificate> issue(SignerKey signer, String name, Instant now) {
    String typed = name.strip();
    if (typed.isEmpty() || typed.length() > Limits.PERSON_NAME_CHARS_MAX) {
      return Outcome.refused(Code.NAME_NEEDED, String.valueOf(Limits.PERSON_NAME_CHARS_MAX));
    }
    if (typed.codePoints().anyMatch(Character::isISOControl)) {
      return Outcome.refused(Code.TEXT_UNSTORABLE, "U+%04X".formatted(typed.codePointAt(0)));
    }
    PublicKey subject = signer.key();
    try {
      var extensions = new JcaX509ExtensionUtils();
      var builder =
          new JcaX509v3CertificateBuilder(
              new JcaX509CertificateHolder(certificate).getSubject(),
              serial(),
              Date.from(now.minus(CLOCKS_APART)),
              Date.from(now.plus(Limits.SIGNER_CERTIFICATE_LIFE)),
              named(typed),
              subject);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(subject));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          extensions.createAuthorityKeyIdentifier(certificate.getPublicKey()));
      builder.addExtension(NOT_WITHDRAWN, false, DERNull.INSTANCE);
      return Outcome.of(signed(builder, key));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException broken) {
      throw new IllegalStateException("the authority's key cannot sign", broken);
    }
  }

  /** What others must trust to believe the names. */
  public X509Certificate certificate() {
    return certificate;
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
      throws OperatorCreationException, GeneralSecurityException {
    String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(key)));
  }

  private static X500Name named(String name) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
  }

  private static BigInteger serial() {
    return new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1);
  }
}
