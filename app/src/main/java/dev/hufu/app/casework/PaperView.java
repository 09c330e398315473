package dev.hufu.app.casework;

import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.casework.CasePlan;
import dev.hufu.policy.paper.Paper;
import dev.hufu.policy.paper.PaperText;
import java.util.Optional;

/**
 * The page of one paper.
 *
 * @param drafted filled in as far as it is known
 * @param edited what somebody made of it, if that was kept
 */
public record PaperView(
    String matterId, CasePlan plan, Paper paper, String drafted, Optional<String> edited) {

  static PaperView of(String matterId, CasePlan plan, Paper paper, String in) {
    return new PaperView(
        matterId, plan, paper, PaperText.write(paper), plan.file().paper(paper.id(), in));
  }

  /** What stands in the box. */
  public String text() {
    return edited.orElse(drafted);
  }

  /** The language of the paper, which is not always that of the page. */
  public Lang in() {
    return paper.lang();
  }

  public String fact(String name) {
    return plan.file().facts().getOrDefault(name, "");
  }

  /** Lines enough to show most of it without scrolling inside. */
  public long rows() {
    return Math.min(40, 4 + text().length() / 40 + text().lines().count());
  }
}
