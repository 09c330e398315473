package dev.hufu.store;

import static dev.hufu.store.table.Tables.COOLING_OFF;
import static dev.hufu.store.table.Tables.DECISION;
import static dev.hufu.store.table.Tables.FRIEND_LINK;
import static dev.hufu.store.table.Tables.MATTER;
import static dev.hufu.store.table.Tables.PERSON;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.store.table.tables.records.MatterRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The matters of a person: opened, drafted, listed, erased.
 *
 * <p>Example: {@code matters.open("request", owner, new Draft("向我借 1,000", json), now)}. Every call
 * names the owner, and another's matter is {@link Code#MATTER_UNKNOWN}, as if it did not exist.
 */
public final class MatterBook {

  /** Someone who has not signed in; entered with the first matter. */
  private static final String GUEST = "guest";

  private final Database database;
  private final Vault vault;
  private final RetentionBook retention;

  public MatterBook(Database database, Vault vault) {
    this(database, vault, RetentionTerms.NONE);
  }

  /**
   * @param terms until when the law bids keep matters; erasing then seals first
   */
  public MatterBook(Database database, Vault vault, RetentionTerms terms) {
    this.database = database;
    this.vault = vault;
    this.retention = new RetentionBook(database, vault, terms);
  }

  /** A matter and the title a person reads in the list; empty after erasure. */
  public record Line(Matter matter, Optional<String> title) {

    @Override
    public String toString() {
      return "Line[" + matter + "]";
    }
  }

  /** Opens a matter with what is there so far. */
  public Outcome<Matter> open(String kind, PersonId owner, Draft draft, Instant now) {
    return draft
        .checked()
        .map(
            checked ->
                database.transaction(tx -> read(insert(tx, vault, kind, owner, checked, now))));
  }

  /** Opens a matter within a transaction of its caller. */
  static MatterRecord insert(
      DSLContext tx, Vault vault, String kind, PersonId owner, Draft draft, Instant now) {
    Instant at = Database.kept(now);
    tx.insertInto(PERSON)
        .set(PERSON.ID, owner.text())
        .set(PERSON.ROLE, GUEST)
        .set(PERSON.CREATED_AT, at)
        .onConflictDoNothing()
        .execute();
    MatterId id = MatterId.next();
    Vault.Opened key = vault.create(tx, id, at);
    MatterRecord row = tx.newRecord(MATTER);
    row.setId(id.text());
    row.setKind(kind);
    row.setOwner(owner.text());
    row.setOpenedAt(at);
    row.setUpdatedAt(at);
    row.setTitleSealed(key.seal(draft.title(), titlePlace(id)));
    row.setPayloadSealed(key.seal(draft.json(), payloadPlace(id)));
    row.insert();
    AuditBook.append(tx, at, owner.text(), "matter:open", id.text());
    return row;
  }

  /** Every matter of a person that was not erased, decided or not. */
  public List<MatterId> listIds(PersonId owner) {
    return database
        .dsl()
        .select(MATTER.ID)
        .from(MATTER)
        .where(MATTER.OWNER.eq(owner.text()))
        .and(MATTER.ERASED_AT.isNull())
        .fetch(row -> new MatterId(row.value1()));
  }

  /** Gives the matters of a browser to the person who signed in on it; how many there were. */
  public int handOver(PersonId guest, PersonId person, Instant now) {
    return database.transaction(
        tx -> {
          int moved =
              tx.update(MATTER)
                  .set(MATTER.OWNER, person.text())
                  .where(MATTER.OWNER.eq(guest.text()))
                  .and(
                      MATTER.OWNER.in(
                          DSL.select(PERSON.ID).from(PERSON).where(PERSON.ROLE.eq(GUEST))))
                  .execute();
          if (moved > 0) {
            AuditBook.append(tx, now, person.text(), "matter:hand-over", guest.text());
          }
          return moved;
        });
  }

