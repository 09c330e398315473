package dev.hufu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.lender.CreditCode;
import dev.hufu.kernel.lender.Licence;
import dev.hufu.kernel.lender.LicenceClaim;
import dev.hufu.kernel.lender.LicenceList;
import dev.hufu.kernel.lender.LicenceList.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Goal: a claim is held against a list by name and number, each on its own and together. */
class LicenceListTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final String CODE = "91110000100003962Y";
  private static final LicenceList LIST =
      new LicenceList(
          "名单",
          "网站",
          LocalDate.of(2026, 11, 1),
          List.of(entry("甲小额贷款有限公司", CODE, "2026-11-22"), entry("乙公司", "", "2026-11-21")));

  private static Licence entry(String name, String code, String until) {
    return new Licence(
        name,
        Optional.of(code).filter(c -> !c.isEmpty()),
        Optional.empty(),
        "",
        "",
        Optional.empty(),
        Optional.of(LocalDate.parse(until)),
        "");
  }

  private static State state(String name, String code) {
    return LIST.match(
            new LicenceClaim(
                Optional.of(name).filter(n -> !n.isEmpty()),
                Optional.of(code).filter(c -> !c.isEmpty()),
                Optional.empty()),
            DAY)
        .state();
  }

  @Test
  void whatAClaimComesTo() {
    assertThat(state("甲小额贷款有限公司", CODE)).isEqualTo(State.LISTED);
    assertThat(state("甲小额贷款有限公司", "")).isEqualTo(State.LISTED);
    assertThat(state("", CODE.toLowerCase(java.util.Locale.ROOT))).isEqualTo(State.LISTED);
    assertThat(state("快借", CODE)).isEqualTo(State.OTHER_NAME);
    assertThat(state("甲小额贷款有限公司", "91110000100003963X")).isEqualTo(State.OTHER_NUMBER);
    assertThat(state("乙公司", "")).isEqualTo(State.EXPIRED);
    assertThat(state("丙公司", "")).isEqualTo(State.NOT_LISTED);
  }

  @Test
  void theCheckCharacterOfACode() {
    assertThat(CreditCode.valid(CODE)).isTrue();
    assertThat(CreditCode.valid(" 9111 0000 1000 0396 2y ")).isTrue();
    assertThat(CreditCode.valid("91110000100003962X")).isFalse();
    assertThat(CreditCode.valid("9111000010000396")).isFalse();
    assertThat(CreditCode.valid("9111000010000396IT")).isFalse();
  }
}
