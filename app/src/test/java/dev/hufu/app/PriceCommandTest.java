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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goal: prices and plans from the command line, and a code with a sentence for all that is no loan.
 * Method: the commands as they are called, with the packs that ship.
 */
class PriceCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

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

  private JsonNode json() {
    return JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
  }

  private static JsonNode finding(JsonNode json, String id) {
    for (JsonNode finding : json.get("findings")) {
      if (finding.get("id").asString().equals(id)) {
        return finding;
      }
    }
    throw new AssertionError(id + " in " + json);
  }

  @Test
  void fiftyThousandOfWhichLessArrived() {
    assertThat(
            run(
                "price --received 42500 --payments 14x4928 --face 50000 --rate 18.25 --reported"
                    + " 35.7 --claimed 12000 --at 2024-11-01 --json"))
        .isEqualTo(ExitCodes.OK);
    JsonNode json = json();
    assertThat(json.get("nominal").asString())
        .startsWith("0.868048")
        .hasSizeGreaterThanOrEqualTo(8);
    assertThat(json.get("effective").asString()).startsWith("1.311943");
    assertThat(json.get("totalPaid").asString()).isEqualTo("68992.00");
    assertThat(json.get("cost").asString()).isEqualTo("26492.00");
    assertThat(json.get("perThousandPerMonth").asString()).isEqualTo("44.52");
    assertThat(json.get("atLines").get(2).get("each").asString()).isEqualTo("3762.37");
    assertThat(json.get("apr").get("us").asString()).startsWith("0.868048");
    assertThat(finding(json, "LA-04").get("expected").asString()).isEqualTo("3992.11");
    assertThat(finding(json, "reported-rate").get("reproduced").asBoolean()).isFalse();
    assertThat(finding(json, "judicial-cap").get("standing").asString()).isEqualTo("unknown");
    assertThat(finding(json, "cost-table").get("standing").asString()).isEqualTo("not-covered");
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("NaN", "违法", "不用还");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--received 42500 | HF-1201",
        "--payments 14x4928 | HF-1202",
        "--received 42500 --payments 10001x10 | HF-1204",
        "--received 1000000000000 --payments 1x10 | HF-1205",
        "--received 1.005 --payments 1x10 | HF-307",
        "--received 100$ --payments 2x60元 | HF-1206",
        "--received 100 --payments 2x60 --drawn 1900-01-01 | HF-1207",
        "--received 100 --payments 2x60 --drawn 2100-01-01 | HF-1207",
        "--received 100 --payments 2x60 --drawn 2026-02-30 | HF-309",
        "--received 100 --payments 2x60 --drawn 2026-02-01 --first 2026-01-01 | HF-1203",
        "--received 100 --payments 2y60 | HF-1208",
        "--received 100 --payments 4928x14 | HF-1209",
        "--received 1 --payments 1x2000 --every 1 days | HF-1211",
        "--received 100 --payments 2x60 --every blue | HF-1216",
        "--received 100 --payments 2x60 --lender uncle | HF-1216",
        "--received 100 --payments 2x60 --law fr | HF-402",
        "--flows flows.csv | HF-1203"
      })
  void whatIsNoLoanHasACodeAndASentence(String line, String code) throws IOException {
    Path file = folder.resolve("flows.csv");
    Files.writeString(file, "date,amount\n2026-01-01,-5\n2026-02-01,10\n");
    assertThat(run("price " + line.replace("flows.csv", file.toString()) + " --json"))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("[" + code + "]");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(code).doesNotContain("NaN");
  }

  @Test
  void severalRatesAreNamedAndTheTotalsStand() throws IOException {
    Path file = folder.resolve("flows.csv");
    Files.writeString(file, "2024-01-01,1000\n2025-01-01,-2300\n2026-01-01,1320\n");
    assertThat(run("price --flows " + file + " --json")).isEqualTo(ExitCodes.REFUSED);
    assertThat(json().get("nominal").isNull()).isTrue();
    assertThat(json().get("effectiveRates").get(1).asString()).startsWith("0.2000");
    assertThat(json().get("noRate").get("code").asString()).isEqualTo("HF-1214");
    assertThat(json().get("totalPaid").asString()).isEqualTo("2300.00");
  }

  @Test
  void aPlanAndItsTable() {
    assertThat(run("plan --kind equal-payment --principal 10000 --rate 12 --n 12 --json"))
        .isEqualTo(ExitCodes.OK);
    assertThat(json().get("rows").get(11).get("payment").asString()).isEqualTo("888.47");
    assertThat(json().get("interest").asString()).isEqualTo("661.86");
    assertThat(run("plan --kind bullet --principal 10000 --rate 12 --n 12 --lang en"))
        .isEqualTo(ExitCodes.OK);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("11,200.00");
    assertThat(
            run(
                "plan --kind free --principal 100 --parts 1x60,1x40 --drawn 2026-01-31 --days"
                    + " act/365 --rate 12 --change 1:payoff --json"))
        .isEqualTo(ExitCodes.OK);
    assertThat(json().get("rows").size()).isEqualTo(1);
    assertThat(run("plan --kind round --principal 100 --n 3")).isEqualTo(ExitCodes.REFUSED);
  }

  @Test
  void aMissingTruthTableIsTold() throws IOException {
    Files.writeString(
        folder.resolve("eu-98-7-annex-iii.json"),
        """
        [{"id": "a", "drawdowns": [["1994-01-01", "1000"]], "payments": [["1995-07-01", "1200"]],
          "apr_percent": "12.96"}]
        """);
    assertThat(run("evaluate apr --data " + folder)).isEqualTo(ExitCodes.REFUSED);
  }
}
