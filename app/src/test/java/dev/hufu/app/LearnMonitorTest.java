package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.learn.frame.Column;
import dev.hufu.learn.frame.Frame;
import dev.hufu.learn.watch.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goal: a scored table is held against a model or a table, with the exit codes, the report and the
 * metrics that are promised. Method: the command as it is called, over a few hundred made-up rows.
 */
class LearnMonitorTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder = Path.of("");

  private int run(Object... words) {
    List<String> args = new ArrayList<>(List.of("learn", "monitor"));
    for (Object word : words) {
      args.add(word.toString());
    }
    out.reset();
    err.reset();
    return Main.run(
        args.toArray(String[]::new),
        Map.of(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private Path table(String name, double more) throws IOException {
    StringBuilder text = new StringBuilder("day,sum,score\n");
    for (int i = 0; i < 400; i++) {
      text.append("2026-11-0").append(1 + i % 9).append(',');
      text.append(i % 20 + more).append(',').append(i % 10 / 10.0).append('\n');
    }
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aTableLikeTheTrainingIsQuietAndAnotherIsNot() throws IOException {
    Path trained = table("trained.csv", 0);
    Path report = folder.resolve("r.html");
    Path metrics = folder.resolve("m.prom");
    assertThat(run("--baseline", trained, "--in", table("now.csv", 0), "--time", "day"))
        .isEqualTo(ExitCodes.OK);
    assertThat(
            run(
                "--baseline",
                trained,
                "--in",
                table("moved.csv", 15),
                "--time",
                "day",
                "--by",
                "week",
                "--json",
                "--out",
                report,
                "--metrics",
                metrics))
        .isEqualTo(ExitCodes.FINDING);
    JsonNode json = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(json.get("crossed").asBoolean()).isTrue();
    assertThat(json.get("columns").get(0).get("mark").asString()).isEqualTo("shifted");
    assertThat(json.get("score").get("psi").asDouble()).isZero();
    assertThat(json.get("periods")).hasSize(3);
    assertThat(Files.readString(report)).contains("PSI", "sum");
    assertThat(Files.readString(metrics))
        .contains("hufu_model_psi{model=\"trained.csv\",column=\"sum\"}");
  }

  @Test
  void aModelBringsItsOwnProfileOrIsRefused() throws IOException {
    double[] sums = IntStream.range(0, 400).mapToDouble(i -> i % 20).toArray();
    double[] scores = IntStream.range(0, 400).mapToDouble(i -> i % 10 / 10.0).toArray();
    Profile profile = Profile.of(new Frame(List.of(new Column.Numbers("sum", sums))), scores);
    Path with = folder.resolve("with.hufu");
    Files.write(with, ModelFile.of("trees").with(Profile.PART, profile.toBytes()).toBytes());
    Path without = folder.resolve("without.hufu");
    Files.write(without, ModelFile.of("trees").toBytes());
    Path now = table("now.csv", 0);
    assertThat(run("--model", with, "--in", now)).isEqualTo(ExitCodes.OK);
    assertThat(run("--model", without, "--in", now)).isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1437");
    assertThat(run("--model", now, "--in", now)).isEqualTo(ExitCodes.REFUSED);
    assertThat(run("--in", now)).isEqualTo(ExitCodes.USAGE);
    assertThat(run("--model", with, "--in", now, "--shift", "0.01")).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void aCardSaysWhatIsAnAlert() throws IOException {
    Path trained = table("trained.csv", 0);
    Path card = Files.writeString(folder.resolve("card.yaml"), "id: a/card\ncutoff: 0.35\n");
    Path now = table("now.csv", 0);
    assertThat(run("--card", card, "--baseline", trained, "--in", now, "--ignore", "day", "--json"))
        .isEqualTo(ExitCodes.OK);
    JsonNode alerts =
        JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8)).get("alerts");
    assertThat(alerts.get("count").asInt()).isEqualTo(160);
    Files.writeString(card, "id: a/card\n");
    assertThat(run("--card", card, "--baseline", trained, "--in", now))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1439");
  }
}
