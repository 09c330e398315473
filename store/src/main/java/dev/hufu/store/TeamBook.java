package dev.hufu.store;

import static dev.hufu.store.table.Tables.PERSON;
import static dev.hufu.store.table.Tables.SIGN_IN_LINK;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.SignInBook.SignInLink;
import dev.hufu.store.table.tables.records.PersonRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Who works on packs here: the owner of this Hufu, and colleagues the owner has invited by name.
 * Guests are not in it. Every change is audited.
 *
 * <p>Example: {@code team.invite(owner, "李敏", now)} gives the colleague and a link that signs in
 * once.
 */
public final class TeamBook {

  private static final String OWNER = "owner";
  private static final String COLLEAGUE = "colleague";

  private final Database database;

  public TeamBook(Database database) {
    this.database = database;
  }

  /**
   * One of the team.
   *
   * @param name empty while the owner has given none
   * @param removedAt since when a colleague has no access any more
   */
  public record Person(
      PersonId id,
      boolean owner,
      Optional<String> name,
      Instant since,
      Optional<Instant> removedAt) {

    /** Names are personal; they are not written into logs. */
    @Override
    public String toString() {
      return "Person[" + id + "]";
    }
  }

  /** A colleague and the link to send; its token is told here and never again. */
  public record Invited(Person colleague, SignInLink link) {}

  /** Whoever is in the team now. */
  public Optional<Person> find(PersonId id) {
    return database
        .dsl()
        .selectFrom(PERSON)
        .where(PERSON.ID.eq(id.text()))
        .and(PERSON.ROLE.in(OWNER, COLLEAGUE))
        .and(PERSON.REMOVED_AT.isNull())
        .fetchOptional(TeamBook::read);
  }

  /** All who are or were in the team, the owner first. */
  public List<Person> list() {
    return database
        .dsl()
        .selectFrom(PERSON)
        .where(PERSON.ROLE.in(OWNER, COLLEAGUE))
        .orderBy(PERSON.ROLE.desc(), PERSON.CREATED_AT, PERSON.ID)
        .fetch(TeamBook::read);
  }

  /** Enters a colleague; refused with NAME_NEEDED, OWNER_ONLY or TEAM_FULL. */
  public Outcome<Invited> invite(PersonId by, String name, Instant now) {
    return name(name)
        .then(
            wanted ->
                asOwner(
                    by,
                    tx -> {
                      int colleagues =
                          tx.fetchCount(
                              PERSON, PERSON.ROLE.eq(COLLEAGUE).and(PERSON.REMOVED_AT.isNull()));
                      if (colleagues >= Limits.TEAM_MAX) {
                        return Outcome.refused(Code.TEAM_FULL, "" + Limits.TEAM_MAX);
                      }
                      PersonRecord row = tx.newRecord(PERSON);
                      row.setId(PersonId.next().text());
                      row.setRole(COLLEAGUE);
                      row.setName(wanted);
                      row.setCreatedAt(Database.kept(now));
                      row.insert();
                      return Outcome.of(link(tx, by, row, "team:invite", now));
                    }));
  }

  /** A new link for a colleague whose browser has forgotten them; earlier links close. */
  public Outcome<Invited> inviteAgain(PersonId by, PersonId colleague, Instant now) {
    return asOwner(
        by,
        tx ->
            colleague(tx, colleague)
                .map(
                    row -> {
                      closeLinks(tx, colleague);
                      return link(tx, by, row, "team:invite-again", now);
                    }));
  }

  /** Ends a colleague's access at once; what they did stays under their name. */
  public Outcome<Person> remove(PersonId by, PersonId colleague, Instant now) {
    return asOwner(
        by,
        tx ->
            colleague(tx, colleague)
                .map(
                    row -> {
                      closeLinks(tx, colleague);
                      row.setRemovedAt(Database.kept(now));
                      row.update();
                      AuditBook.append(tx, now, by.text(), "team:remove", colleague.text());
                      return read(row);
                    }));
  }

  /** Somebody's own name, as the others read it. */
  public Outcome<Person> rename(PersonId person, String name, Instant now) {
    return name(name)
        .then(
            wanted ->
                database.transaction(
                    tx ->
                        lock(tx, person)
                            .map(
                                row -> {
                                  row.setName(wanted);
                                  row.update();
                                  AuditBook.append(
                                      tx, now, person.text(), "team:rename", person.text());
                                  return read(row);
                                })));
  }

  private static Outcome<String> name(String name) {
    String stripped = name.strip();
    boolean plain = stripped.codePoints().noneMatch(Character::isISOControl);
    return !stripped.isEmpty() && stripped.length() <= Limits.PERSON_NAME_CHARS_MAX && plain
        ? Outcome.of(stripped)
        : Outcome.refused(Code.NAME_NEEDED, "" + Limits.PERSON_NAME_CHARS_MAX);
  }

  private interface Work<T> {
    Outcome<T> in(DSLContext tx);
  }

  /** The owner's row is locked first, so that two invitations count each other. */
  private <T> Outcome<T> asOwner(PersonId by, Work<T> work) {
    return database.transaction(
        tx ->
            lock(tx, by)
                .then(
                    row ->
                        row.getRole().equals(OWNER)
                            ? work.in(tx)
                            : Outcome.refused(Code.OWNER_ONLY, "")));
  }

  private static Outcome<PersonRecord> colleague(DSLContext tx, PersonId id) {
    return lock(tx, id)
        .then(
            row ->
                row.getRole().equals(COLLEAGUE)
                    ? Outcome.of(row)
                    : Outcome.refused(Code.PERSON_UNKNOWN, ""));
  }

  private static Outcome<PersonRecord> lock(DSLContext tx, PersonId id) {
    return tx.selectFrom(PERSON)
        .where(PERSON.ID.eq(id.text()))
        .and(PERSON.ROLE.in(OWNER, COLLEAGUE))
        .and(PERSON.REMOVED_AT.isNull())
        .forUpdate()
        .fetchOptional()
        .<Outcome<PersonRecord>>map(Outcome::of)
        .orElseGet(() -> Outcome.refused(Code.PERSON_UNKNOWN, ""));
  }

  private static Invited link(
      DSLContext tx, PersonId by, PersonRecord row, String action, Instant now) {
    PersonId colleague = new PersonId(row.getId());
    SignInLink link = SignInBook.create(tx, colleague, Limits.INVITATION_LIFE, now);
    AuditBook.append(tx, now, by.text(), action, colleague.text());
    return new Invited(read(row), link);
  }

  private static void closeLinks(DSLContext tx, PersonId person) {
    tx.deleteFrom(SIGN_IN_LINK)
        .where(SIGN_IN_LINK.PERSON.eq(person.text()))
        .and(SIGN_IN_LINK.USED_AT.isNull())
        .execute();
  }

  private static Person read(PersonRecord row) {
    return new Person(
        new PersonId(row.getId()),
        row.getRole().equals(OWNER),
        Optional.ofNullable(row.getName()),
        row.getCreatedAt(),
        Optional.ofNullable(row.getRemovedAt()));
  }
}
