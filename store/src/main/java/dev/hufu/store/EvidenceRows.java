package dev.hufu.store;

import static dev.hufu.store.table.Tables.EVIDENCE_PENDING;
import static dev.hufu.store.table.Tables.MATTER_DOCUMENT;

import dev.hufu.evidence.leaf.Leaf;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.tlog.merkle.TreeHasher;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/**
 * What the log will take up, written in the transaction of the business change: rolled back with
 * it, and once committed it will be logged.
 *
 * <p>One row for one thing that happened: the same kind and subject twice is a mistake of the
 * program, and the database refuses it.
 */
final class EvidenceRows {

  private EvidenceRows() {}

  /**
   * Writes the business rows and their evidence in one statement: one way to the database and back.
   *
   * @param subject the row's own id in its book; stays inside, the leaf does not name it
   * @param business inserts, each returning something; none of them may see what another wrote
   */
  static void append(DSLContext tx, String subject, Leaf leaf, ResultQuery<?>... business) {
    List<CommonTableExpression<?>> together = new ArrayList<>();
    for (ResultQuery<?> insert : business) {
      together.add(DSL.name("business" + together.size()).as(insert));
    }
    tx.with(together)
        .insertInto(EVIDENCE_PENDING)
        .set(EVIDENCE_PENDING.KIND, leaf.kind())
        .set(EVIDENCE_PENDING.SUBJECT, subject)
        .set(EVIDENCE_PENDING.COMMITMENT, HexFormat.of().parseHex(leaf.commitment().sha256().hex()))
        .set(EVIDENCE_PENDING.LEAF, leaf.bytes())
        .set(EVIDENCE_PENDING.CREATED_AT, leaf.at())
        .execute();
  }

  /** What was committed to when this happened. */
  static Optional<Digest> committed(DSLContext tx, String kind, String subject) {
    return tx.select(EVIDENCE_PENDING.COMMITMENT)
        .from(EVIDENCE_PENDING)
        .where(EVIDENCE_PENDING.KIND.eq(kind))
        .and(EVIDENCE_PENDING.SUBJECT.eq(subject))
        .fetchOptional(row -> new Digest(HexFormat.of().formatHex(row.value1())));
  }

  /** The leaf hash of a kept document's entry, for entries that follow from it. */
  static Digest leaf(DSLContext tx, DocumentId document) {
    byte[] leaf =
        tx.select(EVIDENCE_PENDING.LEAF)
            .from(EVIDENCE_PENDING)
            .join(MATTER_DOCUMENT)
            .on(EVIDENCE_PENDING.SUBJECT.eq(MATTER_DOCUMENT.ID))
            .where(MATTER_DOCUMENT.ID.eq(document.text()))
            .fetchSingle()
            .value1();
    return new Digest(HexFormat.of().formatHex(new TreeHasher().leaf(leaf).bytes()));
  }
}
