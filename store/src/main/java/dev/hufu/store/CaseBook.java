package dev.hufu.store;

import static dev.hufu.store.table.Tables.CASE_ENTRY;
import static dev.hufu.store.table.Tables.MATTER;

import dev.hufu.evidence.leaf.Commitment;
import dev.hufu.evidence.leaf.Leaf;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.table.tables.records.MatterRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * What was entered in a case, sealed under its matter's key, each entry with its own row for the
 * log in the same transaction. Entries are added and never changed; what was wrong is taken back by
 * a later one.
 *
 * <p>Example: {@code cases.add(matter, List.of(json), owner.text(), now)}. A case lies on any
 * matter: on one that began as a request for money, or on one of its own.
 */
public final class CaseBook {

  /** The kind of a matter that began with money being gone. */
  public static final String KIND = "loss";

  private static final String LEAF = "case-entry";

  private final Database database;
  private final Vault vault;

  public CaseBook(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** One entry as it was written. */
  public record Kept(String json, Instant enteredAt) {

    @Override
    public String toString() {
      return "Kept[" + enteredAt + "]";
    }
  }

  /** Opens a matter of its own for a case, with its first entries. */
  public Outcome<Matter> open(PersonId owner, String title, List<String> entries, Instant now) {
    return new Draft(title, "{}")
        .checked()
        .then(
            draft ->
                fits(entries, 0)
                    .map(
                        sound ->
                            database.transaction(
                                tx -> {
                                  MatterRecord row =
                                      MatterBook.insert(tx, vault, KIND, owner, draft, now);
                                  Matter matter = MatterBook.read(row);
                                  insert(tx, matter.id(), sound, owner.text(), now);
                                  return matter;
                                })));
  }

  /**
   * Adds entries, all or none; durable when this returns.
   *
   * @return how many the case has now; or {@link Code#CASE_ENTRIES_TOO_MANY}, {@link
   *     Code#CASE_ENTRY_SIZE}, {@link Code#MATTER_UNKNOWN}, {@link Code#MATTER_ERASED}
   */
  public Outcome<Integer> add(MatterId matter, List<String> entries, String actor, Instant now) {
    return database.transaction(
        tx ->
            MatterBook.lock(tx, matter)
                .then(
                    row ->
                        addWithin(tx, matter, entries, actor, now)
                            .map(
                                count -> {
                                  MatterBook.touch(row, now);
                                  return count;
                                })));
  }

  private Outcome<Integer> addWithin(
      DSLContext tx, MatterId matter, List<String> entries, String actor, Instant now) {
    int there = tx.fetchCount(CASE_ENTRY, CASE_ENTRY.MATTER.eq(matter.text()));
    return fits(entries, there)
        .map(
            sound -> {
              insert(tx, matter, sound, actor, now);
              return there + sound.size();
            });
  }

  private static Outcome<List<String>> fits(List<String> entries, int there) {
    if (there + entries.size() > Limits.CASE_ENTRIES_MAX) {
      return Outcome.refused(Code.CASE_ENTRIES_TOO_MANY, Integer.toString(Limits.CASE_ENTRIES_MAX));
    }
    for (String entry : entries) {
      int bytes = entry.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > Limits.CASE_ENTRY_BYTES_MAX) {
        return Outcome.refused(
            Code.CASE_ENTRY_SIZE, bytes + " B (≤ " + Limits.CASE_ENTRY_BYTES_MAX + ")");
      }
    }
    return Outcome.of(entries);
  }

  private void insert(
      DSLContext tx, MatterId matter, List<String> entries, String actor, Instant now) {
    SealKey key = vault.find(tx, matter).orElseThrow().key();
    entries.forEach(entry -> insert(tx, matter, key, entry, actor, Database.kept(now)));
  }

  private static void insert(
      DSLContext tx, MatterId matter, SealKey key, String entry, String actor, Instant at) {
    String id = PublicId.next('P');
    byte[] salt = SealKey.randomBytes(Commitment.SALT_BYTES);
    byte[] text = entry.getBytes(StandardCharsets.UTF_8);
    byte[] sealed =
        key.seal(
            ByteBuffer.allocate(salt.length + text.length).put(salt).put(text).array(), place(id));
    EvidenceRows.append(
        tx,
        id,
        Leaf.of(LEAF, at, Commitment.to(salt, text)),
        tx.insertInto(CASE_ENTRY)
            .set(CASE_ENTRY.ID, id)
            .set(CASE_ENTRY.MATTER, matter.text())
            .set(CASE_ENTRY.ENTERED_AT, at)
            .set(CASE_ENTRY.ENTRY_SEALED, sealed)
            .returning(CASE_ENTRY.ID),
        AuditBook.row(tx, at, actor, LEAF + ":keep", id));
  }

  /** All entries of a case in the order they were made; {@link Code#MATTER_ERASED}. */
  public Outcome<List<Kept>> list(MatterId matter, Access access) {
    return database.transaction(
        tx ->
            vault
                .find(tx, matter, access)
                .map(key -> Outcome.of(entries(tx, matter, key)))
                .orElseGet(() -> Outcome.refused(Code.MATTER_ERASED, "")));
  }

  private static List<Kept> entries(DSLContext tx, MatterId matter, Vault.Opened key) {
    return tx.select(CASE_ENTRY.ID, CASE_ENTRY.ENTRY_SEALED, CASE_ENTRY.ENTERED_AT)
        .from(CASE_ENTRY)
        .where(CASE_ENTRY.MATTER.eq(matter.text()))
        .orderBy(CASE_ENTRY.KEPT_AS)
        .fetch(row -> new Kept(text(key, row.value1(), row.value2()), row.value3()));
  }

  private static String text(Vault.Opened key, String id, byte[] sealed) {
    byte[] plain = key.key().open(sealed, place(id));
    return new String(
        Arrays.copyOfRange(plain, Commitment.SALT_BYTES, plain.length), StandardCharsets.UTF_8);
  }

  /** The matters of a person that have a case, the latest first. */
  public List<MatterId> listOf(PersonId owner, int limit) {
    AuditBook.checkLimit(limit);
    return database
        .dsl()
        .selectFrom(MATTER)
        .where(MATTER.OWNER.eq(owner.text()))
        .and(MATTER.ERASED_AT.isNull())
        .andExists(DSL.selectOne().from(CASE_ENTRY).where(CASE_ENTRY.MATTER.eq(MATTER.ID)))
        .orderBy(MATTER.UPDATED_AT.desc())
        .limit(limit)
        .fetch(row -> new MatterId(row.getId()));
  }

  /** Takes the content of a case away, whose key is gone already. */
  static void erase(DSLContext tx, MatterId matter) {
    tx.update(CASE_ENTRY)
        .setNull(CASE_ENTRY.ENTRY_SEALED)
        .where(CASE_ENTRY.MATTER.eq(matter.text()))
        .execute();
  }

  private static String place(String id) {
    return "case_entry/" + id + "/entry";
  }
}
