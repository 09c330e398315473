package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What a page must be in large letters: nothing under 18 px, nothing to tap under 60 px. */
final class Elder {

  private static final String SMALL_TEXT =
      """
      () => {
        const small = new Set();
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let n = walk.nextNode(); n; n = walk.nextNode()) {
          const box = n.parentElement;
          if (!n.textContent.trim() || !box.checkVisibility()) continue;
          if (box.closest('svg, .hide')) continue;
          const size = parseFloat(getComputedStyle(box).fontSize);
          if (size < 18) small.add(size + ' ' + n.textContent.trim().slice(0, 30));
        }
        return [...small];
      }
      """;

  private static final String SMALL_TARGETS =
      """
      (least) => {
        const small = new Set();
        const targets = 'a[href], button, summary, label.opt, label.drop, input.in, textarea.in';
        for (const e of document.querySelectorAll(targets)) {
          if (!e.checkVisibility() || e.closest('.hide, .skip')) continue;
          // links inside a sentence or a list of sources are text, not buttons
          if (e.matches('a.src, p a:not(.btn):not(.crumb), .foot__about a, td a')) continue;
          const box = e.getBoundingClientRect();
          if (box.width < 1) continue;
          if (box.height < least - 0.5 || box.width < least - 0.5) {
            small.add(Math.round(box.width) + 'x' + Math.round(box.height) + ' '
                + e.tagName + ' ' + (e.textContent || e.id).trim().slice(0, 30));
          }
        }
        return [...small];
      }
      """;

  private Elder() {}

  static void assertLarge(Visitor visitor) {
    assertThat(tooSmall(visitor, true)).as(visitor.path()).isEmpty();
  }

  /** What is too small to read or to tap on this page, each with a few of its words. */
  static List<String> tooSmall(Visitor visitor, boolean elder) {
    List<String> small = new ArrayList<>();
    if (elder) {
      ((List<?>) visitor.page().evaluate(SMALL_TEXT)).forEach(text -> small.add("text " + text));
    }
    ((List<?>) visitor.page().evaluate(SMALL_TARGETS, elder ? 60 : 44))
        .forEach(target -> small.add("target " + target));
    return small;
  }
}
