package dev.hufu.store;

import dev.hufu.kernel.decision.Digest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One version of a pack: all its files under one id, who wrote it, and how far it has come.
 *
 * @param version what pack.yaml calls it: {@code 2026.11.22.1}
 * @param author who began it; empty if it came with the program
 * @param note why it was made
 * @param copiedFrom the version it began as a copy of
 * @param revision counts the saves of a draft; an edit names the one it was made on
 * @param digest what decisions of this version name; empty while the files have errors
 * @param closedAt since when it cannot be edited any more; set when it first goes live
 */
public record PackVersion(
    PackVersionId id,
    String pack,
    String version,
    Optional<PersonId> author,
    String note,
    Optional<PackVersionId> copiedFrom,
    State state,
    int revision,
    Digest filesDigest,
    Optional<Digest> digest,
    Instant createdAt,
    Instant changedAt,
    Optional<Instant> closedAt) {

  /** How far a version has come. At most one of a pack is live and at most one in the shadow. */
  public enum State {
    /** Being written; may have errors. */
    DRAFT,
    /** Without errors, all its tests pass. */
    CHECKED,
    /** Decides beside the live one; its differences are counted. */
    SHADOW,
    /** Decides. */
    LIVE,
    /** Was live, or was set aside. */
    RETIRED;

    /** As stored and in class names: {@code live}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }

  /** Whether it came with the program. */
  public boolean shipped() {
    return author.isEmpty();
  }

  /** Whether its files may change: not while it runs in the shadow, never once it was live. */
  public boolean editable() {
    return state == State.DRAFT || state == State.CHECKED && closedAt.isEmpty();
  }

  /** Whether one may go back to it: it was live before, or came with the program. */
  public boolean canReturn() {
    return closedAt.isPresent() && state != State.LIVE;
  }

  /**
   * What is needed to begin a version.
   *
   * @param files all of them, by path
   * @param action how it was made, for the history
   */
  public record Fresh(
      String pack,
      String version,
      String note,
      Optional<PackVersionId> copiedFrom,
      Check check,
      java.util.SortedMap<String, String> files,
      Origin action) {}

  /** How a version of the team began. */
  public enum Origin {
    CREATE,
    UPLOAD
  }

  /**
   * What a check of the files has found.
   *
   * @param digest empty where the files have errors
   * @param passed whether all tests of the pack pass, too
   */
  public record Check(Digest filesDigest, Optional<Digest> digest, boolean passed) {

    State state() {
      return passed && digest.isPresent() ? State.CHECKED : State.DRAFT;
    }
  }

  /**
   * One line of the history.
   *
   * @param actor the person's id, or {@code hufu} for the program itself
   * @param action {@code create}, {@code save}, {@code promote}, {@code roll-back} …
   * @param detail the reason, or the file that was saved
   */
  public record Event(
      Instant at,
      String pack,
      PackVersionId version,
      String actor,
      String action,
      int revision,
      String detail,
      Optional<Digest> digest) {}
}
