package dev.hufu.evidence.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Test;

/**
 * Goal: certificates say what they are good for and for how long, and keys of other kinds get none.
 * Method: the JDK reads what was issued.
 */
class IssuerTest {

  @Test
  void aCertificateIsForSigningOnlyAndVerifiesWithTheIssuer() throws GeneralSecurityException {
    SignerKey key = Signers.key(Signers.pair());
    X509Certificate certificate = Signers.ISSUER.issue(key, " 雷大明 ", Signers.AT).orThrow();
    certificate.verify(Signers.ISSUER.certificate().getPublicKey());
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=雷大明");
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    boolean[] usage = certificate.getKeyUsage();
    assertThat(usage[0] && usage[1]).as("digitalSignature, nonRepudiation").isTrue();
    assertThat(usage[5]).as("keyCertSign").isFalse();
    assertThat(certificate.getNotAfter().toInstant())
        .isEqualTo(Signers.AT.plus(Limits.SIGNER_CERTIFICATE_LIFE));
    assertThat(certificate.getSerialNumber().bitLength()).isEqualTo(127);
    assertThat(certificate.getNonCriticalExtensionOIDs())
        .contains("2.5.29.14", "2.5.29.35", "2.5.29.56");
    assertThat(Signers.ISSUER.certificate().getBasicConstraints()).isZero();
  }

  @Test
  void aNameIsNeededAndHasALimit() {
    SignerKey key = Signers.key(Signers.pair());
    String longest = "名".repeat(Limits.PERSON_NAME_CHARS_MAX);
    assertThat(Signers.ISSUER.issue(key, longest, Signers.AT)).isInstanceOf(Outcome.Ok.class);
    assertThat(code(Signers.ISSUER.issue(key, longest + "名", Signers.AT)))
        .isEqualTo(Code.NAME_NEEDED);
    assertThat(code(Signers.ISSUER.issue(key, "  ", Signers.AT))).isEqualTo(Code.NAME_NEEDED);
    assertThat(code(Signers.ISSUER.issue(key, "张\u0007三", Signers.AT)))
        .isEqualTo(Code.TEXT_UNSTORABLE);
  }

  @Test
  void keysOfOtherKindsAreRefused() throws GeneralSecurityException {
    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
    curve.initialize(new ECGenParameterSpec("secp384r1"));
    assertThat(parse(curve.generateKeyPair().getPublic().getEncoded()))
        .isEqualTo(Code.SIGNER_KEY_WRONG);
    assertThat(
            parse(
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded()))
        .isEqualTo(Code.SIGNER_KEY_WRONG);
    byte[] beside = Signers.pair().getPublic().getEncoded();
    beside[beside.length - 1] ^= 1;
    assertThat(parse(beside)).isEqualTo(Code.SIGNER_KEY_WRONG);
    assertThat(parse(new byte[0])).isEqualTo(Code.SIGNER_KEY_WRONG);
    assertThat(parse(new byte[5_000])).isEqualTo(Code.SIGNER_KEY_WRONG);
  }

  private static Code parse(byte[] spki) {
    return code(SignerKey.parse(Octets.of(spki)));
  }

  private static Code code(Outcome<?> outcome) {
    return outcome.findRefusal().orElseThrow().code();
  }
}
