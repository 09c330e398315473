package dev.hufu.evidence.time;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a certificate leads to one that is trusted, at a given moment.
 *
 * <p>Example: {@code Trust.reaches(signer, inside, roots, at)}. Nothing is fetched: no list of
 * withdrawn certificates is asked, which a report must say. Source: RFC 5280 section 6.
 */
public final class Trust {

  private Trust() {}

  /**
   * True if there is a chain.
   *
   * @param between certificates that came along and may stand in the middle
   * @param trusted where a chain may end; the certificate itself may be among them
   */
  public static boolean reaches(
      X509Certificate certificate,
      Collection<X509Certificate> between,
      Collection<X509Certificate> trusted,
      Instant at) {
    if (trusted.contains(certificate)) {
      return true;
    }
    if (trusted.isEmpty()) {
      return false;
    }
    try {
      Set<TrustAnchor> anchors =
          trusted.stream().map(end -> new TrustAnchor(end, null)).collect(Collectors.toSet());
      X509CertSelector wanted = new X509CertSelector();
      wanted.setCertificate(certificate);
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, wanted);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      var store = new CollectionCertStoreParameters(List.copyOf(between));
      parameters.addCertStore(CertStore.getInstance("Collection", store));
      var own = new CollectionCertStoreParameters(List.of(certificate));
      parameters.addCertStore(CertStore.getInstance("Collection", own));
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return true;
    } catch (GeneralSecurityException none) {
      return false;
    }
  }
}
