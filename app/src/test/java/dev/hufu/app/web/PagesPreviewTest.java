package dev.hufu.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Lang;
import jakarta.servlet.http.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.RequestBuilder;

/**
 * Goal: every page of every mode is whole, safe and linked. Method: renders them all over hand-made
 * desks into {@code target/pages}, where they can be opened in a browser, and checks the markup.
 */
class PagesPreviewTest {

  private static final Pattern LINK =
      Pattern.compile("(?:href|action|hx-get|hx-post)=\"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("<h([1-6])[ >]");
  private static final Pattern TEXT_ZH = Pattern.compile("[\\p{IsHan}]");

  private static final Map<String, String> MODES =
      Map.of(
          "zh", "",
          "en", "lang=en",
          "zh-elder", "mode=elder",
          "en-elder", "lang=en&mode=elder",
          "zh-dark", "theme=dark");

  /** Pages that need more than the desks of this test; the browser's stories open them. */
  private static final Set<String> OF_OTHER_DESKS =
      Set.of("/enter", "/log", "/loans", "/loss", "/lender", "/bills");

  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  @BeforeAll
  static void renderAll() throws Exception {
    Path folder = Path.of("target", "pages");
    Files.createDirectories(folder);
    for (Map.Entry<String, String> mode : MODES.entrySet()) {
      Cookie[] cookies =
          Stream.of(mode.getValue().split("&"))
              .filter(pair -> !pair.isEmpty())
              .map(pair -> new Cookie(pair.split("=")[0], pair.split("=")[1]))
              .toArray(Cookie[]::new);
      for (Map.Entry<String, String> page : render(cookies).entrySet()) {
        String name = page.getKey() + "." + mode.getKey();
        PAGES.put(name, page.getValue());
        Files.writeString(folder.resolve(name + ".html"), local(page.getValue()));
      }
    }
  }

  /** Pages that are opened by their address alone. */
  private static final List<String> PLAIN =
      List.of(
          "/",
          "/request",
          "/request/helper",
          "/matters",
          "/settings",
          "/settings/erase",
          "/how",
          "/credit",
          "/blank",
          "/m/M-red",
          "/m/M-amber",
          "/m/M-green",
          "/m/M-unknown",
          "/m/M-evil",
          "/m/M-red/print",
          "/m/M-red/edit",
          "/m/M-evil/edit",
          "/m/M-red/card",
          "/m/M-evil/card",
          "/m/M-red/challenge",
          "/m/M-red/friends",
          "/m/M-red/cooling",
          "/m/M-none",
          "/f/old",
          "/f/none");

  private static Map<String, String> render(Cookie[] cookies) throws Exception {
    PagesUnderTest under = new PagesUnderTest().withMatters();
    Map<String, String> pages = new LinkedHashMap<>();
    for (String path : PLAIN) {
      pages.put(name(path), body(under, cookies, get(path)));
    }
    renderForms(under, cookies, pages);
    renderPeople(under, cookies, pages);
    renderEdges(under, cookies, pages);
    return pages;
  }

  private static void renderForms(PagesUnderTest under, Cookie[] cookies, Map<String, String> pages)
      throws Exception {
    MockMultipartFile shot = new MockMultipartFile("shots", "a.png", "image/png", new byte[16]);
    pages.put(
        "request-read", body(under, cookies, multipart("/request").file(shot).param("do", "read")));
    pages.put(
        "request-wrong",
        body(
            under,
            cookies,
            post("/request")
                .param("chat", Fixtures.CHAT_S1)
                .param("f.request.amount", "很多")
                .param("f.request.repayBy", "soon")));
    pages.put(
        "helper-question",
        body(
            under,
            cookies,
            post("/request/helper")
                .param("at", "relation.accountAge")
                .param("chat", Fixtures.CHAT_S1)
                .param("f.relation.accountAge", "0 d")));
    pages.put(
        "helper-amount",
        body(
            under,
            cookies,
            post("/request/helper")
                .param("at", "verify.payeeName")
                .param("chat", Fixtures.CHAT_S1)
                .param("f.verify.callBack", "no_answer")));
  }

  private static void renderPeople(
      PagesUnderTest under, Cookie[] cookies, Map<String, String> pages) throws Exception {
    pages.put(
        "friends-made",
        body(under, cookies, post("/m/M-red/friends").param("asker", "小张").param("claimed", "小王")));
    body(under, cookies, post("/m/M-red/friends").param("asker", "Z").param("claimed", "W"));
    pages.put("friend", body(under, cookies, get("/f/T1")));
    pages.put(
        "friend-thanks",
        body(under, cookies, post("/f/T1").param("a", "no").param("note", "no :-)")));
    pages.put("friend-used", body(under, cookies, get("/f/T1")));
    body(under, cookies, post("/m/M-red/cooling").param("minutes", "30"));
    pages.put("cooling-set", body(under, cookies, get("/m/M-red/cooling")));
    pages.put("cooling-asked", body(under, cookies, post("/m/M-red/cooling/ask")));
    pages.put("release", body(under, cookies, get("/r/R1")));
    pages.put("result-busy", body(under, cookies, get("/m/M-red")));
  }

  private static void renderEdges(PagesUnderTest under, Cookie[] cookies, Map<String, String> pages)
      throws Exception {
    Page page =
        new PageSource(under.desks.requests)
            .in(
                Stream.of(cookies).anyMatch(cookie -> cookie.getValue().equals("en"))
                    ? Lang.EN
                    : Lang.ZH,
                new Page.Csrf("_csrf", "form-token"));
    Templates templates = new Templates();
    pages.put("enter", templates.render("enter", page, new EnterView("secret")));
    pages.put("enter-without", templates.render("enter", page, new EnterView("")));
    pages.put("error-stale", templates.render("error", page, stale()));
    pages.put("release-thanks", body(under, cookies, post("/r/R1").param("a", "lift")));
  }

  private static ErrorView stale() {
    Refusal refusal = Refusal.of(Code.FORM_STALE, "");
    ErrorView.Again again =
        new ErrorView.Again(
            "/request",
            true,
            List.of(
                new ErrorView.Kept("_csrf", "form-token"),
                new ErrorView.Kept("chat", PagesUnderTest.EVIL)));
    return new ErrorView(refusal.code().id(), refusal.wording(), "E-1", Optional.of(again));
  }

  private static String name(String path) {
    return path.equals("/") ? "home" : path.substring(1).replace('/', '-');
  }

  private static String body(
      PagesUnderTest under,
      Cookie[] cookies,
      org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> asked)
      throws Exception {
    if (cookies.length > 0) {
      asked.cookie(cookies);
    }
    MockHttpServletResponse response =
        under.mvc.perform((RequestBuilder) asked).andReturn().getResponse();
    return response.getContentAsString();
  }

  /** The same page with addresses that work from a folder. */
  private static String local(String page) {
    return page.replace("href=\"/css/", "href=\"../classes/static/css/")
        .replace("src=\"/js/", "src=\"../classes/static/js/")
        .replace("href=\"/img/", "href=\"../classes/static/img/");
  }

  @Test
  void nothingIsInlineAndNothingIsForeign() {
    PAGES.forEach(
        (name, page) -> {
          assertThat(page).as(name).doesNotContain(" style=").doesNotContain("<style");
          assertThat(page).as(name).doesNotContainPattern("<script(?! src=\"/)");
          assertThat(page).as(name).doesNotContainPattern("<[^>]* on[a-z]+=");
          assertThat(page).as(name).doesNotContain("javascript:");
          assertThat(page).as(name).doesNotContainPattern("(src|href|action)=\"(https?:)?//");
        });
  }

  @Test
  void whatAPersonTypedNeverBecomesMarkup() {
    PAGES.forEach(
        (name, page) -> {
          assertThat(page).as(name).doesNotContain("<script>alert");
          assertThat(page).as(name).doesNotContain("<img src=x");
        });
    assertThat(PAGES.get("m-M-evil.zh")).contains("&lt;script");
    assertThat(PAGES.get("m-M-evil-edit.zh")).contains("&lt;script");
  }

  @Test
  void everyLinkLeadsToAKnownRoute() throws Exception {
    PagesUnderTest under = new PagesUnderTest().withMatters();
    List<String> dead = new ArrayList<>();
    Set<String> tried = new HashSet<>();
    for (Map.Entry<String, String> page : PAGES.entrySet()) {
      Matcher link = LINK.matcher(page.getValue());
      while (link.find()) {
        String to = link.group(1).replace("&amp;", "&");
        if (to.startsWith("#")) {
          assertThat(page.getValue()).as(page.getKey()).contains("id=\"" + to.substring(1) + "\"");
        } else if (to.startsWith("/") && !served(to)) {
          String path = to.replaceAll("[?#].*", "");
          int got = under.mvc.perform(get(path)).andReturn().getResponse().getStatus();
          boolean routed = got != 404 || path.matches("/[mfr]/.*");
          if (!routed && got != 405) {
            dead.add(page.getKey() + " → " + to);
          }
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  private static boolean served(String path) {
    String file = path.replaceAll("\\?.*", "");
    return OF_OTHER_DESKS.contains(file)
        || PagesPreviewTest.class.getResource("/static" + file) != null && file.length() > 1
        || PagesPreviewTest.class.getResource("/META-INF/resources" + file) != null
            && file.length() > 1;
  }

  @Test
  void headingsDescendOneStepAtATimeFromOneFirst() {
    PAGES.forEach(
        (name, page) -> {
          Matcher heading = HEADING.matcher(page);
          int before = 0;
          int firsts = 0;
          while (heading.find()) {
            int level = Integer.parseInt(heading.group(1));
            assertThat(level).as(name + " heading order").isLessThanOrEqualTo(before + 1);
            firsts += level == 1 ? 1 : 0;
            before = level;
          }
          assertThat(firsts).as(name + " first headings").isEqualTo(1);
        });
  }

  @Test
  void idsAreUsedOnce() {
    PAGES.forEach(
        (name, page) -> {
          List<String> ids = new ArrayList<>();
          Matcher id = ID.matcher(page);
          while (id.find()) {
            ids.add(id.group(1));
          }
          assertThat(ids).as(name).doesNotHaveDuplicates();
        });
  }

  @Test
  void everyPostCarriesTheToken() {
    PAGES.forEach(
        (name, page) -> {
          long forms =
              Pattern.compile("<form [^>]*method=\"post\"").matcher(page).results().count();
          long all = Pattern.compile("<form ").matcher(page).results().count();
          long tokens =
              Pattern.compile("name=\"_csrf\" value=\"form-token\"")
                  .matcher(page)
                  .results()
                  .count();
          assertThat(forms).as(name).isEqualTo(all).isEqualTo(tokens);
        });
  }

  @Test
  void englishPagesAreEnglish() {
    PAGES.forEach(
        (name, page) -> {
          if (name.endsWith(".en") && !name.contains("evil") && !name.startsWith("friend")) {
            String words =
                page.replaceAll("(?s)<textarea.*?</textarea>", "")
                    .replaceAll("(?s)<div class=\"chat\">.*?</div>\\s*</div>", "")
                    .replaceAll("(?s)<div class=\"msg.*?</div>", "")
                    .replaceAll("value=\"[^\"]*\"", "")
                    .replace("中文", "");
            assertThat(TEXT_ZH.matcher(words).results().map(r -> r.group()).toList())
                .as(name)
                .isEmpty();
          }
        });
  }

  @Test
  void theServerWritesModeThemeAndLanguage() {
    assertThat(PAGES.get("home.zh")).contains("<html lang=\"zh-CN\">");
    assertThat(PAGES.get("home.en-elder")).contains("<html lang=\"en\" data-mode=\"elder\">");
    assertThat(PAGES.get("home.zh-dark")).contains("<html lang=\"zh-CN\" data-theme=\"dark\">");
    assertThat(PAGES.get("request-helper.zh")).contains("data-mode=\"elder\"");
  }

  @Test
  void thePrintViewIsOpenAndEndsWithTheDateOfTheRules() {
    String page = Objects.requireNonNull(PAGES.get("m-M-red-print.zh"));
    assertThat(page).contains("<details class=\"more\" open>").contains("规则截至");
    assertThat(page.lastIndexOf("2026-11-21")).isGreaterThan(page.indexOf("<footer"));
  }

  @Test
  void noWordOfBlameOrPromise() {
    PAGES.forEach(
        (name, page) ->
            assertThat(page).as(name).doesNotContain("违法", "不用还", "一定能追回", "骗子账号", "24 小时内必须"));
  }
}
