package dev.hufu.store;

import static dev.hufu.store.table.Tables.IOU;
import static dev.hufu.store.table.Tables.IOU_SIGNER;

import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.table.tables.records.IouRecord;
import dev.hufu.store.table.tables.records.IouSignerRecord;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jooq.DSLContext;

/**
 * The IOU of a matter as its owner handles it: written, printed, sent to be signed, taken back.
 *
 * <p>Example: {@code ious.write(matter, facts, owner, now)}, {@code ious.draw(matter, printed,
 * owner, now)}, {@code ious.invite(matter, IouRole.BORROWER, owner, now)} gives a token for a URL.
 * Those who sign come through {@link SigningBook}. A matter has one IOU alive at a time; changing
 * one that somebody signed takes that one back and begins another, so that no signature ever stands
 * under another text.
 */
public final class IouBook {

  private final Database database;
  private final Vault vault;
  private final DocumentBook documents;

  public IouBook(Database database, Vault vault, DocumentBook documents) {
    this.database = database;
    this.vault = vault;
    this.documents = documents;
  }

  /**
   * What was printed.
   *
   * @param shown the markup and the places for the seals, as the program reads them back
   * @param paper the file, of kind {@code IOU_DRAWN}
   * @param signers names as printed
   */
  public record Printed(String shown, NewDocument paper, Map<IouRole, String> signers) {

    public Printed {
      signers = Collections.unmodifiableMap(new EnumMap<>(signers));
    }

    @Override
    public String toString() {
      return "Printed[" + paper + "]";
    }
  }

  /** The IOU of a matter, the newest if there were several; empty if none was written. */
  public Outcome<Optional<Iou>> find(MatterId matter, Access access) {
    return database.transaction(
        tx ->
            vault
                .find(tx, matter, access)
                .map(
                    key ->
                        Outcome.of(
                            IouRows.newest(tx, matter)
                                .map(row -> IouRows.open(tx, row, key, access.at()))))
                .orElseGet(() -> Outcome.refused(Code.MATTER_ERASED, "")));
  }

  /**
   * Writes a draft. What was printed of an earlier text no longer counts; links stay good for the
   * new one, unless somebody had signed.
   *
   * @return refused with {@link Code#IOU_STATE} once all have signed
   */
  public Outcome<Iou> write(MatterId matter, String facts, String actor, Instant now) {
    return database.transaction(
        tx ->
            MatterBook.lock(tx, matter)
                .then(locked -> toWrite(tx, matter, now))
                .map(
                    row -> {
                      IouId id = new IouId(row.getId());
                      Vault.Opened key = vault.find(tx, matter).orElseThrow();
                      row.setFactsSealed(key.seal(facts, IouRows.place(id, "facts")));
                      row.setShownSealed(null);
                      row.setRefusalSealed(null);
                      row.setPaper(null);
                      row.setLatest(null);
                      if (row.getMadeAs() == null) {
                        row.insert();
                        row.refresh();
                      } else {
                        IouRows.change(row, Iou.State.DRAFT, now);
                      }
                      AuditBook.append(tx, now, actor, "iou:write", id.text());
                      return IouRows.open(tx, row, key, now);
                    }));
  }

  private static Outcome<IouRecord> toWrite(DSLContext tx, MatterId matter, Instant now) {
    Optional<IouRecord> newest = IouRows.newest(tx, matter);
    if (newest.isPresent() && IouRows.state(newest.get()) == Iou.State.COMPLETE) {
      return Outcome.refused(Code.IOU_STATE, "complete");
    }
    boolean signed = newest.map(row -> IouRows.anySigned(IouRows.signers(tx, row))).orElse(false);
    if (newest.isPresent() && signed) {
      takeBack(tx, newest.get(), now);
    }
    if (newest.isPresent() && IouRows.state(newest.get()) != Iou.State.WITHDRAWN) {
      IouRows.signers(tx, newest.get()).forEach(IouBook::forgetPrepared);
      return Outcome.of(newest.get());
    }
    IouRecord row = tx.newRecord(IOU);
    row.setId(IouId.next().text());
    row.setMatter(matter.text());
    row.setMadeAt(Database.kept(now));
    row.setChangedAt(Database.kept(now));
    row.setState("draft");
    return Outcome.of(row);
  }

  private static void forgetPrepared(IouSignerRecord signer) {
    signer.setPreparedSealed(null);
    signer.setPreparedOver(null);
    signer.update();
  }

  /** Keeps the printed form, with its entry for the log; from here on it can be signed. */
  public Outcome<Iou> draw(MatterId matter, Printed printed, String actor, Instant now) {
    return alive(
        matter,
        Set.of(Iou.State.DRAFT),
        now,
        (tx, row) ->
            documents
                .keepWithin(tx, matter, printed.paper(), DocumentBook.Follows.NOTHING, actor, now)
                .map(
                    kept -> {
                      IouId id = new IouId(row.getId());
                      Vault.Opened key = vault.find(tx, matter).orElseThrow();
                      row.setShownSealed(key.seal(printed.shown(), IouRows.place(id, "shown")));
                      row.setPaper(kept.id().text());
                      row.setLatest(kept.id().text());
                      IouRows.change(row, Iou.State.SENT, now);
                      seat(tx, row, printed.signers(), key);
                      AuditBook.append(tx, now, actor, "iou:draw", id.text());
                      return row;
                    }));
  }

