package dev.hufu.policy.model;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;

/**
 * A model that turns a row of numbers into one score. {@code NaN} stands for what is not known.
 * Immutable, shared by all threads; scoring allocates nothing, explaining does.
 *
 * <p>Example: {@code model.probability(row)}; {@code model.contributions(row)} says what each input
 * added to {@link #raw}: {@code base() + sum of contributions = raw(row)}.
 */
public sealed interface ScoreModel permits Trees, Logistic, Blend {

  ModelInputs inputs();

  /**
   * The score as log-odds, or in the target's own unit where the model was not trained on yes or
   * no.
   *
   * @param row one number for each input, in their order
   */
  double raw(double[] row);

  /** The score as a probability: {@code 1 / (1 + exp(-raw))}. */
  default double probability(double[] row) {
    return 1 / (1 + Math.exp(-raw(row)));
  }

  /** What {@link #raw} is before anything is known of the row. */
  double base();

  /** What each input added to {@link #base}, in the order of the inputs. */
  double[] contributions(double[] row);

  /** All of the model; equal models give equal bytes. */
  default byte[] toBytes() {
    ModelOutput out = new ModelOutput();
    out.model(this);
    return out.bytes();
  }

  /** The model that {@link #toBytes} wrote; refused with {@code HF-1373} where it is damaged. */
  static Outcome<ScoreModel> read(byte[] bytes) {
    if (bytes.length > Limits.MODEL_BYTES_MAX) {
      return Outcome.refused(Code.MODEL_DAMAGED, bytes.length + " bytes");
    }
    return new ModelInput(bytes).read();
  }

  /** This model, if it was trained for these inputs; else refused with {@code HF-1374}. */
  default Outcome<ScoreModel> servingFor(ModelInputs wanted) {
    if (inputs().equals(wanted)) {
      return Outcome.of(this);
    }
    for (int at = 0; at < Math.min(inputs().size(), wanted.size()); at++) {
      if (!inputs().names().get(at).equals(wanted.names().get(at))) {
        return Outcome.refused(
            Code.MODEL_OTHER, inputs().names().get(at) + " ≠ " + wanted.names().get(at));
      }
    }
    return Outcome.refused(Code.MODEL_OTHER, inputs().plan() + " ≠ " + wanted.plan());
  }
}
