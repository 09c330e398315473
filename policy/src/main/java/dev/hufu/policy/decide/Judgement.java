package dev.hufu.policy.decide;

import dev.hufu.kernel.decision.Finding.Effect;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.policy.expression.Scope;
import dev.hufu.policy.pack.Rule;
import java.util.List;
import java.util.Optional;

/**
 * The bare verdict and what it rests on, before anything is put into words.
 *
 * @param facts told facts over the pack's assumptions
 * @param scope the names conditions could read
 * @param fired rules that hold, in the order of the pack
 * @param silenced rules that would hold, but whose law entry is not in force on the day
 * @param cleared ids of rules whose weight was taken away
 * @param open facts without which there is no green
 */
record Judgement(
    Facts facts,
    Scope scope,
    Identity identity,
    List<Rule> fired,
    List<Rule> silenced,
    List<String> cleared,
    double risk,
    List<String> open,
    Verdict verdict) {

  /** The rule for whose sake this is unknown and not green, if that is why. */
  Optional<Rule> unknownFor() {
    return verdict == Verdict.UNKNOWN
        ? silenced.stream().filter(rule -> rule.effect() != Effect.NOTE).findFirst()
        : Optional.empty();
  }
}
