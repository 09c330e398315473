package dev.hufu.learn.fraud;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.learn.boost.Boosting;
import dev.hufu.learn.boost.Rows;
import dev.hufu.learn.measure.Ranking;
import dev.hufu.learn.task.Steps;
import dev.hufu.policy.model.Blend;
import dev.hufu.policy.model.ModelInputs;
import dev.hufu.policy.model.ScoreModel;
import dev.hufu.policy.pack.FeatureRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Trains one variant of a recipe on the rows of a table, and says what looks wrong with them.
 *
 * <p>Example: {@code new FraudTraining(recipe, table, steps).train(variant, row -> …)}.
 */
final class FraudTraining {

  private static final double LOGISTIC_COST = 1;

  /** From here on a single input tells the outcome too well to be honest. */
  private static final double LEAK_AUC = 0.99;

  /** Rows on which single inputs are looked at. */
  private static final int LOOKED_AT_MAX = 50_000;

  private final FraudRecipe recipe;
  private final EventTable table;
  private final Steps steps;

  FraudTraining(FraudRecipe recipe, EventTable table, Steps steps) {
    this.recipe = recipe;
    this.table = table;
    this.steps = steps;
  }

  /** The inputs of a variant, of the plan of the table's. */
  static ModelInputs inputs(FraudRecipe recipe, FraudRecipe.Variant variant) {
    return FeatureRow.of(
            recipe.policy().features(),
            recipe.policy().types().find(recipe.type()).orElseThrow(),
            recipe.pack().zone(),
            recipe.inputs().getOrDefault(variant.inputs(), List.of()))
        .inputs();
  }

  /** The rows a variant learns from. */
  Rows rows(FraudRecipe.Variant variant, IntPredicate wanted) {
    return table.rows(inputs(recipe, variant), variant.goods(), wanted);
  }

  Outcome<ScoreModel> train(FraudRecipe.Variant variant, IntPredicate wanted) {
    return train(variant, rows(variant, wanted));
  }

  Outcome<ScoreModel> train(FraudRecipe.Variant variant, Rows rows) {
    if (!variant.trees()) {
      return LogisticFit.train(rows, LOGISTIC_COST).map(logistic -> logistic);
    }
    List<Blend.Part> parts = new ArrayList<>();
    for (int seed = 0; seed < variant.seeds(); seed++) {
      String name = variant.name() + (variant.seeds() > 1 ? " " + (seed + 1) : "");
      Outcome<ScoreModel> trees =
          Boosting.train(
                  rows,
                  Optional.empty(),
                  variant.plan().withSeed(recipe.recipe().seed() + seed),
                  (done, of) -> steps.step("训练 " + name, "training " + name, done, of))
              .map(grown -> grown);
      if (trees.findRefusal().isPresent()) {
        return trees;
      }
      parts.add(new Blend.Part(1.0 / variant.seeds(), trees.orThrow()));
    }
    return Outcome.of(parts.size() == 1 ? parts.getFirst().model() : new Blend(0, parts));
  }

  /** Inputs that never change, and inputs that alone tell the outcome. */
  static List<Refusal> notices(Rows rows) {
    List<Refusal> notices = new ArrayList<>();
    int looked = Math.min(rows.size(), LOOKED_AT_MAX);
    boolean[] bad = new boolean[looked];
    double[] numbers = new double[looked];
    double[] unknown = new double[looked];
    for (int i = 0; i < looked; i++) {
      bad[i] = rows.bad(place(i, looked, rows));
    }
    for (int input = 0; input < rows.inputs().size(); input++) {
      boolean constant = true;
      for (int i = 0; i < looked; i++) {
        double x = rows.number(place(i, looked, rows), input);
        numbers[i] = Double.isNaN(x) ? Double.NEGATIVE_INFINITY : x;
        unknown[i] = Double.isNaN(x) ? 1 : 0;
        constant &= numbers[i] == numbers[0];
      }
      String name = rows.inputs().names().get(input);
      if (constant) {
        notices.add(Refusal.of(Code.LEARN_CONSTANT, name));
      } else if (tells(numbers, bad) || tells(unknown, bad)) {
        notices.add(Refusal.of(Code.LEARN_LEAK, name));
      }
    }
    return notices;
  }

  private static int place(int i, int looked, Rows rows) {
    return (int) ((long) i * rows.size() / looked);
  }

  private static boolean tells(double[] numbers, boolean[] bad) {
    double auc = Ranking.of(numbers, bad).auc();
    return auc > LEAK_AUC || auc < 1 - LEAK_AUC;
  }
}
