package dev.hufu.policy.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.load.CardFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Goal: each mistake in a card is told with its place and what would be right. Method: one good
 * card, one line of it changed at a time.
 */
class CardFileTest {

  private static final String GOOD =
      """
      id: test/card
      version: "1"
      title: {zh: 卡, en: card}
      start: 10
      cutoff: 60
      classes:
        FLOW: {use: optional, title: {zh: 流水, en: flow}}
        CONTACTS: {use: barred, title: {zh: 通讯录, en: contacts}}
      derived:
        - {name: ratio, ratio: [a, b]}
      characteristics:
        - id: ratio
          title: {zh: 比, en: ratio}
          reason: {code: R01, zh: 比太高, en: ratio high}
          changeable: true
          data: FLOW
          mean: 20
          neutral: 40
          bins:
            - {below: 1, points: 40}
            - {from: 1, upTo: 2, points: 20}
            - {above: 2, points: 5}
            - {special: [-9], points: 7}
            - {missing: true, points: 10}
        - id: home
          title: {zh: 住, en: home}
          reason: {code: R02, zh: 租房, en: rents}
          changeable: false
          mean: 20
          bins:
            - {words: [own, free], points: 30}
            - {other: true, points: 10}
            - {missing: true, points: 10}
      """;

  private static Refusal refusal(String text) {
    return CardFile.read("card.yaml", text).findRefusal().orElseThrow();
  }

  @Test
  void aGoodCardIsRead() {
    Scorecard card = CardFile.read("card.yaml", GOOD).orThrow();
    CardInput input = new CardInput(new CardScorer(card));
    assertThat(input.columns()).containsExactly("a", "b", "home");
    double[] values = input.read(name -> name.equals("home") ? "own" : "4", 0).orThrow();
    assertThat(new CardScorer(card).score(values)).isEqualTo(10 + 20 + 30);
    assertThat(CardFile.read("card.yaml", CardWriter.yaml(card)).orThrow()).isEqualTo(card);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "neutral: 40 | neutral: 39 | card.yaml:18:14 | refusing it may never lower",
        "use: optional | use: barred | card.yaml:16:11 | is barred",
        "data: FLOW | data: FLOWS | card.yaml:16:11 | not declared",
        "'from: 1, upTo' | 'from: 1.5, upTo' | card.yaml:21:9 | from: 1",
        "'above: 2, points' | 'from: 2, points' | card.yaml:22:9 | above: 2",
        "'above: 2, points: 5' | 'above: 2, below: 9, points: 5' | card.yaml:12:5 | no upper bound",
        "'{below: 1, points' | '{from: 0, below: 1, points' | card.yaml:20:9 | no lower bound",
        "'upTo: 2' | 'upTo: 0' | card.yaml:21:9 | bounds rise",
        "'words: [own, free]' | 'words: [own, own]' | card.yaml:31:9 | in two bins",
        "'words: [own, free]' | 'below: 3' | card.yaml:25:5 | numbers or of words",
        "'cutoff: 60' | 'cutoff: 90' | card.yaml:5:9 | between 25 and 80",
        "'ratio: [a, b]' | 'ratio: [a, b, c]' | card.yaml:10:5 | take two columns",
        "'id: home' | 'id: ratio' | card.yaml:25:9 | two characteristics",
        "'points: 30' | 'points: much' | card.yaml:31:38 | number",
      })
  void eachMistakeHasItsPlace(String good, String bad, String place, String says) {
    assertThat(GOOD).contains(good);
    Refusal refusal = refusal(GOOD.replace(good, bad));
    assertThat(refusal.code()).isEqualTo(Code.CARD_BROKEN);
    assertThat(refusal.toString()).contains(place).contains(says);
  }

  @Test
  void aMissingValueNeedsPoints() {
    String without = GOOD.replace("            - {missing: true, points: 10}\n", "");
    String none = without.replace("      - {missing: true, points: 10}\n", "");
    assertThat(refusal(none).toString()).contains("a missing value needs");
  }

  @Test
  void asLongAsACardMayBe() {
    String padded = GOOD + "#".repeat(Limits.CARD_FILE_CHARS_MAX - GOOD.length());
    assertThat(CardFile.read("card.yaml", padded).findRefusal()).isEmpty();
    assertThat(refusal(padded + "#").code()).isEqualTo(Code.CARD_BROKEN);
  }

  @Test
  void asManyCharacteristicsAndBinsAsACardMayHave() {
    assertThat(CardFile.read("c", many(Limits.CARD_CHARACTERISTICS_MAX, 2)).findRefusal())
        .isEmpty();
    assertThat(refusal(many(Limits.CARD_CHARACTERISTICS_MAX + 1, 2)).toString())
        .contains("characteristics");
    assertThat(CardFile.read("c", many(1, Limits.CARD_BINS_MAX)).findRefusal()).isEmpty();
    assertThat(refusal(many(1, Limits.CARD_BINS_MAX + 1)).toString()).contains("bins");
  }

  private static String many(int characteristics, int bins) {
    StringBuilder card = new StringBuilder(GOOD.substring(0, GOOD.indexOf("start:")));
    card.append("characteristics:\n");
    for (int i = 0; i < characteristics; i++) {
      card.append("  - id: c" + i + "\n    title: {zh: 题, en: c}\n");
      card.append("    reason: {code: R, zh: 因, en: r}\n    changeable: true\n    mean: 0\n");
      card.append("    neutral: 0\n    bins:\n      - {below: 0, points: 1}\n");
      for (int bin = 0; bin < bins - 2; bin++) {
        card.append("      - {from: " + bin + ", below: " + (bin + 1) + ", points: 1}\n");
      }
      card.append("      - {from: " + (bins - 2) + ", points: 0}\n");
    }
    return card.toString();
  }
}
