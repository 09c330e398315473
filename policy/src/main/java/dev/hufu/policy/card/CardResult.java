package dev.hufu.policy.card;

import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Optional;

/**
 * A score with everything it is made of. A score below the cut-off is looked at by a human; it is
 * never a refusal by itself.
 *
 * @param passes whether it reached the cut-off
 * @param parts one a characteristic, in the order of the card
 * @param reasons at most four, the largest distance first
 * @param changes what would reach the cut-off alone, best first; empty where the score passes
 * @param least the fewest changes that reach it together; empty where none do, or it passes
 */
public record CardResult(
    double score,
    boolean passes,
    List<Part> parts,
    List<CardReason> reasons,
    List<Change> changes,
    Optional<Together> least) {

  public CardResult {
    parts = List.copyOf(parts);
    reasons = List.copyOf(reasons);
    changes = List.copyOf(changes);
  }

  /** How a value came to its points. */
  public enum State {
    VALUE,
    SPECIAL,
    MISSING,
    /** A word no bin names. */
    UNSEEN,
    /** The class was refused or never asked for. */
    WITHHELD
  }

  /** One line of the card as it was used. */
  public record Part(
      Characteristic characteristic, Optional<Bin> bin, double points, State state) {}

  /** One thing that could be otherwise, and the score it would give. */
  public record Change(Characteristic characteristic, Bin to, int steps, double score) {}

  /** Several things at once, and the score they give. */
  public record Together(List<Change> changes, double score) {
    public Together {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A reason for a low score.
   *
   * @param distance how far its points lie from what they are measured against
   */
  public record CardReason(
      String code, Wording text, double distance, Characteristic characteristic) {}
}
