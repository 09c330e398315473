package dev.hufu.app.custody;

import dev.hufu.evidence.time.TimeRequest;
import dev.hufu.evidence.time.TimeToken;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An authority that says when it saw a checkpoint.
 *
 * <p>Example: {@code HUFU_TIME_AUTHORITIES=/etc/hufu/times} names a file of lines {@code name
 * address certificates.pem}; the certificates are those the authority's must lead to, their path is
 * taken from the file's folder. Errors: {@link Code#TIME_AUTHORITIES_BROKEN} with the line.
 *
 * @param name letters, digits and dashes: it is part of an address
 */
record TimeAuthority(String name, URI address, List<X509Certificate> trusted) {

  private static final String VARIABLE = "HUFU_TIME_AUTHORITIES";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final int AUTHORITIES_MAX = 8;
  private static final String QUERY = "application/timestamp-query";
  private static final int NONCE_BITS = 64;

  /** One question; the answer held every check, or says what is wrong with it. */
  Outcome<TimeToken> ask(Courier courier, Digest digest, SecureRandom random, Instant now)
      throws InterruptedException {
    BigInteger nonce = new BigInteger(NONCE_BITS, random).setBit(NONCE_BITS - 1);
    TimeRequest request = TimeRequest.of(digest, nonce);
    Courier.Reply reply;
    try {
      reply = courier.post(address, QUERY, request.bytes().bytes(), Limits.TIME_RESPONSE_BYTES_MAX);
    } catch (IOException failed) {
      return unreachable(String.valueOf(failed.getMessage()));
    }
    return reply.status() == 200
        ? TimeToken.check(reply.body(), request, trusted, now)
        : unreachable(String.valueOf(reply.status()));
  }

  Outcome<TimeToken> unreachable(String what) {
    return Outcome.refused(Code.TIME_UNREACHABLE, name + ": " + what);
  }

  static Outcome<List<TimeAuthority>> of(Map<String, String> environment) {
    String told = environment.getOrDefault(VARIABLE, "");
    return told.isBlank() ? Outcome.of(List.of()) : read(Path.of(told));
  }

  static Outcome<List<TimeAuthority>> read(Path file) {
    List<TimeAuthority> authorities = new ArrayList<>();
    int line = 0;
    try {
      for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        line++;
        if (text.isBlank() || text.startsWith("#")) {
          continue;
        }
        List<String> words = List.of(text.strip().split("[ \t]+"));
        Optional<URI> address =
            words.size() == 3 ? Courier.address(words.get(1)) : Optional.empty();
        String name = words.getFirst();
        boolean twice = authorities.stream().anyMatch(one -> one.name().equals(name));
        if (address.isEmpty()
            || twice
            || !NAME.matcher(name).matches()
            || authorities.size() == AUTHORITIES_MAX) {
          return Outcome.refused(Code.TIME_AUTHORITIES_BROKEN, file + ":" + line);
        }
        Path pem = file.resolveSibling(words.getLast());
        authorities.add(new TimeAuthority(name, address.get(), certificates(pem)));
      }
      return Outcome.of(List.copyOf(authorities));
    } catch (IOException | CertificateException unreadable) {
      return Outcome.refused(Code.TIME_AUTHORITIES_BROKEN, file + ":" + line);
    }
  }

  private static List<X509Certificate> certificates(Path pem)
      throws IOException, CertificateException {
    var read =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(pem)));
    if (read.isEmpty()) {
      throw new CertificateException("none in " + pem);
    }
    return read.stream().map(X509Certificate.class::cast).toList();
  }
}