  /** Whoever is named on the paper signs it, and nobody else. */
  private static void seat(
      DSLContext tx, IouRecord iou, Map<IouRole, String> names, Vault.Opened key) {
    for (IouSignerRecord there : IouRows.signers(tx, iou)) {
      if (!names.containsKey(IouRows.role(there))) {
        there.delete();
      }
    }
    names.forEach(
        (role, name) ->
            tx.insertInto(IOU_SIGNER)
                .set(IOU_SIGNER.IOU, iou.getId())
                .set(IOU_SIGNER.ROLE, role.id())
                .set(
                    IOU_SIGNER.NAME_SEALED,
                    key.seal(name, IouRows.place(new IouId(iou.getId()), role.id())))
                .onConflict(IOU_SIGNER.IOU, IOU_SIGNER.ROLE)
                .doUpdate()
                .set(
                    IOU_SIGNER.NAME_SEALED,
                    key.seal(name, IouRows.place(new IouId(iou.getId()), role.id())))
                .execute());
  }

  /** Makes a link that lives {@link Limits#SIGN_LINK_LIFE}; an earlier one of this role ends. */
  public Outcome<Iou.Fresh> invite(MatterId matter, IouRole role, String actor, Instant now) {
    OneTimeToken token = OneTimeToken.next();
    Instant until = Database.kept(now).plus(Limits.SIGN_LINK_LIFE);
    return alive(
            matter,
            Set.of(Iou.State.SENT),
            now,
            (tx, row) ->
                unsigned(tx, row, role)
                    .map(
                        signer -> {
                          signer.setTokenHash(token.hash());
                          signer.setExpiresAt(until);
                          signer.setOpenedBy(null);
                          forgetPrepared(signer);
                          AuditBook.append(tx, now, actor, "iou:invite", row.getId());
                          return row;
                        }))
        .map(iou -> new Iou.Fresh(role, until, token));
  }

  /** Ends the link of a role; nothing is lost by it, another can be made. */
  public Outcome<Iou> revoke(MatterId matter, IouRole role, String actor, Instant now) {
    return alive(
        matter,
        Set.of(Iou.State.DRAFT, Iou.State.SENT, Iou.State.REFUSED),
        now,
        (tx, row) ->
            unsigned(tx, row, role)
                .map(
                    signer -> {
                      signer.setTokenHash(null);
                      signer.setExpiresAt(null);
                      signer.setOpenedBy(null);
                      forgetPrepared(signer);
                      AuditBook.append(tx, now, actor, "iou:revoke", row.getId());
                      return row;
                    }));
  }

  private static Outcome<IouSignerRecord> unsigned(DSLContext tx, IouRecord row, IouRole role) {
    return IouRows.signers(tx, row).stream()
        .filter(signer -> IouRows.role(signer) == role && signer.getSignedAt() == null)
        .findFirst()
        .map(Outcome::of)
        .orElseGet(() -> Outcome.refused(Code.IOU_STATE, role.id()));
  }

  /** Takes the IOU back: nobody can sign it any more. Signatures until then are kept. */
  public Outcome<Iou> withdraw(MatterId matter, String actor, Instant now) {
    return alive(
        matter,
        Set.of(Iou.State.DRAFT, Iou.State.SENT, Iou.State.REFUSED),
        now,
        (tx, row) -> {
          takeBack(tx, row, now);
          AuditBook.append(tx, now, actor, "iou:withdraw", row.getId());
          return Outcome.of(row);
        });
  }

  private static void takeBack(DSLContext tx, IouRecord row, Instant now) {
    IouRows.closeLinks(tx, row.getId());
    IouRows.change(row, Iou.State.WITHDRAWN, now);
  }

  private Outcome<Iou> alive(
      MatterId matter,
      Set<Iou.State> states,
      Instant now,
      BiFunction<DSLContext, IouRecord, Outcome<IouRecord>> work) {
    return database.transaction(
        tx ->
            MatterBook.lock(tx, matter)
                .then(
                    locked ->
                        IouRows.newest(tx, matter)
                            .map(Outcome::of)
                            .orElseGet(() -> Outcome.refused(Code.IOU_UNKNOWN, "")))
                .then(
                    row ->
                        states.contains(IouRows.state(row))
                            ? work.apply(tx, row)
                            : Outcome.refused(Code.IOU_STATE, row.getState()))
                .map(row -> IouRows.open(tx, row, vault.find(tx, matter).orElseThrow(), now)));
  }

  /** All files of an IOU's way, oldest first: the printed form and each signed revision. */
  public List<KeptDocument> files(MatterId matter, Access access) {
    return documents.list(matter, access).stream()
        .filter(kept -> kept.statement().kind().id().startsWith("iou-"))
        .toList();
  }
}
