package dev.hufu.store;

import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.decision.Verdict;
import java.time.Instant;

/**
 * A decision as its row tells of it; it never changes.
 *
 * @param decidedAt when it was kept
 * @param decidedFor the moment it was made for
 */
public record KeptDecision(
    DecisionId id,
    MatterId matter,
    Instant decidedAt,
    Instant decidedFor,
    Verdict verdict,
    PackRef pack,
    Digest inputsDigest) {

  /**
   * What the log committed to, for a stranger who wants to check it.
   *
   * @param envelope canonical JSON of the row, the inputs and the decision
   * @param salt 32 bytes
   */
  public record Committed(KeptDecision decision, Octets envelope, Octets salt) {

    @Override
    public String toString() {
      return "Committed[" + decision.id() + "]";
    }
  }

  /** What was sealed with it: both texts as they were committed to. */
  public record Payload(String inputsJson, String decisionJson) {

    @Override
    public String toString() {
      return "Payload[***]";
    }
  }
}
