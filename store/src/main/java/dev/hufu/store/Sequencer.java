package dev.hufu.store;

import static dev.hufu.store.table.Tables.EVIDENCE_PENDING;
import static dev.hufu.store.table.Tables.LOG_ENTRY;
import static dev.hufu.store.table.Tables.LOG_EPOCH;
import static dev.hufu.store.table.Tables.LOG_LEASE;
import static dev.hufu.store.table.Tables.LOG_TILE;

import dev.hufu.kernel.limit.Limits;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.tile.GrowingTiles;
import dev.hufu.tlog.tile.Tile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Gives committed evidence rows their place in the log: index without a gap, leaf hash, tiles, root
 * and signed checkpoint, all in one transaction.
 *
 * <pre>{@code
 * Sequencer sequencer = new Sequencer(database, signer, UUID.randomUUID());
 * Sequencer.Step step = sequencer.step(now);   // again at once while step.more()
 * }</pre>
 *
 * <p>Several programs may run one each: the one that holds the lease writes, the others wait.
 * Should two believe they hold it, an advisory lock lets one in, and the head moves on only from
 * where it was read. A step that fails leaves nothing behind, and the next begins from what is
 * committed. One sequencer is for one thread.
 */
public final class Sequencer {

  /** How long a program that died keeps the others waiting. */
  private static final Duration LEASE = Duration.ofSeconds(10);

  /** Any number that nothing else locks: the letters "hufu". */
  private static final long LOCK = 0x68756675L;

  private final Database database;
  private final CheckpointSigner signer;
  private final UUID holder;
  private final TreeHasher hasher = new TreeHasher();
  private final Horizon horizon = new Horizon();
  private @Nullable Tree tree;

  /** What is held between two steps; dropped whenever a step did not end well. */
  private record Tree(int epoch, GrowingTiles tiles) {}

  public Sequencer(Database database, CheckpointSigner signer, UUID holder) {
    this.database = database;
    this.signer = signer;
    this.holder = holder;
  }

  /**
   * What one step did.
   *
   * @param taken entries numbered in this step
   * @param more whether more may be waiting
   * @param head the log as it is now; empty if another program holds the lease
   */
  public record Step(int taken, boolean more, Optional<LogHead> head) {

    private static final Step WAITING = new Step(0, false, Optional.empty());
  }

  /** Takes up at most {@link Limits#LOG_BATCH_MAX} rows; durable when this returns. */
  public Step step(Instant now) {
    boolean whole = false;
    try {
      Step step = database.transaction(tx -> step(tx, Database.kept(now)));
      whole = true;
      return step;
    } finally {
      if (!whole) {
        tree = null;
      }
    }
  }

  /** Gives the lease back, so that the next program need not wait for it to run out. */
  public void release() {
    var _mine =
        database
            .dsl()
            .update(LOG_LEASE)
            .set(LOG_LEASE.UNTIL, Instant.EPOCH)
            .where(LOG_LEASE.HOLDER.eq(holder))
            .execute();
  }

  /**
   * Begins a log whose first entry is this row, and signs it, all at once or not at all.
   *
   * @return empty if another program holds the lease
   */
  public Optional<LogHead> begin(int epoch, String origin, EpochLeaf leaf, Instant now) {
    tree = null;
    return database.transaction(tx -> begin(tx, epoch, origin, leaf, Database.kept(now)));
  }

  private Optional<LogHead> begin(
      DSLContext tx, int epoch, String origin, EpochLeaf leaf, Instant now) {
    if (!lock(tx) || lease(tx, now).isEmpty()) {
      return Optional.empty();
    }
    LogHead head = LogBook.open(tx, epoch, origin, now);
    long row = leaf.append(tx, epoch, now);
    GrowingTiles tiles = new GrowingTiles();
    number(tx, head, List.of(waitingRow(tx, row)), tiles);
    return Optional.of(moveOn(tx, head, tiles.cut(), now));
  }

  private static Record2<Long, byte[]> waitingRow(DSLContext tx, long row) {
    return tx.select(EVIDENCE_PENDING.ID, EVIDENCE_PENDING.LEAF)
        .from(EVIDENCE_PENDING)
        .where(EVIDENCE_PENDING.ID.eq(row))
        .fetchSingle();
  }

  private Step step(DSLContext tx, Instant now) {
    Optional<Long> settled = lock(tx) ? lease(tx, now) : Optional.empty();
    if (settled.isEmpty()) {
      tree = null;
      return Step.WAITING;
    }
    LogHead head = LogBook.head(tx).orElseThrow(() -> new IllegalStateException("no epoch opened"));
    long decided = horizon.look(tx);
    List<Record2<Long, byte[]>> waiting = waiting(tx, settled.get());
    boolean more = waiting.size() == Limits.LOG_BATCH_MAX;
    long taken = more ? Math.min(decided, waiting.getLast().value1()) : decided;
    if (waiting.isEmpty() && head.checkpoint().isPresent()) {
      settle(tx, settled.get(), taken);
      return new Step(0, false, Optional.of(head));
    }
    Tree grown = treeAt(tx, head);
    tree = grown;
    number(tx, head, waiting, grown.tiles());
    settle(tx, settled.get(), taken);
    LogHead next = moveOn(tx, head, grown.tiles().cut(), now);
    return new Step(waiting.size(), more, Optional.of(next));
  }

