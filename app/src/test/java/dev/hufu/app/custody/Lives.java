package dev.hufu.app.custody;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.hufu.app.custody.Stranger.Said;
import dev.hufu.app.witness.WitnessKeys;
import dev.hufu.app.witness.WitnessServer;
import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.fixture.TestAuthority;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.LogHead;
import dev.hufu.store.server.DatabaseAddress;
import dev.hufu.tlog.Checked;
import dev.hufu.tlog.cosign.CosignatureVerifier;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.policy.Policy;
import dev.hufu.tlog.policy.PolicyReader;
import dev.hufu.tlog.tile.GrowingTiles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * A log that is killed again and again, each time at a seeded point of appending, numbering,
 * marking, or talking to its witness and its time authority, and that goes on each time on what it
 * left behind. After every death the next life must start without being refused; at the end nothing
 * that was committed is missing, everything that anybody outside has seen is a part of the one log,
 * and fsck finds nothing.
 */
final class Lives implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int POINTS_MAX = 220;
  private static final int ROUNDS_MAX = 8;

  private final Random random;
  private final Path folder;
  private final WireCut wire;
  private final DatabaseAddress direct;
  private final DatabaseAddress cut;
  private final WitnessServer witness;
  private final TestAuthority authority = TestAuthority.open(LogRig.NOW);
  private final Courier courier = new Courier(PATIENCE);
  private final Stranger witnessDoor;
  private final Stranger authorityDoor;
  private final LogPolicy policy;
  private final List<TimeAuthority> authorities;
  private final Set<String> committed = new HashSet<>();
  private final Map<Long, Hash> seen = new HashMap<>();
  private Instant now = LogRig.NOW;
  private int rows;

  /** How many lives ended before their time. */
  int deaths;

  Lives(DatabaseAddress direct, Path folder, long seed) throws IOException {
    // A pool says at length what each kill does to it.
    ((Logger) LoggerFactory.getLogger("com.zaxxer.hikari")).setLevel(Level.OFF);
    this.random = new Random(seed);
    this.folder = folder;
    this.direct = direct;
    URI jdbc = URI.create(direct.jdbcUrl().substring("jdbc:".length()));
    wire = new WireCut(jdbc.getPort());
    cut =
        new DatabaseAddress(
            direct.jdbcUrl().replace(":" + jdbc.getPort() + "/", ":" + wire.port() + "/"),
            direct.user(),
            direct.password(),
            direct.daily());
    LogKeys log = LogKeys.open(folder.resolve("log.key"), false).orThrow();
    Path home = Files.createDirectories(folder.resolve("witness"));
    WitnessKeys keys = WitnessKeys.open(home, Optional.of("test/w")).orThrow();
    String origin = log.origin(0);
    witness =
        WitnessServer.open(
                "127.0.0.1",
                0,
                home,
                keys,
                Map.of(
                    origin, log.publicKeys(origin).stream().map(CosignatureVerifier::of).toList()),
                LogRig.CLOCK)
            .orThrow();
    witnessDoor = new Stranger(this::witnessed);
    authorityDoor = new Stranger(this::dated);
    String line =
        "witness w " + keys.publicKeys().getFirst() + " " + witnessDoor.address() + "\nquorum w\n";
    Policy read = PolicyReader.parse(line.getBytes(StandardCharsets.UTF_8)).orThrow();
    policy = LogPolicy.of(read, true, Duration.ofSeconds(1)).orThrow();
    authorities =
        List.of(new TimeAuthority("t", authorityDoor.address(), List.of(authority.root())));
  }

  private Said witnessed(byte[] body) throws IOException {
    if (wire.point()) {
      return new Said(-1, "");
    }
    try {
      URI inside = URI.create("http://127.0.0.1:" + witness.port() + "/add-checkpoint");
      Courier.Reply reply = courier.post(inside, "text/plain", body, 300_000);
      return wire.point() ? new Said(-1, "") : new Said(reply.status(), reply.body());
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  private Said dated(byte[] body) {
    if (wire.point()) {
      return new Said(-1, "");
    }
    Octets answer = authority.answer(Octets.of(body), now);
    return wire.point() ? new Said(-1, "") : new Said(200, answer);
  }

  /** One life; it dies at a point that the seed gives, unless it has done its rounds before. */
  void live() throws Exception {
    now = now.plusSeconds(11);
    wire.live(Integer.MAX_VALUE);
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    try (LogRig rig = new LogRig(cut, folder, policy, authorities, PATIENCE, clock)) {
      assertThat(rig.guarded).as("a restart after a kill is not refused").isEmpty();
      wire.arm(1 + random.nextInt(POINTS_MAX));
      try {
        rounds(rig);
      } catch (RuntimeException | SQLException | IOException died) {
        if (!wire.dead()) {
          throw died;
        }
      }
    }
    if (wire.dead()) {
      deaths++;
    }
  }

  private void rounds(LogRig rig) throws Exception {
    WitnessDesk desk = rig.outside.witnesses();
    LogHead before = rig.keys.signed(rig.head(), now);
    assertThat(desk.probe(before).refusal()).as("no fork").isEmpty();
    for (int round = 0; round < ROUNDS_MAX && !wire.dead(); round++) {
      append(rig);
      var _more = rig.keeper.stepAndPublish();
      LogHead head = rig.head();
      List<Refusal> halted = new ArrayList<>();
      var _done = desk.take(desk.clients().getFirst(), head, halted::add);
      assertThat(halted).as("no fork").isEmpty();
      rig.publication
          .served()
          .ifPresent(
              served -> {
                Hash other = seen.putIfAbsent(served.size(), served.root());
                assertThat(other == null || other.equals(served.root())).as("one story").isTrue();
              });
      var _dated = rig.outside.times().stamp(authorities.getFirst(), head);
    }
  }

  private void append(LogRig rig) throws SQLException {
    List<String> subjects = new ArrayList<>();
    for (int row = random.nextInt(4); row >= 0; row--) {
      subjects.add("r" + rows++);
    }
    LogRig.append(rig.database, subjects);
    committed.addAll(subjects);
  }

  /** A last life that nobody ends, and everything held against everything. */
  void check() throws Exception {
    now = now.plusSeconds(11);
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    wire.live(Integer.MAX_VALUE);
    try (LogRig rig = new LogRig(direct, folder, policy, authorities, PATIENCE, clock)) {
      assertThat(rig.guarded).isEmpty();
      var _more = rig.keeper.stepAndPublish();
      WitnessDesk desk = rig.outside.witnesses();
      assertThat(desk.take(desk.clients().getFirst(), rig.head(), _halt -> {}))
          .as("the witness still follows")
          .isTrue();
      assertThat(rig.problems()).isEmpty();
      assertThat(logged(rig)).as("nothing committed is lost").containsAll(committed);
      for (Map.Entry<Long, Hash> story : seen.entrySet()) {
        GrowingTiles then =
            GrowingTiles.at(story.getKey(), id -> rig.log.tile(0, id))
                    instanceof Checked.Sound<GrowingTiles>(var tree)
                ? tree
                : new GrowingTiles();
        assertThat(then.root()).as("size %d", story.getKey()).isEqualTo(story.getValue());
      }
    }
  }

  int entries() {
    return committed.size();
  }

  private static Set<String> logged(LogRig rig) throws SQLException {
    Set<String> subjects = new HashSet<>();
    try (Connection connection = rig.database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select subject from evidence_pending join log_entry on pending = id")) {
      while (row.next()) {
        subjects.add(row.getString(1));
      }
    }
    return subjects;
  }

  @Override
  public void close() {
    wire.close();
    witnessDoor.close();
    authorityDoor.close();
    courier.close();
    witness.close();
  }
}
