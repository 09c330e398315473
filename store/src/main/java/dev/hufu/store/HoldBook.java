package dev.hufu.store;

import static dev.hufu.store.table.Tables.LEGAL_HOLD;
import static dev.hufu.store.table.Tables.LEGAL_HOLD_LIFT;
import static dev.hufu.store.table.Tables.PERSON;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * Legal holds, several a matter, append-only: set, and lifted by a row of its own. Both are in the
 * evidence log. A hold beats every way of erasing, also plain SQL, by triggers.
 *
 * <p>Example: {@code holds.set(matter, HoldReason.COURT, member, now)}. The owner of the matter or
 * one of the team sets it. What one of the team has set only the team lifts, and where the team has
 * two or more it takes another than who set it.
 */
public final class HoldBook {

  private static final String GUEST = "guest";

  private final Database database;

  public HoldBook(Database database) {
    this.database = database;
  }

  /** Sets a hold; the matter must not be erased yet, and may be sealed. */
  public Outcome<Hold> set(MatterId matter, HoldReason reason, PersonId by, Instant now) {
    return database.transaction(
        tx ->
            MatterBook.lockSealed(tx, matter)
                .then(
                    row ->
                        row.getOwner().equals(by.text()) || inTeam(tx, by)
                            ? room(tx, matter)
                            : Outcome.refused(Code.MATTER_UNKNOWN, ""))
                .map(free -> insert(tx, matter, reason, by, Database.kept(now))));
  }

  private static Outcome<MatterId> room(DSLContext tx, MatterId matter) {
    int holds = tx.fetchCount(LEGAL_HOLD, LEGAL_HOLD.MATTER.eq(matter.text()));
    return holds < Limits.HOLDS_PER_MATTER_MAX
        ? Outcome.of(matter)
        : Outcome.refused(Code.HOLD_FULL, "" + Limits.HOLDS_PER_MATTER_MAX);
  }

  private static Hold insert(
      DSLContext tx, MatterId matter, HoldReason reason, PersonId by, Instant at) {
    String id = PublicId.next('H');
    tx.insertInto(LEGAL_HOLD)
        .set(LEGAL_HOLD.ID, id)
        .set(LEGAL_HOLD.MATTER, matter.text())
        .set(LEGAL_HOLD.REASON, reason.id())
        .set(LEGAL_HOLD.SET_BY, by.text())
        .set(LEGAL_HOLD.SET_AT, at)
        .execute();
    Map<String, String> fields =
        Map.of("by", by.text(), "hold", id, "matter", matter.text(), "reason", reason.id());
    Deeds.append(tx, Deeds.HELD, id, at, fields);
    AuditBook.append(tx, at, by.text(), "hold:set", matter.text());
    return new Hold(id, matter, reason, by, at, Optional.empty());
  }

  /**
   * Lifts a hold. Refused with {@link Code#HOLD_SECOND_PERSON} where another must do it, and with
   * {@link Code#HOLD_UNKNOWN} where there is none that this person may lift.
   */
  public Outcome<Hold> lift(String hold, PersonId by, Instant now) {
    Optional<Hold> found = find(database.dsl(), hold);
    if (found.isEmpty()) {
      return Outcome.refused(Code.HOLD_UNKNOWN, "");
    }
    return database.transaction(
        tx ->
            MatterBook.lockSealed(tx, found.get().matter())
                .then(row -> liftable(tx, hold, row.getOwner(), by))
                .map(open -> insertLift(tx, open, by, now)));
  }

  private static Outcome<Hold> liftable(DSLContext tx, String id, String owner, PersonId by) {
    Optional<Hold> open = find(tx, id).filter(hold -> hold.lifted().isEmpty());
    boolean team = inTeam(tx, by);
    boolean own = open.isPresent() && open.get().setBy().equals(by) && owner.equals(by.text());
    if (open.isEmpty() || (!team && !own)) {
      return Outcome.refused(Code.HOLD_UNKNOWN, "");
    }
    return team && open.get().setBy().equals(by) && teamSize(tx) > 1
        ? Outcome.refused(Code.HOLD_SECOND_PERSON, "")
        : Outcome.of(open.get());
  }

