package dev.hufu.evidence.sign;

import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/**
 * A signing that waits for the signer's key.
 *
 * <p>Example: {@code prepared.toSign()} goes to the browser, which signs it with ECDSA and SHA-256;
 * {@code prepared.toBytes()} is kept meanwhile, and {@code Prepared.parse} brings it back.
 *
 * @param pdf the file with a gap where the signature goes
 * @param toSign the signed attributes of CMS in DER: exactly these bytes are signed
 * @param chain the signer's certificate first
 */
public record Prepared(Octets pdf, Octets toSign, List<X509Certificate> chain) {

  private static final int CHAIN_MAX = 8;

  public Prepared {
    chain = List.copyOf(chain);
    if (chain.isEmpty() || chain.size() > CHAIN_MAX) {
      throw new IllegalArgumentException("a chain has 1 to 8 certificates: " + chain.size());
    }
  }

  /** To be kept until the signature comes; holds no secret. */
  public Octets toBytes() {
    var links = new ASN1EncodableVector();
    for (X509Certificate link : chain) {
      try {
        links.add(new DEROctetString(link.getEncoded()));
      } catch (CertificateEncodingException own) {
        throw new IllegalStateException(own);
      }
    }
    var all = new ASN1EncodableVector();
    all.add(new DEROctetString(pdf.bytes()));
    all.add(new DEROctetString(toSign.bytes()));
    all.add(new DERSequence(links));
    return Der.encode(new DERSequence(all));
  }

  /** What {@link #toBytes()} gave. */
  public static Outcome<Prepared> parse(Octets kept) {
    if (kept.length() > 2 * Limits.PDF_BYTES_MAX) {
      return Outcome.refused(Code.SIGNING_STATE_BROKEN, kept.length() + " B");
    }
    try {
      ASN1Sequence all = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(kept.bytes()));
      List<X509Certificate> chain = new ArrayList<>();
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (var link : ASN1Sequence.getInstance(all.getObjectAt(2))) {
        byte[] encoded = ASN1OctetString.getInstance(link).getOctets();
        chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded)));
      }
      return Outcome.of(
          new Prepared(
              Octets.of(ASN1OctetString.getInstance(all.getObjectAt(0)).getOctets()),
              Octets.of(ASN1OctetString.getInstance(all.getObjectAt(1)).getOctets()),
              chain));
    } catch (IOException | CertificateException | RuntimeException broken) {
      // ASN.1 of the wrong shape comes out of the library as casts and missing values.
      return Outcome.refused(Code.SIGNING_STATE_BROKEN, broken.getClass().getSimpleName());
    }
  }
}
