package dev.hufu.store;

import static dev.hufu.store.table.Tables.EVIDENCE_PENDING;
import static dev.hufu.store.table.Tables.LOG_DOCUMENT;
import static dev.hufu.store.table.Tables.MATTER_DOCUMENT;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.evidence.keep.Statement;
import dev.hufu.evidence.leaf.Commitment;
import dev.hufu.evidence.leaf.Leaf;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.table.tables.records.MatterDocumentRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.impl.DSL;

/**
 * Files of a matter: signed documents and captured originals, sealed under the matter's key, each
 * with its entry for the log in the same transaction.
 *
 * <p>Example: {@code documents.keep(matter, NewDocument.printed(DocumentKind.IOU_SIGNED, "借条",
 * pdf), owner.text(), now)}. The log commits to a {@link Statement}; whoever holds the file finds
 * it in the log by its plain digest, until the matter is erased.
 */
public final class DocumentBook {

  private final Database database;
  private final Vault vault;

  public DocumentBook(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * Keeps a file; durable when this returns.
   *
   * @return the document, or {@link Code#MATTER_UNKNOWN}, {@link Code#MATTER_ERASED}, {@link
   *     Code#KEPT_FILE_SIZE}, {@link Code#KEPT_FILES_TOO_MANY}
   */
  public Outcome<KeptDocument> keep(MatterId matter, NewDocument fresh, String actor, Instant now) {
    return database.transaction(
        tx ->
            MatterBook.lock(tx, matter)
                .then(locked -> keepWithin(tx, matter, fresh, Follows.NOTHING, actor, now)));
  }

  /**
   * Where a document comes from, as its entry in the log may say.
   *
   * @param by SHA-256 of the public key that signed it
   * @param earlier the documents it is a revision of
   */
  record Follows(Optional<Digest> by, List<DocumentId> earlier) {
    static final Follows NOTHING = new Follows(Optional.empty(), List.of());
  }

  /** Keeps a file inside the transaction of a change that holds the lock of its matter. */
  Outcome<KeptDocument> keepWithin(
      DSLContext tx,
      MatterId matter,
      NewDocument fresh,
      Follows follows,
      String actor,
      Instant now) {
    int length = fresh.content().length();
    if (length < 1 || length > Limits.KEPT_FILE_BYTES_MAX) {
      return Outcome.refused(
          Code.KEPT_FILE_SIZE, length + " (1–" + Limits.KEPT_FILE_BYTES_MAX + ")");
    }
    return roomFor(tx, matter, length)
        .map(room -> insert(tx, matter, fresh, actor, Database.kept(now), follows));
  }

  private static Outcome<MatterId> roomFor(DSLContext tx, MatterId matter, int length) {
    var sums =
        tx.select(DSL.count(), DSL.coalesce(DSL.sum(MATTER_DOCUMENT.BYTES), DSL.zero()))
            .from(MATTER_DOCUMENT)
            .where(MATTER_DOCUMENT.MATTER.eq(matter.text()))
            .fetchSingle();
    long bytes = sums.value2().longValue() + length;
    return sums.value1() >= Limits.KEPT_FILES_MAX || bytes > Limits.KEPT_FILES_BYTES_MAX
        ? Outcome.refused(
            Code.KEPT_FILES_TOO_MANY,
            (sums.value1() + 1)
                + " (≤ "
                + Limits.KEPT_FILES_MAX
                + "), "
                + bytes
                + " B (≤ "
                + Limits.KEPT_FILES_BYTES_MAX
                + ")")
        : Outcome.of(matter);
  }

  private KeptDocument insert(
      DSLContext tx,
      MatterId matter,
      NewDocument fresh,
      String actor,
      Instant at,
      Follows follows) {
    DocumentId id = DocumentId.next();
    Statement statement =
        new Statement(
            id.text(),
            matter.text(),
            fresh.kind(),
            fresh.title(),
            fresh.mediaType(),
            fresh.content().length(),
            fresh.content().digest(),
            at,
            actor,
            fresh.origin());
    byte[] salt = SealKey.randomBytes(Commitment.SALT_BYTES);
    byte[] text = statement.text();
    SealKey key = vault.find(tx, matter).orElseThrow().key();
    String kind = fresh.kind().leafKind();
    List<Digest> links = follows.earlier().stream().map(e -> EvidenceRows.leaf(tx, e)).toList();
    EvidenceRows.append(
        tx,
        id.text(),
        new Leaf(kind, at, follows.by(), Commitment.to(salt, text), links),
        tx.insertInto(MATTER_DOCUMENT)
            .set(MATTER_DOCUMENT.ID, id.text())
            .set(MATTER_DOCUMENT.MATTER, matter.text())
            .set(MATTER_DOCUMENT.KIND, fresh.kind().id())
            .set(MATTER_DOCUMENT.KEPT_AT, at)
            .set(MATTER_DOCUMENT.BYTES, (long) fresh.content().length())
            .set(
                MATTER_DOCUMENT.STATEMENT_SEALED,
                key.seal(
                    ByteBuffer.allocate(salt.length + text.length).put(salt).put(text).array(),
                    statementPlace(id)))
            .set(
                MATTER_DOCUMENT.CONTENT_SEALED, key.seal(fresh.content().bytes(), contentPlace(id)))
            .returning(MATTER_DOCUMENT.ID),
        AuditBook.row(tx, at, actor, kind + ":keep", id.text()));
    byte[] digest = HexFormat.of().parseHex(statement.sha256().hex());
    tx.insertInto(LOG_DOCUMENT, LOG_DOCUMENT.SHA256, LOG_DOCUMENT.PENDING)
        .select(
            DSL.select(DSL.val(digest), EVIDENCE_PENDING.ID)
                .from(EVIDENCE_PENDING)
                .where(EVIDENCE_PENDING.KIND.eq(kind))
                .and(EVIDENCE_PENDING.SUBJECT.eq(id.text())))
        .execute();
    return new KeptDocument(id, matter, statement);
  }

  /** The files of a matter in the order they were kept; empty once it was erased. */
  public List<KeptDocument> list(MatterId matter, Access access) {
    return database.transaction(
        tx ->
            vault
                .find(tx, matter, access)
                .map(
                    key ->
                        tx.select(MATTER_DOCUMENT.ID, MATTER_DOCUMENT.STATEMENT_SEALED)
                            .from(MATTER_DOCUMENT)
                            .where(MATTER_DOCUMENT.MATTER.eq(matter.text()))
                            .orderBy(MATTER_DOCUMENT.KEPT_AS)
                            .fetch(
                                row ->
                                    open(key, new DocumentId(row.value1()), matter, row.value2())
                                        .document()))
                .<List<KeptDocument>>map(List::copyOf)
                .orElse(List.of()));
  }

  /** Opens a file; {@link Code#MATTER_UNKNOWN} or {@link Code#MATTER_ERASED}. */
  public Outcome<KeptDocument.Content> read(DocumentId id, Access access) {
    return database.transaction(
        tx -> {
          Optional<MatterDocumentRecord> row =
              tx.selectFrom(MATTER_DOCUMENT)
                  .where(MATTER_DOCUMENT.ID.eq(id.text()))
                  .fetchOptional();
          if (row.isEmpty()) {
            return Outcome.refused(Code.MATTER_UNKNOWN, "");
          }
          MatterId matter = new MatterId(row.get().getMatter());
          return vault
              .find(tx, matter, access)
              .map(key -> Outcome.of(content(key, id, matter, row.get())))
              .orElseGet(() -> Outcome.refused(Code.MATTER_ERASED, ""));
        });
  }

  private static KeptDocument.Content content(
      Vault.Opened key, DocumentId id, MatterId matter, MatterDocumentRecord row) {
    Salted salted = open(key, id, matter, row.getStatementSealed());
    Octets file = Octets.of(key.key().open(row.getContentSealed(), contentPlace(id)));
    if (!file.digest().equals(salted.document().statement().sha256())) {
      throw new IllegalStateException("sealed file and statement differ: " + id);
    }
    return new KeptDocument.Content(salted.document(), file, salted.salt());
  }

  /** The digest of a kept file, without opening the file itself. */
  static Digest digestOf(DSLContext tx, Vault.Opened key, DocumentId id, MatterId matter) {
    byte[] sealed =
        tx.select(MATTER_DOCUMENT.STATEMENT_SEALED)
            .from(MATTER_DOCUMENT)
            .where(MATTER_DOCUMENT.ID.eq(id.text()))
            .fetchSingle()
            .value1();
    return open(key, id, matter, sealed).document().statement().sha256();
  }

  private record Salted(KeptDocument document, Octets salt) {}

  private static Salted open(Vault.Opened key, DocumentId id, MatterId matter, byte[] sealed) {
    byte[] plain = key.key().open(sealed, statementPlace(id));
    return new Salted(
        new KeptDocument(
            id,
            matter,
            Statement.parse(Arrays.copyOfRange(plain, Commitment.SALT_BYTES, plain.length))),
        Octets.of(Arrays.copyOf(plain, Commitment.SALT_BYTES)));
  }

  /** Takes the content of a matter away, whose key is gone already. */
  static void erase(DSLContext tx, MatterId matter) {
    Result<Record1<Long>> rows =
        tx.select(EVIDENCE_PENDING.ID)
            .from(EVIDENCE_PENDING)
            .join(MATTER_DOCUMENT)
            .on(EVIDENCE_PENDING.SUBJECT.eq(MATTER_DOCUMENT.ID))
            .where(MATTER_DOCUMENT.MATTER.eq(matter.text()))
            .fetch();
    tx.deleteFrom(LOG_DOCUMENT)
        .where(LOG_DOCUMENT.PENDING.in(rows.getValues(EVIDENCE_PENDING.ID)))
        .execute();
    tx.update(MATTER_DOCUMENT)
        .setNull(MATTER_DOCUMENT.STATEMENT_SEALED)
        .setNull(MATTER_DOCUMENT.CONTENT_SEALED)
        .where(MATTER_DOCUMENT.MATTER.eq(matter.text()))
        .execute();
  }

  private static String statementPlace(DocumentId id) {
    return "matter_document/" + id + "/statement";
  }

  private static String contentPlace(DocumentId id) {
    return "matter_document/" + id + "/content";
  }
}
