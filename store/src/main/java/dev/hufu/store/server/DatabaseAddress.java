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
 * @param user who owns the tables; may be empty: then the driver asks its environment
 * @param password never printed
 * @param daily who works day by day, with few rights and owning nothing; empty: the owner does
 */
public record DatabaseAddress(String jdbcUrl, String user, String password, Optional<Login> daily) {

  /** A role and its password, which is never printed. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /** One role for everything. */
  public DatabaseAddress(String jdbcUrl, String user, String password) {
    this(jdbcUrl, user, password, Optional.empty());
  }

  /** The same server and owner, and another role for the work of every day. */
  public DatabaseAddress withDaily(Login login) {
    return new DatabaseAddress(jdbcUrl, user, password, Optional.of(login));
  }

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

  /**
   * Reads {@code HUFU_DATABASE_URL} and {@code HUFU_DATABASE_OWNER_URL}: the first names the role
   * of every day, the second, of the same database, who owns the tables. Blank: one role for both.
   */
  public static Outcome<DatabaseAddress> parse(String daily, String owner) {
    return parse(daily)
        .then(
            address ->
                owner.isBlank()
                    ? Outcome.of(address)
                    : parse(owner)
                        .map(
                            tables ->
                                tables.withDaily(new Login(address.user(), address.password()))));
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
        head.substring(0, head.lastIndexOf('/') + 1) + name + tail, user, password, daily);
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
    return jdbcUrl + " as " + daily.map(Login::user).orElse(user);
  }
}
