package dev.hufu.store;

import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.decision.Verdict;
import java.time.Instant;

/**
 * A decision to be kept.
 *
 * @param decidedFor the moment the decision was made for ({@code Inputs.at})
 * @param inputsDigest as the decision states it
 * @param inputsJson the inputs in canonical JSON
 * @param decisionJson the decision in canonical JSON; the commitment covers both texts byte for
 *     byte
 */
public record NewDecision(
    MatterId matter,
    Instant decidedFor,
    Verdict verdict,
    PackRef pack,
    Digest inputsDigest,
    String inputsJson,
    String decisionJson) {

  @Override
  public String toString() {
    return "NewDecision[" + matter + ", " + verdict + "]";
  }
}
