package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.store.LogFsck.Kind;
import dev.hufu.store.LogFsck.Problem;
import dev.hufu.tlog.checkpoint.Checkpoint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Goal: the mark behind which the sequencer no longer looks never passes a row that may still come.
 * Method: real transactions on several connections, opened, committed and rolled back in seeded
 * disorder between steps and by two sequencers in turn; what was committed is the oracle.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HorizonTest {

  private final Shelf shelf = new Shelf(HorizonTest.class);
  private int subjects;

  HorizonTest() {
    new LogBook(shelf.database).open(0, "hufu.local/test/0", NOW);
  }

  @AfterAll
  void close() {
    shelf.close();
  }

  private Sequencer sequencer() {
    return new Sequencer(
        shelf.database,
        (origin, size, root) -> new Checkpoint(origin, size, root).text(),
        UUID.randomUUID());
  }

  private String insert(Connection open) throws SQLException {
    String subject = "H-" + subjects++;
    try (PreparedStatement row =
        open.prepareStatement(
            "insert into evidence_pending (kind, subject, commitment, leaf, created_at)"
                + " values ('late', ?, repeat('x', 32)::bytea, '\\x01', now())")) {
      row.setString(1, subject);
      row.executeUpdate();
    }
    return subject;
  }

  private long settled() {
    return shelf.database.dsl().fetchSingle("select settled from log_lease").get(0, Long.class);
  }

  private List<String> numbered() {
    return shelf
        .database
        .dsl()
        .fetch(
            "select subject from log_entry join evidence_pending on id = pending"
                + " where kind = 'late' order by subject")
        .map(row -> row.get(0, String.class));
  }

  /** A connection with a transaction that holds rows nobody else sees yet. */
  private static final class Writer {
    private final Connection connection;
    private final List<String> rows = new ArrayList<>();

    Writer(Connection connection) throws SQLException {
      this.connection = connection;
      connection.setAutoCommit(false);
    }
  }

  @Test
  void whateverTheOrderOfCommitsEveryCommittedRowIsNumberedOnce() throws SQLException {
    Random random = new Random(4);
    TreeSet<String> committed = new TreeSet<>();
    Sequencer[] programs = {sequencer(), sequencer()};
    List<Writer> writers = new ArrayList<>();
    for (int at = 0; at < 4; at++) {
      writers.add(new Writer(shelf.database.dataSource().getConnection()));
    }
    for (int turn = 0; turn < 600; turn++) {
      Writer writer = writers.get(random.nextInt(writers.size()));
      switch (random.nextInt(5)) {
        case 0, 1 -> writer.rows.add(insert(writer.connection));
        case 2 -> {
          writer.connection.commit();
          committed.addAll(writer.rows);
          writer.rows.clear();
        }
        case 3 -> {
          if (random.nextBoolean()) {
            writer.connection.rollback();
            writer.rows.clear();
          }
        }
        default -> {
          var _step = programs[turn / 200 % 2].step(NOW.plusSeconds(60L * turn));
          assertThat(numbered()).containsExactlyElementsOf(committed);
        }
      }
    }
    for (Writer writer : writers) {
      writer.connection.rollback();
      writer.connection.setAutoCommit(true);
      writer.connection.close();
    }
    for (int times = 0; times < 2; times++) {
      var _step = programs[1].step(NOW.plusSeconds(100_000 + 60L * times));
    }
    assertThat(numbered()).containsExactlyElementsOf(committed);
    assertThat(settled()).isGreaterThanOrEqualTo(subjects);
  }

  @Test
  void aRowThatTheMarkPassedIsFoundByTheCheck() throws SQLException {
    shelf.sql("alter table log_lease disable trigger user");
    try (Connection open = shelf.database.dataSource().getConnection()) {
      insert(open);
    }
    long before = settled();
    List<Problem> told = new ArrayList<>();
    shelf.sql("update log_lease set settled = 1000000");
    new LogFsck(shelf.database).run((origin, note) -> Checkpoint.parse(note), told::add);
    assertThat(told).extracting(Problem::kind).contains(Kind.LOST);
    shelf.sql("update log_lease set settled = " + before);
    shelf.sql("alter table log_lease enable trigger user");
  }
}
