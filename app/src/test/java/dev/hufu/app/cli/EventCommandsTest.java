package dev.hufu.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.history.EventFiles;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.intake.PackArchive;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.load.PackFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goal: decide, backtest and replay account for every line, give equal bytes, and find a byte that
 * was changed. Method: the shipped pack over files small enough to count by hand.
 */
class EventCommandsTest {

  @TempDir private Path folder = Path.of(".");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(Object command, Object... args) {
    out.reset();
    err.reset();
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(List.of(args).stream().map(String::valueOf).toArray(String[]::new));
  }

  private Terminal terminal() {
    return new Terminal(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Lang.EN);
  }

  private int decide(Object... args) {
    return run(new DecideCommand(terminal(), Map.of()), args);
  }

  private int backtest(Object... args) {
    return run(new BacktestCommand(terminal(), Map.of()), args);
  }

  private int replay(Object... args) {
    return run(new ReplayCommand(terminal(), Map.of()), args);
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private Path events = Path.of(".");

  private static String transfer(String id, String at, String payer, String payee, String yuan) {
    return """
    {"type":"transfer","id":"%s","at":"2026-11-20T%s:00+08:00","amount":"%s","payer":"%s",\
    "payee":"%s","fraud":%s}\
    """
        .formatted(id, at, yuan, payer, payee, yuan.startsWith("8"));
  }

  /** A probe and then a large sum out of an emptied account, some small change, and a sign-in. */
  private static List<String> good() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "{\"type\":\"signIn\",\"id\":\"s\",\"at\":\"2026-11-20T09:00:00Z\",\"account\":\"a\"}");
    lines.set(0, lines.getFirst().replace("T09:00:00Z", "T20:00:00+08:00"));
    for (int i = 10; i < 30; i++) {
      lines.add(transfer("t" + i, "20:" + i, "p" + i % 3, "shop", "12.50"));
    }
    lines.add(transfer("probe", "21:00", "a", "b", "1.00"));
    lines.add(
        transfer("large", "21:04", "a", "b", "8000.00").replace("}", ",\"balance\":\"8200.00\"}"));
    return lines;
  }

  @BeforeEach
  void write() throws IOException {
    events = Files.write(folder.resolve("events.ndjson"), good());
  }

  @Test
  void decisionsComeOutInOrderAndTwiceTheSameBytes() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    assertThat(decide("--events", events, "--out", first, "--record", "--explain"))
        .isEqualTo(ExitCodes.OK);
    assertThat(told())
        .contains("23 read = 22 decided + 1 only counted + 0 refused; red 0, amber 1");
    assertThat(decide("--events", events, "--out", second, "--record", "--explain")).isZero();

    assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
    List<String> lines = Files.readAllLines(first);
    assertThat(lines).hasSize(22);
    JsonNode last = JsonMapper.shared().readTree(lines.getLast());
    assertThat(last.path("event").asString("")).isEqualTo("large");
    assertThat(last.path("verdict").asString("")).isEqualTo("amber");
    assertThat(
            last.path("explanation").path("findings").get(0).path("seen").path("en").asString(""))
        .isNotBlank();
    assertThat(last.path("record").asString("").length()).isBetween(1, 400);
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("events.ndjson", "first", "second");
  }

  @Test
  void everyRefusedLineIsToldWithItsPlaceAndTheAccountAddsUp() throws IOException {
    List<String> lines = new ArrayList<>(good());
    lines.add(2, "{\"type\":\"transfer\"");
    lines.add(transfer("t20", "20:59", "p", "q", "1.00").replace("20:59", "21:04"));
    lines.add(transfer("late", "08:00", "p", "q", "1.00"));
    lines.add(transfer("future", "23:00", "p", "q", "1.00"));
    Files.write(events, lines);
    Path to = folder.resolve("out");

    assertThat(decide("--events", events, "--out", to, "--now", "2026-11-20T22:00+08:00", "--json"))
        .isEqualTo(ExitCodes.REFUSED);

    JsonNode account = JsonMapper.shared().readTree(told());
    assertThat(account.path("read").asInt()).isEqualTo(27);
    assertThat(account.path("decided").asInt()).isEqualTo(22 + duplicates(account));
    assertThat(account.path("refused").asInt() + account.path("decided").asInt()).isEqualTo(26);
    assertThat(account.path("refusedBy").path("HF-906").asInt()).isEqualTo(1);
    assertThat(account.path("refusedBy").path("HF-962").asInt()).isEqualTo(1);
    assertThat(account.path("refusedBy").path("HF-963").asInt()).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("events.ndjson:3:", "events.ndjson:26:1", "events.ndjson:27:1");
  }

  /** An id is remembered as long as the declared lateness, ten minutes; t20 is older. */
  private static int duplicates(JsonNode account) {
    return 1 - account.path("refusedBy").path("HF-961").asInt(0);
  }

  @Test
  void anIdThatComesAgainWithinTheLatenessIsADuplicate() throws IOException {
    List<String> lines = new ArrayList<>(good());
    lines.add(good().getLast());
    Files.write(events, lines);
    assertThat(decide("--events", events)).isEqualTo(ExitCodes.REFUSED);
    assertThat(told().lines()).hasSize(22);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-961", "events.ndjson:24:1");
  }

  @Test
  void aRunThatStopsLeavesNoFile() throws IOException {
    List<String> lines = new ArrayList<>(good());
    lines.add(1, "nonsense");
    Files.write(events, lines);
    Path to = folder.resolve("out");
    assertThat(decide("--events", events, "--out", to, "--stop-at-first"))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(told()).contains("2 read = 0 decided + 1 only counted + 1 refused", "no file");
    assertThat(folder.toFile().list()).containsExactly("events.ndjson");
  }

  @Test
  void moreRefusalsThanCanBeToldAreCounted() throws IOException {
    Files.write(events, java.util.Collections.nCopies(25, "nonsense"));
    assertThat(decide("--events", events)).isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("events.ndjson:20:1", "25 lines were refused", "HF-906 × 25")
        .doesNotContain("events.ndjson:21:1");
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThat(decide("--events", folder.resolve("none"))).isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-707");
    assertThat(decide("--events", events, "--pack", "cn/request")).isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-402");
    assertThat(decide("--events", folder.resolve("none.csv.gz"))).isEqualTo(ExitCodes.REFUSED);
    assertThat(decide("--out", folder.resolve("out"))).isEqualTo(ExitCodes.USAGE);
    assertThat(EventFiles.STANDARD).isEqualTo("-");
  }

  @Test
  void aTableIsReadByItsMapping() throws IOException {
    Path table =
        Files.writeString(folder.resolve("t.csv"), "who,whom,sum,when\na,b,60000,1795262400000\n");
    assertThat(decide("--events", table)).isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-924", "--mapping");
    Path mapping =
        Files.writeString(
            folder.resolve("map.yaml"),
            """
            type: transfer
            id: row
            at: {column: when, format: epoch-ms}
            fields: {payer: who, payee: whom, amount: {column: sum, unit: yuan}}
            """);
    assertThat(decide("--events", table, "--mapping", mapping)).isEqualTo(ExitCodes.OK);
    assertThat(told()).contains("\"event\":\"1\"", "tr-first-payee-very-large");
  }

  @Test
  void aBacktestCountsWhatTheEventsSay() throws IOException {
    Path page = folder.resolve("page.html");
    Path json = folder.resolve("report.json");
    assertThat(
            backtest("--events", events, "--labels", "field:fraud", "--html", page, "--json", json))
        .isEqualTo(ExitCodes.OK);
    assertThat(told()).contains("23 read = 22 decided", "tr-probe-then-large", "100.00 %", "8,000");
    JsonNode report = JsonMapper.shared().readTree(Files.readString(json));
    assertThat(report.path("labelled").asInt()).isEqualTo(22);
    assertThat(report.path("pack").path("alerts").path("rightFen").asLong()).isEqualTo(800_000);
    assertThat(report.path("pack").path("alerts").path("wrong").asInt()).isZero();
    assertThat(Files.readString(page))
        .contains("<svg class=\"chart\"", "tr-probe-then-large", ">8,000<", "lang=\"en\"")
        .doesNotContain("<script", "http://", "https://", " style=");
  }

  @Test
  void labelsMayComeFromAFile() throws IOException {
    Path labels =
        Files.writeString(
            folder.resolve("labels.ndjson"),
            """
            {"type":"label","id":"1","at":1795262400000,"event":"t15","fraud":true}
            {"type":"label","id":"2","at":1795262400000,"event":"large","fraud":true}
            {"type":"label","id":"3","at":1795262400001,"event":"t15","fraud":false}
            """);
    assertThat(backtest("--events", events, "--labels", labels, "--json")).isEqualTo(ExitCodes.OK);
    JsonNode alerts = JsonMapper.shared().readTree(told()).path("pack").path("alerts");
    assertThat(alerts.path("right").asInt()).isEqualTo(1);
    assertThat(alerts.path("missed").asInt()).isZero();

    Files.writeString(labels, "{\"type\":\"label\"}\n");
    assertThat(backtest("--events", events, "--labels", labels)).isEqualTo(ExitCodes.REFUSED);
    assertThat(backtest("--events", events, "--labels", "field:nothing"))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-909");
  }

  @Test
  void twoPacksAreComparedWithExamples() throws IOException {
    Path other = OtherPacks.copy(folder.resolve("packs"), text -> text.replace("0.45", "0.05"));
    assertThat(backtest("--events", events, "--against", other)).isEqualTo(ExitCodes.OK);
    assertThat(told()).contains("Where the packs differ", "0 by one of them only");
    assertThat(backtest("--events", events, "--against", "cn/none")).isEqualTo(ExitCodes.REFUSED);
  }

  /** The shipped packs, where the voucher is told to everybody. */
  private Path talkative() throws IOException {
    return OtherPacks.copy(
        folder.resolve("packs"),
        text -> text.replace("when: transfer.amount >= yuan(50000)", "when: transfer.amount > 0"));
  }

  @Test
  void aShadowChangesNoByteAndIsCountedAndListed() throws IOException {
    List<String> lines = new ArrayList<>(good());
    lines.add(2, "nonsense");
    Files.write(events, lines);
    Path alone = folder.resolve("alone");
    Path beside = folder.resolve("beside");
    Path list = folder.resolve("list");
    Object[] plain = {"--events", events, "--record", "--explain"};
    assertThat(decide(with(plain, "--out", alone))).isEqualTo(ExitCodes.REFUSED);
    assertThat(decide(with(plain, "--out", beside, "--shadow", talkative(), "--shadow-out", list)))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(Files.readAllBytes(beside)).isEqualTo(Files.readAllBytes(alone));
    assertThat(told())
        .contains("22 decided = 0 alike + 0 with another verdict + 22 by other rules")
        .containsPattern("tr-keep-record +0 +22");

    List<String> listed = Files.readAllLines(list);
    assertThat(listed).hasSize(22);
    JsonNode last = JsonMapper.shared().readTree(listed.getLast());
    assertThat(last.path("event").asString("")).isEqualTo("large");
    assertThat(last.path("kind").asString("")).isEqualTo("rules");
    assertThat(last.path("live").path("verdict").asString("")).isEqualTo("amber");
    assertThat(last.path("live").path("fired").toString()).doesNotContain("tr-keep-record");
    assertThat(last.path("shadow").path("fired").toString()).contains("tr-keep-record");
  }

  private static Object[] with(Object[] args, Object... more) {
    List<Object> all = new ArrayList<>(List.of(args));
    all.addAll(List.of(more));
    return all.toArray();
  }

  @Test
  void aShadowFromAZipTurnsAVerdict() throws IOException {
    decide("--events", events);
    String alone = told();
    Path packs =
        OtherPacks.copy(
            folder.resolve("packs"), text -> text.replaceAll("weight: 0[.]\\d+", "weight: 0.01"));
    var files = PackFiles.ofFolder(packs.resolve("cn/transfer")).orThrow().texts();
    Path zip = Files.write(folder.resolve("next.zip"), PackArchive.write(files));
    Path list = folder.resolve("list");
    for (Object named : List.of(zip, packs.resolve("cn/transfer"))) {
      assertThat(decide("--events", events, "--shadow", named, "--shadow-out", list, "--json"))
          .isEqualTo(ExitCodes.OK);
      assertThat(told()).isEqualTo(alone);
      JsonNode shadow =
          JsonMapper.shared().readTree(err.toString(StandardCharsets.UTF_8)).path("shadow");
      assertThat(shadow.path("decided").asInt()).isEqualTo(22);
      assertThat(shadow.path("turned").asInt()).isEqualTo(1);
      int scores = shadow.path("otherScores").asInt();
      assertThat(shadow.path("alike").asInt() + scores).isEqualTo(21);
      JsonNode turn = shadow.path("difference").path("turns").get(0);
      assertThat(turn.path("from").asString("")).isEqualTo("amber");
      assertThat(turn.path("examples").get(0).path("event").asString("")).isEqualTo("large");
      assertThat(Files.readAllLines(list)).hasSize(1 + scores);
    }
  }

  @Test
  void aShadowThatCannotBeUsedIsRefusedBeforeAnythingIsWritten() throws IOException {
    Path to = folder.resolve("out");
    Path zip = Files.writeString(folder.resolve("broken.zip"), "PK");
    assertThat(decide("--events", events, "--out", to, "--shadow", zip))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-421");
    assertThat(decide("--events", events, "--out", to, "--shadow", "cn/request"))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-402");
    assertThat(decide("--events", events, "--shadow-out", to)).isEqualTo(ExitCodes.USAGE);
    assertThat(decide("--events", events, "--shadow", "cn/transfer", "--shadow-out", "-"))
        .isEqualTo(ExitCodes.USAGE);
    Files.write(events, List.of("nonsense"));
    decide("--events", events, "--stop-at-first", "--shadow", "cn/transfer", "--shadow-out", to);
    assertThat(to).doesNotExist();
  }

  @Test
  void aReplayProvesEachByteAndFindsOneThatChanged() throws IOException {
    Path decisions = folder.resolve("decisions");
    decide("--events", events, "--out", decisions, "--record");
    assertThat(replay(decisions, "--events", events)).isEqualTo(ExitCodes.OK);
    assertThat(told()).contains("22 decisions, all identical, pack digest");
    assertThat(replay(decisions, "--events", events, "--from-record")).isEqualTo(ExitCodes.OK);
    assertThat(told()).contains("22 decisions, all identical");

    List<String> lines = new ArrayList<>(Files.readAllLines(decisions));
    lines.set(21, lines.get(21).replace("\"tr-probe-then-large\"", "\"tr-probe-then-larg\""));
    Path flipped = Files.write(folder.resolve("flipped"), lines);
    assertThat(replay(flipped, "--events", events)).isEqualTo(ExitCodes.FINDING);
    assertThat(told())
        .contains(
            "flipped:22:1", "event large", "fired", "−tr-probe-then-larg +tr-probe-then-large")
        .contains("21 decisions before it are identical");

    lines = new ArrayList<>(Files.readAllLines(decisions));
    lines.set(3, lines.get(3) + " ");
    Files.write(flipped, lines);
    assertThat(replay(flipped, "--events", events, "--json")).isEqualTo(ExitCodes.FINDING);
    assertThat(told()).contains("\"identical\":3", "\"field\":\"line\"");
  }

  @Test
  void aLineThatIsMissingIsADifferenceUnlessSomeAreMeant() throws IOException {
    Path decisions = folder.resolve("decisions");
    decide("--events", events, "--out", decisions, "--record");
    List<String> lines = new ArrayList<>(Files.readAllLines(decisions));
    lines.remove(5);
    Path fewer = Files.write(folder.resolve("fewer"), lines);
    assertThat(replay(fewer, "--events", events)).isEqualTo(ExitCodes.FINDING);
    assertThat(replay(fewer, "--events", events, "--some")).isEqualTo(ExitCodes.OK);
    assertThat(told()).contains("21 decisions, all identical", "1 more decisions have no line");
    assertThat(replay(fewer, "--events", events, "--from-record")).isEqualTo(ExitCodes.OK);

    lines.remove(20);
    Files.write(fewer, lines);
    assertThat(replay(fewer, "--events", events)).isEqualTo(ExitCodes.FINDING);
    Files.writeString(fewer, "");
    assertThat(replay(fewer, "--events", events, "--some")).isEqualTo(ExitCodes.FINDING);
  }

  @Test
  void anotherPackAndADamagedRecordAreRefused() throws IOException {
    Path decisions = folder.resolve("decisions");
    decide("--events", events, "--out", decisions, "--record");
    Path other = OtherPacks.copy(folder.resolve("packs"), text -> text + "\n# another\n");
    assertThat(replay(decisions, "--events", events, "--packs", other))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-972", "cn/transfer", "≠");

    List<String> lines = new ArrayList<>(Files.readAllLines(decisions));
    lines.set(0, lines.getFirst().replaceFirst("\"record\":\"....", "\"record\":\"AAAA"));
    Path broken = Files.write(folder.resolve("broken"), lines);
    assertThat(replay(broken, "--events", events, "--from-record")).isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-971", "broken:1:1");
  }
}
