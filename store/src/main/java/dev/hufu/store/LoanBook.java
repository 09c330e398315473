package dev.hufu.store;

import static dev.hufu.store.table.Tables.IOU;
import static dev.hufu.store.table.Tables.LOAN_ENTRY;
import static dev.hufu.store.table.Tables.MATTER;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.evidence.leaf.Commitment;
import dev.hufu.evidence.leaf.Leaf;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a loan: entries are added, never changed; a mistake is taken back by an entry of
 * its own. Sealed under the matter's key, each with its entry for the log in the same transaction.
 *
 * <p>Example: {@code loans.add(matter, LoanEntry.Kind.PAYMENT, json, owner, now)}. A loan that is
 * older than its matter begins with {@code loans.open(owner, title, json, now)}.
 */
public final class LoanBook {

  /** The kind of a matter that begins with a loan, without any request before it. */
  public static final String MATTER_KIND = "loan";

  /** What the log calls its entries. */
  public static final String LEAF = "loan-entry";

  private final Database database;
  private final Vault vault;
  private final DocumentBook documents;

  public LoanBook(Database database, Vault vault, DocumentBook documents) {
    this.database = database;
    this.vault = vault;
    this.documents = documents;
  }

  /** Opens a matter for a loan given before, with its terms as the first entry. */
  public Outcome<LoanEntry> open(PersonId owner, String title, String terms, Instant now) {
    return new Draft(title, "{}")
        .checked()
        .then(
            draft ->
                database.transaction(
                    tx -> {
                      MatterId matter =
                          MatterBook.read(
                                  MatterBook.insert(tx, vault, MATTER_KIND, owner, draft, now))
                              .id();
                      return insert(tx, matter, LoanEntry.Kind.TERMS, terms, owner.text(), now);
                    }));
  }

  /**
   * Adds an entry; durable when this returns.
   *
   * @return the entry, or {@link Code#MATTER_UNKNOWN}, {@link Code#MATTER_ERASED}, {@link
   *     Code#LOAN_ENTRIES_FULL}
   */
  public Outcome<LoanEntry> add(
      MatterId matter, LoanEntry.Kind kind, String json, String actor, Instant now) {
    return database.transaction(
        tx ->
            MatterBook.lock(tx, matter).then(locked -> insert(tx, matter, kind, json, actor, now)));
  }

  /** Adds an entry together with the file it is about, such as the letter that was sent. */
  public Outcome<LoanEntry> add(
      MatterId matter,
      LoanEntry.Kind kind,
      String json,
      NewDocument file,
      String actor,
      Instant now) {
    return database.transaction(
        tx ->
            MatterBook.lock(tx, matter)
                .then(
                    locked ->
                        documents.keepWithin(
                            tx, matter, file, DocumentBook.Follows.NOTHING, actor, now))
                .then(kept -> insert(tx, matter, new Row(kind, json, null, kept), actor, now)));
  }

  /** Takes an entry back; {@link Code#LOAN_ENTRY_UNKNOWN} if there is none that still counts. */
  public Outcome<LoanEntry> takeBack(
      MatterId matter, LoanEntryId entry, String actor, Instant now) {
    return database.transaction(
        tx ->
            MatterBook.lock(tx, matter)
                .then(
                    locked ->
                        counts(tx, matter, entry)
                            ? Outcome.of(entry)
                            : Outcome.refused(Code.LOAN_ENTRY_UNKNOWN, ""))
                .then(
                    there ->
                        insert(
                            tx,
                            matter,
                            new Row(LoanEntry.Kind.TAKEN_BACK, "{}", there, null),
                            actor,
                            now)));
  }

  private static boolean counts(DSLContext tx, MatterId matter, LoanEntryId entry) {
    return tx.fetchExists(
            DSL.selectFrom(LOAN_ENTRY)
                .where(LOAN_ENTRY.MATTER.eq(matter.text()))
                .and(LOAN_ENTRY.ID.eq(entry.text()))
                .and(LOAN_ENTRY.KIND.ne(LoanEntry.Kind.TAKEN_BACK.id())))
        && !tx.fetchExists(
            DSL.selectFrom(LOAN_ENTRY).where(LOAN_ENTRY.TAKES_BACK.eq(entry.text())));
  }

