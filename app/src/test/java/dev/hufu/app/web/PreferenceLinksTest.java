package dev.hufu.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.RequestBuilder;

/**
 * Goal: a plain link sets how one reads, and nothing else. Method: asks for pages with such links.
 */
class PreferenceLinksTest {

  private final PagesUnderTest under = new PagesUnderTest();

  private MockHttpServletResponse ask(RequestBuilder request) throws Exception {
    return under.mvc.perform(request).andReturn().getResponse();
  }

  @Test
  void leadsBackToTheSamePageWithoutTheChoice() throws Exception {
    MockHttpServletResponse answer = ask(get("/settings?erased=true&mode=elder&lang=en"));
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo("/settings?erased=true");
    assertThat(answer.getHeaders("Set-Cookie"))
        .hasSize(2)
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
  }

  @Test
  void whatNobodyOffersIsIgnored() throws Exception {
    MockHttpServletResponse answer = ask(get("/?mode=<script>&lang=fr&theme=pink"));
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeader("Set-Cookie")).isNull();
  }

  @Test
  void aFormIsNeverRedirected() throws Exception {
    assertThat(ask(post("/request?lang=en").param("chat", "在吗")).getHeader("Set-Cookie")).isNull();
  }

  @Test
  void neverLeadsToAnotherHost() throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "//evil.example/x");
    request.setQueryString("lang=en");
    MockHttpServletResponse response = new MockHttpServletResponse();
    new PreferenceLinks().doFilter(request, response, new MockFilterChain());
    assertThat(response.getHeader("Location")).isEqualTo("/evil.example/x");
  }
}
