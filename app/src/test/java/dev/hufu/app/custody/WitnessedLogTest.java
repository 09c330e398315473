package dev.hufu.app.custody;

import static dev.hufu.app.custody.LogRig.CLOCK;
import static dev.hufu.app.custody.LogRig.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.app.custody.LogDesk.Standing;
import dev.hufu.app.custody.Stranger.Said;
import dev.hufu.app.witness.WitnessKeys;
import dev.hufu.app.witness.WitnessServer;
import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.fixture.TestAuthority;
import dev.hufu.evidence.time.TimeRequest;
import dev.hufu.evidence.time.TimeToken;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.store.LogHead;
import dev.hufu.store.server.DatabaseAddress;
import dev.hufu.store.server.EmbeddedPostgres;
import dev.hufu.tlog.cosign.CosignatureVerifier;
import dev.hufu.tlog.note.NoteKey;
import dev.hufu.tlog.note.NoteVerifier;
import dev.hufu.tlog.note.SignedNote;
import dev.hufu.tlog.policy.Policy;
import dev.hufu.tlog.policy.PolicyLog;
import dev.hufu.tlog.policy.PolicyReader;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: witnesses and time authorities vouch for the log, and none of them can stop it by failing,
 * nor be brought to vouch for a second story. Method: a real database, witnesses and authorities
 * behind real HTTP that are honest, dead, slow or lie; everything they are said to have signed is
 * verified from outside.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WitnessedLogTest {

  /** For who answers: long, so that a busy machine is not taken for a silent witness. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Duration LITTLE = Duration.ofSeconds(2);

  @TempDir private static Path folder;

  private EmbeddedPostgres postgres;
  private int databases;
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeAll
  void start() {
    postgres =
        EmbeddedPostgres.start(folder.resolve("data"), LogRig.PROGRAMS, _step -> {}).orThrow();
  }

  @AfterAll
  void stop() {
    postgres.close();
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
    open.clear();
  }

  private <T extends AutoCloseable> T opened(T one) {
    open.add(one);
    return one;
  }

  private DatabaseAddress fresh() throws Exception {
    return postgres.createDatabase("witnessed" + databases++);
  }

  private Path house(String name) throws Exception {
    return Files.createDirectories(folder.resolve(name + databases));
  }

  private LogRig rig(DatabaseAddress address, Path house, LogPolicy policy) throws Exception {
    return rig(address, house, policy, PATIENCE);
  }

  private LogRig rig(DatabaseAddress address, Path house, LogPolicy policy, Duration patience)
      throws Exception {
    return opened(new LogRig(address, house, policy, List.of(), patience));
  }

  private WitnessServer witness(String name, Path house) throws Exception {
    Path home = Files.createDirectories(house.resolve(name));
    WitnessKeys keys = WitnessKeys.open(home, Optional.of("test/" + name)).orThrow();
    LogKeys log = LogKeys.open(house.resolve("log.key"), false).orThrow();
    Map<String, List<NoteVerifier>> logs =
        Map.of(
            log.origin(0),
            log.publicKeys(log.origin(0)).stream().map(CosignatureVerifier::of).toList());
    return opened(WitnessServer.open("127.0.0.1", 0, home, keys, logs, CLOCK).orThrow());
  }

  private static List<NoteKey> keys(String name, Path house) {
    return WitnessKeys.open(house.resolve(name), Optional.empty()).orThrow().publicKeys();
  }

  private static String line(String name, NoteKey key, URI address) {
    return "witness " + name + " " + key + " " + address + "\n";
  }

  private static LogPolicy policy(String text, boolean closed) {
    Policy policy = PolicyReader.parse(text.getBytes(StandardCharsets.UTF_8)).orThrow();
    return LogPolicy.of(policy, closed, Duration.ofMillis(300)).orThrow();
  }

  private static URI address(WitnessServer server) {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** One honest witness's key at any address. */
  private LogPolicy one(Path house, URI address) throws Exception {
    Files.createDirectories(house.resolve("w"));
    return policy(line("w", keys("w", house).getFirst(), address) + "quorum w\n", false);
  }

  private static void until(BooleanSupplier met) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!met.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static LogHead served(LogRig rig) {
    return rig.publication.served().orElseThrow();
  }

  private static byte[] note(LogHead head) {
    return head.checkpoint().orElseThrow().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aFullDiskOutsideHoldsPublishingUpAndLosesNothing() throws Exception {
    LogRig rig = rig(fresh(), house("full"), LogPolicy.none());
    rig.grow("a", 2);
    Path seen = Path.of(rig.marker.toString());
    Files.delete(seen);
    Files.createDirectories(seen.resolve("there"));
    assertThatThrownBy(() -> rig.grow("b", 3)).isInstanceOf(IOException.class);
    assertThat(served(rig).size()).isEqualTo(2);
    Files.delete(seen.resolve("there"));
    Files.delete(seen);
    rig.keeper.stepAndPublish();
    assertThat(served(rig).size()).isEqualTo(5);
    assertThat(rig.problems()).isEmpty();
  }

  @Test
  void twoOfThreeWitnessesCosignAndAnybodyCanSeeIt() throws Exception {
    Path house = house("quorum");
    WitnessServer one = witness("one", house);
    WitnessServer two = witness("two", house);
    Stranger dead = opened(new Stranger(_body -> new Said(500, "")));
    String lines =
        line("a", keys("one", house).getFirst(), address(one))
            + line("a2", keys("one", house).getLast(), address(one))
            + line("b", keys("two", house).getFirst(), address(two))
            + line(
                "c",
                WitnessKeys.open(house.resolve("c"), Optional.of("test/c"))
                    .orThrow()
                    .publicKeys()
                    .getFirst(),
                dead.address())
            + "group g 2 a b c\nquorum g\n";
    LogPolicy policy = policy(lines, true);
    LogRig rig = rig(fresh(), house, policy);
    rig.outside.witnesses().start(_reason -> {});
    rig.grow("a", 3);
    until(
        () ->
            rig.publication
                .served()
                .filter(head -> rig.publication.count(Optional.of(head)) == 3)
                .isPresent());
    rig.grow("b", 300);
    until(() -> served(rig).size() == 303 && rig.publication.count(rig.publication.served()) == 3);
    Policy outsider =
        new Policy(
            List.of(
                new PolicyLog(
                    rig.keys.publicKeys(rig.head().origin()).getFirst(), Optional.empty())),
            policy.policy().witnesses(),
            policy.policy().quorum());
    Policy.Accepted accepted = SignedNote.parse(note(served(rig))).then(outsider::check).orThrow();
    assertThat(accepted.checkpoint().size()).isEqualTo(303);
    assertThat(accepted.cosignatures())
        .extracting(CosignatureVerifier::time)
        .containsOnly(NOW.getEpochSecond());
    assertThat(rig.book.cosignatures(0, 303)).hasSize(3);
    assertThat(rig.publication.count(Optional.of(rig.outside.withKept(rig.head())))).isEqualTo(3);
    assertThat(rig.outside.witnesses().standings())
        .extracting(Standing::size)
        .containsExactly(303L, 303L, 0L);
    assertThat(problemOf(rig, 2)).isEqualTo(Code.WITNESS_UNREACHABLE);
    assertThat(rig.problems()).isEmpty();
  }

  private static Code problemOf(LogRig rig, int witness) {
    return rig.outside
        .witnesses()
        .standings()
        .get(witness)
        .problem()
        .map(Refusal::code)
        .orElseThrow();
  }

  @Test
  void aClientThatForgotIsCorrectedBy409() throws Exception {
    Path house = house("forgot");
    LogRig rig = rig(fresh(), house, one(house, address(witness("w", house))));
    WitnessClient client = rig.outside.witnesses().clients().getFirst();
    rig.grow("a", 5);
    assertThat(client.submit(rig.head())).isInstanceOf(WitnessClient.Answer.Cosigned.class);
    rig.grow("b", 5);
    client.expect(rig.head().origin(), 0);
    assertThat(client.submit(rig.head())).isInstanceOf(WitnessClient.Answer.Cosigned.class);
    client.expect(rig.head().origin(), 7);
    assertThat(client.submit(rig.head())).isInstanceOf(WitnessClient.Answer.Cosigned.class);
  }

  @Test
  void whoFailsStallsOrLiesGetsNothingIntoTheLog() throws Exception {
    Path house = house("bad");
    DatabaseAddress address = fresh();
    witness("w", house);
    for (Map.Entry<Said, Code> bad :
        Map.of(
                new Said(500, ""), Code.WITNESS_UNREACHABLE,
                new Said(0, ""), Code.WITNESS_UNREACHABLE,
                new Said(302, ""), Code.WITNESS_REFUSED,
                new Said(404, ""), Code.WITNESS_REFUSED,
                new Said(200, "— test/w AAAA\n"), Code.WITNESS_ANSWER_WRONG,
                new Said(200, ""), Code.WITNESS_ANSWER_WRONG,
                new Said(409, "no size\n"), Code.WITNESS_ANSWER_WRONG,
                new Said(409, "0\n"), Code.WITNESS_ANSWER_WRONG,
                new Said(422, ""), Code.WITNESS_ANSWER_WRONG,
                new Said(200, "x".repeat(300_000)), Code.WITNESS_UNREACHABLE)
            .entrySet()) {
      Stranger stranger = opened(new Stranger(_body -> bad.getKey()));
      Duration patience = bad.getKey().status() == 0 ? LITTLE : PATIENCE;
      LogRig rig = rig(address, house, one(house, stranger.address()), patience);
      rig.grow("x" + bad.hashCode() + "-", 2);
      WitnessClient client = rig.outside.witnesses().clients().getFirst();
      assertThat(rig.outside.witnesses().take(client, rig.head(), _halt -> {}))
          .as("%s", bad.getKey().status())
          .isFalse();
      assertThat(problemOf(rig, 0)).as("%s", bad.getKey().status()).isEqualTo(bad.getValue());
      assertThat(rig.book.cosignatures(0, rig.head().size())).isEmpty();
      assertThat(rig.keeper.refusal()).isEmpty();
      rig.close();
    }
  }

  @Test
  void aSilentWitnessHoldsUpNothing() throws Exception {
    Path house = house("silent");
    witness("w", house);
    Stranger silent = opened(new Stranger(_body -> new Said(0, "")));
    LogRig rig = rig(fresh(), house, one(house, silent.address()), LITTLE);
    rig.outside.witnesses().start(_reason -> {});
    rig.grow("a", 2);
    rig.grow("b", 2);
    assertThat(rig.head().size()).isEqualTo(4);
    until(() -> rig.publication.served().filter(head -> head.size() == 4).isPresent());
    assertThat(rig.publication.alarm().map(Refusal::code)).contains(Code.LOG_NOT_WITNESSED);
    assertThat(silent.asked.get()).isPositive();
  }

  @Test
  void aWitnessThatHasSeenMoreStopsTheSigning() throws Exception {
    Path house = house("more");
    witness("w", house);
    Stranger ahead = opened(new Stranger(_body -> new Said(409, "1000000\n")));
    LogRig rig = rig(fresh(), house, one(house, ahead.address()));
    rig.grow("a", 2);
    WitnessDesk.Probe probe = rig.outside.witnesses().probe(rig.head());
    assertThat(probe.refusal().map(Refusal::code)).contains(Code.LOG_BEHIND);
    rig.keeper.start();
    until(() -> rig.keeper.refusal().isPresent());
    LogRig.append(rig.database, List.of("waits"));
    rig.keeper.stop();
    assertThat(rig.keeper.refusal().map(Refusal::code)).contains(Code.LOG_BEHIND);
    assertThat(rig.head().size()).isEqualTo(2);
  }

  /** A copy of the database from before, with the same key, while the marker is away. */
  @Test
  void anOlderCopyIsNeverCosignedAndStandsStill() throws Exception {
    Path house = house("fork");
    DatabaseAddress address = fresh();
    LogPolicy policy = one(house, address(witness("w", house)));
    LogRig first = rig(address, house, policy);
    first.grow("a", 5);
    WitnessDesk desk = first.outside.witnesses();
    assertThat(desk.take(desk.clients().getFirst(), first.head(), _halt -> {})).isTrue();

    Path copy = Files.createDirectories(house.resolve("copy"));
    Files.copy(house.resolve("log.key"), copy.resolve("log.key"));
    LogRig second = rig(fresh(), copy, policy);
    second.keeper.start();
    until(() -> second.keeper.refusal().isPresent());
    second.keeper.stop();
    assertThat(second.keeper.refusal().map(Refusal::code)).contains(Code.LOG_BEHIND);
    assertThat(second.head().checkpoint()).as("nothing was signed").isEmpty();

    second.grow("other", 5);
    assertThat(second.outside.witnesses().probe(second.head()).refusal().map(Refusal::code))
        .as("as long, but another")
        .contains(Code.LOG_FORKED);
    second.grow("more", 8);
    assertThat(second.outside.witnesses().probe(second.head()).refusal().map(Refusal::code))
        .as("longer, but another")
        .contains(Code.LOG_FORKED);
    List<Refusal> halted = new ArrayList<>();
    WitnessDesk forked = second.outside.witnesses();
    var _done = forked.take(forked.clients().getFirst(), second.head(), halted::add);
    assertThat(halted).extracting(Refusal::code).containsExactly(Code.LOG_FORKED);
    assertThat(second.book.cosignatures(0, second.head().size())).isEmpty();

    first.grow("b", 3);
    assertThat(desk.take(desk.clients().getFirst(), first.head(), _halt -> {}))
        .as("the first goes on")
        .isTrue();
  }

  @Test
  void aNewEpochFollowsAndHoldsTheOldCheckpoint() throws Exception {
    Path house = house("epoch");
    DatabaseAddress address = fresh();
    LogRig before = rig(address, house, LogPolicy.none());
    before.grow("a", 4);
    String old = before.head().checkpoint().orElseThrow();
    Files.writeString(house.resolve("log.seen"), old.replaceFirst("\n4\n", "\n9\n"));
    before.keeper.stop();
    before.close();
    LogRig behind = rig(address, house, LogPolicy.none());
    assertThat(behind.guarded.map(Refusal::code)).contains(Code.LOG_BEHIND);
    LogRig.append(behind.database, List.of("waiting"));
    LogHead begun = behind.office().begin().orThrow();
    assertThat(begun.epoch()).isEqualTo(1);
    assertThat(begun.size()).isEqualTo(1);
    assertThat(behind.log.latest(1, 1, 10))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("epoch");
              assertThat(entry.leaf()).contains(old.replace("\n", "\\n"), "\\n9\\n");
            });
    behind.keeper.stop();
    behind.close();
    LogRig after = rig(address, house, LogPolicy.none());
    assertThat(after.guarded).isEmpty();
    after.grow("b", 2);
    assertThat(after.head().size()).as("with what waited").isEqualTo(4);
    assertThat(after.problems()).isEmpty();
    after.keeper.stop();
    assertThat(after.office().begin().orThrow().epoch()).isEqualTo(2);
  }

  @Test
  void aTimeIsKeptAndOpensslReadsIt() throws Exception {
    Path house = house("time");
    TestAuthority authority = TestAuthority.open(NOW);
    Stranger honest = opened(new Stranger(body -> said(authority.answer(Octets.of(body), NOW))));
    LogRig rig = timed(fresh(), house, honest, authority);
    rig.grow("a", 3);
    assertThat(rig.outside.times().standings(0).getFirst().at()).as("pending").isEmpty();
    rig.outside.times().start();
    until(() -> rig.book.time(0, 3, "test").isPresent());
    assertThat(rig.outside.times().standings(0).getFirst().at()).contains(NOW);
    assertThat(rig.book.firstTimeOf(0, 2)).isPresent();
    assertThat(rig.book.firstTimeOf(0, 3)).isEmpty();
    Path checkpoint = house.resolve("checkpoint");
    Files.writeString(checkpoint, rig.book.find(0, 3).orElseThrow());
    Path answer = house.resolve("test.tsr");
    Octets token = rig.book.time(0, 3, "test").orElseThrow().token();
    Files.write(answer, TimeToken.response(token).bytes());
    String verify =
        "openssl ts -verify -data checkpoint -in test.tsr -CAfile root.pem -attime "
            + NOW.getEpochSecond();
    Process openssl =
        new ProcessBuilder(verify.split(" ", -1))
            .directory(house.toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("Verification: OK");
    assertThat(rig.problems()).isEmpty();
  }

  @Test
  void anAuthorityThatLiesIsToldWithItsCode() throws Exception {
    Path house = house("liar");
    TestAuthority authority = TestAuthority.open(NOW);
    TestAuthority unfit =
        TestAuthority.open(
            NOW, Duration.ofDays(1), KeyPurposeId.id_kp_serverAuth, "SHA256withECDSA");
    TimeRequest other = TimeRequest.of(Digest.of(new byte[1]), BigInteger.TEN);
    Map<Code, Stranger.Saying> lies =
        Map.of(
            Code.TIME_OTHER_DIGEST, _body -> said(authority.answerOther(other, NOW)),
            Code.TIME_REJECTED, body -> said(authority.reject(Octets.of(body))),
            Code.TIME_FAR, body -> said(authority.answer(Octets.of(body), NOW.plusSeconds(900))),
            Code.TIME_MALFORMED, _body -> new Said(200, "123"),
            Code.TIME_UNTRUSTED, body -> said(unfit.answer(Octets.of(body), NOW)),
            Code.TIME_UNREACHABLE, _body -> new Said(-1, ""));
    DatabaseAddress address = fresh();
    for (Map.Entry<Code, Stranger.Saying> lie : lies.entrySet()) {
      Stranger liar = opened(new Stranger(lie.getValue()));
      LogRig rig = timed(address, house, liar, authority);
      rig.grow(lie.getKey().name(), 1);
      TimeAuthority asked = authorities(house).getFirst();
      assertThat(rig.outside.times().stamp(asked, rig.head())).isFalse();
      assertThat(rig.outside.times().standings(0).getFirst().problem().map(Refusal::code))
          .contains(lie.getKey());
      assertThat(rig.book.latestTime(0, "test")).isEmpty();
      rig.close();
    }
  }

  private static Said said(Octets answer) {
    return new Said(200, answer);
  }

  private LogRig timed(
      DatabaseAddress address, Path house, Stranger stranger, TestAuthority authority)
      throws Exception {
    byte[] root = authority.root().getEncoded();
    Files.writeString(
        house.resolve("root.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(root)
            + "\n-----END CERTIFICATE-----\n");
    Files.writeString(
        house.resolve("times"), "# who\ntest " + stranger.address() + "/tsa root.pem\n");
    return opened(new LogRig(address, house, LogPolicy.none(), authorities(house), PATIENCE));
  }

  private static List<TimeAuthority> authorities(Path house) {
    return TimeAuthority.read(house.resolve("times")).orThrow();
  }

  @Test
  void settingsThatCannotBeReadAreRefusedWithTheirPlace() throws Exception {
    Path house = house("settings");
    Path file = house.resolve("policy");
    Files.writeString(file, "witness w nonsense\nquorum w\n");
    assertThat(codeOf(Map.of("HUFU_LOG_POLICY", file.toString()))).contains(Code.LOG_POLICY_BROKEN);
    assertThat(codeOf(Map.of("HUFU_LOG_POLICY", house.resolve("none").toString())))
        .contains(Code.LOG_POLICY_BROKEN);
    Files.writeString(file, "quorum none\n");
    assertThat(codeOf(Map.of("HUFU_LOG_POLICY", file.toString()))).isEmpty();
    assertThat(codeOf(Map.of("HUFU_LOG_POLICY", file.toString(), "HUFU_LOG_WITNESS_WAIT", "soon")))
        .contains(Code.LOG_POLICY_BROKEN);
    Path times = house.resolve("times");
    Files.writeString(times, "a http://127.0.0.1/ none.pem\n");
    assertThat(TimeAuthority.read(times).findRefusal().map(Refusal::code))
        .contains(Code.TIME_AUTHORITIES_BROKEN);
    Files.writeString(times, "a file:///etc/passwd none.pem\n");
    assertThat(TimeAuthority.read(times).findRefusal()).isPresent();
  }

  private static Optional<Code> codeOf(Map<String, String> environment) {
    return LogPolicy.of(environment).findRefusal().map(Refusal::code);
  }
}
