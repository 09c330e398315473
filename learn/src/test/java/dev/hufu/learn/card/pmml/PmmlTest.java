package dev.hufu.learn.card.pmml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.card.CardExplainer;
import dev.hufu.policy.card.CardInput;
import dev.hufu.policy.card.CardResult;
import dev.hufu.policy.card.CardScorer;
import dev.hufu.policy.card.ReasonMethod;
import dev.hufu.policy.card.Scorecard;
import dev.hufu.policy.load.CardFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Goal: PMML says the same as the card it becomes, and a card the same as its PMML; anything else
 * is refused. Method: the worked example of the standard; a card there and back; mistakes and
 * attacks one at a time.
 */
class PmmlTest {

  private static final String CARD =
      """
      id: round/trip
      version: "3"
      title: {zh: 来回, en: there and back}
      start: 12.5
      cutoff: 40
      characteristics:
        - id: years
          title: {zh: 年数, en: years}
          reason: {code: R1, zh: 年数少, en: few years}
          changeable: false
          mean: 20
          bins:
            - {below: 1, points: 5, label: {zh: 不到一年, en: under one}}
            - {from: 1, upTo: 4.25, points: 20, reason: R1b}
            - {above: 4.25, points: 31}
            - {special: [-9, -8], points: 7}
            - {missing: true, points: 9}
        - id: home
          feature: HOME
          title: {zh: 住, en: home}
          reason: {code: R2, zh: 租房, en: "rents & moves"}
          changeable: true
          mean: 11
          bins:
            - {words: ["own <it>", "say \\"free\\""], points: 15}
            - {words: [rent], points: 4}
            - {missing: true, points: 3}
            - {other: true, points: 6}
      """;

