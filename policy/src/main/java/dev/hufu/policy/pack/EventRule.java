package dev.hufu.policy.pack;

import dev.hufu.kernel.decision.Finding.Effect;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.plan.RowCondition;
import java.util.List;

/**
 * A rule over events: at which kind of event it looks, when it holds, what it does and says, and
 * why it may say so. The first of three levels, rule, typology, verdict.
 *
 * @param on the kind of event it decides upon
 * @param weight of a weight rule, 0..1; typologies join it
 * @param clears of a clear rule, the ids of the rules whose weight it takes away
 * @param rank 0..100; which reason leads
 */
public record EventRule(
    String id,
    String on,
    Stage stage,
    RowCondition when,
    Effect effect,
    double weight,
    List<String> clears,
    int rank,
    Wording seen,
    Wording why,
    Source source) {

  public EventRule {
    clears = List.copyOf(clears);
  }
}
