package dev.hufu.policy.model;

import dev.hufu.kernel.limit.Limits;
import java.util.HashSet;
import java.util.List;

/**
 * What a model reads, in the order of the numbers of its rows, and the plan that says how each is
 * computed.
 *
 * <p>Example: {@code new ModelInputs(List.of("transfer.amount", "payer.out.count_1d"),
 * FeatureRow.plan(features, names))}.
 *
 * @param names of the inputs, each once
 * @param plan a digest or another name of the way the inputs are computed; a model serves only
 *     where it is the same
 */
public record ModelInputs(List<String> names, String plan) {

  public ModelInputs {
    names = List.copyOf(names);
    if (names.isEmpty() || names.size() > Limits.MODEL_INPUTS_MAX) {
      throw new IllegalArgumentException("1 to " + Limits.MODEL_INPUTS_MAX + ": " + names.size());
    }
    if (new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException("an input twice: " + names);
    }
    if (plan.isBlank()) {
      throw new IllegalArgumentException("no plan");
    }
  }

  public int size() {
    return names.size();
  }
}
