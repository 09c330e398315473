package dev.hufu.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A legal hold: while it is not lifted, nothing of its matter goes.
 *
 * @param id {@code H-7Q4K2M9F}
 * @param lifted who let go and when; empty while it holds
 */
public record Hold(
    String id,
    MatterId matter,
    HoldReason reason,
    PersonId setBy,
    Instant setAt,
    Optional<Lift> lifted) {

  /** The end of a hold. */
  public record Lift(PersonId by, Instant at) {}
}
