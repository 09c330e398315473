package dev.hufu.store.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.text.Wording;
import dev.hufu.store.server.EmbeddedPostgres.Beginning;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal: a start succeeds durably or says in one sentence why not. Method: real servers. */
class EmbeddedPostgresTest {

  @Test
  void firstStartThenLaterStart(@TempDir Path data) throws Exception {
    List<Wording> said = new ArrayList<>();
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(data, KilledProcessTest.PROGRAMS, said::add).orThrow()) {
      assertThat(server.beginning()).isEqualTo(Beginning.CREATED);
      assertThat(said).extracting(Wording::zh).contains("正在准备数据库…");
      assertSafe(server);
      assertThat(mode(data.resolve("database.password"))).isEqualTo("rw-------");
      assertThat(mode(data.resolve("database"))).isEqualTo("rwx------");
      Outcome<EmbeddedPostgres> second =
          EmbeddedPostgres.start(data, KilledProcessTest.PROGRAMS, said::add);
      assertThat(code(second)).isEqualTo(Code.DATA_FOLDER_IN_USE);
      assertThat(second.toString()).contains(Long.toString(ProcessHandle.current().pid()));
    }
    KilledProcessTest.assertNothingRuns(data);
    try (EmbeddedPostgres server = KilledProcessTest.start(data)) {
      assertThat(server.beginning()).isEqualTo(Beginning.STARTED);
      server.close();
      server.close();
    }
    KilledProcessTest.assertNothingRuns(data);
  }

  private static void assertSafe(EmbeddedPostgres server) throws SQLException, IOException {
    DatabaseAddress address = server.address();
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        Statement statement = connection.createStatement()) {
      for (String[] expected :
          new String[][] {
            {"fsync", "on"},
            {"synchronous_commit", "on"},
            {"full_page_writes", "on"},
            {"data_checksums", "on"},
            {"listen_addresses", "127.0.0.1"},
            {"server_encoding", "UTF8"},
            {"is_superuser", "off"}
          }) {
        try (var row = statement.executeQuery("show " + expected[0])) {
          row.next();
          assertThat(row.getString(1)).as(expected[0]).isEqualTo(expected[1]);
        }
      }
    }
    assertThatThrownBy(
            () -> DriverManager.getConnection(address.jdbcUrl(), address.user(), "wrong"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password");
    for (InetAddress other : InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
      if (!other.isLoopbackAddress()) {
        assertThatThrownBy(() -> new Socket(other, server.port()).close())
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void aStalePidFileIsNoHindrance(@TempDir Path data) throws Exception {
    KilledProcessTest.start(data).close();
    Path pidFile = data.resolve("database").resolve("postmaster.pid");
    long alive = ProcessHandle.current().pid();
    long dead = new ProcessBuilder("true").start().onExit().join().pid();
    for (String first : List.of(Long.toString(alive), Long.toString(dead), "", "garbage")) {
      Files.writeString(pidFile, first + "\n" + data + "/database\n1\n5432\n\n127.0.0.1\n");
      try (EmbeddedPostgres server = KilledProcessTest.start(data)) {
        assertThat(server.beginning()).as(first).isEqualTo(Beginning.STARTED);
      }
    }
    Files.writeString(pidFile, "");
    KilledProcessTest.start(data).close();
    KilledProcessTest.assertNothingRuns(data);
  }

  @Test
  void aFileInPlaceOfTheFolder(@TempDir Path parent) throws IOException {
    Path file = Files.writeString(parent.resolve("data"), "not a folder");
    assertThat(code(start(file))).isEqualTo(Code.DATA_FOLDER_UNUSABLE);
    assertThat(code(start(file.resolve("below")))).isEqualTo(Code.DATA_FOLDER_UNUSABLE);
  }

  @Test
  void dataOfAnotherVersion(@TempDir Path data) throws IOException {
    Path cluster = Files.createDirectory(data.resolve("database"));
    Path version = Files.writeString(cluster.resolve("PG_VERSION"), "15\n");
    Outcome<EmbeddedPostgres> refused = start(data);
    assertThat(code(refused)).isEqualTo(Code.DATA_VERSION_FOREIGN);
    assertThat(refused.findRefusal().orElseThrow().wording().zh()).contains("PostgreSQL 15");
    assertThat(version).hasContent("15\n");
  }

  @Test
  void somethingElseWhereTheDataShouldBe(@TempDir Path data) throws IOException {
    Path diary = Files.createDirectory(data.resolve("database")).resolve("diary.txt");
    Files.writeString(diary, "mine");
    assertThat(code(start(data))).isEqualTo(Code.DATA_FOLDER_UNUSABLE);
    assertThat(diary).hasContent("mine");
  }

  @Test
  void aLostPasswordFile(@TempDir Path data) throws IOException {
    KilledProcessTest.start(data).close();
    Files.delete(data.resolve("database.password"));
    assertThat(code(start(data))).isEqualTo(Code.DATA_FOLDER_UNUSABLE);
  }

  @Test
  void theDiskAtTheLimitAndAByteBelow(@TempDir Path data) {
    assertThat(code(startWithFree(data, Limits.DISK_FREE_BYTES_MIN - 1))).isEqualTo(Code.DISK_FULL);
    assertThat(data.resolve("database")).doesNotExist();
    startWithFree(data, Limits.DISK_FREE_BYTES_MIN).orThrow().close();
    // Later starts need no room for unpacking.
    startWithFree(data, 0).orThrow().close();
  }

  @Test
  void damagedDataIsToldWithTheReason(@TempDir Path data) throws IOException {
    KilledProcessTest.start(data).close();
    Files.delete(data.resolve("database").resolve("global").resolve("pg_control"));
    Outcome<EmbeddedPostgres> refused = start(data);
    assertThat(code(refused)).isEqualTo(Code.DATABASE_DID_NOT_START);
    assertThat(refused.toString()).contains("could not find the database system");
    KilledProcessTest.assertNothingRuns(data);
  }

  /** The time allowed is an argument below the launcher, which passes the limit itself. */
  @Test
  void aServerThatIsNotThereInItsTimeIsNotLeftBehind(@TempDir Path data) throws Exception {
    KilledProcessTest.start(data).close();
    try (DataFolder folder = DataFolder.take(data)) {
      Cluster cluster =
          new Cluster(
              folder, Binaries.unpack(KilledProcessTest.PROGRAMS), Identity.of(folder.cluster()));
      assertThatThrownBy(() -> cluster.start(Duration.ZERO))
          .isInstanceOfSatisfying(
              StartRefused.class,
              refused ->
                  assertThat(refused.refusal().code()).isEqualTo(Code.DATABASE_DID_NOT_START));
      KilledProcessTest.assertNothingRuns(data);
      Postmaster started = cluster.start(Limits.DATABASE_START_MAX);
      assertThat(Postmaster.alive(started.pid())).isTrue();
      started.stop(cluster.binaries(), cluster.identity(), Limits.DATABASE_STOP_MAX);
      assertThat(Postmaster.alive(started.pid())).isFalse();
    }
    KilledProcessTest.assertNothingRuns(data);
  }

  /** A stopped process hears no signal until it goes on; each of the two waits its whole time. */
  @Test
  void aServerThatDoesNotStopInItsTimeIsNamed(@TempDir Path data) throws Exception {
    EmbeddedPostgres server = KilledProcessTest.start(data);
    Binaries binaries = Binaries.unpack(KilledProcessTest.PROGRAMS);
    Postmaster postmaster = Postmaster.find(data.resolve("database").toRealPath()).orElseThrow();
    signal("-STOP", postmaster.pid());
    Duration max = Duration.ofMillis(60);
    long began = System.nanoTime();
    assertThatThrownBy(() -> postmaster.stop(binaries, Identity.of(data.resolve("database")), max))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(Long.toString(postmaster.pid()));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(max.multipliedBy(2));
    signal("-CONT", postmaster.pid());
    assertThat(Postmaster.await(() -> !Postmaster.alive(postmaster.pid()), Duration.ofSeconds(20)))
        .isTrue();
    server.close();
    KilledProcessTest.assertNothingRuns(data);
  }

  private static void signal(String name, long pid) throws IOException {
    var _exit = new ProcessBuilder("kill", name, Long.toString(pid)).start().onExit().join();
  }

  @Test
  void aHalfMadeDataFolderIsMadeAnew(@TempDir Path data) throws IOException {
    Path half = Files.createDirectories(data.resolve("database.new").resolve("data"));
    Files.writeString(half.resolve("PG_VERSION"), "18\n");
    try (EmbeddedPostgres server = KilledProcessTest.start(data)) {
      assertThat(server.beginning()).isEqualTo(Beginning.CREATED);
    }
    assertThat(data.resolve("database.new")).doesNotExist();
  }

  @Test
  void damagedProgramsAreUnpackedAgain(@TempDir Path programs) throws Exception {
    Binaries first = Binaries.unpack(programs);
    Path postgres = first.program("postgres");
    long whole = Files.size(postgres);
    Files.writeString(postgres, "torn");
    assertThat(Binaries.present(programs)).isFalse();
    Binaries.unpack(programs);
    assertThat(Files.size(postgres)).isEqualTo(whole);
    assertThat(Files.isExecutable(postgres)).isTrue();
    Files.delete(first.home().resolve("hufu-files.txt"));
    assertThat(Binaries.present(programs)).isFalse();
  }

  private static Outcome<EmbeddedPostgres> start(Path data) {
    return EmbeddedPostgres.start(data, KilledProcessTest.PROGRAMS, line -> {});
  }

  private static Outcome<EmbeddedPostgres> startWithFree(Path data, long bytes) {
    return EmbeddedPostgres.start(data, KilledProcessTest.PROGRAMS, line -> {}, folder -> bytes);
  }

  private static Code code(Outcome<?> outcome) {
    return outcome.findRefusal().map(Refusal::code).orElseThrow();
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
