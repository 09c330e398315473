package dev.hufu.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A time a person set for themselves before sending money.
 *
 * @param endsAt from then on it is over by itself
 * @param releasedAt when it was ended, by whom says {@code releasedBy}
 * @param familyAsked whether a family member holds a link to release it
 */
public record CoolingOff(
    MatterId matter,
    Instant startedAt,
    Instant endsAt,
    Optional<Instant> releasedAt,
    Optional<Releaser> releasedBy,
    boolean familyAsked) {

  /** Who ended it. Before its end only the family can. */
  public enum Releaser {
    OWNER,
    FAMILY
  }

  /** Whether the person is still asked to wait. */
  public boolean runs(Instant now) {
    return releasedAt.isEmpty() && now.isBefore(endsAt);
  }

  /** With the token for the family's link, told here and never again. */
  public record Asked(CoolingOff coolingOff, OneTimeToken token) {}
}
