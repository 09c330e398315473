package dev.hufu.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.hufu.app.request.MatterView;
import dev.hufu.kernel.limit.Limits;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.RequestBuilder;

/**
 * Goal: a chat becomes a result without script, and nothing typed is lost on the way. Method: posts
 * forms as an old browser would and reads the pages that come back.
 */
class RequestPagesTest {

  private final PagesUnderTest under = new PagesUnderTest();

  private MockHttpServletResponse ask(RequestBuilder request) throws Exception {
    return under.mvc.perform(request).andReturn().getResponse();
  }

  private MatterView kept(String id) {
    return Objects.requireNonNull(under.desks.requests.kept.get(id));
  }

  @Test
  void aPastedChatAndTwoTapsLeadToTheResult() throws Exception {
    MockHttpServletResponse answer =
        ask(
            post("/request")
                .param("chat", Fixtures.CHAT_S1)
                .param("f.relation.accountAge", "0 d")
                .param("f.relation.usualMax", "３００元"));
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo("/m/M-1");
    assertThat(kept("M-1").answers())
        .containsEntry("relation.accountAge", "0 d")
        .containsEntry("relation.usualMax", "300 yuan");
    String page = ask(get("/m/M-1")).getContentAsString();
    assertThat(page).contains("先别转").contains("现在只做一件事").contains("<mark>1000块钱</mark>");
  }

  @Test
  void aSumReadInTheChatStaysReadInTheChat() throws Exception {
    ask(post("/request").param("chat", Fixtures.CHAT_S1).param("f.request.amount", "1,000"));
    assertThat(kept("M-1").answers()).doesNotContainKey("request.amount");
    ask(post("/request").param("chat", Fixtures.CHAT_S1).param("f.request.amount", "2万"));
    assertThat(kept("M-2").answers()).containsEntry("request.amount", "20000 yuan");
  }

  @Test
  void readingFirstDecidesNothingAndFillsInWhatWasRead() throws Exception {
    String page =
        ask(post("/request").param("chat", Fixtures.CHAT_S1).param("do", "read"))
            .getContentAsString();
    assertThat(under.desks.requests.kept).isEmpty();
    assertThat(page).contains("读出来是这样").contains("value=\"1,000\"").contains("从聊天里读到的");
  }

  @Test
  void aScreenshotIsShownForCorrectionBeforeItCounts() throws Exception {
    MockMultipartFile shot = new MockMultipartFile("shots", "a.png", "image/png", new byte[16]);
    MockHttpServletResponse answer =
        ask(
            multipart("/request")
                .file(shot)
                .param("chat", "先前的话")
                .param("do", "check")
                .param("f.relation.accountAge", "0 d"));
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(under.desks.requests.kept).isEmpty();
    assertThat(answer.getContentAsString())
        .contains("先前的话\n小王：能不能给我借1000块钱？")
        .contains("图里的字已经放进下面的框")
        .contains("value=\"0 d\" checked");
  }

  @Test
  void aBrokenScreenshotIsToldAndTheTextIsKept() throws Exception {
    MockMultipartFile broken = new MockMultipartFile("shots", "a.png", "image/png", new byte[2]);
    MockHttpServletResponse answer = ask(multipart("/request").file(broken).param("chat", "先前的话"));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("HF-202")
        .contains("href=\"#shots\"")
        .contains("先前的话");
  }

  @Test
  void nineScreenshotsPassAndTenAreRefused() throws Exception {
    assertThat(ask(shots(Limits.IMAGES_MAX)).getStatus()).isEqualTo(200);
    MockHttpServletResponse answer = ask(shots(Limits.IMAGES_MAX + 1));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("HF-204");
  }

  private static RequestBuilder shots(int count) {
    var form = multipart("/request");
    for (int i = 0; i < count; i++) {
      form.file(new MockMultipartFile("shots", i + ".png", "image/png", new byte[16]));
    }
    return form;
  }

  @Test
  void aWrongAnswerIsToldAtItsFieldAndOthersStay() throws Exception {
    MockHttpServletResponse answer =
        ask(
            post("/request")
                .param("chat", Fixtures.CHAT_S1)
                .param("f.relation.accountAge", "0 d")
                .param("f.relation.usualMax", "几百"));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("href=\"#f-relation-usualMax\"")
        .contains("value=\"几百\"")
        .contains("aria-invalid=\"true\"")
        .contains("value=\"0 d\" checked")
        .contains("明天就还你");
    assertThat(under.desks.requests.kept).isEmpty();
  }

