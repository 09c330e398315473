package dev.hufu.store;

import static dev.hufu.store.table.Tables.EVIDENCE_PENDING;

import java.util.Collections;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Up to which id every evidence row is decided: it can be read by now, or it was rolled back and
 * never comes. Ids are handed out before they are committed, so a lower one may become readable
 * after a higher one; whoever only remembered the highest id it saw would lose the late row.
 *
 * <p>Example: ids 7 and 8 were handed out, 8 is committed, 7 is still being written: decided is 6.
 *
 * <p>Whoever inserts holds a lock on the table from before it is given an id until after its row
 * became readable. So: read which id was given last, then who writes. Once none of those writes any
 * more, all up to that id is decided. It is for one thread, and each look is a statement of its
 * own, before the one that reads the rows.
 */
final class Horizon {

  /** An id, and who was writing when it was the last. */
  private record Look(long id, Set<String> writing) {}

  private @Nullable Look earlier;
  private long decided;

  long look(DSLContext tx) {
    long given = lastGiven(tx);
    Set<String> writing = writing(tx);
    if (earlier != null && Collections.disjoint(earlier.writing(), writing)) {
      decided = Math.max(decided, earlier.id());
      earlier = null;
    }
    if (writing.isEmpty()) {
      decided = Math.max(decided, given);
    } else if (earlier == null) {
      earlier = new Look(given, writing);
    }
    return decided;
  }

  private static long lastGiven(DSLContext tx) {
    // A sequence that was never asked says 1, and means 0.
    return tx.fetchSingle(
            "select case when is_called then last_value else 0 end from evidence_pending_id_seq")
        .get(0, Long.class);
  }

  private static Set<String> writing(DSLContext tx) {
    return tx.fetch(
            "select virtualtransaction from pg_locks"
                + " where locktype = 'relation' and mode = 'RowExclusiveLock' and granted"
                + " and database = (select oid from pg_database where datname = current_database())"
                + " and relation = ?::regclass",
            EVIDENCE_PENDING.getName())
        .intoSet(0, String.class);
  }
}
