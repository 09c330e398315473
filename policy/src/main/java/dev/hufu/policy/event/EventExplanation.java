package dev.hufu.policy.event;

import dev.hufu.kernel.decision.Finding.Effect;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why an event was decided as it was, made from the decision's own inputs whenever somebody asks.
 *
 * @param next what to do, by the typology that leads
 * @param findings rules that fired, the strongest part first
 * @param nearMisses rules that one part kept from firing
 * @param wouldChange what, were it otherwise, would change the verdict
 */
public record EventExplanation(
    EventDecision decision,
    Wording word,
    Wording one,
    Optional<Wording> next,
    List<Finding> findings,
    List<NearMiss> nearMisses,
    List<WouldChange> wouldChange) {

  public EventExplanation {
    findings = List.copyOf(findings);
    nearMisses = List.copyOf(nearMisses);
    wouldChange = List.copyOf(wouldChange);
  }

  /**
   * A rule that fired.
   *
   * @param part by how many ten-thousandths the risk would be lower without it
   * @param values what its condition read, by name
   */
  public record Finding(
      String rule,
      Stage stage,
      Effect effect,
      double weight,
      int part,
      Wording seen,
      Wording why,
      Source source,
      Map<String, Wording> values) {}

  /**
   * A rule that did not fire but nearly.
   *
   * @param condition the one part that kept it
   * @param missing names without a value that this part reads; empty if it is plainly false
   * @param actual what the number was, where the part compares one
   * @param wanted the nearest number with which it would have held
   */
  public record NearMiss(
      String rule,
      String condition,
      List<String> missing,
      Optional<Wording> actual,
      Optional<Wording> wanted) {}

  /** Rules without which, or one nearly fired rule with which, the verdict would be another. */
  public record WouldChange(Verdict to, List<String> without, List<String> with) {}
}
