package dev.hufu.kernel.decision;

import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Optional;

/**
 * A rule that fired, with the facts that made it fire.
 *
 * @param effect what it does to the verdict
 * @param weight of a {@link Effect#WEIGHT} rule, 0..1, else 0
 * @param need of a {@link Effect#NEED} rule, the fact without which there is no green
 * @param seen what was seen, short and bold
 * @param why why it matters, one sentence
 * @param facts what the condition read, in the order of names
 */
public record Finding(
    String rule,
    Stage stage,
    Effect effect,
    double weight,
    Optional<String> need,
    Wording seen,
    Wording why,
    List<Source> sources,
    List<Fact> facts) {

  /** What a rule does when it fires. */
  public enum Effect {
    /** Adds to the risk. */
    WEIGHT,
    /** Red, whatever else is known. */
    STOP,
    /** Not green before a fact is known. */
    NEED,
    /** Takes the weight off other rules: what they feared was looked into. */
    CLEAR,
    /** Says something without changing the verdict. */
    NOTE
  }

  public Finding {
    sources = List.copyOf(sources);
    facts = List.copyOf(facts);
  }
}
