package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Friends and family: links that open once, answers that flow in, time to cool off. */
@ExtendWith(Outside.Shared.class)
class PeopleTest {

  private static final Visitor.Screen PHONE = Visitor.Screen.PHONE;

  private final Outside outside;

  PeopleTest(Outside outside) {
    this.outside = outside;
  }

  @Test
  void aFriendsAnswerArrivesOnTheOpenPage() {
    try (Visitor zhang = outside.visit();
        Visitor friend = outside.visitBeside(zhang, PHONE)) {
      zhang.bring(Stories.S1_CHAT, Stories.typed(Stories.S1));
      String link = makeLink(zhang);
      assertThat(link).doesNotContain("小张").doesNotContain("小王").doesNotContain("1000");
      assertThat(zhang.text("#live")).contains("等回答");

      assertThat(friend.go(link)).isEqualTo(200);
      assertThat(friend.page().title()).doesNotContain("小张").doesNotContain("小王");
      assertThat(friend.text()).contains("小张").contains("小王").doesNotContain("1000");
      assertThat(friend.at(".duo .btn").count()).isEqualTo(2);
      friend.type("#note", "我刚打给他，他说没有").press("不是本人");
      assertThat(friend.text()).contains("谢谢，收到了");

      Locator answer = zhang.at("#live .check", "说不是");
      answer.waitFor(new Locator.WaitForOptions().setTimeout(15_000));
      assertThat(zhang.text("#live")).contains("我刚打给他，他说没有");
      zhang.press("看新的结果");
      assertThat(zhang.verdict()).isEqualTo("red");
      assertThat(zhang.reasons()).anyMatch(reason -> reason.contains("朋友"));

      assertThat(friend.go(link)).isEqualTo(410);
      assertThat(friend.text()).contains("HF-503").contains("打不开");
    }
  }

  @Test
  void aLinkTakenBackOpensNothing() {
    try (Visitor zhang = outside.visit();
        Visitor friend = outside.visitBeside(zhang, PHONE)) {
      zhang.bring(Stories.S1_CHAT, Stories.typed(Stories.S1));
      String link = makeLink(zhang);
      zhang.press("收回");
      assertThat(zhang.text("#live")).contains("收回了");
      assertThat(friend.go(link)).isEqualTo(404);
      assertThat(friend.text()).contains("HF-501");
      assertThat(friend.go("/f/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).isEqualTo(404);
    }
  }

  @Test
  void aSixthFriendIsOneTooMany() {
    try (Visitor zhang = outside.visit()) {
      zhang.bring(Stories.S1_CHAT, Stories.typed(Stories.S1));
      String matter = zhang.path();
      for (int i = 0; i < 5; i++) {
        var _link = makeLink(zhang);
        zhang.go(matter);
      }
      zhang.go(matter + "/friends");
      assertThat(zhang.at("#asker").count()).isZero();
      // the form of an earlier page, sent once more
      Object status =
          zhang
              .page()
              .evaluate(
                  """
                  async (at) => {
                    const token = document.querySelector('input[name=_csrf]').value;
                    const body = new URLSearchParams({_csrf: token, asker: '小张', claimed: '小王'});
                    const answer = await fetch(at, {method: 'POST', body});
                    return answer.status + ' ' + (await answer.text()).includes('HF-504');
                  }
                  """,
                  matter + "/friends");
      assertThat(status).isEqualTo("422 true");
    }
  }

  @Test
  void coolingOffRunsUntilFamilyLiftsIt() {
    try (Visitor zhang = outside.visit();
        Visitor mother = outside.visitBeside(zhang, PHONE.elder())) {
      zhang.bring(Stories.S1_CHAT, Stories.typed(Stories.S1));
      String matter = zhang.path();
      zhang.go(matter + "/cooling");
      zhang.at("label.opt", "2 小时").click();
      zhang.press("就这么定");
      assertThat(zhang.path()).isEqualTo(matter);
      assertThat(zhang.text("#verdict .clock")).contains("以后再决定").contains("小时");
      zhang.go(matter + "/cooling");
      zhang.press("请家人放行");
      String link = address(zhang);
      assertThat(mother.go(link)).isEqualTo(200);
      assertThat(mother.text()).doesNotContain("1000").doesNotContain("小张");
      mother.press("可以，放行");
      assertThat(mother.text()).contains("放行了");
      zhang.go(matter);
      assertThat(zhang.text("#verdict .clock")).contains("家人已经放行");
      assertThat(mother.go(link)).isGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void theChallengeChanges() {
    try (Visitor zhang = outside.visit()) {
      zhang.bring(Stories.S1_CHAT, Stories.typed(Stories.S1));
      zhang.go(zhang.path() + "/challenge");
      String first = zhang.text("#dare");
      assertThat(zhang.text()).contains("还要打原来的电话");
      int same = 0;
      for (int i = 0; i < 4; i++) {
        zhang.press("换一个");
        same += zhang.text("#dare").equals(first) ? 1 : 0;
      }
      assertThat(same).isLessThan(4);
    }
  }

  @Test
  void nobodyElseSeesAMatter() {
    try (Visitor zhang = outside.visit();
        Visitor other = outside.visitBeside(zhang, PHONE)) {
      zhang.bring(Stories.S1_CHAT, Stories.typed(Stories.S1));
      other.go("/");
      for (String page : new String[] {"", "/edit", "/friends", "/card", "/print", "/cooling"}) {
        assertThat(other.go(zhang.path() + page)).as(page).isEqualTo(404);
        assertThat(other.text()).contains("HF-601");
      }
    }
  }

  /** Everything by forms, on a small phone, in a browser whose scripts are off. */
  @Test
  void theWholeWayWithoutScript() {
    Visitor.Screen bare = PHONE.withoutScript();
    try (Visitor zhang = outside.visit(bare);
        Visitor friend = outside.visitBeside(zhang, bare)) {
      zhang.go("/");
      zhang.type("#paste", Stories.S1_CHAT).press("看一看");
      assertThat(zhang.at(".chat .msg").count()).isEqualTo(3);
      zhang.answers(Stories.typed(Stories.S1)).press("看结果");
      assertThat(zhang.verdict()).isEqualTo("red");
      String matter = zhang.path();
      zhang.press("改我填的");
      assertThat(zhang.at("#chat").inputValue()).contains("遇到点急事儿");
      zhang.answer("verify.callBack", "no_answer").press("看结果");
      assertThat(zhang.path()).isEqualTo(matter);
      assertThat(zhang.at("main").textContent()).contains("以前的结论");
      String link = makeLink(zhang);
      friend.go(link);
      friend.press("不是本人");
      zhang.go(matter);
      assertThat(zhang.verdict()).isEqualTo("red");
      assertThat(zhang.reasons()).anyMatch(reason -> reason.contains("朋友"));
      assertThat(zhang.at("[data-copy]:visible, [data-read]:visible").count()).isZero();
    }
  }

  private static String makeLink(Visitor visitor) {
    visitor.go(visitor.path() + "/friends");
    visitor.type("#asker", "小张").type("#claimed", "小王").press("生成链接");
    return address(visitor);
  }

  private static String address(Visitor visitor) {
    visitor
        .at(".say__text .mono")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    return URI.create(visitor.text(".say__text .mono").strip()).getPath();
  }
}