  private static Hold insertLift(DSLContext tx, Hold open, PersonId by, Instant now) {
    Instant at = Database.later(open.setAt(), Database.kept(now));
    tx.insertInto(LEGAL_HOLD_LIFT)
        .set(LEGAL_HOLD_LIFT.HOLD, open.id())
        .set(LEGAL_HOLD_LIFT.LIFTED_BY, by.text())
        .set(LEGAL_HOLD_LIFT.LIFTED_AT, at)
        .execute();
    Map<String, String> fields =
        Map.of("by", by.text(), "hold", open.id(), "matter", open.matter().text());
    Deeds.append(tx, Deeds.LIFTED, open.id(), at, fields);
    AuditBook.append(tx, at, by.text(), "hold:lift", open.matter().text());
    return new Hold(
        open.id(),
        open.matter(),
        open.reason(),
        open.setBy(),
        open.setAt(),
        Optional.of(new Hold.Lift(by, at)));
  }

  /** Every hold that was ever set on a matter, the first first. */
  public List<Hold> listOf(MatterId matter) {
    return fetch(database.dsl(), LEGAL_HOLD.MATTER.eq(matter.text()));
  }

  /** Every hold that is not lifted, for the team, the first first. */
  public List<Hold> open(int limit) {
    AuditBook.checkLimit(limit);
    return fetch(database.dsl(), LEGAL_HOLD_LIFT.HOLD.isNull()).stream().limit(limit).toList();
  }

  /** Why a held matter cannot go. */
  static Optional<Refusal> refusal(DSLContext tx, MatterId matter) {
    return fetch(tx, LEGAL_HOLD.MATTER.eq(matter.text()).and(LEGAL_HOLD_LIFT.HOLD.isNull()))
        .stream()
        .findFirst()
        .map(hold -> Refusal.of(Code.MATTER_HELD, hold.setAt().toString()));
  }

  private static Optional<Hold> find(DSLContext tx, String id) {
    return fetch(tx, LEGAL_HOLD.ID.eq(id)).stream().findFirst();
  }

  private static List<Hold> fetch(DSLContext tx, Condition which) {
    return tx.select()
        .from(LEGAL_HOLD)
        .leftJoin(LEGAL_HOLD_LIFT)
        .on(LEGAL_HOLD_LIFT.HOLD.eq(LEGAL_HOLD.ID))
        .where(which)
        .orderBy(LEGAL_HOLD.KEPT_AS)
        .fetch(HoldBook::read);
  }

  private static Hold read(Record row) {
    return new Hold(
        row.get(LEGAL_HOLD.ID),
        new MatterId(row.get(LEGAL_HOLD.MATTER)),
        HoldReason.parse(row.get(LEGAL_HOLD.REASON)).orElseThrow(),
        new PersonId(row.get(LEGAL_HOLD.SET_BY)),
        row.get(LEGAL_HOLD.SET_AT),
        Optional.ofNullable(row.get(LEGAL_HOLD_LIFT.HOLD))
            .map(
                lifted ->
                    new Hold.Lift(
                        new PersonId(row.get(LEGAL_HOLD_LIFT.LIFTED_BY)),
                        row.get(LEGAL_HOLD_LIFT.LIFTED_AT))));
  }

  private static boolean inTeam(DSLContext tx, PersonId person) {
    return tx.fetchExists(DSL.selectFrom(PERSON).where(TEAM).and(PERSON.ID.eq(person.text())));
  }

  private static int teamSize(DSLContext tx) {
    return tx.fetchCount(PERSON, TEAM);
  }

  private static final Condition TEAM = PERSON.ROLE.ne(GUEST).and(PERSON.REMOVED_AT.isNull());
}
