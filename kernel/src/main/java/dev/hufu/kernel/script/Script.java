package dev.hufu.kernel.script;

import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Map;

/**
 * A known way of talking somebody out of money.
 *
 * <p>How it scores: of the cues seen, {@code 1 − Π(1 − weight)}, and only if at least one cue of
 * every group in {@code needs} was seen; then each cue of {@code against} that was seen multiplies
 * the score by {@code 1 − weight}.
 *
 * @param id kebab case: {@code impersonated-acquaintance}
 * @param weights cue id to weight in 0..1
 * @param needs groups of cue ids; each group must have one cue seen
 * @param against cue id to weight in 0..1: what honest people say in this situation
 * @param nextMoves how it will go on, in order
 * @param defeats what defeats it, one sentence
 */
public record Script(
    String id,
    Wording title,
    Map<String, Double> weights,
    List<List<String>> needs,
    Map<String, Double> against,
    List<Wording> nextMoves,
    Wording defeats) {

  public Script {
    weights = Map.copyOf(weights);
    needs = needs.stream().map(List::copyOf).toList();
    against = Map.copyOf(against);
    nextMoves = List.copyOf(nextMoves);
  }
}
