package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The story S7: fifty thousand on paper, less in hand, 18.25 % on the front page. Three numbers
 * first, then what the paper says, then who lends; the same figures from the command line.
 */
@ExtendWith(Outside.Shared.class)
class PriceStoryTest {

  private static final List<String> NEVER = List.of("违法", "无效的", "不用还", "NaN", "55.39");

  private final Outside outside;

  PriceStoryTest(Outside outside) {
    this.outside = outside;
  }

  @Test
  void threeNumbersThenThePaperThenTheLender() {
    try (Visitor wang = outside.visit()) {
      wang.go("/lender");
      wang.onward(() -> wang.at("a[href='/price']").click());
      assertThat(wang.path()).isEqualTo("/price");
      assertThat(Axe.everything(wang.page())).isEmpty();
      wang.type("#i-received", "42500").type("#i-payments", "14×4928").press("算一算");
      assertThat(wang.text("#four"))
          .contains("86.80 %", "131.19 %", "68,992", "42,500", "26,492", "44.5");
      assertThat(wang.text()).contains("3,268.30", "3,510.58", "3,762.37", "放款的是谁");
      wang.open("再对几样");
      wang.type("#i-face", "50000").type("#i-rate", "18.25").type("#i-reported", "35.7");
      wang.type("#i-claimed", "12000").type("#i-at", "2024-11-01").press("算一算");
      assertThat(wang.text("#LA-01")).contains("7,500", "42,500", "CN-PL-03");
      assertThat(wang.text("#LA-04")).contains("18.25 %", "3,992.11", "4,928", "对不上");
      assertThat(wang.text("#reported-rate")).contains("算不出 35.7 %");
      assertThat(wang.text("#who-lends")).contains("CN-PL-17");
      assertThat(wang.text("#judicial-cap")).contains("还不知道", "12.4 %");
      assertThat(wang.text("#attention-line")).contains("管不到这一笔", "2025-10-01");
      assertThat(wang.text("#cost-table")).contains("管不到这一笔", "2026-08-01");
      assertThat(wang.text("#complaint-clock")).contains("15 / 30 / 60 天");
      wang.open("拟一份投诉");
      assertThat(wang.at("#draft").inputValue()).contains("68,992", "3,992.11", "12,000");
      assertThat(wang.text()).doesNotContain(NEVER);
      assertThat(Axe.everything(wang.page())).isEmpty();
      wang.shoot("price", true);
      wang.at("label.opt", "没有放贷牌照").click();
      wang.type("#i-received2", "50000").type("#i-payments2", "14x3992.11").press("算一算");
      assertThat(wang.text("#judicial-cap")).contains("4 × 3.1 % = 12.4 %", "超过这条线");
      assertThat(wang.text("#compare")).contains("18.25 %", "86.80 %", "这几个里多付最少");
      assertThat(Axe.everything(wang.page())).isEmpty();
      wang.shoot("price-offers", true);
      wang.press("查这个出借方");
      assertThat(wang.path()).isEqualTo("/lender");
      assertThat(wang.at("[name=received]").inputValue()).isEqualTo("42500");
      assertThat(wang.at("[name=payments]").inputValue()).isEqualTo("14×4928");
    }
  }

  @Test
  void onAnyScreenAndWithoutScript() {
    for (Visitor.Screen screen :
        List.of(
            Visitor.Screen.PHONE.elder().withoutScript(),
            Visitor.Screen.PHONE.inDark().english())) {
      try (Visitor wang = outside.visit(screen)) {
        wang.go("/price");
        wang.type("#i-received", "1500").type("#i-payments", "1x2000");
        wang.at("#i-every").selectOption("week");
        wang.onward(() -> wang.at("button.btn--big").click());
        assertThat(wang.text("#four")).contains("1738.10 %", "333");
        if (screen.script()) {
          assertThat(Axe.look(wang.page())).isEmpty();
        }
        wang.shoot("price-" + screen.lang() + (screen.dark() ? "-dark" : "-elder"), true);
        wang.type("#i-payments", "500,600");
        wang.onward(() -> wang.at("button.btn--big").click());
        assertThat(wang.text(".errs")).contains("HF-1209");
        wang.type("#i-payments", "2024-11-08 2000").type("#i-drawn", "2024-11-01");
        wang.onward(() -> wang.at("button.btn--big").click());
        assertThat(wang.text("#four")).contains("1738.10 %");
      }
    }
  }

  @Test
  void theSameFromTheCommandLine() {
    Program.Run run =
        Program.run(
            "",
            "price",
            "--received",
            "42500",
            "--payments",
            "14x4928",
            "--lender",
            "unlicensed",
            "--at",
            "2024-11-01",
            "--json");
    assertThat(run.status()).isZero();
    JsonNode json = JsonMapper.shared().readTree(run.out());
    assertThat(json.get("nominal").asString()).startsWith("0.868048");
    assertThat(json.get("effective").asString()).startsWith("1.311943");
    assertThat(json.get("perThousandPerMonth").asString()).isEqualTo("44.52");
  }
}
