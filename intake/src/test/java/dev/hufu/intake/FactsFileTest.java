package dev.hufu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.matter.Sensitivity;
import dev.hufu.kernel.text.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Goal: facts are typed as they are read, and every mistake is told with its place. */
class FactsFileTest {

  static final List<FactType> TYPES =
      List.of(
          type("relation.accountAge", FactKind.ELAPSED, ""),
          type("request.amount", FactKind.AMOUNT, "yuan"),
          type("verify.callBack", FactKind.CHOICE, ""),
          type("chat.urgency", FactKind.FLAG, ""));

  @Test
  void readsFacts() {
    FactsFile file =
        read("""
        # what I know
        at: 2026-11-21T20:00+08:00
        relation.accountAge: 0 d
        request.amount: 1,000 yuan
        verify.callBack: not_tried
        chat.urgency: true
        """)
            .orThrow();
    assertThat(file.at()).hasValue(Instant.parse("2026-11-21T12:00:00Z"));
    assertThat(file.facts().list().stream().map(f -> f.name() + "=" + f.value()))
        .containsExactly(
            "chat.urgency=true",
            "relation.accountAge=0 s",
            "request.amount=1000.00",
            "verify.callBack=not_tried");
    assertThat(file.facts().list()).extracting(Fact::provenance).containsOnly(Provenance.SAID);
  }

  @Test
  void anEmptyFileSaysNothing() {
    assertThat(read("# nothing\n").orThrow().facts().size()).isZero();
    assertThat(FactsFile.read("f.yaml", new byte[0], TYPES).orThrow().facts().size()).isZero();
  }

  @Test
  void tellsWhereAMistakeIs() {
    refused("chat.urgency: true\nrelation.age: 0 d\n", Code.FACT_UNKNOWN, 2, 1);
    refused("chat.urgency: true\nrelation.accountAge: 3 yuan\n", Code.FACT_WRONG_UNIT, 2, 22);
    refused("request.amount: 1000", Code.FACT_WRONG_UNIT, 1, 17);
    refused("verify.callBack: maybe", Code.FACT_WRONG_VALUE, 1, 18);
    refused("at: yesterday", Code.TIME_NOT_A_TIME, 1, 5);
    refused("chat.urgency: true\nchat.urgency: false\n", Code.FACT_FILE_BROKEN, 2, 1);
    refused("chat.urgency: [true]", Code.FACT_WRONG_VALUE, 1, 15);
    refused("{😀: 1, chat.urgency: x}", Code.FACT_UNKNOWN, 1, 2);
    refused("{chat.urgency: true, 😀😀: 1}", Code.FACT_UNKNOWN, 1, 22);
    refused("- chat.urgency", Code.FACT_FILE_BROKEN, 1, 1);
    refused("chat.urgency: true\n}: x\n", Code.FACT_FILE_BROKEN, 2, 1);
    refused("just words", Code.FACT_FILE_BROKEN, 1, 1);
    refused("chat.urgency: true\n---\nchat.urgency: false\n", Code.FACT_FILE_BROKEN, 3, 1);
    refused("&a chat.urgency: *a", Code.FACT_WRONG_VALUE, 1, 18);
  }

  @Test
  void refusesWhatIsTooLargeOrTooDeep() {
    String padding = "#".repeat(Limits.FACT_FILE_BYTES_MAX);
    assertThat(bytes(padding).findValue()).isPresent();
    assertThat(bytes(padding + "#").findRefusal().map(Refusal::code))
        .hasValue(Code.FACT_FILE_BROKEN);
    assertThat(bytes("[".repeat(100_000)).findRefusal().map(Refusal::code))
        .hasValue(Code.FACT_FILE_BROKEN);
    assertThat(bytes("a\0b").findRefusal().map(Refusal::code)).hasValue(Code.FACT_FILE_BROKEN);
  }

  @Test
  void countsFacts() {
    List<FactType> types = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= Limits.FACTS_MAX; i++) {
      types.add(type("f.n" + i, FactKind.FLAG, ""));
    }
    for (int i = 0; i < Limits.FACTS_MAX; i++) {
      text.append("f.n").append(i).append(": true\n");
    }
    assertThat(FactsFile.read("f.yaml", text.toString(), types).orThrow().facts().size())
        .isEqualTo(Limits.FACTS_MAX);
    text.append("f.n").append(Limits.FACTS_MAX).append(": true\n");
    assertThat(FactsFile.read("f.yaml", text.toString(), types).findRefusal().map(Refusal::code))
        .hasValue(Code.FACT_TOO_MANY);
  }

  private static void refused(String text, Code code, int line, int column) {
    assertThat(read(text).findRefusal())
        .as(text)
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.position().map(Object::toString))
                  .hasValue("f.yaml:" + line + ":" + column);
            });
  }

  private static dev.hufu.kernel.code.Outcome<FactsFile> read(String text) {
    return FactsFile.read("f.yaml", text, TYPES);
  }

  private static dev.hufu.kernel.code.Outcome<FactsFile> bytes(String text) {
    return FactsFile.read("f.yaml", text.getBytes(java.nio.charset.StandardCharsets.UTF_8), TYPES);
  }

  private static FactType type(String name, FactKind kind, String unit) {
    List<FactType.Option> options =
        kind == FactKind.CHOICE
            ? List.of(new FactType.Option("not_tried", new Wording("还没打", "Not yet")))
            : List.of();
    return new FactType(
        name,
        kind,
        unit,
        options,
        Optional.empty(),
        Optional.empty(),
        Sensitivity.OPEN,
        Optional.empty(),
        Optional.empty());
  }
}
