package dev.hufu.policy.pack;

import dev.hufu.kernel.decision.Digest;
import dev.hufu.policy.model.ScoreModel;

/**
 * A trained model of a pack: rules over one kind of event read its probability as {@code
 * model.<id>}, for example {@code model.fraud >= 0.9}.
 *
 * @param on the kind of event it scores
 * @param digest of its file
 * @param features that fill the numbers it reads; the model was trained for their plan
 */
public record EventModel(
    String id, String on, Digest digest, FeatureRow features, ScoreModel model) {

  /** What its score is called in conditions. */
  public static final String PREFIX = "model.";

  public EventModel {
    if (!model.inputs().equals(features.inputs())) {
      throw new IllegalArgumentException(id + " was trained for other features");
    }
  }

  public String column() {
    return PREFIX + id;
  }
}
