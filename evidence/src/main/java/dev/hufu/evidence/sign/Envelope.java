package dev.hufu.evidence.sign;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.time.TimeToken;
import dev.hufu.kernel.decision.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The CMS structure of one signature, made in two steps: first the attributes that the browser
 * signs, then the whole with the signature in it.
 *
 * <p>PAdES forbids the attribute signing-time: the time claimed stands in the PDF (/M), the time
 * proven is the token. Source: RFC 5652 section 5.3, ETSI EN 319 142-1 clause 6.3.
 */
final class Envelope {

  private static final AlgorithmIdentifier SHA256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

  private Envelope() {}

  /** The attributes over which the signer's key signs, in DER. */
  static Octets attributes(Digest content, X509Certificate signer) {
    Certificate certificate = certificate(signer);
    var issuer =
        new IssuerSerial(
            new GeneralNames(new GeneralName(certificate.getIssuer())),
            certificate.getSerialNumber());
    byte[] hash = HexFormat.of().parseHex(Der.encode(certificate).digest().hex());
    var attributes = new ASN1EncodableVector();
    attributes.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data));
    attributes.add(
        attribute(
            CMSAttributes.messageDigest,
            new DEROctetString(HexFormat.of().parseHex(content.hex()))));
    attributes.add(
        attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(null, hash, issuer)})));
    return Der.encode(new DERSet(attributes));
  }

  /** The whole structure in DER; the first certificate is the signer's. */
  static Octets whole(
      Octets attributes, Octets signature, List<X509Certificate> chain, Optional<TimeToken> time) {
    Certificate signer = certificate(chain.getFirst());
    var info =
        new SignerInfo(
            new SignerIdentifier(
                new IssuerAndSerialNumber(
                    signer.getIssuer(), signer.getSerialNumber().getPositiveValue())),
            SHA256,
            set(attributes),
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256),
            new DEROctetString(signature.bytes()),
            time.map(Envelope::stamp).orElse(null));
    return signedData(info, chain);
  }

  /** The same structure with a time, where it had none. */
  static Octets timed(Octets whole, TimeToken time) {
    SignedData before =
        SignedData.getInstance(ContentInfo.getInstance(primitive(whole)).getContent());
    SignerInfo info = SignerInfo.getInstance(before.getSignerInfos().getObjectAt(0));
    var after =
        new SignerInfo(
            info.getSID(),
            info.getDigestAlgorithm(),
            info.getAuthenticatedAttributes(),
            info.getDigestEncryptionAlgorithm(),
            info.getEncryptedDigest(),
            stamp(time));
    return Der.encode(
        new ContentInfo(
            CMSObjectIdentifiers.signedData,
            new SignedData(
                before.getDigestAlgorithms(),
                before.getEncapContentInfo(),
                before.getCertificates(),
                null,
                new DERSet(after))));
  }

  private static Octets signedData(SignerInfo info, List<X509Certificate> chain) {
    var certificates = new ASN1EncodableVector();
    chain.forEach(link -> certificates.add(certificate(link)));
    return Der.encode(
        new ContentInfo(
            CMSObjectIdentifiers.signedData,
            new SignedData(
                new DERSet(SHA256),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                new DERSet(certificates),
                null,
                new DERSet(info))));
  }

  private static ASN1Set stamp(TimeToken time) {
    return new DERSet(
        attribute(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, primitive(time.der())));
  }

  private static Attribute attribute(ASN1ObjectIdentifier kind, ASN1Encodable value) {
    return new Attribute(kind, new DERSet(value));
  }

  private static ASN1Set set(Octets attributes) {
    return ASN1Set.getInstance(primitive(attributes));
  }

  private static ASN1Primitive primitive(Octets der) {
    try {
      return ASN1Primitive.fromByteArray(der.bytes());
    } catch (IOException own) {
      throw new UncheckedIOException(own);
    }
  }

  private static Certificate certificate(X509Certificate certificate) {
    try {
      return Certificate.getInstance(certificate.getEncoded());
    } catch (CertificateEncodingException own) {
      throw new IllegalStateException(own);
    }
  }
}
