package dev.hufu.policy.pack;

import dev.hufu.kernel.decision.Finding;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.expression.Expression;
import java.util.List;
import java.util.Optional;

/**
 * A rule: when it holds, what it does, what it says, and why it may say so.
 *
 * @param weight of a weight rule, 0..1
 * @param need of a need rule, the fact it asks for
 * @param clears of a clear rule, the ids of the rules whose weight it takes away
 * @param rank 0..100; which reason leads
 */
public record Rule(
    String id,
    Stage stage,
    Expression when,
    Finding.Effect effect,
    double weight,
    Optional<String> need,
    List<String> clears,
    int rank,
    Wording seen,
    Wording why,
    Source source) {

  public Rule {
    clears = List.copyOf(clears);
  }
}
