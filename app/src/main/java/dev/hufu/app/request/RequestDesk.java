package dev.hufu.app.request;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.Reading;
import dev.hufu.store.Erased;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a request for money is read, asked about, decided and kept.
 *
 * <p>Example: {@code desk.check(owner, new Draft(Optional.empty(), chat, answers), now)} reads the
 * chat, decides, stores matter and decision in one transaction, and gives them back.
 */
public interface RequestDesk {

  /** Reads a chat without keeping it; refused like {@link #check} refuses its chat. */
  Outcome<Reading> read(String chat, Instant at);

  /**
   * What to ask, in the pack's order.
   *
   * @param known facts read or said so far; a question's condition may depend on them
   * @param seen what the chat resembles; a question's condition may depend on it
   */
  List<Question> questions(Facts known, Detection seen);

  /**
   * Decides and keeps. A draft with a matter id adds a decision to that matter; the earlier ones
   * stay in its history.
   *
   * @return the matter with its new decision, or a refusal; then nothing was kept
   */
  Outcome<MatterView> check(String ownerId, Draft draft, Instant at);

  /** The matter if it is this owner's. */
  Optional<MatterView> find(String ownerId, String matterId);

  /** This owner's matters, newest first. */
  List<MatterSummary> list(String ownerId);

  /** How many matters of this owner can be erased now: requests, plans, loans, drafts. */
  int count(String ownerId);

  /** Forgets chat, answers, links and decisions of a matter, unless law or a hold keeps it. */
  Outcome<Erased> erase(String ownerId, String matterId);

  /** Forgets everything of this owner, listed or not, that neither law nor a hold keeps. */
  void eraseAll(String ownerId);

  /** What of this owner cannot go now, and until when. */
  Kept kept(String ownerId);

  /**
   * What stays although its owner would have it erased.
   *
   * @param held matters under a legal hold
   * @param sealedUntil for each sealed matter the day it erases itself, the first first
   */
  record Kept(int held, List<Instant> sealedUntil) {

    public static final Kept NOTHING = new Kept(0, List.of());

    public Kept {
      sealedUntil = List.copyOf(sealedUntil);
    }
  }

  /** The texts of the pack that decides today. */
  PackView pack();
}
