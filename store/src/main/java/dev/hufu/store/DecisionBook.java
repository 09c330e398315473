package dev.hufu.store;

import static dev.hufu.store.table.Tables.DECISION;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.leaf.Leaf;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.decision.PackRef;
import dev.hufu.store.table.tables.records.DecisionRecord;
import dev.hufu.store.table.tables.records.MatterRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Decisions, append-only, each with its evidence row in the same transaction.
 *
 * <p>Example: {@code decisions.append(decision, Optional.of(draft), owner.text(), now)} keeps the
 * draft, the decision, the commitment for the log and the matter's verdict at once, or nothing.
 */
public final class DecisionBook {

  private static final String EVIDENCE_KIND = "decision";

  private final Database database;
  private final Vault vault;

  public DecisionBook(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * Keeps a decision; durable when this returns.
   *
   * @param draft what the matter holds now, if that changed with the decision
   * @return the row, or {@link Code#MATTER_UNKNOWN}, {@link Code#MATTER_ERASED}, {@link
   *     Code#MATTER_TOO_LARGE}
   */
  public Outcome<KeptDecision> append(
      NewDecision decision, Optional<Draft> draft, String actor, Instant now) {
    SaltedDecision salted = SaltedDecision.fresh(decision);
    var tooLarge = Draft.tooLarge(salted.payloadBytes()).or(() -> draft.flatMap(Draft::refusal));
    if (tooLarge.isPresent()) {
      return new Outcome.Refused<>(tooLarge.get());
    }
    return database.transaction(
        tx ->
            MatterBook.lock(tx, decision.matter())
                .map(
                    matter -> {
                      KeptDecision kept = insert(tx, decision, salted, actor, now);
                      update(tx, matter, decision, draft, now);
                      return kept;
                    }));
  }

  /**
   * Opens a matter and keeps its first decision, both or neither.
   *
   * @param decision made for the matter's new id
   */
  public Outcome<KeptDecision> open(
      String kind,
      PersonId owner,
      Draft draft,
      Function<MatterId, NewDecision> decision,
      Instant now) {
    // The payload has the same length under any id, so it is measured before anything is written.
    NewDecision measured = decision.apply(MatterId.next());
    var tooLarge = Draft.tooLarge(SaltedDecision.fresh(measured).payloadBytes()).or(draft::refusal);
    if (tooLarge.isPresent()) {
      return new Outcome.Refused<>(tooLarge.get());
    }
    return database.transaction(
        tx -> {
          MatterRecord matter = MatterBook.insert(tx, vault, kind, owner, draft, now);
          NewDecision first = decision.apply(new MatterId(matter.getId()));
          KeptDecision kept = insert(tx, first, SaltedDecision.fresh(first), owner.text(), now);
          update(tx, matter, first, Optional.empty(), now);
          return Outcome.of(kept);
        });
  }

  private KeptDecision insert(
      DSLContext tx, NewDecision decision, SaltedDecision salted, String actor, Instant now) {
    KeptDecision kept =
        new KeptDecision(
            DecisionId.next(),
            decision.matter(),
            Database.kept(now),
            Database.kept(decision.decidedFor()),
            decision.verdict(),
            decision.pack(),
            decision.inputsDigest());
    Vault.Opened key = vault.find(tx, decision.matter()).orElseThrow();
    EvidenceRows.append(
        tx,
        kept.id().text(),
        Leaf.of(EVIDENCE_KIND, kept.decidedAt(), salted.commitment(kept)),
        tx.insertInto(DECISION)
            .set(DECISION.ID, kept.id().text())
            .set(DECISION.MATTER, kept.matter().text())
            .set(DECISION.DECIDED_AT, kept.decidedAt())
            .set(DECISION.DECIDED_FOR, kept.decidedFor())
            .set(DECISION.VERDICT, kept.verdict().id())
            .set(DECISION.PACK_ID, kept.pack().id())
            .set(DECISION.PACK_VERSION, kept.pack().version())
            .set(DECISION.PACK_DIGEST, kept.pack().digest().hex())
            .set(DECISION.INPUTS_DIGEST, kept.inputsDigest().hex())
            .set(DECISION.PAYLOAD_SEALED, key.key().seal(salted.toSeal(), place(kept.id())))
            .returning(DECISION.ID),
        AuditBook.row(tx, now, actor, "decision:append", kept.id().text()));
    return kept;
  }

  private void update(
      DSLContext tx,
      MatterRecord matter,
      NewDecision decision,
      Optional<Draft> draft,
      Instant now) {
    matter.setVerdict(decision.verdict().id());
    if (draft.isPresent()) {
      MatterBook.write(tx, vault, matter, draft.get(), now);
    } else {
      MatterBook.touch(matter, now);
    }
  }

  public Optional<KeptDecision> find(DecisionId id) {
    return database
        .dsl()
        .selectFrom(DECISION)
        .where(DECISION.ID.eq(id.text()))
        .fetchOptional(DecisionBook::read);
  }

  /** The decisions of a matter, latest first. */
  public List<KeptDecision> listOf(MatterId matter, int limit) {
    AuditBook.checkLimit(limit);
    return database
        .dsl()
        .selectFrom(DECISION)
        .where(DECISION.MATTER.eq(matter.text()))
        .orderBy(DECISION.KEPT_AS.desc())
        .limit(limit)
        .fetch(DecisionBook::read);
  }

  /** Opens what was sealed with a decision; {@link Code#MATTER_ERASED} once that is gone. */
  public Outcome<KeptDecision.Payload> readPayload(DecisionId id, Access access) {
    return open(id, access, opened -> opened.salted().payload());
  }

  /** Opens a decision as the log committed to it; {@link Code#MATTER_ERASED} once it is gone. */
  public Outcome<KeptDecision.Committed> readCommitted(DecisionId id, Access access) {
    return open(
        id,
        access,
        opened ->
            new KeptDecision.Committed(
                opened.row(),
                Octets.of(opened.salted().committed(opened.row())),
                Octets.of(opened.salted().salt())));
  }

  /**
   * Holds a decision against its commitment: true if row and payload are what was committed to. A
   * row changed behind our back gives false; changed sealed bytes throw {@link
   * SealBrokenException}.
   */
  public Outcome<Boolean> verify(DecisionId id, Access access) {
    return open(
        id,
        access,
        opened ->
            EvidenceRows.committed(opened.tx(), EVIDENCE_KIND, id.text())
                .equals(Optional.of(opened.salted().commitment(opened.row()).sha256())));
  }

  private record OpenedDecision(DSLContext tx, KeptDecision row, SaltedDecision salted) {}

  private <T> Outcome<T> open(DecisionId id, Access access, Function<OpenedDecision, T> reading) {
    return database.transaction(
        tx -> {
          Optional<DecisionRecord> row =
              tx.selectFrom(DECISION).where(DECISION.ID.eq(id.text())).fetchOptional();
          if (row.isEmpty()) {
            return Outcome.refused(Code.MATTER_UNKNOWN, "");
          }
          KeptDecision kept = read(row.get());
          return vault
              .find(tx, kept.matter(), access)
              .map(key -> key.key().open(row.get().getPayloadSealed(), place(id)))
              .map(plain -> new OpenedDecision(tx, kept, SaltedDecision.ofSealed(plain)))
              .map(opened -> Outcome.of(reading.apply(opened)))
              .orElseGet(() -> Outcome.refused(Code.MATTER_ERASED, ""));
        });
  }

  private static String place(DecisionId id) {
    return "decision/" + id + "/payload";
  }

  private static KeptDecision read(DecisionRecord row) {
    return new KeptDecision(
        new DecisionId(row.getId()),
        new MatterId(row.getMatter()),
        row.getDecidedAt(),
        row.getDecidedFor(),
        MatterBook.verdict(row.getVerdict()),
        new PackRef(row.getPackId(), row.getPackVersion(), new Digest(row.getPackDigest())),
        new Digest(row.getInputsDigest()));
  }
}
