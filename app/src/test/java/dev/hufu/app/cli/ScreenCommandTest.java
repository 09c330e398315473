package dev.hufu.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.text.Lang;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goal: the sums at the end are one object where they are asked for, and what is refused counts.
 */
class ScreenCommandTest {

  @Test
  void theSumsAreOneObject(@TempDir Path folder) throws IOException {
    Path in = folder.resolve("in.ndjson");
    Path scores = folder.resolve("out.ndjson");
    Files.writeString(in, "{\"id\": \"1\", \"text\": \"借我一千块钱，急用\"}\nnonsense\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(print(out), print(err), Lang.EN);
    int status =
        new CommandLine(new ScreenCommand(terminal, Map.of()))
            .execute("--in", in.toString(), "--out", scores.toString(), "--json");
    assertThat(status).isEqualTo(ExitCodes.REFUSED);
    JsonNode sums = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(sums.get("read").asInt()).isEqualTo(1);
    assertThat(sums.get("refused").asInt()).isEqualTo(1);
    assertThat(sums.get("perSecond").asLong()).isPositive();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-");
    assertThat(scores).content().startsWith("{\"id\":\"1\"").hasLineCount(1);
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
