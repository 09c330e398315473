package dev.hufu.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.app.request.PackHome;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.load.PackLibrary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goal: what an author's program reads is what the author reads. Method: the second jurisdiction.
 */
class PackCommandTest {

  private static final Path PACKS = PackHome.of(Map.of());

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void checkAndTestAsAnObject() {
    assertThat(run("test", "en-generic/request", "--json")).isEqualTo(ExitCodes.OK);
    JsonNode report = report();
    assertThat(report.get("packs").findValuesAsString("id")).containsExactly("en-generic/request");
    assertThat(report.get("problems").size()).isZero();
    assertThat(report.get("run").asInt()).isGreaterThan(9);
    assertThat(report.get("failed").size()).isZero();
  }

  @Test
  void aDifferenceAsAnObject(@TempDir Path folder) throws IOException {
    Path other = folder.resolve("en-generic/request");
    copy(PACKS.resolve("en-generic/request"), other);
    Path rules = other.resolve("rules.yaml");
    String text = Files.readString(rules);
    Files.writeString(rules, text.replaceFirst("weight: 0\\.\\d+", "weight: 0.01"));
    assertThat(run("diff", "en-generic/request", "--json", "--against", folder.toString()))
        .isEqualTo(ExitCodes.FINDING);
    JsonNode one = report().get("packs").get(0);
    assertThat(one.get("before").asString()).isNotEqualTo(one.get("after").asString());
    assertThat(one.get("changes").get(0).get("part").asString()).isEqualTo("rule");
  }

  /** The day itself is in time, the next one is not; nobody asks the machine what day it is. */
  @Test
  void anEntryIsOverdueAfterItsDayOfReview() {
    PackLibrary library = PackLibrary.toDecide(PACKS, head -> head.id().equals("cn/law"));
    assertThat(PackJson.overdue(library, name -> true, Instant.parse("2026-12-21T15:59:59Z")))
        .isEmpty();
    assertThat(PackJson.overdue(library, name -> true, Instant.parse("2026-12-21T16:00:00Z")))
        .isNotEmpty()
        .allMatch(entry -> entry.reviewBy().orElseThrow().toString().equals("2026-12-21"));
    JsonNode late = PackJson.check(library, name -> true, Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(late.get("overdue").size()).isGreaterThan(40);
    assertThat(library.problems()).isEmpty();
  }

  @Test
  void onlyWhatIsWantedAndWhatItNeedsIsLoaded() {
    PackLibrary library = PackLibrary.toDecide(PACKS, head -> head.id().equals("cn/request"));
    assertThat(library.list())
        .extracting(pack -> pack.ref().id())
        .containsExactly("cn/law", "cn/request");
    assertThat(library.list()).allMatch(pack -> pack.tests().isEmpty());
    assertThat(PackLibrary.toDecide(PACKS, head -> false).list()).isEmpty();
  }

  @Test
  void aRehearsalRunsEachKindOfCommandAndTellsTheWorst() {
    List<String> ran = new ArrayList<>();
    RehearseCommand rehearse =
        new RehearseCommand(
            line -> {
              ran.add(line[0]);
              return line[0].equals("screen") ? ExitCodes.REFUSED : ExitCodes.OK;
            });
    int status = new CommandLine(rehearse).execute("in.ndjson", "out.ndjson");
    assertThat(ran)
        .containsExactly("ask", "ask", "screen", "pack", "bill", "bill", "bill", "bill", "--help");
    assertThat(status).isEqualTo(ExitCodes.REFUSED);
  }

  private int run(String... line) {
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new CommandLine(new PackCommand(new Terminal(to, to, Lang.EN), Map.of()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(line);
  }

  private JsonNode report() {
    return JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(from)) {
      files = tree.toList();
    }
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    for (Path file : files) {
      Files.copy(file, to.resolve(from.relativize(file).toString()));
    }
  }
}
