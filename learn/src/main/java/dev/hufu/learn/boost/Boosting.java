package dev.hufu.learn.boost;

import com.microsoft.ml.lightgbm.PredictionType;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.policy.model.Trees;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Grows boosted trees by LightGBM and takes them over into {@link Trees}.
 *
 * <p>Example: {@code Boosting.train(rows, Optional.empty(), BoostPlan.standard(7))}. The same rows
 * and plan give the same trees, whatever the number of threads.
 */
public final class Boosting {

  /** Told after each tree. */
  @FunctionalInterface
  public interface Progress {
    void tree(int done, int of);
  }

  private Boosting() {}

  public static Outcome<Trees> train(Rows rows, Optional<Rows> heldOut, BoostPlan plan) {
    return train(rows, heldOut, plan, (done, of) -> {});
  }

  /**
   * Trains; refused where there is nothing to tell apart ({@code HF-1381}, {@code HF-1384}) or a
   * number is infinite ({@code HF-1378}).
   *
   * @param heldOut rows that decide when to stop; asked only where the plan has patience
   */
  public static Outcome<Trees> train(
      Rows rows, Optional<Rows> heldOut, BoostPlan plan, Progress progress) {
    return text(rows, heldOut, plan, progress).then(text -> LightGbmText.read(text, rows.inputs()));
  }

  /** The model as the library writes it. */
  static Outcome<String> text(
      Rows rows, Optional<Rows> heldOut, BoostPlan plan, Progress progress) {
    Optional<Refusal> problem = problem(rows);
    if (problem.isPresent()) {
      return Outcome.refused(problem.get());
    }
    return NativeLibrary.loaded().then(loaded -> grown(rows, heldOut, plan, progress));
  }

  private static Outcome<String> grown(
      Rows rows, Optional<Rows> heldOut, BoostPlan plan, Progress progress) {
    try (LGBMDataset dataset = dataset(rows, plan, null);
        LGBMBooster booster = LGBMBooster.create(dataset, plan.words(rows.inputs().names()))) {
      int best =
          heldOut.isPresent() && plan.growth().patience() > 0
              ? growUntilBest(booster, dataset, heldOut.get(), plan, progress)
              : grow(booster, plan, progress);
      return Outcome.of(booster.saveModelToString(0, best, LGBMBooster.FeatureImportanceType.GAIN));
    } catch (LGBMException failed) {
      return Outcome.refused(Code.TRAINING_FAILED, String.valueOf(failed.getMessage()));
    }
  }

  private static int grow(LGBMBooster booster, BoostPlan plan, Progress progress)
      throws LGBMException {
    for (int tree = 1; tree <= plan.growth().trees(); tree++) {
      if (booster.updateOneIter()) {
        break;
      }
      progress.tree(tree, plan.growth().trees());
    }
    return 0;
  }

  private static int growUntilBest(
      LGBMBooster booster, LGBMDataset dataset, Rows held, BoostPlan plan, Progress progress)
      throws LGBMException {
    try (LGBMDataset valid = dataset(held, plan, dataset)) {
      booster.addValidData(valid);
      int best = 1;
      double least = Double.POSITIVE_INFINITY;
      for (int tree = 1;
          tree <= plan.growth().trees() && tree - best <= plan.growth().patience();
          tree++) {
        if (booster.updateOneIter()) {
          break;
        }
        double loss = booster.getEval(1)[0];
        if (loss < least) {
          least = loss;
          best = tree;
        }
        progress.tree(tree, plan.growth().trees());
      }
      return best;
    }
  }

  private static LGBMDataset dataset(Rows rows, BoostPlan plan, @Nullable LGBMDataset like)
      throws LGBMException {
    LGBMDataset dataset =
        LGBMDataset.createFromMat(
            rows.numbers(),
            rows.size(),
            rows.inputs().size(),
            true,
            plan.words(rows.inputs().names()),
            like);
    dataset.setField("label", rows.labels());
    dataset.setField("weight", rows.weights());
    return dataset;
  }

  /** Why these rows cannot teach anything, if so. */
  public static Optional<Refusal> problem(Rows rows) {
    if (rows.size() == 0) {
      return Optional.of(Refusal.of(Code.LEARN_TOO_FEW, "0"));
    }
    int bads = rows.bads();
    if (bads == 0 || bads == rows.size()) {
      return Optional.of(Refusal.of(Code.LEARN_ONE_CLASS, rows.size() + " × " + rows.bad(0)));
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int input = 0; input < rows.inputs().size(); input++) {
        if (Double.isInfinite(rows.number(row, input))) {
          return Optional.of(
              Refusal.of(Code.LEARN_NUMBER, rows.inputs().names().get(input) + ", " + (row + 1)));
        }
      }
    }
    return Optional.empty();
  }

  /** What the native library itself says of rows; for tests that hold {@link Trees} against it. */
  static double[] nativeRaw(String text, Rows rows, boolean contributions) throws LGBMException {
    try (LGBMBooster booster = LGBMBooster.loadModelFromString(text)) {
      return booster.predictForMat(
          rows.numbers(),
          rows.size(),
          rows.inputs().size(),
          true,
          contributions
              ? PredictionType.C_API_PREDICT_CONTRIB
              : PredictionType.C_API_PREDICT_RAW_SCORE);
    }
  }
}
