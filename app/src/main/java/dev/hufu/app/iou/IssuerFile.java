package dev.hufu.app.iou;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.sign.Issuer;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.store.server.Folders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The file of the issuing authority of this installation: its P-256 key and its certificate, a line
 * each, readable by its owner only.
 *
 * <p>Example: {@code IssuerFile.open(folder.resolve("issuer.key"), false, now)}. Once anything was
 * signed, a missing file is {@link Code#ISSUER_KEY_MISSING}: another authority would not be the one
 * that earlier signatures name.
 */
final class IssuerFile {

  private static final String FILE_VARIABLE = "HUFU_ISSUER_KEY_FILE";

  private IssuerFile() {}

  static Path file(Map<String, String> environment, Path folder) {
    String told = environment.getOrDefault(FILE_VARIABLE, "");
    return told.isBlank() ? folder.resolve("issuer.key") : Path.of(told);
  }

  static Outcome<Issuer> open(Path file, boolean signedBefore, Instant now) {
    try {
      if (!Files.exists(file)) {
        if (signedBefore) {
          return Outcome.refused(Code.ISSUER_KEY_MISSING, file.toString());
        }
        make(file, now);
      }
      List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
      Base64.Decoder decoder = Base64.getDecoder();
      PrivateKey key =
          KeyFactory.getInstance("EC")
              .generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines.getFirst())));
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(decoder.decode(lines.getLast())));
      return Outcome.of(Issuer.of(key, certificate));
    } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
      return Outcome.refused(Code.ISSUER_KEY_MISSING, file.toString());
    }
  }

  private static void make(Path file, Instant now) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    String name = "虎符 " + Octets.of(pair.getPublic().getEncoded()).digest().brief();
    Issuer issuer = Issuer.found(pair, name, now);
    Base64.Encoder encoder = Base64.getEncoder();
    Folders.writeSecret(
        file,
        encoder.encodeToString(pair.getPrivate().getEncoded())
            + "\n"
            + encoder.encodeToString(issuer.certificate().getEncoded())
            + "\n");
  }
}