  /** What a row is made of. */
  private record Row(
      LoanEntry.Kind kind,
      String json,
      @Nullable LoanEntryId takesBack,
      @Nullable KeptDocument file) {

    Optional<DocumentId> document() {
      return Optional.ofNullable(file).map(KeptDocument::id);
    }

    @Nullable String takenBack() {
      return takesBack == null ? null : takesBack.text();
    }
  }

  private Outcome<LoanEntry> insert(
      DSLContext tx, MatterId matter, LoanEntry.Kind kind, String json, String actor, Instant now) {
    return insert(tx, matter, new Row(kind, json, null, null), actor, now);
  }

  private Outcome<LoanEntry> insert(
      DSLContext tx, MatterId matter, Row row, String actor, Instant now) {
    if (tx.fetchCount(LOAN_ENTRY, LOAN_ENTRY.MATTER.eq(matter.text())) >= Limits.LOAN_ENTRIES_MAX) {
      return Outcome.refused(Code.LOAN_ENTRIES_FULL, Integer.toString(Limits.LOAN_ENTRIES_MAX));
    }
    LoanEntryId id = LoanEntryId.next();
    Instant at = Database.kept(now);
    byte[] salt = SealKey.randomBytes(Commitment.SALT_BYTES);
    byte[] text = statement(id, matter, row, at, actor).getBytes(StandardCharsets.UTF_8);
    byte[] plain = ByteBuffer.allocate(salt.length + text.length).put(salt).put(text).array();
    byte[] sealed = vault.find(tx, matter).orElseThrow().key().seal(plain, place(id));
    EvidenceRows.append(
        tx,
        id.text(),
        Leaf.of(LEAF, at, Commitment.to(salt, text)),
        tx.insertInto(LOAN_ENTRY)
            .set(LOAN_ENTRY.ID, id.text())
            .set(LOAN_ENTRY.MATTER, matter.text())
            .set(LOAN_ENTRY.KIND, row.kind().id())
            .set(LOAN_ENTRY.KEPT_AT, at)
            .set(LOAN_ENTRY.TAKES_BACK, row.takenBack())
            .set(LOAN_ENTRY.DOCUMENT, row.document().map(DocumentId::text).orElse(null))
            .set(LOAN_ENTRY.PAYLOAD_SEALED, sealed)
            .returning(LOAN_ENTRY.ID),
        AuditBook.row(tx, at, actor, "loan:" + row.kind().id(), id.text()));
    return Outcome.of(
        new LoanEntry(id, matter, row.kind(), at, row.json(), row.document(), Optional.empty()));
  }

  /** What the log commits to: first what the program says on one line each, then what was typed. */
  private static String statement(
      LoanEntryId id, MatterId matter, Row row, Instant at, String actor) {
    return String.join(
        "\n",
        "hufu.loan-entry/1",
        "id " + id,
        "matter " + matter,
        "kind " + row.kind().id(),
        "at " + at,
        "by " + actor,
        "takes-back " + Optional.ofNullable(row.takenBack()).orElse("-"),
        "document " + row.document().map(DocumentId::text).orElse("-"),
        row.json());
  }

  private static String typed(byte[] plain) {
    String text =
        new String(
            Arrays.copyOfRange(plain, Commitment.SALT_BYTES, plain.length), StandardCharsets.UTF_8);
    return text.split("\n", 9)[8];
  }

  /** All entries of a matter in the order they were kept, those taken back too. */
  public Outcome<List<LoanEntry>> list(MatterId matter, Access access) {
    return database.transaction(
        tx ->
            vault
                .find(tx, matter, access)
                .map(key -> Outcome.of(read(tx, matter, key)))
                .orElseGet(() -> Outcome.refused(Code.MATTER_ERASED, "")));
  }

  /**
   * An entry as the log committed to it: SHA-256(salt ‖ payload) is in its leaf.
   *
   * @param payload eight lines of the program, then what was typed
   */
  public record Committed(LoanEntry entry, Octets payload, Octets salt) {}

  /** The same entries, to be handed to somebody who checks them against the log. */
  public Outcome<List<Committed>> listCommitted(MatterId matter, Access access) {
    return database.transaction(
        tx ->
            vault
                .find(tx, matter, access)
                .map(
                    key ->
                        Outcome.of(
                            read(tx, matter, key).stream()
                                .map(entry -> committed(tx, key, entry))
                                .toList()))
                .orElseGet(() -> Outcome.refused(Code.MATTER_ERASED, "")));
  }

