package dev.hufu.store;

import dev.hufu.store.server.DatabaseAddress;
import dev.hufu.store.server.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/** One embedded server for all tests of a JVM, stopped when the JVM ends. */
final class SharedServer {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final EmbeddedPostgres SERVER = start();

  private SharedServer() {}

  private static EmbeddedPostgres start() {
    EmbeddedPostgres server =
        EmbeddedPostgres.start(TARGET.resolve("test-data"), TARGET.resolve("postgres"), line -> {})
            .orThrow();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  static DatabaseAddress freshDatabase(Class<?> test) {
    String name = test.getSimpleName().toLowerCase(Locale.ROOT);
    try {
      SERVER.dropDatabase(name);
      return SERVER.createDatabase(name);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
