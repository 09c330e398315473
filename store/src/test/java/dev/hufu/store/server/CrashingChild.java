package dev.hufu.store.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;

/**
 * A process that starts the server, writes a row after the other, and says each number once the
 * database has acknowledged it, until it is killed.
 */
final class CrashingChild {

  private CrashingChild() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedPostgres server =
        EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]), line -> {}).orThrow();
    DatabaseAddress address = server.address();
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists row_kept (n bigserial primary key)");
      try (PreparedStatement insert =
          connection.prepareStatement("insert into row_kept default values returning n")) {
        while (true) {
          try (var row = insert.executeQuery()) {
            row.next();
            System.out.println(row.getLong(1));
            System.out.flush();
          }
        }
      }
    }
  }
}