  /** Whose matter it is, for what happens to a matter without its owner: a friend answers. */
  public Optional<PersonId> findOwner(MatterId id) {
    return database
        .dsl()
        .select(MATTER.OWNER)
        .from(MATTER)
        .where(MATTER.ID.eq(id.text()))
        .fetchOptional(row -> new PersonId(row.value1()));
  }

  /** Replaces what the matter holds; its decisions stay as they were. */
  public Outcome<Matter> saveDraft(MatterId id, PersonId owner, Draft draft, Instant now) {
    return draft
        .checked()
        .then(
            checked ->
                database.transaction(
                    tx ->
                        lockOwned(tx, id, owner)
                            .map(row -> read(write(tx, vault, row, checked, now)))));
  }

  /**
   * The matter by what a page names it, if it is this person's and not erased; else {@link
   * Code#MATTER_UNKNOWN}, whatever the reason, so that nobody learns which matters there are.
   */
  public Outcome<Matter> owned(String ownerId, String matterId) {
    return PersonId.parse(ownerId)
        .then(
            owner ->
                MatterId.parse(matterId)
                    .then(
                        id ->
                            find(id, owner)
                                .filter(matter -> matter.erasedAt().isEmpty())
                                .<Outcome<Matter>>map(Outcome::of)
                                .orElseGet(() -> Outcome.refused(Code.MATTER_UNKNOWN, ""))));
  }

  public Optional<Matter> find(MatterId id, PersonId owner) {
    return database
        .dsl()
        .selectFrom(MATTER)
        .where(MATTER.ID.eq(id.text()))
        .and(MATTER.OWNER.eq(owner.text()))
        .fetchOptional(MatterBook::read);
  }

  /** Opens what the matter holds; {@link Code#MATTER_ERASED} once it was erased. */
  public Outcome<Draft> readDraft(MatterId id, PersonId owner, Access access) {
    return database.transaction(
        tx -> {
          Optional<MatterRecord> row =
              tx.selectFrom(MATTER)
                  .where(MATTER.ID.eq(id.text()))
                  .and(MATTER.OWNER.eq(owner.text()))
                  .fetchOptional();
          if (row.isEmpty()) {
            return Outcome.refused(Code.MATTER_UNKNOWN, "");
          }
          return vault
              .find(tx, id, access)
              .map(
                  key ->
                      Outcome.of(
                          new Draft(
                              key.open(row.get().getTitleSealed(), titlePlace(id)),
                              key.open(row.get().getPayloadSealed(), payloadPlace(id)))))
              .orElseGet(
                  () ->
                      Outcome.refused(
                          RetentionBook.refusal(tx, id)
                              .filter(refusal -> row.get().getErasedAt() == null)
                              .orElse(Refusal.of(Code.MATTER_ERASED, ""))));
        });
  }

  /** The latest first; at most {@link dev.hufu.kernel.limit.Limits#LIST_ROWS_MAX}. */
  public List<Line> list(PersonId owner, int limit, Access access) {
    AuditBook.checkLimit(limit);
    return database.transaction(
        tx -> {
          AuditBook.append(
              tx, access.at(), access.actor(), "read:" + access.purpose().id(), owner.text());
          return tx.selectFrom(MATTER)
              .where(MATTER.OWNER.eq(owner.text()))
              .orderBy(MATTER.UPDATED_AT.desc(), MATTER.ID)
              .limit(limit)
              .fetch()
              .map(row -> new Line(read(row), title(tx, row)));
        });
  }

  private Optional<String> title(DSLContext tx, MatterRecord row) {
    MatterId id = new MatterId(row.getId());
    return vault.find(tx, id).map(key -> key.open(row.getTitleSealed(), titlePlace(id)));
  }

  /**
   * Erases a matter for good: its key, its content, what friends wrote. What remains says that
   * there was a matter and when it was decided, and the evidence log stays whole. With terms of law
   * it is sealed first, see {@link RetentionBook}.
   */
  public Outcome<Erased> erase(MatterId id, PersonId owner, Instant now) {
    return retention.erase(id, owner, now);
  }

