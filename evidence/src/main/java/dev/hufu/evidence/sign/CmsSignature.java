package dev.hufu.evidence.sign;

import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * What stands in the gap of a signature, read back.
 *
 * @param cms the structure without the zeros behind it
 * @param value the signature itself, which a time authority dates
 * @param signer whose key it claims
 * @param certificates all that came along
 * @param token the time inside, if there is one
 */
record CmsSignature(
    Octets cms,
    Octets value,
    X509Certificate signer,
    List<X509Certificate> certificates,
    Optional<Octets> token) {

  static final String TIME_ONLY = "ETSI.RFC3161";

  CmsSignature {
    certificates = List.copyOf(certificates);
  }

  static Outcome<CmsSignature> parse(Increment increment) {
    Outcome<Octets> structure = structure(increment);
    return structure.then(CmsSignature::read);
  }

  /** The one ASN.1 value in the gap; behind it there may be zeros and nothing else. */
  static Outcome<Octets> structure(Increment increment) {
    byte[] digits =
        increment.pdf().slice(increment.gap(), increment.gap() + increment.length()).bytes();
    if (digits.length > 4 * Limits.SIGNATURE_BYTES_MAX) {
      return Outcome.refused(Code.SIGNATURE_WRONG, digits.length + " digits");
    }
    try {
      byte[] filled = HexFormat.of().parseHex(new String(digits, StandardCharsets.ISO_8859_1));
      try (ASN1InputStream in = new ASN1InputStream(filled)) {
        if (in.readObject() == null) {
          return Outcome.refused(Code.SIGNATURE_WRONG, "empty");
        }
        int length = filled.length - in.available();
        for (int i = length; i < filled.length; i++) {
          if (filled[i] != 0) {
            return Outcome.refused(Code.SIGNATURE_WRONG, "more than one value");
          }
        }
        return Outcome.of(Octets.of(Arrays.copyOf(filled, length)));
      }
    } catch (IOException | RuntimeException broken) {
      // ASN.1 of the wrong shape comes out of the library as casts and missing values.
      return Outcome.refused(Code.SIGNATURE_WRONG, "no CMS structure");
    }
  }

  private static Outcome<CmsSignature> read(Octets cms) {
    try {
      CMSSignedData data = new CMSSignedData(cms.bytes());
      if (data.getSignerInfos().size() != 1 || !data.isDetachedSignature()) {
        return Outcome.refused(Code.SIGNATURE_WRONG, "not one detached signature");
      }
      SignerInformation info = data.getSignerInfos().iterator().next();
      List<X509Certificate> all = new ArrayList<>();
      X509Certificate signer = null;
      for (X509CertificateHolder holder : data.getCertificates().getMatches(null)) {
        X509Certificate one = new JcaX509CertificateConverter().getCertificate(holder);
        all.add(one);
        if (info.getSID().match(holder)) {
          signer = one;
        }
      }
      if (signer == null) {
        return Outcome.refused(Code.SIGNATURE_WRONG, "no certificate of the signer");
      }
      return Outcome.of(
          new CmsSignature(cms, Octets.of(info.getSignature()), signer, all, token(info)));
    } catch (CMSException | CertificateException | IOException | RuntimeException broken) {
      return Outcome.refused(Code.SIGNATURE_WRONG, "no CMS structure");
    }
  }

  private static Optional<Octets> token(SignerInformation info) throws IOException {
    AttributeTable unsigned = info.getUnsignedAttributes();
    Attribute time =
        unsigned == null ? null : unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
    return time == null
        ? Optional.empty()
        : Optional.of(
            Octets.of(time.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded()));
  }

  /** What is wrong with it as a signature of this content; empty if nothing is. */
  Optional<String> findWrong(byte[] content) {
    try {
      CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(content), cms.bytes());
      SignerInformation info = data.getSignerInfos().iterator().next();
      AttributeTable signed = info.getSignedAttributes();
      if (signed == null) {
        return Optional.of("no signed attributes");
      }
      if (!info.verify(new JcaSimpleSignerInfoVerifierBuilder().build(signer))) {
        return Optional.of("made with another key");
      }
      return names(signed) ? Optional.empty() : Optional.of("names another certificate");
    } catch (CMSException | OperatorCreationException | RuntimeException wrong) {
      return Optional.of(String.valueOf(wrong.getMessage()));
    }
  }

  /** The certificate must be named inside what was signed, else a twin could take its place. */
  private boolean names(AttributeTable signed) {
    Attribute named = signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (named == null) {
      return false;
    }
    ESSCertIDv2 first =
        SigningCertificateV2.getInstance(named.getAttrValues().getObjectAt(0)).getCerts()[0];
    try {
      String hash = HexFormat.of().formatHex(first.getCertHash());
      return first.getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
          && hash.equals(Octets.of(signer.getEncoded()).digest().hex());
    } catch (CertificateException broken) {
      return false;
    }
  }
}
