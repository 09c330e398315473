package dev.hufu.app.custody;

import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.store.CheckpointBook;
import dev.hufu.store.Database;
import dev.hufu.store.LogBook;
import dev.hufu.store.LogFsck;
import dev.hufu.store.LogHead;
import dev.hufu.store.Sequencer;
import dev.hufu.store.server.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A log as one program runs it: opened on a database, with those who vouch for it. Closing it and
 * opening another on the same database and folder is a restart.
 */
final class LogRig implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

  /** Unpacked when the tables were generated. */
  static final Path PROGRAMS = Path.of("..", "store", "target", "postgres");

  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  final Database database;
  final LogBook log;
  final CheckpointBook book;
  final LogKeys keys;
  final LogMarker marker;
  final Optional<Refusal> guarded;
  final Publication publication;
  final Outside outside;
  final LogKeeper keeper;

  LogRig(
      DatabaseAddress address,
      Path folder,
      LogPolicy policy,
      List<TimeAuthority> authorities,
      Duration patience) {
    this(address, folder, policy, authorities, patience, CLOCK);
  }

  /**
   * @param folder of key and marker
   */
  LogRig(
      DatabaseAddress address,
      Path folder,
      LogPolicy policy,
      List<TimeAuthority> authorities,
      Duration patience,
      Clock clock) {
    database = Database.open(address).orThrow();
    log = new LogBook(database);
    book = new CheckpointBook(database);
    keys = LogKeys.open(folder.resolve("log.key"), false).orThrow();
    marker = LogMarker.of(Map.of(), folder);
    guarded = new LogGuard(log, marker).refusal();
    if (guarded.isEmpty() && log.head().isEmpty()) {
      log.open(0, keys.origin(0), NOW);
    }
    publication = new Publication(policy, System::nanoTime);
    outside =
        new Outside(
            policy,
            publication,
            book,
            new WitnessDesk(policy, publication, log, book, new Courier(patience), clock),
            new TimeDesk(authorities, publication, book, new Courier(patience), clock));
    Sequencer sequencer = new Sequencer(database, keys.signer(), UUID.randomUUID());
    keeper =
        new LogKeeper(
            sequencer,
            marker,
            guarded,
            outside,
            () -> keys.signed(log.head().orElseThrow(), NOW),
            clock);
  }

  LogHead head() {
    return log.head().orElseThrow();
  }

  /** Rows of a business change, committed when this returns. */
  static void append(Database database, List<String> subjects) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement row =
          connection.prepareStatement(
              "insert into evidence_pending (kind, subject, commitment, leaf, created_at)"
                  + " values ('capture', ?, ?, ?, ?)")) {
        for (String subject : subjects) {
          byte[] leaf = ("{\"s\":\"" + subject + "\"}").getBytes(StandardCharsets.UTF_8);
          row.setString(1, subject);
          row.setBytes(2, HexFormat.of().parseHex(Digest.of(leaf).hex()));
          row.setBytes(3, leaf);
          row.setTimestamp(4, Timestamp.from(NOW));
          row.addBatch();
        }
        row.executeBatch();
      }
      connection.commit();
    }
  }

  /** Rows, and their place in the log. */
  void grow(String prefix, int rows) throws SQLException, IOException {
    List<String> subjects = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      subjects.add(prefix + row);
    }
    append(database, subjects);
    keeper.stepAndPublish();
  }

  List<LogFsck.Problem> problems() {
    List<LogFsck.Problem> told = new ArrayList<>();
    var _entries = office().check(told::add);
    return told;
  }

  LogOffice office() {
    return new LogOffice(keys, outside.policy(), marker, database, CLOCK);
  }

  @Override
  public void close() {
    outside.close();
    database.close();
  }
}
