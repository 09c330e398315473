package dev.hufu.store.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.store.server.EmbeddedPostgres.Beginning;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: kill -9 loses no acknowledged row and leaves no server behind. Method: a real child process
 * writes rows to its own embedded server and is killed in the middle.
 */
class KilledProcessTest {

  static final Path PROGRAMS = Path.of("target", "postgres").toAbsolutePath();
  private static final int ROWS_BEFORE_THE_KILL = 200;

  @Test
  void theOrphanIsAdoptedAndStoppedInTheEnd(@TempDir Path data) throws Exception {
    Set<Long> acknowledged = writeUntilKilled(data);
    long orphan = Postmaster.find(data.resolve("database").toRealPath()).orElseThrow().pid();
    try (EmbeddedPostgres server = start(data)) {
      assertThat(server.beginning()).isEqualTo(Beginning.ADOPTED);
      assertThat(server.pid()).isEqualTo(orphan);
      assertThat(rows(server)).containsAll(acknowledged);
    }
    assertNothingRuns(data);
  }

  @Test
  void anOrphanThatIsNotOursToAdoptIsStoppedAndStartedAgain(@TempDir Path data) throws Exception {
    Set<Long> acknowledged = writeUntilKilled(data);
    Path passwords = data.resolve("database.password");
    List<String> lines = Files.readAllLines(passwords);
    // With a wrong administrator's password the orphan cannot be looked into.
    Folders.writeSecret(passwords, "wrong\n" + lines.get(1) + "\n");
    assertThat(EmbeddedPostgres.start(data, PROGRAMS, line -> {}).findRefusal()).isPresent();
    assertNothingRuns(data);
    Folders.writeSecret(passwords, lines.get(0) + "\n" + lines.get(1) + "\n");
    try (EmbeddedPostgres server = start(data)) {
      assertThat(server.beginning()).isEqualTo(Beginning.STARTED);
      assertThat(rows(server)).containsAll(acknowledged);
    }
    assertNothingRuns(data);
  }

  @Test
  void whenTheServerIsKilledTooTheRowsAreRecovered(@TempDir Path data) throws Exception {
    Set<Long> acknowledged = writeUntilKilled(data);
    long orphan = Postmaster.find(data.resolve("database").toRealPath()).orElseThrow().pid();
    ProcessHandle.of(orphan).orElseThrow().destroyForcibly();
    Postmaster.await(() -> !Postmaster.alive(orphan), Duration.ofSeconds(10));
    assertThat(data.resolve("database").resolve("postmaster.pid")).exists();
    try (EmbeddedPostgres server = start(data)) {
      assertThat(server.beginning()).isEqualTo(Beginning.STARTED);
      assertThat(rows(server)).containsAll(acknowledged);
    }
    assertNothingRuns(data);
  }

  @Test
  void theServerLivesInItsOwnSession(@TempDir Path data) throws IOException {
    try (EmbeddedPostgres server = start(data)) {
      String stat = Files.readString(Path.of("/proc/" + server.pid() + "/stat"));
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
      String own = Long.toString(server.pid());
      assertThat(fields.get(2)).as("process group").isEqualTo(own);
      assertThat(fields.get(3)).as("session").isEqualTo(own);
    }
  }

  static EmbeddedPostgres start(Path data) {
    return EmbeddedPostgres.start(data, PROGRAMS, line -> {}).orThrow();
  }

  static void assertNothingRuns(Path data) throws IOException {
    Path database = data.resolve("database").toRealPath();
    // The last of its children may take a moment to die on a busy machine.
    assertThat(Postmaster.await(() -> !serves(database), Duration.ofSeconds(10))).isTrue();
  }

  private static boolean serves(Path database) {
    try {
      return Postmaster.anyServes(database);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<Long> writeUntilKilled(Path data) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingChild.class.getName(),
                data.toString(),
                PROGRAMS.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Set<Long> acknowledged = new HashSet<>();
    try (BufferedReader said = child.inputReader(StandardCharsets.US_ASCII)) {
      @Nullable String line = said.readLine();
      while (line != null) {
        acknowledged.add(Long.parseLong(line));
        if (acknowledged.size() == ROWS_BEFORE_THE_KILL) {
          // By the handle: the process itself would close the pipe with what was said last.
          child.toHandle().destroyForcibly();
        }
        line = said.readLine();
      }
    }
    assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROWS_BEFORE_THE_KILL);
    return acknowledged;
  }

  private static Set<Long> rows(EmbeddedPostgres server) throws SQLException {
    DatabaseAddress address = server.address();
    Set<Long> rows = new HashSet<>();
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("select n from row_kept")) {
      while (row.next()) {
        rows.add(row.getLong(1));
      }
    }
    return rows;
  }
}
