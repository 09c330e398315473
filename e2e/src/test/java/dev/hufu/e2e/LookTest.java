package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page in every mode: no finding of axe, nothing wider than the screen, nothing too small to
 * tap or to read, no style or script inside the page, and verdicts that survive a photocopier.
 */
@ExtendWith(Outside.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookTest {

  /** Pages whose picture is taken in the looks that tell something; the others' once. */
  private static final List<String> SHOWN =
      List.of("home", "helper", "red", "amber", "green", "unknown");

  private static final Pattern INLINE =
      Pattern.compile("<[^>]+\\s(style|on[a-z]+)\\s*=|<script(?![^>]*\\ssrc=)", Pattern.DOTALL);

  private final Outside outside;
  private final Visitor visitor;
  private final Map<String, String> pages;

  LookTest(Outside outside) {
    this.outside = outside;
    this.visitor = outside.visit();
    this.pages = Pages.of(visitor);
    Axe.bringAlong(visitor.context());
  }

  @AfterAll
  void nothingWentWrongOnTheWay() {
    visitor.close();
  }

  /**
   * Plain pages by every rule of axe, large and wide ones by those that letters and colours can
   * break; a page is loaded once for all widths and both grounds, which change no markup. Colours
   * do not change with the width either, so a wide page is looked at on one ground, and in large
   * letters only measured.
   */
  @ParameterizedTest
  @CsvSource({"plain,zh,360 1440", "plain,en,360", "elder,zh,360 1440", "elder,en,360"})
  void everyPageLightAndDark(String mode, String lang, String widths) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      wear(360, mode, lang);
      light(ColorScheme.LIGHT);
      visitor.go(page.getValue());
      for (String width : widths.split(" ", -1)) {
        look(page.getKey(), Integer.parseInt(width), mode, lang, found);
      }
    }
    assertThat(found).isEmpty();
  }

  private void look(String page, int width, String mode, String lang, List<String> found) {
    boolean elder = mode.equals("elder");
    String at = page + "-" + width + "-" + mode + "-" + lang;
    wear(width, mode, lang);
    light(ColorScheme.LIGHT);
    Elder.tooSmall(visitor, elder).forEach(one -> found.add(at + " " + one));
    boolean narrow = width == 360;
    List<String> wrong =
        !elder && narrow
            ? Axe.everything(visitor.page())
            : elder && !narrow ? List.of() : Axe.look(visitor.page());
    wrong.forEach(one -> found.add(at + "-light " + one));
    boolean telling = SHOWN.contains(page);
    if (telling || !elder && narrow && lang.equals("zh")) {
      visitor.glance(at + "-light");
    }
    if (lang.equals("zh") && (narrow || telling)) { // what is dark has the same colours in English
      light(ColorScheme.DARK);
      Axe.colours(visitor.page()).forEach(one -> found.add(at + "-dark " + one));
      if (telling && !elder) {
        visitor.glance(at + "-dark");
      }
    }
    if (narrow) {
      widerThan(360).forEach(one -> found.add(at + " " + one));
      widerThan(320).forEach(one -> found.add(at + " " + one));
    }
  }

  @Test
  void noPageHasStyleOrScriptInside() {
    for (Map.Entry<String, String> page : pages.entrySet()) {
      var answer = visitor.context().request().get(visitor.doorway().base() + page.getValue());
      assertThat(INLINE.matcher(answer.text()).results().map(r -> r.group()).toList())
          .as(page.getKey())
          .isEmpty();
      assertThat(answer.headers().get("content-security-policy"))
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
    }
  }

  /** Printed without colour, the four heads still differ, and each has its word. */
  @Test
  void verdictsAreToldApartInGrey() throws IOException {
    Map<String, BufferedImage> heads = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    wear(1440, "plain", "zh");
    light(ColorScheme.LIGHT);
    for (String verdict : List.of("red", "amber", "green", "unknown")) {
      visitor.go(Objects.requireNonNull(pages.get(verdict)));
      assertThat(visitor.verdict()).isEqualTo(verdict);
      byte[] png = visitor.at("#verdict .v__mark").screenshot();
      heads.put(verdict, ImageIO.read(new ByteArrayInputStream(png)));
      words.put(verdict, visitor.text("#verdict .v__kind"));
    }
    assertThat(words.values().stream().distinct()).hasSize(4);
    heads.forEach(
        (name, head) ->
            heads.forEach(
                (other, beside) -> {
                  if (!name.equals(other)) {
                    assertThat(Grey.distance(head, beside))
                        .as(name + " and " + other)
                        .isGreaterThan(0.05);
                  }
                }));
  }

  @Test
  void printsOnPaper() {
    try (Visitor reader = outside.visit()) {
      reader.bring(Stories.S1_CHAT, Stories.typed(Stories.S1));
      reader.go(reader.path() + "/print");
      reader.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      reader.page().setViewportSize(794, 1123);
      var _file = reader.shoot("red-print", true);
      assertThat(reader.at("button:visible").count()).isZero();
      assertThat(reader.at(".asof:visible").count()).isPositive();
      assertThat(reader.text(".printonly")).contains("规则截至");
      byte[] paper = reader.page().pdf(new Page.PdfOptions().setFormat("A4"));
      assertThat(paper).hasSizeGreaterThan(10_000);
    }
  }

  private void wear(int width, String mode, String lang) {
    visitor.prefer("mode", mode);
    visitor.prefer("lang", lang);
    visitor.page().setViewportSize(width, 900);
  }

  private void light(ColorScheme ground) {
    visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ground));
  }

  /** How far the page is wider than a screen of this width, if it is; leaves the screen so. */
  private List<String> widerThan(int width) {
    int height = visitor.page().viewportSize().height;
    visitor.page().setViewportSize(width, height);
    Object over =
        visitor.page().evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    return ((Number) over).intValue() > 0 ? List.of(width + " +" + over) : List.of();
  }
}
