package dev.hufu.app.learning;

import dev.hufu.app.request.PackShelf;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.script.ScriptBook;
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
    Path recipe = packs.resolveSibling("recipes").resolve("scam-text.yaml");
    return cues(packs).then(book -> new TextEvaluation(recipe, book).run(data, steps));
  }

  /** The scripts whose cues stand beside a learned score. */
  static Outcome<ScriptBook> cues(Path packs) {
    return PackShelf.toDecide(packs, head -> head.id().equals(BOOK))
        .then(shelf -> shelf.find(BOOK))
        .map(ready -> ready.pack().scripts());
  }
}
