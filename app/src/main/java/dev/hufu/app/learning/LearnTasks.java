package dev.hufu.app.learning;

import dev.hufu.app.request.PackHome;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.learn.card.CardTask;
import dev.hufu.learn.fraud.FraudTask;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.task.Task;
import dev.hufu.learn.text.TextTask;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** The kinds of learning by the word that recipes use. A new kind goes here. */
public final class LearnTasks {

  private final Map<String, Supplier<Outcome<Task>>> tasks;

  /**
   * @param environment that names the folder of packs, from which tasks take features and cues
   */
  public LearnTasks(Map<String, String> environment) {
    Path packs = PackHome.of(environment);
    this.tasks =
        Map.of(
            "events", () -> Outcome.of(new FraudTask(packs)),
            "texts", () -> LearnEvaluators.cues(packs).map(TextTask::new),
            "applicants", () -> Outcome.of(new CardTask()));
  }

  /** The task of a recipe. */
  public Outcome<Task> of(Recipe recipe) {
    return named(recipe.task());
  }

  /** The task by its word, as models carry it in their header under {@code task}. */
  public Outcome<Task> named(String task) {
    return tasks.getOrDefault(task, () -> Outcome.refused(Code.RECIPE_TASK, task)).get();
  }
}
