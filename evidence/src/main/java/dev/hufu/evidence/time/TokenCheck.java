package dev.hufu.evidence.time;

import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import java.io.IOException;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/** The checks of a token, each with a refusal of its own; {@link TimeToken} tells their order. */
final class TokenCheck {

  private static final int GRANTED = 0;
  private static final int GRANTED_WITH_CHANGES = 1;

  private static final Set<ASN1ObjectIdentifier> DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256,
          NISTObjectIdentifiers.id_sha384,
          NISTObjectIdentifiers.id_sha512);

  private static final Set<ASN1ObjectIdentifier> SIGNATURES =
      Set.of(
          PKCSObjectIdentifiers.rsaEncryption,
          PKCSObjectIdentifiers.id_RSASSA_PSS,
          PKCSObjectIdentifiers.sha256WithRSAEncryption,
          PKCSObjectIdentifiers.sha384WithRSAEncryption,
          PKCSObjectIdentifiers.sha512WithRSAEncryption,
          X9ObjectIdentifiers.id_ecPublicKey,
          X9ObjectIdentifiers.ecdsa_with_SHA256,
          X9ObjectIdentifiers.ecdsa_with_SHA384,
          X9ObjectIdentifiers.ecdsa_with_SHA512);

  private TokenCheck() {}

  static Outcome<TimeToken> response(
      Octets response, TimeRequest request, Collection<X509Certificate> trusted, Instant now) {
    return guarded(
        response,
        () -> {
          TimeStampResponse answer = new TimeStampResponse(response.bytes());
          int status = answer.getStatus();
          if (status != GRANTED && status != GRANTED_WITH_CHANGES) {
            return Outcome.refused(Code.TIME_REJECTED, reason(answer));
          }
          TimeStampToken token = answer.getTimeStampToken();
          if (token == null) {
            return Outcome.refused(Code.TIME_MALFORMED, "granted, but no token");
          }
          Optional<Refusal> wrong =
              findWrongContent(token, request.digest()).or(() -> findWrongNonce(token, request));
          return wrong.isPresent()
              ? Outcome.refused(wrong.get())
              : signed(token, trusted).then(checked -> near(checked, now));
        });
  }

  static Outcome<TimeToken> kept(Octets token, Digest digest, Collection<X509Certificate> trusted) {
    return guarded(
        token,
        () -> {
          TimeStampToken parsed = new TimeStampToken(new CMSSignedData(token.bytes()));
          Optional<Refusal> wrong = findWrongContent(parsed, digest);
          return wrong.isPresent() ? Outcome.refused(wrong.get()) : signed(parsed, trusted);
        });
  }

  private interface Reading {
    Outcome<TimeToken> read() throws IOException, TSPException, CMSException;
  }

  private static Outcome<TimeToken> guarded(Octets bytes, Reading reading) {
    if (bytes.length() > Limits.TIME_RESPONSE_BYTES_MAX) {
      return Outcome.refused(Code.TIME_MALFORMED, bytes.length() + " B");
    }
    try {
      return reading.read();
    } catch (IOException | TSPException | CMSException malformed) {
      return Outcome.refused(Code.TIME_MALFORMED, String.valueOf(malformed.getMessage()));
    } catch (RuntimeException malformed) {
      // ASN.1 of the wrong shape comes out of the library as casts and missing values.
      return Outcome.refused(Code.TIME_MALFORMED, malformed.getClass().getSimpleName());
    }
  }

  private static String reason(TimeStampResponse answer) {
    String words = answer.getStatusString();
    PKIFailureInfo failure = answer.getFailInfo();
    return "status "
        + answer.getStatus()
        + (failure == null ? "" : ", failure " + failure.intValue())
        + (words == null ? "" : ", " + words.substring(0, Math.min(200, words.length())));
  }

  private static Optional<Refusal> findWrongContent(TimeStampToken token, Digest digest) {
    TimeStampTokenInfo info = token.getTimeStampInfo();
    if (!info.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)) {
      return Optional.of(
          Refusal.of(Code.TIME_ALGORITHM, "imprint " + info.getMessageImprintAlgOID()));
    }
    String stamped = HexFormat.of().formatHex(info.getMessageImprintDigest());
    return stamped.equals(digest.hex())
        ? Optional.empty()
        : Optional.of(Refusal.of(Code.TIME_OTHER_DIGEST, stamped));
  }

  private static Optional<Refusal> findWrongNonce(TimeStampToken token, TimeRequest request) {
    return request.nonce().equals(token.getTimeStampInfo().getNonce())
        ? Optional.empty()
        : Optional.of(
            Refusal.of(Code.TIME_OTHER_NONCE, String.valueOf(token.getTimeStampInfo().getNonce())));
  }

  private static Outcome<TimeToken> signed(
      TimeStampToken token, Collection<X509Certificate> trusted) throws IOException, TSPException {
    if (token.toCMSSignedData().getSignerInfos().size() != 1) {
      return Outcome.refused(Code.TIME_MALFORMED, "not one signer");
    }
    List<X509Certificate> inside;
    try {
      inside = certificates(token);
    } catch (CertificateException broken) {
      return Outcome.refused(Code.TIME_MALFORMED, String.valueOf(broken.getMessage()));
    }
    Optional<X509Certificate> signer = findSigner(token, inside, trusted);
    if (signer.isEmpty()) {
      return Outcome.refused(Code.TIME_UNTRUSTED, "no certificate of the signer");
    }
    return findWrongSigner(token, signer.get(), inside, trusted)
        .<Outcome<TimeToken>>map(Outcome::refused)
        .orElseGet(() -> told(token, signer.get()));
  }

  private static Optional<Refusal> findWrongSigner(
      TimeStampToken token,
      X509Certificate signer,
      List<X509Certificate> inside,
      Collection<X509Certificate> trusted) {
    var algorithm = token.toCMSSignedData().getSignerInfos().iterator().next();
    if (!DIGESTS.contains(algorithm.getDigestAlgorithmID().getAlgorithm())
        || !SIGNATURES.contains(new ASN1ObjectIdentifier(algorithm.getEncryptionAlgOID()))
        || !strong(signer)) {
      return Optional.of(
          Refusal.of(
              Code.TIME_ALGORITHM,
              algorithm.getDigestAlgOID()
                  + " "
                  + algorithm.getEncryptionAlgOID()
                  + " "
                  + signer.getPublicKey().getAlgorithm()));
    }
    try {
      // By the key alone: whether the certificate lived then is a question of its own below.
      var verifier = verifiers().build(signer.getPublicKey());
      if (!token.isSignatureValid(verifier)) {
        return Optional.of(Refusal.of(Code.TIME_SIGNATURE_WRONG, "digest or key"));
      }
    } catch (OperatorCreationException | TSPException wrong) {
      return Optional.of(Refusal.of(Code.TIME_SIGNATURE_WRONG, String.valueOf(wrong.getMessage())));
    }
    return findWrongCertificate(token, signer, inside, trusted);
  }

  private static Optional<Refusal> findWrongCertificate(
      TimeStampToken token,
      X509Certificate signer,
      List<X509Certificate> inside,
      Collection<X509Certificate> trusted) {
    Instant at = token.getTimeStampInfo().getGenTime().toInstant();
    try {
      TSPUtil.validateCertificate(new X509CertificateHolder(signer.getEncoded()));
    } catch (TSPException | IOException | CertificateException wrong) {
      return Optional.of(Refusal.of(Code.TIME_UNTRUSTED, String.valueOf(wrong.getMessage())));
    }
    if (at.isBefore(signer.getNotBefore().toInstant())
        || at.isAfter(signer.getNotAfter().toInstant())) {
      return Optional.of(
          Refusal.of(
              Code.TIME_EXPIRED,
              signer.getNotBefore().toInstant()
                  + " – "
                  + signer.getNotAfter().toInstant()
                  + ", "
                  + at));
    }
    if (!Trust.reaches(signer, inside, trusted, at)) {
      return Optional.of(
          Refusal.of(Code.TIME_UNTRUSTED, signer.getSubjectX500Principal().getName()));
    }
    try {
      // The certificate must be the one named inside the signature (RFC 5035), not a twin of it.
      token.validate(verifiers().build(signer));
      return Optional.empty();
    } catch (OperatorCreationException | TSPException wrong) {
      return Optional.of(Refusal.of(Code.TIME_SIGNATURE_WRONG, String.valueOf(wrong.getMessage())));
    }
  }

  /** The library's own algorithms: the JDK knows RSASSA-PSS, but not under the names CMS has. */
  private static JcaSimpleSignerInfoVerifierBuilder verifiers() {
    return new JcaSimpleSignerInfoVerifierBuilder().setProvider(Algorithms.PROVIDER);
  }

  private static final class Algorithms {
    static final Provider PROVIDER = new BouncyCastleProvider();
  }

  private static boolean strong(X509Certificate signer) {
    return switch (signer.getPublicKey()) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= 2_048;
      case ECPublicKey curve -> curve.getParams().getOrder().bitLength() >= 256;
      case null, default -> false;
    };
  }

  /** The certificates that came along with a token. */
  static List<X509Certificate> within(TimeStampToken token) throws IOException {
    try {
      return certificates(token);
    } catch (CertificateException broken) {
      throw new IOException(broken);
    }
  }

  private static List<X509Certificate> certificates(TimeStampToken token)
      throws CertificateException {
    var converter = new JcaX509CertificateConverter();
    var certificates = new ArrayList<X509Certificate>();
    for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
      certificates.add(converter.getCertificate(holder));
    }
    return certificates;
  }

  private static Optional<X509Certificate> findSigner(
      TimeStampToken token, List<X509Certificate> inside, Collection<X509Certificate> trusted)
      throws IOException {
    for (Collection<X509Certificate> from : List.of(inside, trusted)) {
      for (X509Certificate candidate : from) {
        try {
          if (token.getSID().match(new X509CertificateHolder(candidate.getEncoded()))) {
            return Optional.of(candidate);
          }
        } catch (CertificateException broken) {
          throw new IOException(broken);
        }
      }
    }
    return Optional.empty();
  }

  private static Outcome<TimeToken> told(TimeStampToken token, X509Certificate signer) {
    TimeStampTokenInfo info = token.getTimeStampInfo();
    GenTimeAccuracy stated = info.getGenTimeAccuracy();
    Duration accuracy =
        stated == null
            ? Duration.ZERO
            : Duration.ofSeconds(stated.getSeconds())
                .plusMillis(stated.getMillis())
                .plusNanos(stated.getMicros() * 1_000L);
    try {
      return Outcome.of(
          new TimeToken(
              Octets.of(token.getEncoded()),
              info.getGenTime().toInstant(),
              info.getSerialNumber(),
              info.getPolicy().getId(),
              accuracy,
              new Digest(HexFormat.of().formatHex(info.getMessageImprintDigest())),
              signer.getSubjectX500Principal().getName()));
    } catch (IOException malformed) {
      return Outcome.refused(Code.TIME_MALFORMED, String.valueOf(malformed.getMessage()));
    }
  }

  private static Outcome<TimeToken> near(TimeToken token, Instant now) {
    Duration apart = Duration.between(token.at(), now).abs();
    return apart.compareTo(Limits.TIME_APART_MAX) > 0
        ? Outcome.refused(Code.TIME_FAR, token.at() + " / " + now)
        : Outcome.of(token);
  }
}
