package dev.hufu.store.server;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a PostgreSQL is and who asks.
 *
 * <p>Example: {@code DatabaseAddress.parse("postgres://hufu:secret@db.example:5432/hufu")}; a JDBC
 * address such as {@code jdbc:postgresql://db.example/hufu?user=hufu&password=secret} is read too.
 *
 * @param jdbcUrl without user and password
 * @param user may be empty: then the driver asks its environment
 * @param password never printed
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

  private static final String JDBC = "jdbc:";

  /** Reads the value of {@code HUFU_DATABASE_URL}, or refuses without repeating the password. */
  public static Outcome<DatabaseAddress> parse(String text) {
    String bare = text.strip();
    if (bare.startsWith(JDBC)) {
      bare = bare.substring(JDBC.length());
    }
    try {
      return read(new URI(bare))
          .map(Outcome::of)
          .orElseGet(() -> Outcome.refused(Code.DATABASE_ADDRESS_BROKEN, withoutSecrets(text)));
    } catch (URISyntaxException | IllegalArgumentException broken) {
      return Outcome.refused(Code.DATABASE_ADDRESS_BROKEN, withoutSecrets(text));
    }
  }

  private static Optional<DatabaseAddress> read(URI uri) {
    boolean ours = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
    if (!ours || uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
      return Optional.empty();
    }
    String user = "";
    String password = "";
    if (uri.getRawUserInfo() != null) {
      String[] parts = uri.getRawUserInfo().split(":", 2);
      user = decode(parts[0]);
      password = parts.length > 1 ? decode(parts[1]) : "";
    }
    StringBuilder rest = new StringBuilder();
    for (String pair : uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
      if (pair.startsWith("user=")) {
        user = decode(pair.substring("user=".length()));
      } else if (pair.startsWith("password=")) {
        password = decode(pair.substring("password=".length()));
      } else {
        rest.append(rest.isEmpty() ? '?' : '&').append(pair);
      }
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String url = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + rest;
    return Optional.of(new DatabaseAddress(url, user, password));
  }

  /** The same server and person, another database. */
  public DatabaseAddress withDatabase(String name) {
    int query = jdbcUrl.indexOf('?');
    String head = query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
    String tail = query < 0 ? "" : jdbcUrl.substring(query);
    return new DatabaseAddress(
        head.substring(0, head.lastIndexOf('/') + 1) + name + tail, user, password);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String withoutSecrets(String text) {
    return text.strip()
        .replaceAll("//[^/]*@", "//***@")
        .replaceAll("password=[^&]*", "password=***");
  }

  @Override
  public String toString() {
    return jdbcUrl + " as " + user;
  }
}
