package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The stories S1, S3 and S4 through {@code ask --json}: the fields that programs rely on are there,
 * by these names and of these shapes.
 */
class ScenarioCliTest {

  @Test
  void aNewAccountThatCopiesAFriendIsRed() {
    JsonNode said = Ask.json(Stories.S1_CHAT, Stories.S1);
    assertShape(said);
    assertThat(said.get("verdict").asString()).isEqualTo("red");
    assertThat(Ask.texts(said.get("scripts"), "id")).startsWith("impersonated-acquaintance");
    assertThat(said.get("summary").asString()).contains("冒充熟人借款");
    assertThat(Ask.texts(said.get("reasons"), "text"))
        .containsExactly("新加的号", "还没打过电话", "又急，又先要一笔小钱");
    assertThat(said.get("next").get("id").asString()).isEqualTo("call-known-number");
    assertThat(Ask.texts(said.get("replies"), "text"))
        .isNotEmpty()
        .allSatisfy(reply -> assertThat(reply.codePointCount(0, reply.length())).isLessThan(41));
    assertThat(Ask.texts(said.get("wouldChange"), "to")).containsExactly("green");
    assertThat(said.toString()).doesNotContain("身份证");
  }

  @Test
  void spansAreTheVeryLettersOfTheChat() {
    JsonNode script = Ask.json(Stories.S1_CHAT, Stories.S1).get("scripts").get(0);
    assertThat(script.get("score").asDouble()).isBetween(0.5, 1.0);
    script
        .get("spans")
        .forEach(
            span ->
                assertThat(
                        Stories.S1_CHAT.substring(
                            span.get("start").asInt(), span.get("end").asInt()))
                    .isEqualTo(span.get("text").asString()));
  }

  @Test
  void anOldFriendsAccountInOtherHandsIsRed() {
    JsonNode said = Ask.json("", Stories.S3);
    assertShape(said);
    assertThat(said.get("verdict").asString()).isEqualTo("red");
    assertThat(said.get("summary").asString()).contains("号可能被盗");
    assertThat(Ask.texts(said.get("reasons"), "rule")).contains("rq-takeover");
    assertThat(Ask.texts(said.get("reasons"), "why")).anyMatch(why -> why.contains("不是冒充的新号"));
    assertThat(said.get("next").get("text").asString()).contains("见他").contains("座机");
  }

  @Test
  void anHonestClassmateIsGreen() {
    JsonNode said = Ask.json("", Stories.S4);
    assertShape(said);
    assertThat(said.get("verdict").asString()).isEqualTo("green");
    assertThat(Ask.texts(said.get("reasons"), "rule"))
        .containsExactlyInAnyOrder("method-call-back", "method-shared-memory", "method-payee-name");
    assertThat(said.get("stages").get(0).get("text").asString()).isEqualTo("对上 6 / 6");
    assertThat(Ask.texts(said.get("replies"), "text")).contains("借款，2027-03-31 前还");
    assertThat(finding(said, "rq-limitation").get("why").asString()).contains("三年");
    assertThat(finding(said, "rq-formed").get("sources").toString()).contains("CN-PL-02");
  }

  @Test
  void fifteenPercentIsGreenWithAWord() {
    JsonNode said = Ask.json("", Stories.with(Stories.S4, "request.rate", "15 %"));
    assertThat(said.get("verdict").asString()).isEqualTo("green");
    JsonNode cap = finding(said, "rq-rate-cap");
    assertThat(cap.get("why").asString())
        .contains("12.0\u00a0%")
        .contains("如果一年期 LPR 还是 3.0\u00a0%")
        .contains("2026-08-20");
    assertThat(cap.get("sources").toString()).contains("CN-PL-05");
  }

  @Test
  void noRateMeansNoInterest() {
    JsonNode said = Ask.json("", Stories.with(Stories.S4, "request.rate", ""));
    assertThat(said.get("verdict").asString()).isEqualTo("green");
    assertThat(finding(said, "rq-no-rate").get("why").asString()).contains("没有利息");
  }

  @Test
  void theSameQuestionGetsTheSameBytes() {
    String once = Ask.run(Stories.S1_CHAT, Stories.S1).out();
    assertThat(Ask.run(Stories.S1_CHAT, Stories.S1).out()).isEqualTo(once);
  }

  @Test
  void englishOnRequest() {
    JsonNode said = Ask.json(Stories.S1_CHAT, Stories.S1, "--lang", "en");
    assertThat(said.get("headline").asString()).isEqualTo("Don't send it yet");
    assertThat(said.toString()).doesNotContain("，").doesNotContain("。");
  }

  private static JsonNode finding(JsonNode said, String rule) {
    for (JsonNode finding : said.get("findings")) {
      if (finding.get("rule").asString().equals(rule)) {
        return finding;
      }
    }
    throw new AssertionError(rule + " is not among " + said.get("findings"));
  }

  private static void assertShape(JsonNode said) {
    assertThat(said.get("stages")).hasSize(3);
    assertThat(Ask.texts(said.get("stages"), "stage"))
        .isEqualTo(List.of("verify", "assess", "retain"));
    assertThat(said.get("reasons").size()).isBetween(1, 3);
    said.get("reasons")
        .forEach(reason -> assertHas(reason, List.of("rule", "stage", "text", "sources")));
    assertThat(said.get("scripts").isArray()).isTrue();
    said.get("scripts").forEach(script -> assertHas(script, List.of("id", "score", "spans")));
    assertHas(said.get("next"), List.of("id", "text"));
    assertThat(said.get("replies").isArray()).isTrue();
    assertThat(said.get("wouldChange").isArray()).isTrue();
    assertHas(said.get("pack"), List.of("id", "version", "digest"));
    assertThat(said.get("pack").get("digest").asString()).matches("[0-9a-f]{64}");
    assertThat(said.get("inputsDigest").asString()).matches("[0-9a-f]{64}");
    for (Map.Entry<String, JsonNode> word : said.properties()) {
      assertThat(word.getValue().isNull()).as(word.getKey()).isFalse();
    }
  }

  private static void assertHas(JsonNode node, List<String> names) {
    assertThat(node.propertyNames()).containsAll(names);
  }

  /** The program once went out without the recipes that its evaluations read. */
  @Test
  void theProgramFindsItsRecipes() throws IOException {
    Path data = Program.scratch().resolve("public");
    Path folder = Files.createDirectories(data.resolve("handbook"));
    Files.writeString(folder.resolve("transactions-1.csv"), "TRANSACTION_ID\n");
    Program.Run run = Program.run("", "evaluate", "fraud", "--data", data.toString());
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err()).contains("HF-").doesNotContain("HF-707", "handbook.yaml");
  }

  /** The program once went out without the library that reads workbooks. */
  @Test
  void theShippedProgramReadsTheWorkbookItWrote() throws IOException {
    Path csv = Files.writeString(Program.scratch().resolve("bill.csv"), Stories.BILL);
    Path xlsx = Program.scratch().resolve("bill.xlsx");
    Program.Run wrote =
        Program.run("", "bill", csv.toString(), "--xlsx", xlsx.toString(), "--lang", "zh");
    assertThat(wrote.err()).isEmpty();
    assertThat(wrote.status()).isZero();
    Program.Run read = Program.run("", "bill", xlsx.toString(), "--json");
    assertThat(read.err()).isEmpty();
    assertThat(read.status()).isZero();
    assertThat(read.out()).contains("\"amountFen\":1250", "\"platform\"");
  }
}
