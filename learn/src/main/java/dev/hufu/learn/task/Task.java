package dev.hufu.learn.task;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.learn.recipe.Recipe;
import java.nio.file.Path;

/**
 * One kind of learning, behind the {@code task} word of a recipe. Implementations keep nothing
 * between calls.
 */
public interface Task {

  /** Trains a model. */
  Outcome<Trained> train(Recipe recipe, Path data, Steps steps);

  /** Measures by the recipe's own protocol: folds, repeats, held-out weeks. */
  Outcome<Evaluation> evaluate(Recipe recipe, Path data, Steps steps);

  /** Scores a file line by line with a trained model. */
  Outcome<Scored> score(ModelFile model, Path in, Path out, Steps steps);

  /**
   * Trains and scores what follows, each line by what was known at its moment.
   *
   * @param train what came before {@code in}
   */
  Outcome<Scored> score(Recipe recipe, Path train, Path in, Path out, Steps steps);
}
