package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.Timing;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person at a browser. Closing one asserts what holds for every page there is: no fault in the
 * console under the real policy of contents, no error of a script, no request to any other host.
 */
final class Visitor implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  /**
   * What somebody reads on.
   *
   * @param width in CSS pixels
   * @param dark the system's ground
   * @param mode {@code elder}, {@code plain}, or empty while nothing was chosen
   * @param lang {@code zh} or {@code en}
   * @param script whether JavaScript runs
   */
  record Screen(int width, int height, boolean dark, String mode, String lang, boolean script) {

    static final Screen DESKTOP = new Screen(1440, 1000, false, "", "zh", true);
    static final Screen PHONE = new Screen(360, 740, false, "", "zh", true);

    Screen inDark() {
      return new Screen(width, height, true, mode, lang, script);
    }

    Screen elder() {
      return new Screen(width, height, dark, "elder", lang, script);
    }

    Screen english() {
      return new Screen(width, height, dark, mode, "en", script);
    }

    Screen withoutScript() {
      return new Screen(width, height, dark, mode, lang, false);
    }
  }

  private final Doorway doorway;
  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new ArrayList<>();
  private final List<String> strangers = new ArrayList<>();
  private Optional<Response> last = Optional.empty();

  Visitor(Browser browser, Doorway doorway, Screen screen) {
    this.doorway = doorway;
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(doorway.base())
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(screen.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setJavaScriptEnabled(screen.script()));
    context.setDefaultTimeout(30_000);
    context.setDefaultNavigationTimeout(30_000);
    prefer("lang", screen.lang());
    if (!screen.mode().isEmpty()) {
      prefer("mode", screen.mode());
    }
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // Chromium reports a refused form as a failed load; the page itself says it in words
          boolean refusal = message.text().startsWith("Failed to load resource: the server resp");
          if ((message.type().equals("error") || message.type().equals("warning")) && !refusal) {
            faults.add(message.text());
          }
        });
    page.onPageError(faults::add);
    page.onRequest(
        request -> {
          String url = request.url();
          if (!url.startsWith(doorway.base() + "/") && !url.startsWith("about:")) {
            strangers.add(url);
          }
        });
    page.onResponse(
        response -> {
          if (response.request().isNavigationRequest() && response.status() != 303) {
            last = Optional.of(response);
          }
        });
  }

  void prefer(String name, String value) {
    context.addCookies(List.of(new Cookie(name, value).setUrl(doorway.base())));
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  Doorway doorway() {
    return doorway;
  }

  /** Opens a page and gives back its status. */
  int go(String path) {
    Response response =
        page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    return Objects.requireNonNull(response).status();
  }

  /** The status of the page that is shown now. */
  int status() {
    return last.map(Response::status).orElse(0);
  }

  /** How long the server took over the page that is shown now: request sent to first byte. */
  Duration waited() {
    Timing timing = last.orElseThrow().request().timing();
    return Duration.ofMillis((long) (timing.responseStart - timing.requestStart));
  }

  Locator at(String selector) {
    return page.locator(selector);
  }

  Locator at(String selector, String words) {
    return page.locator(selector).filter(new Locator.FilterOptions().setHasText(words));
  }

  String text() {
    return text("main");
  }

  /** As it is read: a space that holds a figure and its unit together is a space. */
  String text(String selector) {
    return page.locator(selector).innerText().replace('\u00a0', ' ');
  }

  String path() {
    return URI.create(page.url()).getPath();
  }

  Visitor type(String selector, String words) {
    page.locator(selector).fill(words);
    return this;
  }

  /** Presses the button or link with these words that can be seen, and waits for the next page. */
  Visitor press(String words) {
    Locator pressed =
        page.locator("button:visible, a:visible")
            .filter(new Locator.FilterOptions().setHasText(words))
            .last();
    return onward(pressed::click);
  }

  /** Does what leads to another page and waits until that page is there. */
  @SuppressWarnings("deprecation") // racy without an action; with one it is the exact tool
  Visitor onward(Runnable action) {
    var _response = page.waitForNavigation(action);
    return this;
  }

  /** Opens a folded part by its title. */
  Visitor open(String title) {
    at("details:not([open]) > summary", title).first().click();
    return this;
  }

  /** Answers one question of the one-page form or of a helper screen, by its written value. */
  Visitor answer(String fact, String value) {
    unfold("f." + fact);
    Locator choice =
        page.locator("input[type=radio][name='f." + fact + "'][value='" + value + "']");
    if (choice.count() > 0) {
      page.locator("label.opt").filter(new Locator.FilterOptions().setHas(choice)).first().click();
    } else {
      page.locator("input[name='f." + fact + "']:not([type=radio])").first().fill(value);
    }
    return this;
  }

  /** Answers the question if this is the screen that asks it. */
  void answerIfAsked(String fact, String value) {
    if (page.locator("fieldset [name='f." + fact + "'], .field [name='f." + fact + "']").count()
        > 0) {
      var _self = answer(fact, value);
    }
  }

  /** Opens the folded part of the form that a field stands in, as a finger would. */
  private void unfold(String field) {
    Locator folded = page.locator("details:not([open]):has([name='" + field + "'])");
    if (folded.count() > 0) {
      folded.first().locator("summary").first().click();
    }
  }

  Visitor answers(Map<String, String> facts) {
    facts.forEach(this::answer);
    return this;
  }

  /** Pastes a chat on the first page, answers, and asks for the result. */
  Visitor check(String chat, Map<String, String> facts) {
    go("/request");
    type("#chat", chat);
    press("再读一遍");
    answers(facts);
    press("看结果");
    assertThat(path()).as(page.locator("body").innerText()).startsWith("/m/");
    return this;
  }

  /**
   * Comes to the result of a check as its form sends it, without drawing and filling it in: for
   * stories that begin there. The form itself is walked through by those that {@link #check}.
   */
  Visitor bring(String chat, Map<String, String> facts) {
    String place = doorway.base() + "/request";
    Matcher token = TOKEN.matcher(context.request().get(place).text());
    assertThat(token.find()).as("the token of the form").isTrue();
    FormData form =
        FormData.create().set("_csrf", token.group(1)).set("do", "check").set("chat", chat);
    facts.forEach((fact, value) -> form.set("f." + fact, value));
    APIResponse answer =
        context
            .request()
            .post(place, RequestOptions.create().setMultipart(form).setMaxRedirects(0));
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    go(URI.create(answer.headers().getOrDefault("location", "/")).getPath());
    assertThat(path()).as(page.locator("body").innerText()).startsWith("/m/");
    return this;
  }

  String verdict() {
    String classes = Objects.requireNonNull(page.locator("#verdict").getAttribute("class"));
    return classes.replaceFirst(".*v--", "");
  }

  List<String> reasons() {
    return page.locator("#verdict .reasons li b").allInnerTexts();
  }

  Path shoot(String name, boolean whole) {
    Path file = Program.TARGET.resolve("screens").resolve(name + ".png");
    var _bytes = page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole));
    return file;
  }

  /** The whole page as {@link #shoot} takes it, packed less tightly: half the time, same pixels. */
  void glance(String name) {
    Object size =
        page.evaluate(
            "() => [document.documentElement.clientWidth, document.documentElement.scrollHeight]");
    List<?> sides = (List<?>) size;
    JsonObject clip = new JsonObject();
    clip.addProperty("x", 0);
    clip.addProperty("y", 0);
    clip.addProperty("width", (Number) sides.get(0));
    clip.addProperty("height", (Number) sides.get(1));
    clip.addProperty("scale", 1);
    JsonObject wanted = new JsonObject();
    wanted.addProperty("captureBeyondViewport", true);
    wanted.addProperty("optimizeForSpeed", true);
    wanted.add("clip", clip);
    CDPSession session = context.newCDPSession(page);
    String picture = session.send("Page.captureScreenshot", wanted).get("data").getAsString();
    session.detach();
    try {
      Path folder = Files.createDirectories(Program.TARGET.resolve("screens"));
      Files.write(folder.resolve(name + ".png"), Base64.getDecoder().decode(picture));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    context.close();
    assertThat(faults).as("the console").isEmpty();
    assertThat(strangers).as("requests to other hosts").isEmpty();
  }
}
