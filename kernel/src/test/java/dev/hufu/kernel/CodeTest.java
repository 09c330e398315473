package dev.hufu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Goal: one code, one reason, two languages. */
class CodeTest {

  @Test
  void idsAreUniqueAndWellFormed() {
    assertThat(Arrays.stream(Code.values()).map(Code::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("HF-\\d{3,4}"));
  }

  @Test
  void sentencesNeverSayWhatWeMustNotSay() {
    for (Code code : Code.values()) {
      assertThat(code.wording().zh()).doesNotContain("违法", "不用还", "一定能");
      assertThat(code.wording().en()).doesNotContain("illegal");
    }
  }

  @Test
  void bothLanguagesNameWhatWasRefused() {
    for (Code code : Code.values()) {
      assertThat(code.wording().en().contains("{}")).isEqualTo(code.wording().zh().contains("{}"));
    }
  }

  @Test
  void aRefusalTellsItsPlace() {
    Refusal refusal = Refusal.of(Code.FACT_UNKNOWN, "a.b").at(new Position("facts.yaml", 3, 1));
    assertThat(refusal).hasToString("HF-301 facts.yaml:3:1: There is no fact called \"a.b\".");
    assertThat(Outcome.<Integer>refused(refusal).map(n -> n + 1).findRefusal()).contains(refusal);
    assertThat(Outcome.of(1).then(n -> Outcome.of(n + 1)).orThrow()).isEqualTo(2);
  }
}
