package dev.hufu.app.learning;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.learn.fraud.FraudEvaluation;
import dev.hufu.learn.task.Evaluator;
import java.nio.file.Path;
import java.util.Map;

/** What {@code hufu evaluate} measures of models on public data, by its word. */
public final class LearnEvaluators {

  private final Map<String, Evaluator> evaluators;

  /**
   * @param packs the folder of packs, beside which the recipes lie
   */
  public LearnEvaluators(Path packs) {
    Path recipes = packs.resolveSibling("recipes");
    this.evaluators = Map.of("fraud", new FraudEvaluation(packs, recipes));
  }

  /** The evaluator of a word. */
  public Evaluator of(String word) {
    return evaluators.getOrDefault(word, (data, steps) -> Outcome.refused(Code.RECIPE_TASK, word));
  }
}
