package dev.hufu.evidence.sign;

import dev.hufu.evidence.document.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;

/** ASN.1 to its one canonical form. */
final class Der {

  private Der() {}

  static Octets encode(ASN1Encodable value) {
    try {
      return Octets.of(value.toASN1Primitive().getEncoded(ASN1Encoding.DER));
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
  }
}
