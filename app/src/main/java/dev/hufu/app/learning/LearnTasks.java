package dev.hufu.app.learning;

import dev.hufu.app.request.PackHome;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.script.ScriptBook;
import dev.hufu.learn.card.CardTask;
import dev.hufu.learn.fraud.FraudTask;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.task.Task;
import dev.hufu.learn.text.TextTask;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The kinds of learning by the word that recipes use. A new kind goes here. */
public final class LearnTasks {

  private final Map<String, Task> tasks;

  public LearnTasks() {
    Path packs = PackHome.of(System.getenv());
    this.tasks =
        Map.of(
            "events", new FraudTask(packs),
            "texts", new TextTask(ScriptBook.EMPTY),
            "applicants", new CardTask());
  }

  /** The task of a recipe. */
  public Outcome<Task> of(Recipe recipe) {
    return named(recipe.task());
  }

  /** The task by its word, as models carry it in their header under {@code task}. */
  public Outcome<Task> named(String task) {
    return Optional.ofNullable(tasks.get(task))
        .map(Outcome::of)
        .orElseGet(() -> Outcome.refused(Code.RECIPE_TASK, task));
  }
}