  @Test
  void nothingAtAllIsRefusedWithACode() throws Exception {
    MockHttpServletResponse answer = ask(post("/request").param("chat", " "));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("HF-101").contains("href=\"#chat\"");
  }

  @Test
  void aChatOneCharacterTooLongIsRefusedAndKept() throws Exception {
    String longest = "字".repeat(Limits.CHAT_CHARS_MAX);
    assertThat(ask(post("/request").param("chat", longest)).getStatus()).isEqualTo(303);
    MockHttpServletResponse answer = ask(post("/request").param("chat", longest + "字"));
    assertThat(answer.getContentAsString()).contains("HF-102").contains(longest);
  }

  @Test
  void changingAnAnswerKeepsTheMatterAndItsHistory() throws Exception {
    ask(post("/request").param("chat", Fixtures.CHAT_S1).param("f.relation.accountAge", "0 d"));
    String form = ask(get("/m/M-1/edit")).getContentAsString();
    assertThat(form).contains("name=\"matter\" value=\"M-1\"").contains("value=\"0 d\" checked");
    ask(
        post("/request")
            .param("matter", "M-1")
            .param("chat", Fixtures.CHAT_S1)
            .param("f.verify.callBack", "passed"));
    assertThat(kept("M-1").history()).hasSize(2);
    assertThat(ask(get("/m/M-1")).getContentAsString()).contains("以前的结论").contains("先等等，");
  }

  @Test
  void oneTapOnTheCardAnswersTheQuestionAndKeepsTheRest() throws Exception {
    ask(post("/request").param("chat", Fixtures.CHAT_S1).param("f.relation.accountAge", "0 d"));
    String card = ask(get("/m/M-1")).getContentAsString();
    assertThat(card)
        .contains("name=\"f.verify.callBack\" value=\"passed\"")
        .doesNotContain("name=\"f.verify.callBack\" value=\"not_tried\"");
    ask(post("/m/M-1/answer").param("f.verify.callBack", "passed"));
    assertThat(kept("M-1").answers())
        .containsEntry("relation.accountAge", "0 d")
        .containsEntry("verify.callBack", "passed");
  }

  @Test
  void anotherPersonsMatterIsUnknown() throws Exception {
    under.withMatters();
    for (String path :
        new String[] {
          "/m/M-red",
          "/m/M-red/print",
          "/m/M-red/edit",
          "/m/M-red/card",
          "/m/M-red/card.svg",
          "/m/M-red/friends",
          "/m/M-red/cooling",
          "/m/M-red/challenge",
          "/m/M-red/friends/live"
        }) {
      MockHttpServletResponse answer = ask(get(path).header("X-Owner", "P-OTHER"));
      assertThat(answer.getStatus()).as(path).isEqualTo(404);
      assertThat(answer.getContentAsString()).as(path).contains("HF-601").doesNotContain("先别转");
    }
    ask(post("/m/M-red/erase").header("X-Owner", "P-OTHER"));
    assertThat(under.desks.requests.kept).containsKey("M-red");
  }

  @Test
  void erasingEverythingLeavesNothing() throws Exception {
    under.withMatters();
    assertThat(ask(post("/settings/erase")).getHeader("Location"))
        .isEqualTo("/settings?erased=true");
    assertThat(under.desks.requests.kept).isEmpty();
    assertThat(ask(get("/matters")).getContentAsString()).contains("还没有存下的事项");
  }

  @Test
  void theReadBackFragmentIsNoWholePage() throws Exception {
    String part = ask(post("/request/read").param("chat", Fixtures.CHAT_S1)).getContentAsString();
    assertThat(part).contains("class=\"chat\"").doesNotContain("<html").doesNotContain("<main");
  }

  @Test
  void theCardsCodeIsAnImage() throws Exception {
    under.withMatters();
    MockHttpServletResponse answer = ask(get("/m/M-red/card.svg"));
    assertThat(answer.getContentType()).isEqualTo("image/svg+xml");
    assertThat(answer.getContentAsString()).startsWith("<svg xmlns=");
    assertThat(ask(get("/m/M-red/card")).getContentType()).startsWith("text/html");
  }
}
