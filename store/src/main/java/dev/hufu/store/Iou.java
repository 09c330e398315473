package dev.hufu.store;

import dev.hufu.kernel.decision.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An IOU with its content opened.
 *
 * @param facts what was typed, as JSON; {@code shown} what was printed from it, once it was
 * @param paper the printed form without signatures, {@code latest} its newest revision
 * @param refusal what a signer wrote who sent it back
 */
public record Iou(
    IouId id,
    MatterId matter,
    State state,
    Instant changedAt,
    String facts,
    Optional<String> shown,
    Optional<DocumentId> paper,
    Optional<DocumentId> latest,
    Optional<String> refusal,
    List<Signer> signers) {

  /** How far it is. */
  public enum State {
    /** Being written; nobody can sign. */
    DRAFT,
    /** Printed, and out to be signed. */
    SENT,
    /** Signed by all. */
    COMPLETE,
    /** Taken back by its owner; what was signed until then is kept. */
    WITHDRAWN,
    /** Sent back by a signer to be changed. */
    REFUSED
  }

  /** How a signer's link stands. */
  public enum Link {
    NONE,
    WAITING,
    OPENED,
    EXPIRED
  }

  /**
   * One who is to sign.
   *
   * @param name as printed
   * @param signedAt by the clock here
   */
  public record Signer(
      IouRole role,
      String name,
      Link link,
      Optional<Instant> expiresAt,
      Optional<Instant> signedAt) {

    @Override
    public String toString() {
      return "Signer[" + role + ", " + link + "]";
    }
  }

  /** A link just made; the token is told here and never again. */
  public record Fresh(IouRole role, Instant expiresAt, OneTimeToken token) {}

  /**
   * What the holder of an opened link sees.
   *
   * @param paper digest of the printed form: what is shown
   * @param latest the revision that the next signature follows
   */
  public record Seat(
      Iou iou, IouRole role, String name, Digest paper, DocumentId latest, boolean signed) {

    @Override
    public String toString() {
      return "Seat[" + iou.id() + ", " + role + "]";
    }
  }

  public Iou {
    signers = List.copyOf(signers);
  }

  public long signed() {
    return signers.stream().filter(signer -> signer.signedAt().isPresent()).count();
  }

  /** Ids only: the rest is personal. */
  @Override
  public String toString() {
    return "Iou[" + id + ", " + state + "]";
  }
}
