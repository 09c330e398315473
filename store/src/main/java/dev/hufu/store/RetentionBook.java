package dev.hufu.store;

import static dev.hufu.store.table.Tables.ERASURE;
import static dev.hufu.store.table.Tables.LEGAL_HOLD;
import static dev.hufu.store.table.Tables.LEGAL_HOLD_LIFT;
import static dev.hufu.store.table.Tables.MATTER;
import static dev.hufu.store.table.Tables.MATTER_SEAL;
import static dev.hufu.store.table.Tables.SUBJECT_KEY;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.table.tables.records.MatterRecord;
import dev.hufu.store.table.tables.records.MatterSealRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * How matters go: at once when their owner asks, later when a statutory term runs, not at all while
 * a legal hold lies on them.
 *
 * <p>Example: {@code retention.erase(id, owner, now)}, and once a day {@code retention.run(now)},
 * which erases what was sealed and whose term has ended. Each erasure and each seal is in the log.
 * The key is destroyed after the commit; if the program dies between, the next start does it.
 */
public final class RetentionBook {

  private static final String JOB = "retention";

  private final Database database;
  private final Vault vault;
  private final RetentionTerms terms;

  public RetentionBook(Database database, Vault vault, RetentionTerms terms) {
    this.database = database;
    this.vault = vault;
    this.terms = terms;
  }

  /** Why a matter goes. */
  enum Basis {
    ASKED("asked"),
    TERM_ENDED("term-ended"),
    /** A database restored from a backup holds what was erased since; its key is gone already. */
    RESTORED("restored");

    private final String id;

    Basis(String id) {
      this.id = id;
    }
  }

  /**
   * What one round came to.
   *
   * @param erased how many went because their term has ended
   * @param restored how many an older database had brought back
   * @param held how many a legal hold keeps
   */
  public record Round(int erased, int restored, int longer, int held) {}

  /** A matter that waits for the end of its term. */
  public record Seal(MatterId matter, Instant since, Instant until, String rule) {}

  /** Erases a matter, or seals it, or is refused with {@link Code#MATTER_HELD}. */
  public Outcome<Erased> erase(MatterId id, PersonId owner, Instant now) {
    return carryOut(
        id,
        tx ->
            MatterBook.lockOwned(tx, id, owner)
                .then(row -> free(tx, row))
                .map(row -> eraseOrSeal(tx, row, owner.text(), Database.kept(now))));
  }

  private Erased eraseOrSeal(DSLContext tx, MatterRecord row, String by, Instant now) {
    return terms
        .until(MatterBook.read(row))
        .filter(until -> until.at().isAfter(now))
        .<Erased>map(until -> seal(tx, row, by, until, now))
        .orElseGet(() -> new Erased.Gone(eraseLocked(tx, row, by, Basis.ASKED, now)));
  }

  private static Erased.Sealed seal(
      DSLContext tx, MatterRecord row, String by, RetentionTerms.Until until, Instant now) {
    Instant end = Database.kept(until.at());
    tx.insertInto(MATTER_SEAL)
        .set(MATTER_SEAL.MATTER, row.getId())
        .set(MATTER_SEAL.SEALED_AT, now)
        .set(MATTER_SEAL.SEALED_BY, by)
        .set(MATTER_SEAL.UNTIL, end)
        .set(MATTER_SEAL.RULE, until.rule())
        .execute();
    MatterBook.closeLinks(tx, new MatterId(row.getId()), now);
    Deeds.append(
        tx,
        Deeds.SEALED,
        row.getId(),
        now,
        Map.of("by", by, "matter", row.getId(), "rule", until.rule(), "until", end.toString()));
    AuditBook.append(tx, now, by, "matter:seal", row.getId());
    return new Erased.Sealed(end, until.rule());
  }

  /** A row that no hold lies on. */
  private static Outcome<MatterRecord> free(DSLContext tx, MatterRecord row) {
    return HoldBook.refusal(tx, new MatterId(row.getId()))
        .<Outcome<MatterRecord>>map(Outcome::refused)
        .orElseGet(() -> Outcome.of(row));
  }

  /** Within a transaction, under the lock of the row; the caller destroys the key after it. */
  private Instant eraseLocked(
      DSLContext tx, MatterRecord row, String by, Basis basis, Instant now) {
    MatterId id = new MatterId(row.getId());
    Instant at = Database.later(row.getUpdatedAt(), now);
    KeyId key = vault.keyOf(tx, id).orElseThrow();
    vault.release(tx, id);
    MatterBook.eraseAround(tx, id, at);
    row.setTitleSealed(null);
    row.setPayloadSealed(null);
    row.setErasedAt(at);
    row.setUpdatedAt(at);
    row.update();
    tx.insertInto(ERASURE)
        .set(ERASURE.MATTER, id.text())
        .set(ERASURE.KEY_ID, key.text())
        .set(ERASURE.BASIS, basis.id)
        .set(ERASURE.ERASED_BY, by)
        .set(ERASURE.ERASED_AT, at)
        .execute();
    Deeds.append(
        tx,
        Deeds.ERASED,
        id.text(),
        at,
        Map.of("basis", basis.id, "by", by, "key", key.text(), "matter", id.text()));
    AuditBook.append(tx, at, by, "matter:erase", id.text());
    return at;
  }

  @FunctionalInterface
  private interface Erasing {
    Outcome<Erased> in(DSLContext tx);
  }

  /** The key goes after the commit: before it, a rollback would leave a matter without its key. */
  private Outcome<Erased> carryOut(MatterId id, Erasing erasing) {
    Optional<KeyId> key = vault.keyOf(database.dsl(), id);
    Outcome<Erased> done = database.transaction(erasing::in);
    if (done instanceof Outcome.Ok<Erased>(Erased.Gone _gone)) {
      key.ifPresent(vault::destroy);
    }
    return done;
  }

