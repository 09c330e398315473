package dev.hufu.app.learning;

import dev.hufu.app.request.PackShelf;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.learn.card.CreditEvaluation;
import dev.hufu.learn.fraud.FraudEvaluation;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.learn.task.Evaluator;
import dev.hufu.learn.task.Steps;
import dev.hufu.learn.text.TextEvaluation;
import java.nio.file.Path;
import java.util.Map;

/** What {@code hufu evaluate} measures of models on public data, by its word. */
public final class LearnEvaluators {

  /** The pack whose cues stand beside the learned score. */
  private static final String BOOK = "cn/request";

  private final Map<String, Evaluator> evaluators;

  /**
   * @param packs the folder of packs, beside which the recipes lie
   */
  public LearnEvaluators(Path packs) {
    Path recipes = packs.resolveSibling("recipes");
    this.evaluators =
        Map.of(
            "fraud",
            new FraudEvaluation(packs, recipes),
            "text",
            (data, steps) -> text(packs, data, steps),
            "credit",
            new CreditEvaluation(recipes)::run);
  }

  /** The evaluator of a word. */
  public Evaluator of(String word) {
    return evaluators.getOrDefault(word, (data, steps) -> Outcome.refused(Code.RECIPE_TASK, word));
  }

  private static Outcome<Evaluation> text(Path packs, Path data, Steps steps) {
    return PackShelf.toDecide(packs, head -> head.id().equals(BOOK))
        .then(shelf -> shelf.find(BOOK))
        .then(
            ready ->
                new TextEvaluation(
                        packs.resolveSibling("recipes").resolve("scam-text.yaml"),
                        ready.pack().scripts())
                    .run(data, steps));
  }
}