  private static Committed committed(DSLContext tx, Vault.Opened key, LoanEntry entry) {
    byte[] sealed =
        tx.select(LOAN_ENTRY.PAYLOAD_SEALED)
            .from(LOAN_ENTRY)
            .where(LOAN_ENTRY.ID.eq(entry.id().text()))
            .fetchSingle()
            .value1();
    byte[] plain = key.key().open(sealed, place(entry.id()));
    return new Committed(
        entry,
        Octets.of(Arrays.copyOfRange(plain, Commitment.SALT_BYTES, plain.length)),
        Octets.of(Arrays.copyOf(plain, Commitment.SALT_BYTES)));
  }

  private static List<LoanEntry> read(DSLContext tx, MatterId matter, Vault.Opened key) {
    var rows =
        tx.selectFrom(LOAN_ENTRY)
            .where(LOAN_ENTRY.MATTER.eq(matter.text()))
            .orderBy(LOAN_ENTRY.KEPT_AS)
            .fetch();
    Map<String, LoanEntryId> takenBack = new HashMap<>();
    rows.stream()
        .filter(row -> row.getTakesBack() != null)
        .forEach(row -> takenBack.put(row.getTakesBack(), new LoanEntryId(row.getId())));
    return List.copyOf(
        rows.map(
            row -> {
              LoanEntryId id = new LoanEntryId(row.getId());
              return new LoanEntry(
                  id,
                  matter,
                  LoanEntry.Kind.find(row.getKind()).orElseThrow(),
                  row.getKeptAt(),
                  typed(key.key().open(row.getPayloadSealed(), place(id))),
                  Optional.ofNullable(row.getDocument()).map(DocumentId::new),
                  Optional.ofNullable(takenBack.get(row.getId())));
            }));
  }

  /** The matters of a person that hold a loan: an IOU signed by all, or entries. Newest first. */
  public List<MatterId> matters(PersonId owner) {
    return database
        .dsl()
        .select(MATTER.ID)
        .from(MATTER)
        .where(MATTER.OWNER.eq(owner.text()))
        .and(MATTER.ERASED_AT.isNull())
        .and(
            DSL.exists(
                    DSL.selectOne()
                        .from(LOAN_ENTRY)
                        .where(LOAN_ENTRY.MATTER.eq(MATTER.ID))
                        .and(LOAN_ENTRY.KIND.eq(LoanEntry.Kind.TERMS.id())))
                .or(
                    DSL.exists(
                        DSL.selectOne()
                            .from(IOU)
                            .where(IOU.MATTER.eq(MATTER.ID))
                            .and(IOU.STATE.eq("complete")))))
        .orderBy(MATTER.OPENED_AT.desc(), MATTER.ID)
        .limit(Limits.LOAN_REGISTER_ROWS_MAX)
        .fetch(row -> new MatterId(row.value1()));
  }

  /** Whether an entry is the one that the log committed to; false once it was erased. */
  public boolean verify(LoanEntryId id) {
    return database.transaction(
        tx ->
            tx.selectFrom(LOAN_ENTRY)
                .where(LOAN_ENTRY.ID.eq(id.text()))
                .fetchOptional()
                .flatMap(
                    row ->
                        vault
                            .find(tx, new MatterId(row.getMatter()))
                            .map(key -> key.key().open(row.getPayloadSealed(), place(id))))
                .map(
                    plain ->
                        EvidenceRows.committed(tx, LEAF, id.text())
                            .equals(Optional.of(commitment(plain).sha256())))
                .orElse(false));
  }

  private static Commitment commitment(byte[] plain) {
    return Commitment.to(
        Arrays.copyOf(plain, Commitment.SALT_BYTES),
        Arrays.copyOfRange(plain, Commitment.SALT_BYTES, plain.length));
  }

  /** Takes the content of a matter away, whose key is gone already. */
  static void erase(DSLContext tx, MatterId matter) {
    tx.update(LOAN_ENTRY)
        .setNull(LOAN_ENTRY.PAYLOAD_SEALED)
        .where(LOAN_ENTRY.MATTER.eq(matter.text()))
        .execute();
  }

  private static String place(LoanEntryId id) {
    return "loan_entry/" + id + "/payload";
  }
}