  /** One round of the daily work; each matter is a transaction of its own. */
  public Round run(Instant now) {
    Instant at = Database.kept(now);
    vault.destroyErased(database);
    int restored = eraseRestored(at);
    int longer = 0;
    int erased = 0;
    int held = 0;
    for (Seal seal : waiting()) {
      if (lengthen(seal, at)) {
        longer++;
      } else if (!seal.until().isAfter(at)) {
        if (eraseDue(seal.matter(), at).findRefusal().isPresent()) {
          held++;
        } else {
          erased++;
        }
      }
    }
    return new Round(erased, restored, longer, held);
  }

  private Outcome<Erased> eraseDue(MatterId id, Instant now) {
    return carryOut(
        id,
        tx ->
            MatterBook.lockSealed(tx, id)
                .then(row -> free(tx, row))
                .map(row -> new Erased.Gone(eraseLocked(tx, row, JOB, Basis.TERM_ENDED, now))));
  }

  /** What the key store has destroyed stays erased, whatever an older database says. */
  private int eraseRestored(Instant now) {
    List<MatterId> back =
        database
            .dsl()
            .select(SUBJECT_KEY.SUBJECT, SUBJECT_KEY.KEY_ID)
            .from(SUBJECT_KEY)
            .fetch()
            .stream()
            .filter(row -> vault.wasDestroyed(new KeyId(row.value2())))
            .map(row -> new MatterId(row.value1()))
            .toList();
    int erased = 0;
    for (MatterId id : back) {
      Outcome<Erased> done =
          carryOut(
              id,
              tx ->
                  MatterBook.lockSealed(tx, id)
                      .then(row -> free(tx, row))
                      .map(row -> new Erased.Gone(eraseLocked(tx, row, JOB, Basis.RESTORED, now))));
      erased += done.findValue().isPresent() ? 1 : 0;
    }
    return erased;
  }

  /** A term that has become longer since is followed; one that has become shorter is not. */
  private boolean lengthen(Seal seal, Instant now) {
    return database.transaction(
        tx ->
            MatterBook.lockSealed(tx, seal.matter())
                .map(MatterBook::read)
                .findValue()
                .flatMap(terms::until)
                .filter(until -> Database.kept(until.at()).isAfter(seal.until()))
                .map(
                    until -> {
                      Instant end = Database.kept(until.at());
                      String matter = seal.matter().text();
                      tx.update(MATTER_SEAL)
                          .set(MATTER_SEAL.UNTIL, end)
                          .set(MATTER_SEAL.RULE, until.rule())
                          .where(MATTER_SEAL.MATTER.eq(matter))
                          .execute();
                      Deeds.append(
                          tx,
                          Deeds.TERM_LONGER,
                          matter + "/" + end,
                          now,
                          Map.of("matter", matter, "rule", until.rule(), "until", end.toString()));
                      AuditBook.append(tx, now, JOB, "matter:term-longer", matter);
                      return true;
                    })
                .orElse(false));
  }

  /** What is sealed and not yet erased, the first to end first. */
  public List<Seal> waiting() {
    return database
        .dsl()
        .select(MATTER_SEAL.fields())
        .from(MATTER_SEAL)
        .join(MATTER)
        .on(MATTER.ID.eq(MATTER_SEAL.MATTER))
        .where(MATTER.ERASED_AT.isNull())
        .orderBy(MATTER_SEAL.UNTIL, MATTER_SEAL.MATTER)
        .fetchInto(MATTER_SEAL)
        .map(RetentionBook::read);
  }

  /** The same of one person. */
  public List<Seal> waitingOf(PersonId owner) {
    return database
        .dsl()
        .select(MATTER_SEAL.fields())
        .from(MATTER_SEAL)
        .join(MATTER)
        .on(MATTER.ID.eq(MATTER_SEAL.MATTER))
        .where(MATTER.ERASED_AT.isNull())
        .and(MATTER.OWNER.eq(owner.text()))
        .orderBy(MATTER_SEAL.UNTIL, MATTER_SEAL.MATTER)
        .fetchInto(MATTER_SEAL)
        .map(RetentionBook::read);
  }

  /** Whether the log has the erasure of a matter as this database tells it; empty if none. */
  public Optional<Boolean> verifyErasure(MatterId matter) {
    return Deeds.verify(database.dsl(), Deeds.ERASED, matter.text());
  }

  private static Seal read(MatterSealRecord row) {
    return new Seal(
        new MatterId(row.getMatter()), row.getSealedAt(), row.getUntil(), row.getRule());
  }

  /** Why a sealed matter is refused, for every book that takes its lock. */
  static Optional<Refusal> refusal(DSLContext tx, MatterId matter) {
    return tx.select(MATTER_SEAL.UNTIL)
        .from(MATTER_SEAL)
        .where(MATTER_SEAL.MATTER.eq(matter.text()))
        .fetchOptional(row -> Refusal.of(Code.MATTER_SEALED, row.value1().toString()));
  }

  /** Matters of a person that a hold keeps. */
  public List<MatterId> heldOf(PersonId owner) {
    return database
        .dsl()
        .selectDistinct(LEGAL_HOLD.MATTER)
        .from(LEGAL_HOLD)
        .join(MATTER)
        .on(MATTER.ID.eq(LEGAL_HOLD.MATTER))
        .leftAntiJoin(LEGAL_HOLD_LIFT)
        .on(LEGAL_HOLD_LIFT.HOLD.eq(LEGAL_HOLD.ID))
        .where(MATTER.OWNER.eq(owner.text()))
        .fetch(row -> new MatterId(row.value1()));
  }
}
