package dev.hufu.app.casework;

import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.casework.CasePlan;
import dev.hufu.policy.paper.Paper;

/**
 * The page of one paper.
 *
 * @param text filled in as far as it is known, to be edited
 */
public record PaperView(String matterId, CasePlan plan, Paper paper, String text) {

  /** The language of the paper, which is not always that of the page. */
  public Lang in() {
    return paper.lang();
  }

  public String fact(String name) {
    return plan.file().facts().getOrDefault(name, "");
  }

  /** Lines enough to show most of it without scrolling inside. */
  public long rows() {
    return Math.min(40, 4 + text.length() / 40 + text.lines().count());
  }
}
