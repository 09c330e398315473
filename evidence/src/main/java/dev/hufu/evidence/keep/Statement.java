package dev.hufu.evidence.keep;

import dev.hufu.kernel.decision.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the log commits to of a kept file: the digest of the file, and everything said about it.
 * Lines of a word, a space and a value, so that {@code sha256sum} and {@code grep} suffice.
 *
 * <pre>{@code
 * hufu.document/1
 * id E-7Q4K2M9F
 * matter M-7Q4K2M9F
 * kind voucher
 * title 转账凭证
 * media application/pdf
 * bytes 48213
 * sha256 9f2c…
 * kept 2026-11-22T06:00:00Z
 * actor P-7Q4K2M9F
 * source 银行 App 下载
 * device 我的手机
 * app 招商银行
 * how 下载
 * clock-offset-ms -1250
 * }</pre>
 *
 * @param origin only of captured files
 */
public record Statement(
    String id,
    String matter,
    DocumentKind kind,
    String title,
    String mediaType,
    long bytes,
    Digest sha256,
    Instant keptAt,
    String actor,
    Optional<Origin> origin) {

  private static final String HEAD = "hufu.document/1";

  public Statement {
    StatementLines.require(title);
    StatementLines.require(mediaType);
    StatementLines.require(actor);
  }

  /** The bytes that the commitment covers. */
  public byte[] text() {
    StringBuilder text = new StringBuilder(512).append(HEAD).append('\n');
    line(text, "id", id);
    line(text, "matter", matter);
    line(text, "kind", kind.id());
    line(text, "title", title);
    line(text, "media", mediaType);
    line(text, "bytes", Long.toString(bytes));
    line(text, "sha256", sha256.hex());
    line(text, "kept", keptAt.toString());
    line(text, "actor", actor);
    origin.ifPresent(
        from -> {
          line(text, "source", from.source());
          line(text, "device", from.device());
          line(text, "app", from.app());
          line(text, "how", from.how());
          from.clockOffsetMillis()
              .ifPresent(offset -> line(text, "clock-offset-ms", Long.toString(offset)));
        });
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, String word, String value) {
    text.append(word).append(' ').append(value).append('\n');
  }

  /** Reads what {@link #text} wrote; anything else is an {@link IllegalArgumentException}. */
  public static Statement parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Map<String, String> values = new HashMap<>();
    for (String line : text.split("\n")) {
      int space = line.indexOf(' ');
      if (space > 0) {
        values.put(line.substring(0, space), line.substring(space + 1));
      }
    }
    Statement read =
        new Statement(
            of(values, "id"),
            of(values, "matter"),
            DocumentKind.find(of(values, "kind")).orElseThrow(IllegalArgumentException::new),
            of(values, "title"),
            of(values, "media"),
            Long.parseLong(of(values, "bytes")),
            new Digest(of(values, "sha256")),
            Instant.parse(of(values, "kept")),
            of(values, "actor"),
            origin(values));
    if (!new String(read.text(), StandardCharsets.UTF_8).equals(text)) {
      throw new IllegalArgumentException("not a statement");
    }
    return read;
  }

  private static Optional<Origin> origin(Map<String, String> values) {
    if (!values.containsKey("source")) {
      return Optional.empty();
    }
    String offset = values.get("clock-offset-ms");
    return Optional.of(
        new Origin(
            of(values, "source"),
            of(values, "device"),
            of(values, "app"),
            of(values, "how"),
            offset == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(offset))));
  }

  private static String of(Map<String, String> values, String word) {
    String value = values.get(word);
    if (value == null) {
      throw new IllegalArgumentException("no " + word);
    }
    return value;
  }

  @Override
  public String toString() {
    return "Statement[" + id + ", " + kind.id() + "]";
  }
}
