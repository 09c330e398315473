package dev.hufu.learn.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.learn.text.OwnTexts.OwnText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Goal: the texts that the detector learns from are ours, many, and the same each time. */
class OwnTextsTest {

  @Test
  void sameSeedSameTexts() {
    List<OwnText> texts = OwnTexts.standard().make(3_000, 7);
    assertThat(OwnTexts.standard().make(3_000, 7)).isEqualTo(texts);
    assertThat(OwnTexts.standard().make(3_000, 8)).isNotEqualTo(texts);
    assertThat(OwnTexts.standard().digest()).isEqualTo(OwnTexts.standard().digest());
  }

  @Test
  void bothKindsInBothLanguagesAndNoneTwice() {
    List<OwnText> texts = OwnTexts.standard().make(3_000, 7);
    assertThat(texts).hasSizeGreaterThan(2_000);
    assertThat(new HashSet<>(texts.stream().map(OwnText::text).toList())).hasSameSizeAs(texts);
    assertThat(texts.stream().filter(OwnText::scam).count()).isBetween(900L, 2_000L);
    assertThat(texts).anyMatch(text -> text.family().startsWith("en-"));
    assertThat(texts).noneMatch(text -> text.text().matches("(?s).*[{}@\\[\\]]\\p{IsHan}+[}:].*"));
  }

  @Test
  void aGrammarIsPiecesChoicesAndLines() {
    GrammarFile file =
        GrammarFile.parse(
            "t", "# remark\n@sum: 5|7\n[borrow scam 2]\nlend {sum}( now|)\\nbye\n", Map.of());
    GrammarFile.Family family = file.families().getFirst();
    assertThat(family.scam()).isTrue();
    assertThat(file.say(family.templates().getFirst(), new SplittableRandom(1)))
        .matches("lend [57]( now)?\nbye");
  }

  @Test
  void aMissingPieceOrOneWithinItselfIsTold() {
    assertThatThrownBy(() -> GrammarFile.parse("t", "[a scam 1]\n{nothing}\n", Map.of()))
        .hasMessageContaining("{nothing}");
    assertThatThrownBy(() -> GrammarFile.parse("t", "@a: {b}\n@b: x{a}\n", Map.of()))
        .hasMessageContaining("in [");
    assertThatThrownBy(() -> GrammarFile.parse("t", "[a odd 1]\n", Map.of()))
        .hasMessageContaining("t:1");
  }
}
