package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goal: a lender written down in a file is looked over from the command line, with the figures of
 * two true stories, and a mistake is told at its place. Method: the command as it is called, with
 * the packs that ship.
 */
class LenderCommandTest {

  private static final String WANG =
      """
      at: 2026-11-22
      lender: {name: 某某信息科技有限公司}
      loan:
        signedOn: 2024-11-08
        promised: 50000 yuan
        received: 42500 yuan
        drawn: 2024-11-08
        payments: 14x4928
        rate: 18.25 %
        demanded: 12000 yuan
      charges:
        - {what: service, sum: 7500 yuan, when: deducted, evidence: 到账短信}
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder = Path.of("");

  private int run(String lender, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("lender.yaml"), lender);
    out.reset();
    err.reset();
    String[] args = new String[3 + more.length];
    System.arraycopy(new String[] {"lender", "audit", file.toString()}, 0, args, 0, 3);
    System.arraycopy(more, 0, args, 3, more.length);
    return Main.run(
        args,
        Map.of(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private JsonNode json() {
    return JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
  }

  private static List<String> texts(JsonNode array, String name) {
    return array.valueStream().map(one -> one.get(name).stringValue()).toList();
  }

  @Test
  void thePriceOfFiftyThousandThatWereLess() throws IOException {
    assertThat(run(WANG, "--json")).isEqualTo(ExitCodes.OK);
    JsonNode json = json();
    assertThat(json.at("/price/nominal").stringValue()).startsWith("0.868048");
    assertThat(json.at("/price/effective").stringValue()).startsWith("1.311943");
    assertThat(json.at("/price/totalPaid").stringValue()).isEqualTo("68992.00");
    assertThat(json.at("/price/cost").stringValue()).isEqualTo("26492.00");
    assertThat(texts(json.get("findings"), "rule"))
        .contains("la-01-upfront", "la-02-above-stated", "la-04-instalment", "la-02-who-first")
        .doesNotContain("la-02-cap");
    assertThat(texts(json.at("/authorities/0/due"), "day"))
        .containsExactly("2026-12-07", "2026-12-22", "2027-01-21");
    assertThat(json.get("findings").toString()).contains("\"confidence\":\"V1\"", "到账短信");
    assertThat(json.at("/drafts/0/text").stringValue())
        .contains("3,992.11", "68,992", "到账短信")
        .doesNotContain("违法", "不用还", "35.7");
  }

  @Test
  void aPersonReadsTheSame() throws IOException {
    assertThat(run(WANG)).isEqualTo(ExitCodes.OK);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("86.8048 %", "131.1944 %", "68,992.00", "CN-PL-03", "投诉书", "2027-01-21");
  }

  @Test
  void permissionsAndAListComeFromFiles() throws IOException {
    Path asked =
        Files.writeString(folder.resolve("asked.txt"), "android.permission.READ_CONTACTS\n");
    Path list =
        Files.writeString(
            folder.resolve("list.csv"), "#source: 网站\n#asOf: 2026-11-01\nname\n甲公司\n");
    int status =
        run(
            "lender: {name: 乙公司}\n",
            "--permissions",
            asked.toString(),
            "--licences",
            list.toString(),
            "--json");
    assertThat(status).isEqualTo(ExitCodes.OK);
    assertThat(texts(json().get("findings"), "rule"))
        .contains("la-07-contacts", "la-11-not-listed");
    assertThat(json().at("/licenceList/asOf").stringValue()).isEqualTo("2026-11-01");
  }

  @Test
  void aMistakeIsToldWithItsPlace() throws IOException {
    assertThat(run("loan: {received: 5 yuan, drawn: 2026-13-01, payments: 2x3}\n"))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HF-1241", "lender.yaml:1:33");
    assertThat(run("facts: {lender.kind: bank, loan.nominal: 5 %}\n", "--json"))
        .isEqualTo(ExitCodes.REFUSED);
    assertThat(json().at("/refused/detail").stringValue()).contains("loan.nominal");
    assertThat(run("what: 3\n")).isEqualTo(ExitCodes.REFUSED);
    assertThat(run("a: &a [x]\nb: *a\n")).isEqualTo(ExitCodes.REFUSED);
    assertThat(run("chat: " + "x".repeat(Limits.LENDER_FILE_BYTES_MAX)))
        .isEqualTo(ExitCodes.REFUSED);
  }

  @Test
  void sumsThatAreNoLoanHaveNoPrice() throws IOException {
    assertThat(run("loan: {received: 100 yuan, drawn: 2026-01-01, payments: 1x0}\n", "--json"))
        .isEqualTo(ExitCodes.OK);
    assertThat(json().at("/noPrice/code").stringValue()).isEqualTo("HF-1201");
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("NaN", "Infinity");
  }
}
