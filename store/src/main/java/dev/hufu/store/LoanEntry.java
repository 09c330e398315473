package dev.hufu.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry of a loan: what was lent, paid back, asked for, agreed upon later.
 *
 * @param json what was typed, fields and texts; the desk of loans knows them
 * @param document the file kept with it
 * @param takenBackBy the entry that took it back; it no longer counts
 */
public record LoanEntry(
    LoanEntryId id,
    MatterId matter,
    Kind kind,
    Instant keptAt,
    String json,
    Optional<DocumentId> document,
    Optional<LoanEntryId> takenBackBy) {

  /** What an entry is about. */
  public enum Kind {
    /** What was agreed, where no IOU says it; the newest counts. */
    TERMS,
    /** Money that went to the borrower. */
    MONEY,
    /** Money that came back. */
    PAYMENT,
    /** Money spent on getting it back. */
    COST,
    /** A sum that both named later; the newest counts. */
    CONFIRMED,
    DEMAND,
    ACKNOWLEDGEMENT,
    SUIT,
    /** What is at hand to prove it; the newest counts. */
    PROOF,
    /** What the choice of court rests on; the newest counts. */
    COURT,
    /** A paper as its writer changed it; the newest of a paper counts. */
    PAPER,
    /** Takes another entry back. */
    TAKEN_BACK;

    /** {@code taken-back}: as rows call it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Kind> find(String id) {
      return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
  }

  public boolean counts() {
    return kind != Kind.TAKEN_BACK && takenBackBy.isEmpty();
  }

  /** Ids only: the rest is personal. */
  @Override
  public String toString() {
    return "LoanEntry[" + id + ", " + kind.id() + "]";
  }
}
