package dev.hufu.store;

import static dev.hufu.store.SignInBookTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.store.server.DatabaseAddress;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Goal: opening migrates once, and refuses what it cannot reach or does not know. */
class DatabaseTest {

  @Test
  void opensAgainAndRefusesASchemaOfTheFuture() throws SQLException {
    DatabaseAddress address = SharedServer.freshDatabase(DatabaseTest.class);
    try (Database first = Database.open(address).orThrow()) {
      assertThat(first.serverVersion()).startsWith("18.");
    }
    try (Database again = Database.open(address).orThrow();
        var connection = again.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into flyway_schema_history values"
              + " (99, '999', 'future', 'SQL', 'V999__future.sql', 1, 'x', now(), 1, true)");
    }
    assertThat(code(Database.open(address))).isEqualTo(Code.DATABASE_SCHEMA_FOREIGN);
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
  private static final class TheSessions {}
}
