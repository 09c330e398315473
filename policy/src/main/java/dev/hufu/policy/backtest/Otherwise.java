package dev.hufu.policy.backtest;

import dev.hufu.policy.event.EventDecision;
import java.util.Locale;
import java.util.Optional;

/**
 * One event that two packs decide otherwise, with both decisions.
 *
 * @param before by the one that is live, or that is compared with; empty where it did not decide
 * @param now by the other
 */
public record Otherwise(Kind kind, Optional<EventDecision> before, Optional<EventDecision> now) {

  /** In what they differ; the first that holds. What a missing value left open is no difference. */
  public enum Kind {
    /** Only one of them decided upon the event. */
    ONE_SIDED,
    VERDICT,
    /** The same verdict by other rules. */
    RULES,
    /** The same verdict by the same rules, with other typologies or other scores of them. */
    SCORES;

    /** As files have it: {@code one-sided}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether both decided upon the event. */
  public boolean both() {
    return before.isPresent() && now.isPresent();
  }
}
