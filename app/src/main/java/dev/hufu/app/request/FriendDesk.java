package dev.hufu.app.request;

import dev.hufu.kernel.code.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks common friends whether it is really them: one link a friend, used once, withdrawn at will.
 * An answer counts as a checked fact and the matter is decided again.
 */
public interface FriendDesk {

  /**
   * What the friend is told.
   *
   * @param askerName how the friend knows the owner; personal
   * @param claimedName who the other side says they are; personal
   */
  record Ask(String askerName, String claimedName) {

    /** Names are personal. */
    @Override
    public String toString() {
      return "Ask[…]";
    }
  }

  /** A link just made. The token is shown once and kept only as a digest. */
  record NewLink(Link link, String token) {

    /** The token opens the link, so it is never printed. */
    @Override
    public String toString() {
      return "NewLink[" + link.id() + "]";
    }
  }

  /**
   * A link as its owner sees it.
   *
   * @param id names the link in forms; opens nothing
   * @param note the friend's free line, if there is one; personal
   */
  record Link(
      String id,
      State state,
      Instant createdAt,
      Instant expiresAt,
      Optional<Answer> answer,
      Optional<String> note) {}

  /** How a link stands. */
  enum State {
    WAITING,
    ANSWERED,
    EXPIRED,
    WITHDRAWN
  }

  /** What a friend can say. */
  enum Answer {
    YES,
    NO,
    UNSURE
  }

  /** What the friend's page shows: nothing of the chat, no sum. */
  record Opened(Ask ask, Instant expiresAt) {}

  /**
   * Refused with {@code LINK_TOO_MANY} beyond five, {@code MATTER_UNKNOWN} for another's matter.
   */
  Outcome<NewLink> create(String ownerId, String matterId, Ask ask, Instant at);

  /** The links of a matter, in the order they were made; empty for another's matter. */
  List<Link> list(String ownerId, String matterId, Instant at);

  /** Withdraws a link; no error if it is answered, expired or unknown. */
  void withdraw(String ownerId, String matterId, String linkId, Instant at);

  /**
   * Opens a friend's page; refused with {@code LINK_UNKNOWN}, {@code _EXPIRED} or {@code _USED}.
   */
  Outcome<Opened> open(String token, Instant at);

  /**
   * Takes the friend's answer, once.
   *
   * @param note free line, possibly empty, at most {@code Limits.FRIEND_NOTE_CHARS_MAX}
   */
  Outcome<Answer> answer(String token, Answer answer, String note, Instant at);
}
