package dev.hufu.app.request;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.store.HoldReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Legal holds as pages see them.
 *
 * <p>Example: {@code desk.set(owner, "M-7Q4K2M9F", HoldReason.COURT, now)}.
 */
public interface HoldDesk {

  /**
   * One hold that is not lifted.
   *
   * @param byName of the colleague who set it; empty if they have no name here
   */
  record Shown(
      String id, String matterId, HoldReason reason, Optional<String> byName, Instant since) {

    /** Without the name. */
    @Override
    public String toString() {
      return "Shown[" + id + ", " + matterId + "]";
    }
  }

  /** The holds on a matter of this owner. */
  List<Shown> of(String ownerId, String matterId);

  /** Sets one; refused like {@link dev.hufu.store.HoldBook#set}. */
  Outcome<String> set(String personId, String matterId, HoldReason reason, Instant at);

  /** Lifts one; refused like {@link dev.hufu.store.HoldBook#lift}. */
  Outcome<String> lift(String personId, String holdId, Instant at);

  /** All that are not lifted, for the team. */
  List<Shown> open();
}
