package dev.hufu.store;

import static dev.hufu.store.table.Tables.AUDIT;

import dev.hufu.kernel.limit.Limits;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;

/**
 * Who did what to what, and when; append-only, without personal data.
 *
 * <p>Example: {@code audit.append(now, "cli", "doctor", "M-7Q4K2M9F")}. Reads of sealed content and
 * every change by another book are entered by those books themselves.
 */
public final class AuditBook {

  private static final int ACTOR_CHARS_MAX = 80;

  private final Database database;

  public AuditBook(Database database) {
    this.database = database;
  }

  /**
   * One row.
   *
   * @param action {@code read:show-to-owner}, {@code matter:open}
   * @param subject an id, never a name
   */
  public record Entry(Instant at, String actor, String action, String subject) {}

  public void append(Instant now, String actor, String action, String subject) {
    append(database.dsl(), now, actor, action, subject);
  }

  /** The newest rows of a subject first; at most {@link Limits#LIST_ROWS_MAX}. */
  public List<Entry> list(String subject, int limit) {
    checkLimit(limit);
    return database
        .dsl()
        .select(AUDIT.AT, AUDIT.ACTOR, AUDIT.ACTION, AUDIT.SUBJECT)
        .from(AUDIT)
        .where(AUDIT.SUBJECT.eq(subject))
        .orderBy(AUDIT.ID.desc())
        .limit(limit)
        .fetch(row -> new Entry(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  static void append(DSLContext tx, Instant at, String actor, String action, String subject) {
    var _row = row(tx, at, actor, action, subject).fetch();
  }

  /** The insert of a row, to be sent together with what it tells of. */
  static ResultQuery<?> row(
      DSLContext tx, Instant at, String actor, String action, String subject) {
    checkActor(actor);
    return tx.insertInto(AUDIT)
        .set(AUDIT.AT, Database.kept(at))
        .set(AUDIT.ACTOR, actor)
        .set(AUDIT.ACTION, action)
        .set(AUDIT.SUBJECT, subject)
        .returning(AUDIT.ID);
  }

  static void checkActor(String actor) {
    if (actor.isBlank() || actor.length() > ACTOR_CHARS_MAX) {
      throw new IllegalArgumentException("an actor has 1 to 80 characters");
    }
  }

  static void checkLimit(int limit) {
    if (limit < 1 || limit > Limits.LIST_ROWS_MAX) {
      throw new IllegalArgumentException("1 to " + Limits.LIST_ROWS_MAX + " rows: " + limit);
    }
  }
}
