package dev.hufu.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.RequestBuilder;

/**
 * Goal: friends and family see only what they need, once. Method: walks a link from its making to
 * its answer, and every way in which it is closed.
 */
class PeoplePagesTest {

  private final PagesUnderTest under = new PagesUnderTest().withMatters();

  private MockHttpServletResponse ask(RequestBuilder request) throws Exception {
    return under.mvc.perform(request).andReturn().getResponse();
  }

  private String makeLink() throws Exception {
    return ask(post("/m/M-red/friends").param("asker", "小张").param("claimed", "小王"))
        .getContentAsString();
  }

  @Test
  void aLinkIsShownOnceWithItsCode() throws Exception {
    assertThat(makeLink())
        .contains("http://localhost/f/T1")
        .contains("class=\"qr\"")
        .contains("这台机器只在本机能打开");
    assertThat(ask(get("/m/M-red/friends")).getContentAsString())
        .doesNotContain("/f/T1")
        .contains("等回答");
  }

  @Test
  void theFriendSeesTwoNamesAndNeitherChatNorSum() throws Exception {
    makeLink();
    String page = ask(get("/f/T1")).getContentAsString();
    assertThat(page)
        .contains("今天找小张的，</span><span class=\"ph\">是小王本人吗？")
        .contains("<title>帮朋友认一个人 · 虎符</title>")
        .doesNotContain("1000")
        .doesNotContain("急事儿");
  }

  @Test
  void anAnswerFlowsInAndTheLinkIsUsedUp() throws Exception {
    makeLink();
    String waiting = ask(get("/m/M-red/friends/live?seen=D-M-red-1")).getContentAsString();
    assertThat(waiting).contains("every 5s").contains("aria-live=\"polite\"");
    assertThat(ask(post("/f/T1").param("a", "no").param("note", "他没找过")).getContentAsString())
        .contains("谢谢，");
    MockHttpServletResponse live = ask(get("/m/M-red/friends/live?seen=D-older"));
    assertThat(live.getStatus()).as("htmx stops asking").isEqualTo(286);
    assertThat(live.getContentAsString())
        .contains("说不是")
        .contains("他没找过")
        .contains("结论重新算过")
        .doesNotContain("every 5s");
    MockHttpServletResponse again = ask(get("/f/T1"));
    assertThat(again.getStatus()).isEqualTo(410);
    assertThat(again.getContentAsString()).contains("HF-503");
    assertThat(ask(post("/f/T1").param("a", "yes")).getStatus()).isEqualTo(410);
  }

  @Test
  void closedLinksSayWhy() throws Exception {
    assertThat(ask(get("/f/old")).getContentAsString()).contains("HF-502");
    assertThat(ask(get("/f/none")).getContentAsString()).contains("HF-501");
    makeLink();
    ask(post("/m/M-red/friends/withdraw").param("link", "L1"));
    assertThat(ask(get("/f/T1")).getStatus()).isEqualTo(404);
  }

  @Test
  void fiveFriendsAreEnough() throws Exception {
    for (int i = 0; i < 5; i++) {
      makeLink();
    }
    assertThat(makeLink()).contains("HF-504");
  }

  @Test
  void aLinkNeedsBothNames() throws Exception {
    MockHttpServletResponse refused =
        ask(post("/m/M-red/friends").param("asker", " ").param("claimed", "王".repeat(21)));
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("#asker").contains("#claimed");
  }

  @Test
  void anAnswerNobodyOfferedIsAskedAgain() throws Exception {
    makeLink();
    assertThat(ask(post("/f/T1").param("a", "maybe")).getHeader("Location")).isEqualTo("/f/T1");
  }

  @Test
  void coolingOffShowsTheHourFirstAndFamilyMayLiftIt() throws Exception {
    assertThat(ask(post("/m/M-red/cooling").param("minutes", "30")).getStatus()).isEqualTo(303);
    assertThat(ask(get("/m/M-red")).getContentAsString())
        .contains("2026-11-21 20:30 以后再决定</b>")
        .contains("还有 30 分钟");
    assertThat(ask(post("/m/M-red/cooling").param("minutes", "10")).getContentAsString())
        .contains("HF-602");
    assertThat(ask(post("/m/M-red/cooling/ask")).getContentAsString()).contains("/r/R1");
    assertThat(ask(get("/r/R1")).getContentAsString()).contains("还有 30 分钟").doesNotContain("1000");
    assertThat(ask(post("/r/R1").param("a", "lift")).getContentAsString()).contains("放行了");
    assertThat(ask(get("/m/M-red")).getContentAsString()).contains("家人已经放行");
    assertThat(ask(get("/r/R1")).getContentAsString()).contains("不用放行了");
  }
}
