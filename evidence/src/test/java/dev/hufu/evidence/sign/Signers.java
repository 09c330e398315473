package dev.hufu.evidence.sign;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.document.Samples;
import dev.hufu.evidence.document.SealPlace;
import dev.hufu.evidence.fixture.TestAuthority;
import dev.hufu.evidence.time.TimeRequest;
import dev.hufu.evidence.time.TimeToken;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * People with browsers: keys, signatures in the raw form of WebCrypto, and an authority for time.
 */
public final class Signers {

  public static final Instant AT = Samples.AT;
  public static final TestAuthority TIME = TestAuthority.open(AT);
  public static final Issuer ISSUER = Issuer.found(pair(), "测试虎符", AT.minus(Duration.ofDays(365)));

  private Signers() {}

  public static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** What {@code crypto.subtle.sign} gives back. */
  public static Octets raw(KeyPair pair, Octets content) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(pair.getPrivate());
      signature.update(content.bytes());
      return Octets.of(signature.sign());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  public static SignerKey key(KeyPair pair) {
    return SignerKey.parse(Octets.of(pair.getPublic().getEncoded())).orThrow();
  }

  public static Signing signing(KeyPair pair, String name, String role, Instant at, String seal) {
    X509Certificate certificate = ISSUER.issue(key(pair), name, at).orThrow();
    Optional<SealPlace> place = Samples.iou().findSeal(seal);
    return new Signing(
        name,
        role,
        List.of(certificate, ISSUER.certificate()),
        at,
        place,
        seal.equals("borrower") ? Optional.of(hand()) : Optional.empty());
  }

  public static TimeToken token(Digest digest, Instant at) {
    TimeRequest request = TimeRequest.of(digest, BigInteger.valueOf(7_777_777));
    Octets answer = TIME.answer(request.bytes(), at);
    return TimeToken.check(answer, request, List.of(TIME.root()), at).orThrow();
  }

  /** One person signs; with a time at once, or without. */
  public static Octets sign(Octets pdf, String name, String role, String seal, boolean dated) {
    return sign(pdf, name, role, seal, dated, AT);
  }

  /** The same at another time, for verifiers that look at the clock. */
  public static Octets sign(
      Octets pdf, String name, String role, String seal, boolean dated, Instant at) {
    KeyPair pair = pair();
    Prepared prepared = SigningCeremony.prepare(pdf, signing(pair, name, role, at, seal)).orThrow();
    Octets raw = raw(pair, prepared.toSign());
    Digest toDate = SigningCeremony.digestToDate(prepared, raw).orThrow();
    Optional<TimeToken> time = dated ? Optional.of(token(toDate, at)) : Optional.empty();
    return SigningCeremony.complete(prepared, raw, time).orThrow();
  }

  public static SignatureReport read(Octets pdf) {
    Outcome<SignatureReport> report =
        SignatureReport.read(pdf, List.of(ISSUER.certificate()), List.of(TIME.root()));
    return report.orThrow();
  }

  /** The IOU with both sides and a witness, each with a time; made once. */
  public static Octets threeSigned() {
    return Once.THREE.getLast();
  }

  /** The same after the first, second and third signature. */
  public static List<Octets> steps() {
    return Once.THREE;
  }

  private static Handwriting hand() {
    List<Handwriting.Point> curve = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      curve.add(
          new Handwriting.Point(
              i * 10, 500 + (int) Math.round(400 * Math.sin(i / 8.0) * (100 - i) / 100)));
    }
    return new Handwriting(List.of(curve));
  }

  private static final class Once {
    static final List<Octets> THREE = three();

    private static List<Octets> three() {
      Octets first = sign(Samples.iou().pdf(), "陈小红", "出借人", "lender", true);
      Octets second = sign(first, "雷大明", "借款人", "borrower", true);
      return List.of(first, second, sign(second, "王三", "见证人", "witness", true));
    }
  }
}
