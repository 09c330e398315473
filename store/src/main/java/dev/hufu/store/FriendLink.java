package dev.hufu.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A question to a common friend, as its row tells of it.
 *
 * @param revokedAt when the owner withdrew it
 * @param answer given once, or not yet
 */
public record FriendLink(
    FriendLinkId id,
    MatterId matter,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> answeredAt,
    Optional<FriendAnswer> answer) {

  /** How a link stands at a moment. */
  public enum State {
    OPEN,
    ANSWERED,
    EXPIRED,
    REVOKED
  }

  public State state(Instant now) {
    if (revokedAt.isPresent()) {
      return State.REVOKED;
    }
    if (answeredAt.isPresent()) {
      return State.ANSWERED;
    }
    return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
  }

  /** A link just made; the token is told here and never again. */
  public record Fresh(FriendLink link, OneTimeToken token) {}

  /** A link with what the owner called the friend and what the friend wrote. */
  public record Opened(FriendLink link, String label, Optional<String> note) {

    @Override
    public String toString() {
      return "Opened[" + link.id() + "]";
    }
  }

  /** The answers to a matter; links withdrawn or expired without an answer do not count. */
  public record Tally(int confirmed, int denied, int unsure, int open) {}
}
