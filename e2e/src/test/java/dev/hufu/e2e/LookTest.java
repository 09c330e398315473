package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page in every mode: no finding of axe, nothing wider than the screen, nothing too small to
 * tap or to read, no style or script inside the page, and verdicts that survive a photocopier.
 */
@ExtendWith(Outside.Shared.class)
class LookTest {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** Pages whose picture is taken in every look; the others' once. */
  private static final List<String> SHOWN =
      List.of("home", "helper", "red", "amber", "green", "unknown");

  private static final Pattern INLINE =
      Pattern.compile("<[^>]+\\s(style|on[a-z]+)\\s*=|<script(?![^>]*\\ssrc=)", Pattern.DOTALL);

  private final Outside outside;

  LookTest(Outside outside) {
    this.outside = outside;
  }

  @ParameterizedTest
  @CsvSource({"360,plain,zh", "360,elder,zh", "1440,plain,zh", "1440,elder,zh", "360,plain,en"})
  void everyPageLightAndDark(int width, String mode, String lang) {
    Visitor.Screen screen = new Visitor.Screen(width, 900, false, mode, lang, true);
    List<String> found = new ArrayList<>();
    try (Visitor visitor = outside.visit(screen)) {
      for (Map.Entry<String, String> page : Pages.of(visitor).entrySet()) {
        for (ColorScheme ground : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ground));
          if (ground == ColorScheme.LIGHT) {
            visitor.go(page.getValue());
            Elder.tooSmall(visitor, mode.equals("elder"))
                .forEach(one -> found.add(page.getKey() + " " + one));
          }
          String at = page.getKey() + "-" + width + "-" + mode + "-" + lang + "-" + ground;
          look(visitor, at, found);
          boolean telling = SHOWN.contains(page.getKey());
          if (telling || ground == ColorScheme.LIGHT && mode.equals("plain") && width == 360) {
            var _file = visitor.shoot(at.toLowerCase(Locale.ROOT), true);
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void nothingIsWiderThanASmallPhone() {
    List<String> wide = new ArrayList<>();
    for (Visitor.Screen screen : List.of(Visitor.Screen.PHONE, Visitor.Screen.PHONE.elder())) {
      try (Visitor visitor = outside.visit(screen)) {
        for (Map.Entry<String, String> page : Pages.of(visitor).entrySet()) {
          visitor.go(page.getValue());
          for (int width : new int[] {320, 360}) {
            visitor.page().setViewportSize(width, 700);
            Object over =
                visitor
                    .page()
                    .evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
            if (((Number) over).intValue() > 0) {
              wide.add(page.getKey() + " " + screen.mode() + " " + width + " +" + over);
            }
          }
        }
      }
    }
    assertThat(wide).isEmpty();
  }

  @Test
  void noPageHasStyleOrScriptInside() {
    try (Visitor visitor = outside.visit()) {
      for (Map.Entry<String, String> page : Pages.of(visitor).entrySet()) {
        var answer = visitor.context().request().get(visitor.doorway().base() + page.getValue());
        assertThat(INLINE.matcher(answer.text()).results().map(r -> r.group()).toList())
            .as(page.getKey())
            .isEmpty();
        assertThat(answer.headers().get("content-security-policy"))
            .contains("default-src 'none'")
            .doesNotContain("unsafe");
      }
    }
  }

  /** Printed without colour, the four heads still differ, and each has its word. */
  @Test
  void verdictsAreToldApartInGrey() throws IOException {
    Map<String, BufferedImage> heads = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    try (Visitor visitor = outside.visit()) {
      for (Map.Entry<String, String> matter : Pages.verdicts(visitor).entrySet()) {
        visitor.go(matter.getValue());
        assertThat(visitor.verdict()).isEqualTo(matter.getKey());
        byte[] png = visitor.at("#verdict .v__mark").screenshot();
        heads.put(matter.getKey(), ImageIO.read(new ByteArrayInputStream(png)));
        words.put(matter.getKey(), visitor.text("#verdict .v__kind"));
      }
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
    try (Visitor visitor = outside.visit()) {
      Map<String, String> verdicts = Pages.verdicts(visitor);
      visitor.go(verdicts.get("red") + "/print");
      visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      visitor.page().setViewportSize(794, 1123);
      var _file = visitor.shoot("red-print", true);
      assertThat(visitor.at("button:visible").count()).isZero();
      assertThat(visitor.at(".asof:visible").count()).isPositive();
      assertThat(visitor.text(".printonly")).contains("规则截至");
      byte[] paper = visitor.page().pdf(new Page.PdfOptions().setFormat("A4"));
      assertThat(paper).hasSizeGreaterThan(10_000);
    }
  }

  private static void look(Visitor visitor, String at, List<String> found) {
    for (Rule rule : new AxeBuilder(visitor.page()).withTags(RULES).analyze().getViolations()) {
      rule.getNodes().forEach(node -> found.add(at + " " + rule.getId() + " " + node.getTarget()));
    }
  }
}
