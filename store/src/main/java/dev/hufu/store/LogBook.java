package dev.hufu.store;

import static dev.hufu.store.table.Tables.EVIDENCE_PENDING;
import static dev.hufu.store.table.Tables.LOG_CHECKPOINT;
import static dev.hufu.store.table.Tables.LOG_COSIGNATURE;
import static dev.hufu.store.table.Tables.LOG_DOCUMENT;
import static dev.hufu.store.table.Tables.LOG_ENTRY;
import static dev.hufu.store.table.Tables.LOG_EPOCH;
import static dev.hufu.store.table.Tables.LOG_TILE;
import static dev.hufu.store.table.Tables.LOG_TIMESTAMP;

import dev.hufu.evidence.document.Octets;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.store.table.tables.records.LogEpochRecord;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.tile.BundleId;
import dev.hufu.tlog.tile.EntryBundle;
import dev.hufu.tlog.tile.TileId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The evidence log, to be read: its head, tiles, entries, and where a thing stands in it.
 *
 * <p>Example: {@code log.tile(0, TileId.…)}. What is read here may be newer than what was
 * published: who serves it to others asks for the sizes of a published checkpoint.
 */
public final class LogBook {

  private final Database database;

  public LogBook(Database database) {
    this.database = database;
  }

  /**
   * An entry and where it stands.
   *
   * @param subject what it is about, an id of this installation; never shown to strangers
   * @param leaf canonical JSON, the text of {@link dev.hufu.evidence.leaf.Leaf#bytes}
   */
  public record Entry(
      int epoch, long index, String kind, String subject, Instant at, Hash leafHash, String leaf) {}

  /** Begins a log: the first, or the next after one that cannot go on. */
  public LogHead open(int epoch, String origin, Instant now) {
    return open(database.dsl(), epoch, origin, now);
  }

  static LogHead open(DSLContext tx, int epoch, String origin, Instant now) {
    tx.insertInto(LOG_EPOCH)
        .set(LOG_EPOCH.EPOCH, epoch)
        .set(LOG_EPOCH.ORIGIN, origin)
        .set(LOG_EPOCH.OPENED_AT, Database.kept(now))
        .set(LOG_EPOCH.ROOT, TreeHasher.EMPTY.bytes())
        .onConflictDoNothing()
        .execute();
    return head(tx).orElseThrow();
  }

  /** The log that is being written. */
  public Optional<LogHead> head() {
    return head(database.dsl());
  }

  /** Every log that this installation wrote, latest first. */
  public List<LogHead> epochs() {
    return epochs(database.dsl());
  }

  static List<LogHead> epochs(DSLContext tx) {
    return tx.selectFrom(LOG_EPOCH).orderBy(LOG_EPOCH.EPOCH.desc()).fetch(LogBook::read);
  }

  static Optional<LogHead> head(DSLContext tx) {
    return tx.selectFrom(LOG_EPOCH)
        .orderBy(LOG_EPOCH.EPOCH.desc())
        .limit(1)
        .fetchOptional(LogBook::read);
  }

  private static LogHead read(LogEpochRecord row) {
    return new LogHead(
        row.getEpoch(),
        row.getOrigin(),
        row.getSize(),
        Hash.of(row.getRoot()),
        Optional.of(row.getCheckpoint()).filter(note -> !note.isEmpty()),
        Optional.ofNullable(row.getSignedAt()));
  }

  /** The bytes of a tile of the asked width; empty if the log is not that far. */
  public Optional<byte[]> tile(int epoch, TileId id) {
    return tile(database.dsl(), epoch, id);
  }

  static Optional<byte[]> tile(DSLContext tx, int epoch, TileId id) {
    return tx.select(LOG_TILE.HASHES)
        .from(LOG_TILE)
        .where(LOG_TILE.EPOCH.eq(epoch))
        .and(LOG_TILE.LEVEL.eq((short) id.level()))
        .and(LOG_TILE.INDEX.eq(id.index()))
        .fetchOptional(LOG_TILE.HASHES)
        .filter(hashes -> hashes.length >= id.width() * Hash.BYTES)
        .map(hashes -> Arrays.copyOf(hashes, id.width() * Hash.BYTES));
  }

  /** The entries of a bundle of the asked width; empty if the log is not that far. */
  public Optional<byte[]> bundle(int epoch, BundleId id) {
    long first = id.firstEntry();
    List<byte[]> leaves =
        database
            .dsl()
            .select(EVIDENCE_PENDING.LEAF)
            .from(LOG_ENTRY)
            .join(EVIDENCE_PENDING)
            .on(EVIDENCE_PENDING.ID.eq(LOG_ENTRY.PENDING))
            .where(LOG_ENTRY.EPOCH.eq(epoch))
            .and(LOG_ENTRY.INDEX.ge(first))
            .and(LOG_ENTRY.INDEX.lt(first + id.width()))
            .orderBy(LOG_ENTRY.INDEX)
            .fetch(EVIDENCE_PENDING.LEAF);
    return leaves.size() == id.width() ? Optional.of(EntryBundle.encode(leaves)) : Optional.empty();
  }

  /**
   * A checkpoint that somebody outside has seen.
   *
   * @param note as the log signed it, which is what a timestamp dates
   * @param cosignatures lines of witnesses, each with its newline
   * @param tokens RFC 3161
   */
  public record Relied(long size, String note, List<String> cosignatures, List<Octets> tokens) {}

