package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.ops.ExitCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goal: a card explained, a file scored, PMML there and back, from the command line. Method: the
 * commands as they are called, with the card that ships.
 */
class CardCommandTest {

  private static final String LIN =
      "months=7 netInflow=6200 variation=0.62 repayments=0.35 late=0 newLoans=3 onePayer=0.31"
          + " nearZeroDays=11";
  private static final String HEAD =
      "who,months,netInflow,variation,repayments,late,newLoans,onePayer,nearZeroDays\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path card = SourceTree.root().resolve("packs/cn/credit/card.yaml");

  @TempDir private Path folder = Path.of("");

  private int run(String line) {
    out.reset();
    err.reset();
    return Main.run(
        line.split(" "),
        Map.of(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void oneApplicationExplained() {
    assertThat(run("card explain --card " + card + " --json " + LIN)).isEqualTo(ExitCodes.OK);
    JsonNode json = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(json.get("score").asDouble()).isEqualTo(540);
    assertThat(json.get("passes").asBoolean()).isFalse();
    assertThat(json.at("/reasons/0/code").asString()).isEqualTo("R06");
    assertThat(json.at("/reasons/0/text/zh").asString()).isEqualTo("近期多次借款");
    assertThat(json.at("/changes/0/score").asDouble()).isEqualTo(575);
    assertThat(run("card explain --card " + card + " --without CONTACTS --json " + LIN))
        .isEqualTo(ExitCodes.OK);
    assertThat(JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8))).isEqualTo(json);
    assertThat(run("--lang en card explain --card " + card + " " + LIN)).isEqualTo(ExitCodes.OK);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("540")
        .contains("R06  Several new loans recently (41)")
        .contains("a human looks");
    assertThat(run("card explain --card " + card + " --without WALLET_FLOW " + LIN))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1412");
  }

  @Test
  void aFileScored() throws IOException {
    Path in = folder.resolve("in.csv");
    Path scores = folder.resolve("scores.csv");
    String row = LIN.replaceAll("[A-Za-z]+=", "").replace(' ', ',');
    Files.writeString(in, HEAD + "lin," + row + "\nbad," + row.replace("6200", "much") + "\n");
    assertThat(run("card score --card " + card + " --in " + in + " --id who --out " + scores))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(Files.readAllLines(scores)).contains("2,lin,540,,false,R06,R08,R04,R03,");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1413");
    assertThat(run("card score --card " + card + " --in " + in + " --json --out " + scores))
        .isEqualTo(ExitCodes.REFUSED);
    JsonNode told = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(told.get("rows").asInt()).isEqualTo(1);
    assertThat(told.get("refused").asInt()).isEqualTo(1);
    Files.writeString(in, "who,months\nx,3\n");
    Files.delete(scores);
    assertThat(run("card score --card " + card + " --in " + in + " --out " + scores))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(scores).doesNotExist();
  }

  @Test
  void pmmlThereAndBack() {
    Path pmml = folder.resolve("card.pmml");
    Path back = folder.resolve("back.yaml");
    assertThat(run("card pmml export --in " + card + " --out " + pmml)).isEqualTo(ExitCodes.OK);
    assertThat(run("card pmml import --in " + pmml + " --out " + back)).isEqualTo(ExitCodes.OK);
    assertThat(run("card explain --card " + back + " --json " + LIN)).isEqualTo(ExitCodes.OK);
    JsonNode json = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(json.get("score").asDouble()).isEqualTo(540);
    assertThat(json.at("/reasons/3/code").asString()).isEqualTo("R03");
    assertThat(run("card pmml import --in " + card + " --out " + back))
        .isEqualTo(ExitCodes.REFUSED);
  }
}
