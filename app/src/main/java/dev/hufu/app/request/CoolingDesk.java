package dev.hufu.app.request;

import dev.hufu.kernel.code.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A cooling-off time that a person sets for themselves. Only its end, or a family member through a
 * link, lifts it.
 */
public interface CoolingDesk {

  /**
   * A cooling-off time of a matter.
   *
   * @param until when it ends by itself
   * @param releasedAt when a family member lifted it, if one did
   * @param asked whether a release link is out
   */
  record Cooling(Instant startedAt, Instant until, Optional<Instant> releasedAt, boolean asked) {

    /** Whether the person should still wait at {@code at}. */
    public boolean runsAt(Instant at) {
      return releasedAt.isEmpty() && at.isBefore(until);
    }
  }

  /**
   * Starts or lengthens; a shorter time than what is left is refused, as that would be a way out.
   */
  Outcome<Cooling> start(String ownerId, String matterId, Duration length, Instant at);

  /** The latest cooling-off time of a matter, over or not. */
  Optional<Cooling> find(String ownerId, String matterId);

  /** Makes a release link for a family member and gives its token, shown once. */
  Outcome<String> askRelease(String ownerId, String matterId, Instant at);

  /** Opens the family member's page. */
  Outcome<Cooling> open(String token, Instant at);

  /** Takes the family member's answer, once: lift it, or leave it. */
  Outcome<Cooling> answer(String token, boolean lift, Instant at);
}
