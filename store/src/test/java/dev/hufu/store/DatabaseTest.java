package dev.hufu.store;

import static dev.hufu.store.SignInBookTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.server.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Goal: opening migrates once, and refuses what it cannot reach or does not know. */
class DatabaseTest {

  @Test
  void opensAgainAndRefusesASchemaOfTheFuture() throws SQLException {
    DatabaseAddress address = SharedServer.freshDatabase(DatabaseTest.class);
    Database.open(address).orThrow().close();
    Database.open(address).orThrow().close();
    try (var connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into flyway_schema_history values"
              + " (99, '999', 'future', 'SQL', 'V999__future.sql', 1, 'x', now(), 1, true)");
    }
    assertThat(code(Database.open(address))).isEqualTo(Code.DATABASE_SCHEMA_FOREIGN);
  }

  @Test
  void asManyConnectionsAsTheLimitAndTheNextWaits() throws Exception {
    DatabaseAddress address = SharedServer.freshDatabase(Connections.class);
    try (Database database = Database.open(address).orThrow()) {
      HikariDataSource pool = (HikariDataSource) database.dataSource();
      Deque<Connection> taken = new ArrayDeque<>();
      for (int i = 0; i < Limits.DATABASE_CONNECTIONS_MAX; i++) {
        taken.push(pool.getConnection());
      }
      FutureTask<Connection> next = new FutureTask<>(pool::getConnection);
      Thread.ofVirtual().start(next);
      while (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 0) {
        Thread.onSpinWait();
      }
      assertThat(next.isDone()).isFalse();
      assertThat(pool.getHikariPoolMXBean().getTotalConnections())
          .isEqualTo(Limits.DATABASE_CONNECTIONS_MAX);
      taken.pop().close();
      next.get(10, TimeUnit.SECONDS).close();
      while (!taken.isEmpty()) {
        taken.pop().close();
      }
    }
  }

  @Test
  void nobodyThereIsOneSentence() {
    DatabaseAddress nowhere = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/x", "u", "secret");
    var refused = Database.open(nowhere);
    assertThat(code(refused)).isEqualTo(Code.DATABASE_UNREACHABLE);
    assertThat(refused.toString()).doesNotContain("secret");
  }

  @Test
  void theSessionsOfTheWebRoomHaveTheirTables() {
    try (Shelf shelf = new Shelf(TheSessions.class)) {
      assertThat(shelf.count("spring_session")).isZero();
      assertThat(shelf.count("spring_session_attributes")).isZero();
    }
  }

  /** Names a database of its own. */
  private static final class Connections {}

  /** Names a database of its own. */
  private static final class TheSessions {}
}
