package dev.hufu.store;

import static dev.hufu.store.table.Tables.LOG_CHECKPOINT;
import static dev.hufu.store.table.Tables.LOG_COSIGNATURE;
import static dev.hufu.store.table.Tables.LOG_TIMESTAMP;

import dev.hufu.evidence.document.Octets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Checkpoints that somebody outside relies on, with what these said to them: cosignatures of
 * witnesses and tokens of time authorities. Nothing here is ever changed or removed.
 *
 * <p>Example: {@code book.cosigned(head, List.of(line), now)} keeps the checkpoint of a head
 * together with what a witness put under it. A head of size 0 is not kept: there is nothing in it.
 */
public final class CheckpointBook {

  private final Database database;

  public CheckpointBook(Database database) {
    this.database = database;
  }

  /**
   * What a witness put under a checkpoint, verified before it is kept.
   *
   * @param witness the key that made it, as {@code name+id}
   * @param line the line of the note, with its newline
   */
  public record Cosignature(String witness, String line) {}

  /**
   * A token of a time authority over the bytes of a checkpoint.
   *
   * @param size of the checkpoint
   * @param authority as the configuration calls it
   * @param at the time stated
   */
  public record Time(int epoch, long size, String authority, Octets token, Instant at) {}

  /** Keeps what witnesses put under the checkpoint of a head; what is known already stays. */
  public void cosigned(LogHead head, Collection<Cosignature> cosignatures, Instant now) {
    var _kept =
        database.transaction(
            tx -> {
              keep(tx, head);
              for (Cosignature one : cosignatures) {
                tx.insertInto(LOG_COSIGNATURE)
                    .set(LOG_COSIGNATURE.EPOCH, head.epoch())
                    .set(LOG_COSIGNATURE.SIZE, head.size())
                    .set(LOG_COSIGNATURE.WITNESS, one.witness())
                    .set(LOG_COSIGNATURE.LINE, one.line())
                    .set(LOG_COSIGNATURE.RECEIVED_AT, Database.kept(now))
                    .onConflictDoNothing()
                    .execute();
              }
              return cosignatures.size();
            });
  }

  /** Keeps a token over the checkpoint of a head. */
  public void timed(LogHead head, String authority, Octets token, Instant at, Instant now) {
    var _kept =
        database.transaction(
            tx -> {
              keep(tx, head);
              return tx.insertInto(LOG_TIMESTAMP)
                  .set(LOG_TIMESTAMP.EPOCH, head.epoch())
                  .set(LOG_TIMESTAMP.SIZE, head.size())
                  .set(LOG_TIMESTAMP.AUTHORITY, authority)
                  .set(LOG_TIMESTAMP.TOKEN, token.bytes())
                  .set(LOG_TIMESTAMP.ASSERTED_AT, Database.kept(at))
                  .set(LOG_TIMESTAMP.RECEIVED_AT, Database.kept(now))
                  .onConflictDoNothing()
                  .execute();
            });
  }

  private static void keep(DSLContext tx, LogHead head) {
    tx.insertInto(LOG_CHECKPOINT)
        .set(LOG_CHECKPOINT.EPOCH, head.epoch())
        .set(LOG_CHECKPOINT.SIZE, head.size())
        .set(LOG_CHECKPOINT.CHECKPOINT, head.checkpoint().orElseThrow())
        .set(LOG_CHECKPOINT.SIGNED_AT, head.signedAt().orElseThrow())
        .onConflictDoNothing()
        .execute();
  }

  /** The checkpoint of a size as the log signed it, the bytes that an authority dated. */
  public Optional<String> find(int epoch, long size) {
    return database
        .dsl()
        .select(LOG_CHECKPOINT.CHECKPOINT)
        .from(LOG_CHECKPOINT)
        .where(LOG_CHECKPOINT.EPOCH.eq(epoch))
        .and(LOG_CHECKPOINT.SIZE.eq(size))
        .fetchOptional(LOG_CHECKPOINT.CHECKPOINT);
  }

  /** The lines under a checkpoint, in the order they came. */
  public List<Cosignature> cosignatures(int epoch, long size) {
    return database
        .dsl()
        .selectFrom(LOG_COSIGNATURE)
        .where(LOG_COSIGNATURE.EPOCH.eq(epoch))
        .and(LOG_COSIGNATURE.SIZE.eq(size))
        .orderBy(LOG_COSIGNATURE.RECEIVED_AT, LOG_COSIGNATURE.WITNESS)
        .fetch(row -> new Cosignature(row.getWitness(), row.getLine()));
  }

  /** The largest size under which one of these keys stands; 0 if none. */
  public long cosignedUpTo(int epoch, Collection<String> witnesses) {
    return database
        .dsl()
        .select(DSL.coalesce(DSL.max(LOG_COSIGNATURE.SIZE), DSL.val(0L)))
        .from(LOG_COSIGNATURE)
        .where(LOG_COSIGNATURE.EPOCH.eq(epoch))
        .and(LOG_COSIGNATURE.WITNESS.in(witnesses))
        .fetchSingle()
        .value1();
  }

  /** The token of an authority over the checkpoint of a size. */
  public Optional<Time> time(int epoch, long size, String authority) {
    return times(
            LOG_TIMESTAMP
                .EPOCH
                .eq(epoch)
                .and(LOG_TIMESTAMP.SIZE.eq(size))
                .and(LOG_TIMESTAMP.AUTHORITY.eq(authority)),
            false)
        .stream()
        .findFirst();
  }

  /** The latest token of an authority. */
  public Optional<Time> latestTime(int epoch, String authority) {
    return times(LOG_TIMESTAMP.EPOCH.eq(epoch).and(LOG_TIMESTAMP.AUTHORITY.eq(authority)), true)
        .stream()
        .findFirst();
  }

  /** The earliest token over a checkpoint that has this entry: it was there at that time. */
  public Optional<Time> firstTimeOf(int epoch, long index) {
    return times(LOG_TIMESTAMP.EPOCH.eq(epoch).and(LOG_TIMESTAMP.SIZE.gt(index)), false).stream()
        .findFirst();
  }

  private List<Time> times(Condition which, boolean latestFirst) {
    return database
        .dsl()
        .selectFrom(LOG_TIMESTAMP)
        .where(which)
        .orderBy(latestFirst ? LOG_TIMESTAMP.SIZE.desc() : LOG_TIMESTAMP.SIZE.asc())
        .limit(1)
        .fetch(
            row ->
                new Time(
                    row.getEpoch(),
                    row.getSize(),
                    row.getAuthority(),
                    Octets.of(row.getToken()),
                    row.getAssertedAt()));
  }
}
