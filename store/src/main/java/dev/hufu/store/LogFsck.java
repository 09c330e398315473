package dev.hufu.store;

import static dev.hufu.store.table.Tables.EVIDENCE_PENDING;
import static dev.hufu.store.table.Tables.LOG_CHECKPOINT;
import static dev.hufu.store.table.Tables.LOG_ENTRY;
import static dev.hufu.store.table.Tables.LOG_LEASE;
import static dev.hufu.store.table.Tables.LOG_TILE;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.checkpoint.Checkpoint;
import dev.hufu.tlog.merkle.Frontier;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.TreeHasher;
import dev.hufu.tlog.tile.GrowingTiles;
import dev.hufu.tlog.tile.Tile;
import dev.hufu.tlog.tile.TileSpan;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.impl.DSL;

/**
 * Recomputes the whole log from its leaves and says exactly what does not fit.
 *
 * <pre>{@code
 * long entries = fsck.run(epoch -> verifiersOf(epoch), problem -> print(problem));
 * }</pre>
 *
 * <p>Reads one entry at a time, in one snapshot, so a log that is being written can be checked;
 * what it holds in memory does not grow with the log. Every problem is told, not only the first.
 */
public final class LogFsck {

  private static final int FETCH = 2_000;

  private final Database database;

  public LogFsck(Database database) {
    this.database = database;
  }

  /** What can be wrong. */
  public enum Kind {
    /** An index is missing or stands twice. */
    GAP,
    /** A leaf hash is not the hash of its leaf. */
    LEAF_HASH,
    /** A tile is missing, too long, too short, or holds another hash. */
    TILE,
    /** The head's root is not the root of its entries. */
    ROOT,
    /** A checkpoint cannot be read, does not verify, or says another size or root. */
    CHECKPOINT,
    /** A committed evidence row has no number, and the sequencer would not look for it again. */
    LOST
  }

  /**
   * One thing that does not fit.
   *
   * @param where {@code epoch 0 entry 4711}, {@code epoch 0 tile/1/000 hash 3}
   */
  public record Problem(Kind kind, String where) {}

  /**
   * Checks every epoch.
   *
   * @param open verifies the signatures of a checkpoint of a log by this origin and reads it
   * @return entries that were read
   */
  public long run(
      BiFunction<String, String, Checked<Checkpoint>> open, Consumer<Problem> problems) {
    return database.transaction(
        tx -> {
          tx.execute("set transaction isolation level repeatable read, read only");
          long entries = 0;
          for (LogHead head : LogBook.epochs(tx)) {
            entries += new EpochCheck(tx, head, open, problems).run();
          }
          lost(tx, problems);
          return entries;
        });
  }

  private static void lost(DSLContext tx, Consumer<Problem> problems) {
    tx.select(EVIDENCE_PENDING.ID)
        .from(EVIDENCE_PENDING)
        .leftJoin(LOG_ENTRY)
        .on(LOG_ENTRY.PENDING.eq(EVIDENCE_PENDING.ID))
        .where(LOG_ENTRY.PENDING.isNull())
        .and(EVIDENCE_PENDING.ID.le(DSL.select(LOG_LEASE.SETTLED).from(LOG_LEASE)))
        .forEach(row -> problems.accept(new Problem(Kind.LOST, "evidence row " + row.value1())));
  }

  /** One epoch: leaves, then tiles and head against them, then every checkpoint that was kept. */
  private static final class EpochCheck {

    /** Full tiles are held against the stored ones as they come, so that few are in memory. */
    private static final long TILES_EVERY = TlogLimits.TILE_WIDTH;

    private final DSLContext tx;
    private final LogHead head;
    private final BiFunction<String, String, Checked<Checkpoint>> open;
    private final Consumer<Problem> problems;
    private final TreeHasher hasher = new TreeHasher();
    private final GrowingTiles tree = new GrowingTiles();
    private final Frontier frontier = new Frontier();

    /** The last tile of each level while it is not full; held against the stored one at the end. */
    private final Map<Integer, Tile> edges = new TreeMap<>();

    /** The checkpoints that were kept, by size, until the leaves have come that far. */
    private final Map<Long, String> kept = new HashMap<>();

    EpochCheck(
        DSLContext tx,
        LogHead head,
        BiFunction<String, String, Checked<Checkpoint>> open,
        Consumer<Problem> problems) {
      this.tx = tx;
      this.head = head;
      this.open = open;
      this.problems = problems;
    }

