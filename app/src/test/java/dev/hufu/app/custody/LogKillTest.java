package dev.hufu.app.custody;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.store.server.DatabaseAddress;
import dev.hufu.store.server.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: killed at any point, the log loses nothing that was committed and tells one story. Method:
 * {@link Lives} at seeded points of the wire to a real database, its witness and its authority; and
 * a program of its own that the system kills for good. {@code -Dhufu.kills=1000} takes more points.
 */
class LogKillTest {

  private static final int KILLS = Integer.getInteger("hufu.kills", 40);
  private static final int REAL_KILLS = 3;
  private static final long SEED = 4;

  @TempDir private static Path folder;

  @Test
  void noKillLosesOrForks() throws Exception {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.start(folder.resolve("data"), LogRig.PROGRAMS, _step -> {}).orThrow()) {
      long began = System.nanoTime();
      Path house = Files.createDirectories(folder.resolve("lives"));
      try (Lives lives = new Lives(postgres.createDatabase("lives"), house, SEED)) {
        for (int life = 0; lives.deaths < KILLS && life < 4 * KILLS; life++) {
          lives.live();
        }
        lives.check();
        assertThat(lives.deaths).isEqualTo(KILLS);
        assertThat(lives.entries()).isPositive();
        System.out.printf(
            "%d kills, %d committed entries, %d s%n",
            lives.deaths, lives.entries(), (System.nanoTime() - began) / 1_000_000_000);
      }
      killForGood(postgres.createDatabase("killed"), Files.createDirectories(folder.resolve("k")));
    }
  }

  private static void killForGood(DatabaseAddress address, Path house) throws Exception {
    Random random = new Random(SEED);
    List<String> committed = new ArrayList<>();
    for (int generation = 0; generation < REAL_KILLS; generation++) {
      Process child =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Child.class.getName(),
                  address.jdbcUrl(),
                  address.user(),
                  address.password(),
                  house.toString(),
                  String.valueOf(generation))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      int after = 8 + random.nextInt(20);
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
        for (int line = 0; line < after; line++) {
          String subject = lines.readLine();
          assertThat(subject).as("the program of generation %d runs", generation).isNotNull();
          committed.add(subject);
        }
      } finally {
        child.destroyForcibly().waitFor();
      }
    }
    try (LogRig rig = rig(address, house, REAL_KILLS)) {
      assertThat(rig.guarded).isEmpty();
      var _more = rig.keeper.stepAndPublish();
      assertThat(rig.problems()).isEmpty();
      for (String subject : committed) {
        assertThat(rig.log.find("capture", subject)).as(subject).isPresent();
      }
    }
  }

  private static LogRig rig(DatabaseAddress address, Path house, int generation) {
    Clock clock =
        Clock.fixed(LogRig.NOW.plus(Duration.ofSeconds(11L * generation)), ZoneOffset.UTC);
    return new LogRig(address, house, LogPolicy.none(), List.of(), Duration.ofSeconds(1), clock);
  }

  /** The program that is killed: says each subject after its commit, and logs it. */
  static final class Child {

    private Child() {}

    public static void main(String[] args) throws IOException, java.sql.SQLException {
      int generation = Integer.parseInt(args[4]);
      try (LogRig rig =
          rig(new DatabaseAddress(args[0], args[1], args[2]), Path.of(args[3]), generation)) {
        for (int row = 0; rig.guarded.isEmpty(); row++) {
          String subject = "g" + generation + "-" + row;
          LogRig.append(rig.database, List.of(subject));
          System.out.println(subject);
          var _more = rig.keeper.stepAndPublish();
        }
      }
    }
  }
}
