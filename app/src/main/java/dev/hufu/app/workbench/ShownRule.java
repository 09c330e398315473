package dev.hufu.app.workbench;

import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.kernel.text.Wording;
import java.util.List;

/**
 * A rule as a team reads it, whether it looks at a matter or at events.
 *
 * @param on the kind of event it decides upon; empty for rules over matters
 * @param typologies ids of those that join its weight; none for rules over matters
 */
public record ShownRule(
    String id,
    String on,
    Stage stage,
    String condition,
    Wording effect,
    int rank,
    Wording seen,
    Wording why,
    Source source,
    List<String> typologies) {

  public ShownRule {
    typologies = List.copyOf(typologies);
  }
}