    private void tell(Kind kind, String where) {
      problems.accept(new Problem(kind, "epoch " + head.epoch() + " " + where));
    }

    long run() {
      tx.select(LOG_CHECKPOINT.SIZE, LOG_CHECKPOINT.CHECKPOINT)
          .from(LOG_CHECKPOINT)
          .where(LOG_CHECKPOINT.EPOCH.eq(head.epoch()))
          .forEach(row -> kept.put(row.value1(), row.value2()));
      head.checkpoint().ifPresent(note -> checkpoint(head.size(), note, head.root()));
      leaves();
      cut();
      edges.values().forEach(this::check);
      tilesBeyond();
      if (frontier.size() != head.size() || !frontier.root().equals(head.root())) {
        tell(Kind.ROOT, "size " + head.size() + ", of its entries " + frontier.size());
      }
      kept.keySet().forEach(size -> tell(Kind.CHECKPOINT, "checkpoint of size " + size));
      return frontier.size();
    }

    private void leaves() {
      try (Stream<Record3<Long, byte[], byte[]>> rows =
          tx.select(LOG_ENTRY.INDEX, LOG_ENTRY.LEAF_HASH, EVIDENCE_PENDING.LEAF)
              .from(LOG_ENTRY)
              .join(EVIDENCE_PENDING)
              .on(EVIDENCE_PENDING.ID.eq(LOG_ENTRY.PENDING))
              .where(LOG_ENTRY.EPOCH.eq(head.epoch()))
              .orderBy(LOG_ENTRY.INDEX)
              .fetchSize(FETCH)
              .fetchStream()) {
        rows.forEach(row -> leaf(row.value1(), Hash.of(row.value2()), row.value3()));
      }
    }

    private void leaf(long index, Hash stored, byte[] leaf) {
      if (index != frontier.size()) {
        tell(Kind.GAP, "entry " + frontier.size() + " is entry " + index);
      }
      Hash hash = hasher.leaf(leaf);
      if (!hash.equals(stored)) {
        tell(Kind.LEAF_HASH, "entry " + index);
      }
      frontier.append(hash);
      tree.append(hash);
      if (tree.size() % TILES_EVERY == 0) {
        cut();
      }
      String note = kept.remove(frontier.size());
      if (note != null) {
        checkpoint(frontier.size(), note, frontier.root());
      }
    }

    private void cut() {
      for (Tile tile : tree.cut().tiles()) {
        if (tile.id().full()) {
          edges.remove(tile.id().level());
          check(tile);
        } else {
          edges.put(tile.id().level(), tile);
        }
      }
    }

    private void check(Tile tile) {
      String where = tile.id().path();
      Optional<byte[]> stored =
          tx.select(LOG_TILE.HASHES)
              .from(LOG_TILE)
              .where(LOG_TILE.EPOCH.eq(head.epoch()))
              .and(LOG_TILE.LEVEL.eq((short) tile.id().level()))
              .and(LOG_TILE.INDEX.eq(tile.id().index()))
              .fetchOptional(LOG_TILE.HASHES);
      if (stored.isEmpty()) {
        tell(Kind.TILE, where + " is missing");
        return;
      }
      byte[] right = tile.bytes();
      int at = Arrays.mismatch(right, stored.get());
      if (at >= 0) {
        tell(Kind.TILE, where + " hash " + at / Hash.BYTES);
      }
    }

    private void tilesBeyond() {
      tx.select(LOG_TILE.LEVEL, LOG_TILE.INDEX)
          .from(LOG_TILE)
          .where(LOG_TILE.EPOCH.eq(head.epoch()))
          .forEach(
              row -> {
                long index = row.value2();
                if (TileSpan.width(row.value1(), index, head.size()) == 0) {
                  tell(Kind.TILE, "tile/" + row.value1() + "/" + index + " is too many");
                }
              });
    }

    private void checkpoint(long size, String note, Hash root) {
      boolean holds =
          open.apply(head.origin(), note) instanceof Checked.Sound<Checkpoint>(var read)
              && read.size() == size
              && read.root().equals(root);
      if (!holds) {
        tell(Kind.CHECKPOINT, "checkpoint of size " + size);
      }
    }
  }
}
