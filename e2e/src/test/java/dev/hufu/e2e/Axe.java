package dev.hufu.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * axe over the page that is shown, without the second page and the full report that its builder
 * makes for every run: what is asked here is only what is wrong, and that takes a tenth.
 */
final class Axe {

  /** Every rule of WCAG up to 2.2 AA, and what axe counts as good practice. */
  private static final String EVERYTHING =
      "{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
          + " 'best-practice']}";

  /** The rules that read colours, sizes or places, which a look can change without the markup. */
  private static final String LOOKS =
      "{type: 'rule', values: ['color-contrast', 'target-size', 'link-in-text-block',"
          + " 'scrollable-region-focusable', 'aria-hidden-focus', 'css-orientation-lock']}";

  /** The rules that read colours, which are all that a dark ground can change. */
  private static final String COLOURS =
      "{type: 'rule', values: ['color-contrast', 'link-in-text-block']}";

  private static final String RUN =
      """
      async () => {
        const found = await axe.run(document, {
          runOnly: %s, rules: {'target-size': {enabled: true}},
          resultTypes: ['violations'], reporter: 'v2', preload: false
        });
        return found.violations.flatMap(
            rule => rule.nodes.map(node => rule.id + ' ' + node.target.join(' ')));
      }
      """;

  private static final String ALL = RUN.formatted(EVERYTHING);
  private static final String LOOK = RUN.formatted(LOOKS);
  private static final String COLOUR = RUN.formatted(COLOURS);

  private static final String SCRIPT = script();

  private Axe() {}

  /** For somebody who will look at every page: sent to the browser once instead of per page. */
  static void bringAlong(BrowserContext context) {
    context.addInitScript(SCRIPT);
  }

  /** What any rule finds wrong: the rule and the place, one each. */
  static List<String> everything(Page page) {
    return run(page, ALL);
  }

  /** What the rules find wrong that a look can break: large letters, or a small screen. */
  static List<String> look(Page page) {
    return run(page, LOOK);
  }

  /** What is wrong with the colours of a page whose other ground was looked at before. */
  static List<String> colours(Page page) {
    return run(page, COLOUR);
  }

  private static List<String> run(Page page, String asked) {
    if (Boolean.FALSE.equals(page.evaluate("() => typeof axe === 'object'"))) {
      var _loaded = page.evaluate(SCRIPT);
    }
    List<String> found = new ArrayList<>();
    ((List<?>) page.evaluate(asked)).forEach(one -> found.add(one.toString()));
    return found;
  }

  private static String script() {
    try (InputStream bytes =
        com.deque.html.axecore.playwright.AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }
}