  private static String sample() {
    try (InputStream in = PmmlTest.class.getResourceAsStream("sample-scorecard.pmml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static Scorecard card(String pmml) {
    return PmmlReader.read(pmml.getBytes(StandardCharsets.UTF_8)).orThrow();
  }

  private static Refusal refusal(String pmml) {
    return PmmlReader.read(pmml.getBytes(StandardCharsets.UTF_8)).findRefusal().orElseThrow();
  }

  private static CardResult explained(Scorecard card, Map<String, String> values) {
    CardScorer scorer = new CardScorer(card);
    double[] read = new CardInput(scorer).read(name -> values.getOrDefault(name, ""), 0).orThrow();
    return new CardExplainer(scorer, ReasonMethod.NEAR_CUTOFF).explain(read, 0);
  }

  @Test
  void theExampleOfTheStandard() {
    CardResult result =
        explained(
            card(sample()), Map.of("department", "engineering", "age", "25", "income", "500"));
    assertThat(result.score()).isEqualTo(29);
    assertThat(result.reasons())
        .extracting(CardResult.CardReason::code)
        .containsExactly("RC2_3", "RC1");
    assertThat(result.reasons())
        .extracting(CardResult.CardReason::distance)
        .containsExactly(18.0, 16.0);
  }

  @Test
  void pointsAboveTurnsGoodAndBad() {
    Scorecard card = card(sample().replace("pointsBelow", "pointsAbove"));
    CardResult result =
        explained(card, Map.of("department", "engineering", "age", "25", "income", "500"));
    assertThat(result.reasons()).extracting(CardResult.CardReason::code).containsExactly("RC3");
  }

  @Test
  void missingValuesAndTheInitialScore() {
    Scorecard card = card(sample().replace("initialScore=\"0\"", "initialScore=\"100\""));
    assertThat(explained(card, Map.of()).score()).isEqualTo(100 - 9 - 1 + 5);
  }

  @Test
  void thereAndBackItIsTheSameCard() {
    Scorecard card = CardFile.read("card.yaml", CARD).orThrow();
    Scorecard back = card(PmmlWriter.write(card).orThrow());
    for (String years : new String[] {"0.5", "1", "4.25", "4.26", "-9", "-8", ""}) {
      for (String home : new String[] {"own <it>", "say \"free\"", "rent", "boat", ""}) {
        Map<String, String> values = Map.of("years", years, "HOME", home);
        CardResult before = explained(card, values);
        CardResult after = explained(back, values);
        assertThat(after.score()).isEqualTo(before.score());
        assertThat(after.passes()).isEqualTo(before.passes());
        assertThat(after.reasons())
            .extracting(CardResult.CardReason::code, CardResult.CardReason::text)
            .isEqualTo(
                before.reasons().stream()
                    .map(r -> org.assertj.core.groups.Tuple.tuple(r.code(), r.text()))
                    .toList());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Characteristics> | <Targets><Target/></Targets><Characteristics> | Targets",
        "operator=\"isMissing\" | operator=\"notEqual\" value=\"1\" | notEqual",
        "partialScore=\"3\" | x=\"3\" | partialScore",
        "name=\"age\" usageType=\"active\" | name=\"age\" missingValueReplacement=\"3\" |"
            + " MiningField age",
        "field=\"income\" operator=\"isMissing\" | field=\"age\" operator=\"isMissing\" | 2 fields",
        "value=\"39\"/></Attribute> | value=\"45\"/></Attribute> | starts where",
        "booleanOperator=\"and\" | booleanOperator=\"or\" | CompoundPredicate",
      })
  void whatACardCannotSay(String good, String bad, String says) {
    assertThat(sample()).contains(good);
    Refusal refusal = refusal(sample().replace(good, bad));
    assertThat(refusal.code()).isEqualTo(Code.CARD_PMML_BEYOND);
    assertThat(refusal.subject()).contains(says);
  }

  @Test
  void whatIsNoScorecard() {
    assertThat(refusal("no xml").code()).isEqualTo(Code.CARD_PMML_BROKEN);
    assertThat(refusal("<PMML/>").code()).isEqualTo(Code.CARD_PMML_BROKEN);
    assertThat(refusal(sample().replace("baselineScore=\"18\"", "")).subject())
        .contains("baselineScore");
    assertThat(refusal(sample().replace("partialScore=\"26\"", "partialScore=\"NaN\"")).code())
        .isEqualTo(Code.CARD_PMML_BROKEN);
  }

  @Test
  void noDocumentTypeNoEntities() {
    String head = "<?xml version=\"1.0\"?>\n";
    String attack =
        head
            + "<!DOCTYPE PMML [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n"
            + sample().substring(sample().indexOf("<PMML")).replace("RC1", "&x;");
    assertThat(refusal(attack).code()).isEqualTo(Code.CARD_PMML_BROKEN);
    assertThat(refusal(attack).subject()).contains("DOCTYPE");
  }

  @Test
  void asLargeAsAFileMayBe() {
    String padded = sample() + " ".repeat(Limits.CARD_PMML_BYTES_MAX - sample().length());
    assertThat(card(padded)).isEqualTo(card(sample()));
    assertThat(refusal(padded + " ").code()).isEqualTo(Code.CARD_PMML_BROKEN);
  }

  @Test
  void whatPmmlCannotSay() {
    Scorecard derived =
        CardFile.read(
                "card.yaml",
                CARD.replace(
                    "characteristics:",
                    "derived:\n  - {name: years, sum: [a, b]}\ncharacteristics:"))
            .orThrow();
    assertThat(PmmlWriter.write(derived).findRefusal().orElseThrow().subject())
        .isEqualTo("derived years");
    String flow = "classes:\n  FLOW: {use: optional, title: {zh: 流水, en: flow}}\ncharacteristics:";
    Scorecard optional =
        CardFile.read(
                "card.yaml",
                CARD.replace("characteristics:", flow)
                    .replace("mean: 20", "mean: 20\n    data: FLOW\n    neutral: 31"))
            .orThrow();
    assertThat(PmmlWriter.write(optional).findRefusal().orElseThrow().subject())
        .isEqualTo("neutral of years");
  }
}
