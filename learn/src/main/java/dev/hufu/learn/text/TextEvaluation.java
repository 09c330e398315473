package dev.hufu.learn.text;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.script.ScriptBook;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.learn.task.Evaluator;
import dev.hufu.learn.task.Steps;
import java.nio.file.Path;

/**
 * {@code hufu evaluate text}: the shipped detector, and heads trained without a collection, on the
 * collections of a folder ({@code scam-text-zh}, {@code sms-spam-en}).
 */
public final class TextEvaluation implements Evaluator {

  private final Path recipe;
  private final ScriptBook book;

  /**
   * @param recipe of the shipped model
   * @param book whose cues stand beside the learned score
   */
  public TextEvaluation(Path recipe, ScriptBook book) {
    this.recipe = recipe;
    this.book = book;
  }

  @Override
  public Outcome<Evaluation> run(Path data, Steps steps) {
    return Recipe.read(recipe).then(read -> new TextTask(book).evaluate(read, data, steps));
  }
}
