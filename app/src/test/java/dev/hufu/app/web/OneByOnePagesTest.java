package dev.hufu.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.RequestBuilder;

/**
 * Goal: somebody who helps gets from the first screen to a result, one question at a time, and
 * back. Method: posts each screen with the hidden fields that the one before it carried.
 */
class OneByOnePagesTest {

  private final PagesUnderTest under = new PagesUnderTest();

  private MockHttpServletResponse ask(RequestBuilder request) throws Exception {
    return under.mvc.perform(request).andReturn().getResponse();
  }

  @Test
  void beginsInLargeLettersUnlessSomebodyChoseOtherwise() throws Exception {
    MockHttpServletResponse first = ask(get("/request/helper"));
    assertThat(first.getContentAsString()).contains("data-mode=\"elder\"").contains("第 1 问，共 7 问");
    assertThat(first.getHeader("Set-Cookie")).startsWith("mode=elder;");
    MockHttpServletResponse chosen =
        ask(get("/request/helper").cookie(new Cookie("mode", "plain")));
    assertThat(chosen.getContentAsString()).doesNotContain("data-mode");
    assertThat(chosen.getHeader("Set-Cookie")).isNull();
  }

  @Test
  void noScreenDemandsTyping() throws Exception {
    String second = ask(post("/request/helper").param("at", "chat")).getContentAsString();
    assertThat(second).contains("第 2 问，共 7 问").contains("这个微信号是什么时候加的");
  }

  @Test
  void whatWasAnsweredTravelsInTheFormAndIsShown() throws Exception {
    String screen =
        ask(post("/request/helper")
                .param("at", "relation.accountAge")
                .param("chat", Fixtures.CHAT_S1)
                .param("f.relation.accountAge", "0 d"))
            .getContentAsString();
    assertThat(screen)
        .contains("第 3 问，共 7 问")
        .contains("name=\"f.relation.accountAge\" value=\"0 d\"")
        .contains("今天才加")
        .contains("明天就还你</textarea>");
  }

  @Test
  void backShowsTheScreenBeforeWithItsAnswer() throws Exception {
    String screen =
        ask(post("/request/helper")
                .param("at", "verify.callBack")
                .param("do", "back")
                .param("f.relation.accountAge", "0 d")
                .param("f.verify.callBack", "no_answer"))
            .getContentAsString();
    assertThat(screen)
        .contains("第 2 问，共 7 问")
        .contains("value=\"0 d\" checked")
        .contains("name=\"f.verify.callBack\" value=\"no_answer\"");
  }

  @Test
  void aWrongSumStaysOnItsScreen() throws Exception {
    MockHttpServletResponse screen =
        ask(
            post("/request/helper")
                .param("at", "relation.usualMax")
                .param("f.relation.usualMax", "许多"));
    assertThat(screen.getStatus()).isEqualTo(422);
    assertThat(screen.getContentAsString()).contains("value=\"许多\"").contains("class=\"err\"");
  }

  @Test
  void theLastScreenLeadsToTheResult() throws Exception {
    MockHttpServletResponse end =
        ask(
            post("/request/helper")
                .param("at", "request.repayBy")
                .param("chat", Fixtures.CHAT_S1)
                .param("f.verify.callBack", "passed")
                .param("f.verify.payeeName", "passed")
                .param("f.request.repayBy", "2027-03-31"));
    assertThat(end.getStatus()).isEqualTo(303);
    var matter = Objects.requireNonNull(under.desks.requests.kept.get("M-1"));
    assertThat(matter.answers()).containsEntry("request.repayBy", "2027-03-31");
    assertThat(matter.decision().verdict().id()).isEqualTo("green");
  }
}
