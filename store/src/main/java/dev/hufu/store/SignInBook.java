package dev.hufu.store;

import static dev.hufu.store.table.Tables.PERSON;
import static dev.hufu.store.table.Tables.SIGN_IN_LINK;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * One-time sign-in links: there is no password to choose, lose or guess.
 *
 * <p>Example: {@code book.create(book.getOwner(now), now).token().plain()} goes into the link that
 * the terminal prints; {@code book.consume(token, now)} gives the person back, exactly once.
 */
public final class SignInBook {

  private static final String OWNER = "owner";

  private final Database database;

  public SignInBook(Database database) {
    this.database = database;
  }

  /**
   * A fresh link.
   *
   * @param token told here and never again
   */
  public record SignInLink(OneTimeToken token, Instant expiresAt) {}

  /** The owner of this Hufu, entered on the first call. */
  public PersonId getOwner(Instant now) {
    database
        .dsl()
        .insertInto(PERSON)
        .set(PERSON.ID, PersonId.next().text())
        .set(PERSON.ROLE, OWNER)
        .set(PERSON.CREATED_AT, Database.kept(now))
        .onConflictDoNothing()
        .execute();
    return database
        .dsl()
        .select(PERSON.ID)
        .from(PERSON)
        .where(PERSON.ROLE.eq(OWNER))
        .fetchSingle(row -> new PersonId(row.value1()));
  }

  /** Makes a link that lives {@link Limits#SIGN_IN_LINK_LIFE}. */
  public SignInLink create(PersonId person, Instant now) {
    return create(database.dsl(), person, Limits.SIGN_IN_LINK_LIFE, now);
  }

  static SignInLink create(DSLContext tx, PersonId person, Duration life, Instant now) {
    OneTimeToken token = OneTimeToken.next();
    Instant created = Database.kept(now);
    Instant expires = created.plus(life);
    tx.insertInto(SIGN_IN_LINK)
        .set(SIGN_IN_LINK.TOKEN_HASH, token.hash())
        .set(SIGN_IN_LINK.PERSON, person.text())
        .set(SIGN_IN_LINK.CREATED_AT, created)
        .set(SIGN_IN_LINK.EXPIRES_AT, expires)
        .execute();
    return new SignInLink(token, expires);
  }

  /**
   * Uses a link up. Of any number of simultaneous calls one gets the person.
   *
   * @return the person, or {@link Code#LINK_UNKNOWN}, {@link Code#LINK_EXPIRED}, {@link
   *     Code#LINK_USED}
   */
  public Outcome<PersonId> consume(OneTimeToken token, Instant now) {
    return database.transaction(
        tx -> {
          Optional<PersonId> person =
              tx.update(SIGN_IN_LINK)
                  .set(
                      SIGN_IN_LINK.USED_AT,
                      DSL.greatest(SIGN_IN_LINK.CREATED_AT, DSL.val(Database.kept(now))))
                  .where(SIGN_IN_LINK.TOKEN_HASH.eq(token.hash()))
                  .and(SIGN_IN_LINK.USED_AT.isNull())
                  .and(SIGN_IN_LINK.EXPIRES_AT.gt(now))
                  .returningResult(SIGN_IN_LINK.PERSON)
                  .fetchOptional(row -> new PersonId(row.value1()));
          if (person.isPresent()) {
            AuditBook.append(tx, now, person.get().text(), "sign-in:consume", person.get().text());
            return Outcome.of(person.get());
          }
          return Outcome.refused(
              tx.select(SIGN_IN_LINK.USED_AT)
                  .from(SIGN_IN_LINK)
                  .where(SIGN_IN_LINK.TOKEN_HASH.eq(token.hash()))
                  .fetchOptional()
                  .map(row -> row.value1() == null ? Code.LINK_EXPIRED : Code.LINK_USED)
                  .orElse(Code.LINK_UNKNOWN),
              "");
        });
  }
}