  static void eraseAround(DSLContext tx, MatterId id, Instant at) {
    tx.update(DECISION)
        .setNull(DECISION.PAYLOAD_SEALED)
        .where(DECISION.MATTER.eq(id.text()))
        .execute();
    tx.update(FRIEND_LINK)
        .setNull(FRIEND_LINK.LABEL_SEALED)
        .setNull(FRIEND_LINK.NOTE_SEALED)
        .where(FRIEND_LINK.MATTER.eq(id.text()))
        .execute();
    closeLinks(tx, id, at);
    tx.deleteFrom(COOLING_OFF).where(COOLING_OFF.MATTER.eq(id.text())).execute();
    IouRows.erase(tx, id, at);
    LoanBook.erase(tx, id);
    DocumentBook.erase(tx, id);
    CaseBook.erase(tx, id);
  }

  /** Nobody outside comes in any more. */
  static void closeLinks(DSLContext tx, MatterId id, Instant at) {
    tx.update(FRIEND_LINK)
        .set(
            FRIEND_LINK.REVOKED_AT,
            DSL.coalesce(
                FRIEND_LINK.REVOKED_AT, DSL.greatest(FRIEND_LINK.ANSWERED_AT, DSL.val(at))))
        .where(FRIEND_LINK.MATTER.eq(id.text()))
        .execute();
    IouRows.closeLinks(tx, id);
  }

  /** Every writer takes this lock first, so that two never wait for each other. */
  static Outcome<MatterRecord> lock(DSLContext tx, MatterId id) {
    return lock(tx, MATTER.ID.eq(id.text()));
  }

  /** The same for what may be done to a matter that is sealed. */
  static Outcome<MatterRecord> lockSealed(DSLContext tx, MatterId id) {
    return lockAny(tx, MATTER.ID.eq(id.text()));
  }

  static Outcome<MatterRecord> lockOwned(DSLContext tx, MatterId id, PersonId owner) {
    return lock(tx, MATTER.ID.eq(id.text()).and(MATTER.OWNER.eq(owner.text())));
  }

  private static Outcome<MatterRecord> lock(DSLContext tx, Condition which) {
    return lockAny(tx, which)
        .then(
            row ->
                RetentionBook.refusal(tx, new MatterId(row.getId()))
                    .<Outcome<MatterRecord>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.of(row)));
  }

  private static Outcome<MatterRecord> lockAny(DSLContext tx, Condition which) {
    Optional<MatterRecord> row = tx.selectFrom(MATTER).where(which).forUpdate().fetchOptional();
    if (row.isEmpty()) {
      return Outcome.refused(Code.MATTER_UNKNOWN, "");
    }
    return row.get().getErasedAt() == null
        ? Outcome.of(row.get())
        : Outcome.refused(Code.MATTER_ERASED, "");
  }

  /** Seals a draft into a locked row. */
  static MatterRecord write(
      DSLContext tx, Vault vault, MatterRecord row, Draft draft, Instant now) {
    MatterId id = new MatterId(row.getId());
    Vault.Opened key = vault.find(tx, id).orElseThrow();
    row.setTitleSealed(key.seal(draft.title(), titlePlace(id)));
    row.setPayloadSealed(key.seal(draft.json(), payloadPlace(id)));
    touch(row, now);
    return row;
  }

  static void touch(MatterRecord row, Instant now) {
    row.setUpdatedAt(Database.later(row.getUpdatedAt(), Database.kept(now)));
    row.update();
  }

  private static String titlePlace(MatterId id) {
    return "matter/" + id + "/title";
  }

  private static String payloadPlace(MatterId id) {
    return "matter/" + id + "/payload";
  }

  static Matter read(MatterRecord row) {
    return new Matter(
        new MatterId(row.getId()),
        row.getKind(),
        new PersonId(row.getOwner()),
        row.getOpenedAt(),
        row.getUpdatedAt(),
        Optional.ofNullable(row.getVerdict()).map(MatterBook::verdict),
        Optional.ofNullable(row.getErasedAt()));
  }

  static Verdict verdict(String id) {
    return Verdict.valueOf(id.toUpperCase(Locale.ROOT));
  }
}