  private static void settle(DSLContext tx, long before, long now) {
    if (now > before) {
      tx.update(LOG_LEASE).set(LOG_LEASE.SETTLED, now).execute();
    }
  }

  private static boolean lock(DSLContext tx) {
    return Boolean.TRUE.equals(
        tx.select(DSL.function("pg_try_advisory_xact_lock", SQLDataType.BOOLEAN, DSL.val(LOCK)))
            .fetchSingle()
            .value1());
  }

  /** Up to which evidence row all is settled; empty while another program holds the lease. */
  private Optional<Long> lease(DSLContext tx, Instant now) {
    Instant until = now.plus(LEASE);
    return tx.insertInto(LOG_LEASE)
        .set(LOG_LEASE.HOLDER, holder)
        .set(LOG_LEASE.UNTIL, until)
        .onConflict(LOG_LEASE.ONLY_ROW)
        .doUpdate()
        .set(LOG_LEASE.HOLDER, holder)
        .set(LOG_LEASE.UNTIL, until)
        // A clock that was set back must not leave the lease with nobody for years.
        .where(
            LOG_LEASE.HOLDER.eq(holder).or(LOG_LEASE.UNTIL.le(now)).or(LOG_LEASE.UNTIL.gt(until)))
        .returning(LOG_LEASE.SETTLED)
        .fetchOptional(LOG_LEASE.SETTLED);
  }

  private static List<Record2<Long, byte[]>> waiting(DSLContext tx, long settled) {
    return tx.select(EVIDENCE_PENDING.ID, EVIDENCE_PENDING.LEAF)
        .from(EVIDENCE_PENDING)
        .where(EVIDENCE_PENDING.ID.gt(settled))
        .andNotExists(
            DSL.selectOne()
                .from(LOG_ENTRY)
                .where(LOG_ENTRY.PENDING.eq(EVIDENCE_PENDING.ID))
                // Said twice, so that only the end of this index is walked too.
                .and(LOG_ENTRY.PENDING.gt(settled)))
        .orderBy(EVIDENCE_PENDING.ID)
        .limit(Limits.LOG_BATCH_MAX)
        .fetch();
  }

  private Tree treeAt(DSLContext tx, LogHead head) {
    Tree held = tree;
    if (held != null && held.epoch() == head.epoch() && held.tiles().size() == head.size()) {
      return held;
    }
    GrowingTiles tiles =
        GrowingTiles.at(head.size(), id -> LogBook.tile(tx, head.epoch(), id)).orThrow();
    if (!tiles.root().equals(head.root())) {
      throw new IllegalStateException("tiles of epoch " + head.epoch() + " have another root");
    }
    return new Tree(head.epoch(), tiles);
  }

  private void number(
      DSLContext tx, LogHead head, List<Record2<Long, byte[]>> waiting, GrowingTiles tiles) {
    if (waiting.isEmpty()) {
      return;
    }
    Long[] ids = new Long[waiting.size()];
    byte[][] hashes = new byte[waiting.size()][];
    for (int row = 0; row < ids.length; row++) {
      Hash leaf = hasher.leaf(waiting.get(row).value2());
      tiles.append(leaf);
      ids[row] = waiting.get(row).value1();
      hashes[row] = leaf.bytes();
    }
    tx.execute(
        "insert into log_entry (epoch, index, pending, leaf_hash, commitment)"
            + " select ?, ? + place - 1, pending, leaf_hash, commitment"
            + " from unnest(?::bigint[], ?::bytea[])"
            + " with ordinality as numbered (pending, leaf_hash, place)"
            + " join evidence_pending on id = pending",
        head.epoch(),
        head.size(),
        ids,
        hashes);
  }

  private LogHead moveOn(DSLContext tx, LogHead head, GrowingTiles.Growth growth, Instant now) {
    write(tx, head.epoch(), growth.tiles());
    Instant at = head.signedAt().map(before -> Database.later(before, now)).orElse(now);
    String checkpoint = signer.sign(head.origin(), growth.size(), growth.root());
    int moved =
        tx.update(LOG_EPOCH)
            .set(LOG_EPOCH.SIZE, growth.size())
            .set(LOG_EPOCH.ROOT, growth.root().bytes())
            .set(LOG_EPOCH.CHECKPOINT, checkpoint)
            .set(LOG_EPOCH.SIGNED_AT, at)
            .where(LOG_EPOCH.EPOCH.eq(head.epoch()))
            .and(LOG_EPOCH.SIZE.eq(head.size()))
            .execute();
    if (moved != 1) {
      throw new IllegalStateException("epoch " + head.epoch() + " was moved on by another");
    }
    return new LogHead(
        head.epoch(),
        head.origin(),
        growth.size(),
        growth.root(),
        Optional.of(checkpoint),
        Optional.of(at));
  }

  private static void write(DSLContext tx, int epoch, List<Tile> tiles) {
    for (Tile tile : tiles) {
      tx.insertInto(LOG_TILE)
          .set(LOG_TILE.EPOCH, epoch)
          .set(LOG_TILE.LEVEL, (short) tile.id().level())
          .set(LOG_TILE.INDEX, tile.id().index())
          .set(LOG_TILE.HASHES, tile.bytes())
          .onConflict(LOG_TILE.EPOCH, LOG_TILE.LEVEL, LOG_TILE.INDEX)
          .doUpdate()
          .set(LOG_TILE.HASHES, DSL.excluded(LOG_TILE.HASHES))
          .execute();
    }
  }
}
