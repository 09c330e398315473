package dev.hufu.evidence.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.document.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: other people's verifiers say what ours says. Method: the IOU, signed by three and dated as
 * a whole, is given to pdfsig, OpenSSL and veraPDF, as it is and with a byte changed. {@code ./hufu
 * test} installs what this needs; without it these tests fail.
 */
class DocumentToolsTest {

  private static final long SECONDS_MAX = 120;

  @TempDir static Path folder;
  private static Octets three = Octets.of(new byte[0]);
  private static Octets dated = three;

  @BeforeAll
  static void sign() throws IOException, CertificateEncodingException {
    // These programs look at the clock, so the certificates must be of today.
    Instant now = Instant.now().minus(Duration.ofMinutes(1));
    Octets first = Signers.sign(Samples.iou().pdf(), "陈小红", "出借人", "lender", true, now);
    Octets second = Signers.sign(first, "雷大明", "借款人", "borrower", true, now);
    three = Signers.sign(second, "王三", "见证人", "witness", true, now);
    DocumentTime begun = DocumentTime.prepare(three).orThrow();
    dated = begun.complete(Signers.token(begun.toDate(), now)).orThrow();
    write("paper.pdf", Samples.iou().pdf());
    write("three.pdf", three);
    write("dated.pdf", dated);
    pem("ca.pem", Signers.ISSUER.certificate());
    pem("tsa.pem", Signers.TIME.root());
    Files.createDirectory(folder.resolve("nss"));
    run("certutil", "-N", "-d", "nss", "--empty-password");
    run("certutil", "-A", "-d", "nss", "-n", "ca", "-t", "CT,C,C", "-i", "ca.pem");
  }

  @Test
  void pdfsigFindsThreeValidSignaturesOfTrustedCertificates() throws IOException {
    String said = run("pdfsig", "-nssdir", "nss", "three.pdf").out();
    assertThat(said.split("Signature is Valid", -1)).hasSize(4);
    assertThat(said.split("Certificate is Trusted", -1)).hasSize(4);
    assertThat(said.split("Total document signed", -1)).hasSize(2);
    assertThat(said.split("ETSI.CAdES.detached", -1)).hasSize(4);
    assertThat(said).contains("陈小红", "雷大明", "王三");
    assertThat(run("pdfsig", "-nssdir", "nss", "dated.pdf").out().split("is Valid", -1)).hasSize(4);

    byte[] changed = three.bytes();
    String text = new String(changed, StandardCharsets.ISO_8859_1);
    changed[text.indexOf("/Title") + 10] ^= 1;
    write("changed.pdf", Octets.of(changed));
    assertThat(run("pdfsig", "-nssdir", "nss", "changed.pdf").out())
        .contains("Digest Mismatch")
        .doesNotContain("is Valid");
  }

  @Test
  void opensslVerifiesEachSignatureAndEachTime() throws IOException {
    for (SignatureReport.Mark mark : Signers.read(three).people()) {
      Octets revision = three.slice(0, mark.end());
      Increment gap = Increment.located(revision).orThrow();
      byte[] content =
          Increment.around(revision.bytes(), gap.gap() - 1, gap.gap() + gap.length() + 1);
      CmsSignature cms = CmsSignature.parse(gap).orThrow();
      write("content", Octets.of(content));
      write("cms", cms.cms());
      assertThat(cmsVerify().status()).isZero();
      content[content.length / 2] ^= 1;
      write("content", Octets.of(content));
      assertThat(cmsVerify().status()).isNotZero();

      write("token", cms.token().orElseThrow());
      assertThat(tokenVerify(cms.value().digest().hex()).out()).contains("Verification: OK");
      assertThat(tokenVerify(Octets.of(content).digest().hex()).status()).isNotZero();
    }
    Increment whole = Increment.located(dated).orThrow();
    write("token", CmsSignature.structure(whole).orThrow());
    assertThat(tokenVerify(whole.content().hex()).status()).isZero();
  }

  @Test
  void theyArePdfA3bBeforeAndAfterSigning() throws IOException {
    Path jar = Path.of("target/tools/verapdf.jar").toAbsolutePath();
    Run run =
        run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            jar.toString(),
            "org.verapdf.apps.GreenfieldCliWrapper",
            "-f",
            "3b",
            "--format",
            "text",
            "paper.pdf",
            "three.pdf",
            "dated.pdf");
    assertThat(run.out().lines().filter(line -> line.startsWith("PASS"))).hasSize(3);
    assertThat(run.out()).doesNotContain("FAIL");
  }

  private static Run cmsVerify() throws IOException {
    return run(
        "openssl",
        "cms",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-in",
        "cms",
        "-content",
        "content",
        "-CAfile",
        "ca.pem",
        "-purpose",
        "any",
        "-out",
        "verified");
  }

  private static Run tokenVerify(String digest) throws IOException {
    return run(
        "openssl",
        "ts",
        "-verify",
        "-token_in",
        "-in",
        "token",
        "-digest",
        digest,
        "-CAfile",
        "tsa.pem");
  }

  private record Run(int status, String out) {}

  private static Run run(String... command) throws IOException {
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      Process process = builder.start();
      if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("no end in time: " + command[0]);
      }
      return new Run(process.exitValue(), Files.readString(out));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static void write(String name, Octets content) throws IOException {
    Files.write(folder.resolve(name), content.bytes());
  }

  private static void pem(String name, X509Certificate certificate)
      throws IOException, CertificateEncodingException {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN CERTIFICATE-----\n"
            + lines.encodeToString(certificate.getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }
}
