package dev.hufu.evidence.time;

import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Answers of real authorities, read as vectors for {@code hufu evaluate evidence}: every token must
 * be readable, with the time and the digest that are known of it, and pass all checks when its own
 * certificates are trusted, or fail the one that is known.
 *
 * <p>Example: {@code TokenVectors.evaluate(Path.of("rfc3161"))}; each line of the answer begins
 * with {@code ok} or {@code FAIL}.
 */
public final class TokenVectors {

  private static final String NONCE_TIME = "2017-04-19T06:29:53Z";
  private static final String DSS_TIME = "2018-05-23T13:18:29Z";

  private TokenVectors() {}

  /**
   * One vector and what came of it.
   *
   * @param expected and {@code found} are equal if it passed
   */
  public record Row(String file, String expected, String found) {
    public boolean passed() {
      return expected.equals(found);
    }

    @Override
    public String toString() {
      return (passed() ? "ok   " : "FAIL ")
          + file
          + " "
          + found
          + (passed() ? "" : ", expected " + expected);
    }
  }

  /**
   * Reads all vectors of a folder.
   *
   * @throws IOException if one of them is not there or is no ASN.1
   */
  public static List<Row> evaluate(Path folder) throws IOException {
    List<Row> rows = new ArrayList<>();
    try {
      Octets content = read(folder, "digitorus-hashedMessage.bin");
      TimeStampRequest asked = new TimeStampRequest(read(folder, "digitorus-reqNonce.tsq").bytes());
      TimeStampToken nonce = token(folder, "digitorus-respNonce.tsr");
      rows.add(new Row("respNonce time", NONCE_TIME, time(nonce)));
      rows.add(
          new Row(
              "respNonce serial",
              "5eeb0c578435ba71790394febb82167b3644ccc",
              nonce.getTimeStampInfo().getSerialNumber().toString(16)));
      rows.add(
          new Row(
              "respNonce nonce",
              String.valueOf(asked.getNonce()),
              String.valueOf(nonce.getTimeStampInfo().getNonce())));
      Digest digest = imprint(content);
      rows.add(new Row("respNonce kept", "accepted", kept(nonce, digest)));
      rows.add(
          new Row(
              "respNonce other content",
              Code.TIME_OTHER_DIGEST.name(),
              kept(nonce, Digest.of(new byte[1]))));
      rows.add(new Row("respNonce far", Code.TIME_FAR.name(), answer(folder, asked, digest)));
      TimeStampToken bare = token(folder, "digitorus-respNoCert.tsr");
      rows.add(new Row("respNoCert time", "2017-04-19T06:32:43Z", time(bare)));
      rows.add(
          new Row(
              "respNoCert without certificate", Code.TIME_UNTRUSTED.name(), kept(bare, own(bare))));
      rows.add(
          new Row(
              "respRejection",
              Code.TIME_REJECTED.name(),
              name(
                  TimeToken.check(
                      read(folder, "digitorus-respRejection.tsr"),
                      TimeRequest.of(digest, BigInteger.ONE),
                      Set.of(),
                      Instant.parse(NONCE_TIME)))));
      real(folder, rows);
    } catch (TSPException malformed) {
      throw new IOException(malformed);
    }
    return rows;
  }

  private static void real(Path folder, List<Row> rows) throws IOException, TSPException {
    TimeStampToken response = bare(folder, "dss-d-trust.tsr");
    TimeStampToken alone = bare(folder, "dss-timestamp.tst");
    TimeStampToken fine = bare(folder, "dss-disig.tst");
    rows.add(new Row("d-trust time", DSS_TIME, time(response)));
    rows.add(new Row("d-trust alone", time(response), time(alone)));
    rows.add(new Row("d-trust kept", verdict(response), kept(response, own(response))));
    rows.add(new Row("disig time", "2019-04-12T09:00:32.613Z", time(fine)));
    rows.add(new Row("disig kept", verdict(fine), kept(fine, own(fine))));
  }

  /** Tokens over SHA-1 or SHA-512 are told apart, not taken: only SHA-256 is asked for here. */
  private static String verdict(TimeStampToken token) {
    return token.getTimeStampInfo().getMessageImprintDigest().length == 32
        ? "accepted"
        : Code.TIME_ALGORITHM.name();
  }

  private static String answer(Path folder, TimeStampRequest asked, Digest digest)
      throws IOException, TSPException {
    Octets response = read(folder, "digitorus-respNonce.tsr");
    TimeStampToken token = token(folder, "digitorus-respNonce.tsr");
    return name(
        TimeToken.check(
            response,
            TimeRequest.of(digest, asked.getNonce()),
            TokenCheck.within(token),
            Instant.parse("2026-01-01T00:00:00Z")));
  }

  private static String kept(TimeStampToken token, Digest digest) throws IOException {
    return name(
        TimeToken.checkKept(Octets.of(token.getEncoded()), digest, TokenCheck.within(token)));
  }

  private static String name(Outcome<TimeToken> outcome) {
    return outcome.findRefusal().map(refusal -> refusal.code().name()).orElse("accepted");
  }

  private static Digest own(TimeStampToken token) {
    byte[] imprint = token.getTimeStampInfo().getMessageImprintDigest();
    return imprint.length == 32 ? imprint(Octets.of(imprint)) : Digest.of(imprint);
  }

  private static Digest imprint(Octets content) {
    return new Digest(content.hex());
  }

  private static String time(TimeStampToken token) {
    return token.getTimeStampInfo().getGenTime().toInstant().toString();
  }

  private static TimeStampToken token(Path folder, String file) throws IOException, TSPException {
    return new TimeStampResponse(read(folder, file).bytes()).getTimeStampToken();
  }

  private static TimeStampToken bare(Path folder, String file) throws IOException, TSPException {
    return new TimeStampToken(ContentInfo.getInstance(read(folder, file).bytes()));
  }

  private static Octets read(Path folder, String file) throws IOException {
    return Octets.of(Files.readAllBytes(folder.resolve(file)));
  }
}
