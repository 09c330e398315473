package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stories S1, S3 and S4 as a person lives them: in Chromium, from the first page on. */
@ExtendWith(Outside.Shared.class)
class ScenarioWebTest {

  private static final String DUE =
      LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(130).toString();

  private final Outside outside;

  ScenarioWebTest(Outside outside) {
    this.outside = outside;
  }

  @Test
  void aNewAccountThatCopiesAFriendIsRed() {
    try (Visitor zhang = outside.visit(Visitor.Screen.PHONE)) {
      zhang.go("/");
      long began = System.nanoTime();
      zhang.type("#paste", Stories.S1_CHAT).press("看一看");
      assertThat(zhang.text("label[for=chat]")).isNotEmpty();
      zhang.answers(Stories.typed(Stories.S1));
      zhang.press("看结果");
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      assertThat(zhang.verdict()).isEqualTo("red");
      assertThat(zhang.text("#verdict .v__kind")).contains("红").contains("停");
      assertThat(zhang.text("#verdict .v__one")).contains("冒充熟人借款");
      assertThat(zhang.reasons()).containsExactly("新加的号", "还没打过电话", "又急，又先要一笔小钱");
      assertThat(zhang.at(".next").count()).isEqualTo(1);
      assertThat(zhang.text(".next__do").replace("\n", "")).contains("打他原来的手机号");
      assertThat(zhang.at("#verdict .say__text").allInnerTexts())
          .isNotEmpty()
          .allSatisfy(reply -> assertThat(reply.codePointCount(0, reply.length())).isLessThan(41));
      assertThat(zhang.at("main").textContent()).doesNotContain("身份证");
      assertThat(took).isLessThan(Duration.ofSeconds(10));
    }
  }

  /** The helper answers for an old woman who types nothing. */
  @Test
  void anOldFriendsAccountInOtherHandsIsRedForTheHelper() {
    try (Visitor helper = outside.visit(new Visitor.Screen(768, 1024, false, "", "zh", true))) {
      helper.go("/");
      helper.press("我在帮别人看");
      assertThat(helper.at("html").getAttribute("data-mode")).isEqualTo("elder");
      Map<String, String> told = Stories.typed(Stories.S3);
      int screens = 0;
      while (helper.path().equals("/request/helper") && screens < 40) {
        screens++;
        assertThat(helper.at("h1").count()).isEqualTo(1);
        assertThat(helper.at("fieldset, .field").count()).isLessThan(2);
        Elder.assertLarge(helper);
        told.forEach(helper::answerIfAsked);
        helper.press(helper.at("button:visible", "看结果").count() > 0 ? "看结果" : "下一问");
      }
      assertThat(screens).isBetween(told.size() + 1, 30);
      assertThat(helper.verdict()).isEqualTo("red");
      assertThat(helper.at("html").getAttribute("data-mode")).isEqualTo("elder");
      assertThat(helper.text("#verdict .v__one")).contains("号可能被盗");
      assertThat(helper.text("#verdict .reasons")).contains("不是冒充的新号");
      String next = helper.text(".next__do").replace("\n", "");
      assertThat(next).contains("见他").contains("座机").contains("家里人");
      assertThat(helper.at("main").textContent()).contains("给朋友的话：冻结账号、告诉联系人");
      assertThat(helper.text("#verdict")).doesNotContain("安全").doesNotContain("放心");
      Elder.assertLarge(helper);
    }
  }

  @Test
  void anHonestClassmateIsGreen() {
    try (Visitor chen = outside.visit()) {
      chen.check("", dueSoon(Stories.S4));
      assertThat(chen.verdict()).isEqualTo("green");
      assertThat(chen.text("#verdict .v__kind")).contains("绿").contains("可");
      assertThat(chen.reasons())
          .containsExactlyInAnyOrder("打原来的电话，对上了", "问只有俩人知道的事，对上了", "收款人真名，对上了");
      assertThat(chen.at("#verdict .say__text").allInnerTexts()).contains("借款，" + DUE + " 前还");
      assertThat(chen.text(".next__do").replace("\n", "")).contains("借条").contains("备注写「借款」");
      assertThat(chen.text("main")).contains("三年").contains("12.0 %").contains("2026-08-20");
    }
  }

  @Test
  void fifteenPercentIsGreenWithAWord() {
    try (Visitor chen = outside.visit()) {
      chen.check("", dueSoon(Stories.with(Stories.S4, "request.rate", "15")));
      assertThat(chen.verdict()).isEqualTo("green");
      assertThat(chen.text("#verdict .v__one")).contains("12.0 %");
      assertThat(chen.text("main")).contains("利率超过上限").contains("表截至 2026-08-20");
    }
  }

  @Test
  void noRateMeansNoInterest() {
    try (Visitor chen = outside.visit()) {
      chen.check("", dueSoon(Stories.with(Stories.S4, "request.rate", "")));
      assertThat(chen.verdict()).isEqualTo("green");
      assertThat(chen.text("main")).contains("没有约定利息的，视为没有利息");
    }
  }

  /** An honest friend who rings back: one tap on the card turns red into green. */
  @Test
  void theCallThatWasMadeTurnsItGreen() {
    try (Visitor zhang = outside.visit(Visitor.Screen.PHONE)) {
      zhang.check(Stories.S1_CHAT, Stories.typed(Stories.S1));
      assertThat(zhang.verdict()).isEqualTo("red");
      zhang.press("打通了，是本人");
      assertThat(zhang.verdict()).isEqualTo("green");
      assertThat(zhang.at("main").textContent()).contains("以前的结论");
    }
  }

  private static Map<String, String> dueSoon(Map<String, String> facts) {
    Map<String, String> changed = new LinkedHashMap<>(Stories.typed(facts));
    changed.put("request.repayBy", DUE);
    return changed;
  }
}