  /**
   * The oldest checkpoint of at least this size that has a timestamp; if none has, the oldest that
   * a witness saw.
   */
  public Optional<Relied> relied(int epoch, long size) {
    var dated =
        DSL.field(
            DSL.exists(
                DSL.selectOne()
                    .from(LOG_TIMESTAMP)
                    .where(LOG_TIMESTAMP.EPOCH.eq(LOG_CHECKPOINT.EPOCH))
                    .and(LOG_TIMESTAMP.SIZE.eq(LOG_CHECKPOINT.SIZE))));
    return database
        .dsl()
        .select(LOG_CHECKPOINT.SIZE, LOG_CHECKPOINT.CHECKPOINT)
        .from(LOG_CHECKPOINT)
        .where(LOG_CHECKPOINT.EPOCH.eq(epoch))
        .and(LOG_CHECKPOINT.SIZE.ge(size))
        .orderBy(dated.desc(), LOG_CHECKPOINT.SIZE)
        .limit(1)
        .fetchOptional(row -> relied(epoch, row.value1(), row.value2()));
  }

  private Relied relied(int epoch, long size, String note) {
    List<String> lines =
        database
            .dsl()
            .select(LOG_COSIGNATURE.LINE)
            .from(LOG_COSIGNATURE)
            .where(LOG_COSIGNATURE.EPOCH.eq(epoch))
            .and(LOG_COSIGNATURE.SIZE.eq(size))
            .orderBy(LOG_COSIGNATURE.WITNESS)
            .fetch(LOG_COSIGNATURE.LINE);
    List<Octets> tokens =
        database
            .dsl()
            .select(LOG_TIMESTAMP.TOKEN)
            .from(LOG_TIMESTAMP)
            .where(LOG_TIMESTAMP.EPOCH.eq(epoch))
            .and(LOG_TIMESTAMP.SIZE.eq(size))
            .orderBy(LOG_TIMESTAMP.AUTHORITY)
            .fetch(row -> Octets.of(row.value1()));
    return new Relied(size, note, lines, tokens);
  }

  /**
   * Who first vouched for a time by which an entry was there.
   *
   * @param at as the authority says
   */
  public record Dated(String authority, Instant at) {}

  /** The earliest time that an authority gave to a checkpoint with this entry; empty until then. */
  public Optional<Dated> dated(Entry entry) {
    return database
        .dsl()
        .select(LOG_TIMESTAMP.AUTHORITY, LOG_TIMESTAMP.ASSERTED_AT)
        .from(LOG_TIMESTAMP)
        .where(LOG_TIMESTAMP.EPOCH.eq(entry.epoch()))
        .and(LOG_TIMESTAMP.SIZE.gt(entry.index()))
        .orderBy(LOG_TIMESTAMP.ASSERTED_AT, LOG_TIMESTAMP.AUTHORITY)
        .limit(1)
        .fetchOptional(row -> new Dated(row.value1(), row.value2()));
  }

  /** The latest entries, newest first. */
  public List<Entry> latest(int epoch, long size, int limit) {
    AuditBook.checkLimit(limit);
    return entries(LOG_ENTRY.EPOCH.eq(epoch).and(LOG_ENTRY.INDEX.lt(size)), limit);
  }

  /** Where the log took up what a book keeps under an id; empty while it waits. */
  public Optional<Entry> find(String kind, String subject) {
    return entries(EVIDENCE_PENDING.KIND.eq(kind).and(EVIDENCE_PENDING.SUBJECT.eq(subject)), 1)
        .stream()
        .findFirst();
  }

  /**
   * Where a digest stands: that of a finished document, of a commitment, or of a leaf itself; the
   * first entry if there are several.
   */
  public Optional<Entry> find(Digest digest) {
    byte[] bytes = HexFormat.of().parseHex(digest.hex());
    Condition document =
        EVIDENCE_PENDING.ID.in(
            DSL.select(LOG_DOCUMENT.PENDING)
                .from(LOG_DOCUMENT)
                .where(LOG_DOCUMENT.SHA256.eq(bytes)));
    return entries(document.or(LOG_ENTRY.COMMITMENT.eq(bytes)).or(LOG_ENTRY.LEAF_HASH.eq(bytes)), 1)
        .stream()
        .findFirst();
  }

  private List<Entry> entries(Condition which, int limit) {
    return database
        .dsl()
        .select(
            LOG_ENTRY.EPOCH,
            LOG_ENTRY.INDEX,
            EVIDENCE_PENDING.KIND,
            EVIDENCE_PENDING.SUBJECT,
            EVIDENCE_PENDING.CREATED_AT,
            LOG_ENTRY.LEAF_HASH,
            EVIDENCE_PENDING.LEAF)
        .from(LOG_ENTRY)
        .join(EVIDENCE_PENDING)
        .on(EVIDENCE_PENDING.ID.eq(LOG_ENTRY.PENDING))
        .where(which)
        .orderBy(LOG_ENTRY.EPOCH.desc(), LOG_ENTRY.INDEX.desc())
        .limit(limit)
        .fetch(
            row ->
                new Entry(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    Hash.of(row.value6()),
                    new String(row.value7(), StandardCharsets.UTF_8)));
  }
}
