package dev.hufu.store;

import static dev.hufu.store.table.Tables.IOU;
import static dev.hufu.store.table.Tables.IOU_SIGNER;

import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.table.tables.records.IouRecord;
import dev.hufu.store.table.tables.records.IouSignerRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * The side of those who sign: a link is opened once, by one browser, and signs once.
 *
 * <p>Example: {@code signings.open(token, holder, now)}, {@code signings.begin(…)} keeps what was
 * prepared, {@code signings.finish(…)} the signed revision with its entry for the log. Whatever is
 * refused changes nothing. The holder is the browser's own id; it names nobody.
 */
public final class SigningBook {

  private static final String SIGNER = "signer";

  private final Database database;
  private final Vault vault;
  private final DocumentBook documents;

  public SigningBook(Database database, Vault vault, DocumentBook documents) {
    this.database = database;
    this.vault = vault;
    this.documents = documents;
  }

  /** A signing that waits for the signature. */
  public record Begun(Iou.Seat seat, DocumentId over, Octets prepared) {}

  /** A link with its IOU, locked. */
  private record Held(IouRecord iou, IouSignerRecord signer, Vault.Opened key) {}

  /** Whether anybody ever signed anything here. */
  public boolean anySigned() {
    return database.dsl().fetchExists(IOU_SIGNER, IOU_SIGNER.SIGNED_AT.isNotNull());
  }

  /**
   * Whether a link can still be opened by this browser; tells nothing of the IOU.
   *
   * @return true if this browser has opened it already
   */
  public Outcome<Boolean> look(OneTimeToken token, String holder, Instant now) {
    return within(
        token, holder, now, (tx, held) -> Outcome.of(held.signer().getOpenedBy() != null));
  }

  /** Opens a link: from here on it belongs to this browser. */
  public Outcome<Iou.Seat> open(OneTimeToken token, String holder, Instant now) {
    return within(
        token,
        holder,
        now,
        (tx, held) -> {
          if (held.signer().getOpenedBy() == null) {
            held.signer().setOpenedBy(holder);
            held.signer().update();
            AuditBook.append(tx, now, SIGNER, "iou:open", held.iou().getId());
          }
          return seat(tx, held, now);
        });
  }

  /** What the holder of an opened link is to see. */
  public Outcome<Iou.Seat> sit(OneTimeToken token, String holder, Instant now) {
    return opened(token, holder, now, (tx, held) -> seat(tx, held, now));
  }

  /**
   * Keeps a signing that was prepared.
   *
   * @param shown digest of the printed form that the signer was shown
   * @param over the revision it follows
   */
  public Outcome<Iou.Seat> begin(
      OneTimeToken token,
      String holder,
      Digest shown,
      DocumentId over,
      Octets prepared,
      Instant now) {
    return opened(
        token,
        holder,
        now,
        (tx, held) ->
            unsigned(tx, held, now)
                .then(
                    seat -> {
                      if (!seat.paper().equals(shown)) {
                        return Outcome.refused(Code.IOU_CHANGED, "");
                      }
                      if (!seat.latest().equals(over)) {
                        return Outcome.refused(Code.IOU_SIGNED_MEANWHILE, "");
                      }
                      held.signer().setPreparedSealed(seal(held, prepared));
                      held.signer().setPreparedOver(over.text());
                      held.signer().update();
                      return Outcome.of(seat);
                    }));
  }

  /** What was prepared; {@link Code#SIGNING_NOT_BEGUN} if nothing is. */
  public Outcome<Begun> begun(OneTimeToken token, String holder, Instant now) {
    return opened(
        token,
        holder,
        now,
        (tx, held) ->
            unsigned(tx, held, now)
                .then(
                    seat -> {
                      byte[] sealed = held.signer().getPreparedSealed();
                      return sealed == null
                          ? Outcome.refused(Code.SIGNING_NOT_BEGUN, "")
                          : Outcome.of(
                              new Begun(
                                  seat,
                                  new DocumentId(held.signer().getPreparedOver()),
                                  Octets.of(held.key().key().open(sealed, preparedPlace(held)))));
                    }));
  }

  /**
   * Keeps a signed revision.
   *
   * @param over the revision it was made over; another by now is {@link Code#IOU_SIGNED_MEANWHILE}
   * @param spki the signer's public key
   * @return the seat after it; the IOU is complete if this was the last signature
   */
  public Outcome<Iou.Seat> finish(
      OneTimeToken token,
      String holder,
      DocumentId over,
      NewDocument revision,
      Octets spki,
      Instant now) {
    return opened(
        token,
        holder,
        now,
        (tx, held) ->
            unsigned(tx, held, now)
                .then(
                    seat ->
                        seat.latest().equals(over)
                            ? keep(tx, held, seat, revision, spki, now)
                            : Outcome.refused(Code.IOU_SIGNED_MEANWHILE, "")));
  }

  private Outcome<Iou.Seat> keep(
      DSLContext tx, Held held, Iou.Seat seat, NewDocument revision, Octets spki, Instant now) {
    var follows = new DocumentBook.Follows(Optional.of(spki.digest()), List.of(seat.latest()));
    return documents
        .keepWithin(tx, seat.iou().matter(), revision, follows, SIGNER, now)
        .then(
            kept -> {
              IouSignerRecord signer = held.signer();
              signer.setSignedAt(Database.kept(now));
              signer.setSigned(kept.id().text());
              signer.setPublicKey(spki.bytes());
              signer.setPreparedSealed(null);
              signer.setPreparedOver(null);
              signer.update();
              held.iou().setLatest(kept.id().text());
              boolean all =
                  IouRows.signers(tx, held.iou()).stream()
                      .allMatch(each -> each.getSignedAt() != null);
              IouRows.change(held.iou(), all ? Iou.State.COMPLETE : Iou.State.SENT, now);
              AuditBook.append(tx, now, SIGNER, "iou:sign", held.iou().getId());
              return seat(tx, held, now);
            });
  }

  /**
   * The signer sends the IOU back to be changed.
   *
   * @param note a free line, possibly empty; sealed
   */
  public Outcome<Iou.Seat> sendBack(OneTimeToken token, String holder, String note, Instant now) {
    if (note.length() > Limits.FRIEND_NOTE_CHARS_MAX) {
      return Outcome.refused(Code.NOTE_TOO_LONG, Integer.toString(Limits.FRIEND_NOTE_CHARS_MAX));
    }
    return opened(
        token,
        holder,
        now,
        (tx, held) ->
            unsigned(tx, held, now)
                .then(
                    seat -> {
                      if (!note.isBlank()) {
                        held.iou()
                            .setRefusalSealed(
                                held.key().seal(note, IouRows.place(seat.iou().id(), "refusal")));
                      }
                      IouRows.change(held.iou(), Iou.State.REFUSED, now);
                      AuditBook.append(tx, now, SIGNER, "iou:refuse", held.iou().getId());
                      return Outcome.of(seat);
                    }));
  }

  private static Outcome<Iou.Seat> unsigned(DSLContext tx, Held held, Instant now) {
    return held.signer().getSignedAt() == null
        ? seat(tx, held, now)
        : Outcome.refused(Code.LINK_USED, "");
  }

  private static Outcome<Iou.Seat> seat(DSLContext tx, Held held, Instant now) {
    if (held.iou().getPaper() == null) {
      return Outcome.refused(Code.IOU_CHANGED, "");
    }
    Iou iou = IouRows.open(tx, held.iou(), held.key(), now);
    IouRole role = IouRows.role(held.signer());
    String name =
        iou.signers().stream()
            .filter(signer -> signer.role() == role)
            .map(Iou.Signer::name)
            .findFirst()
            .orElseThrow();
    Digest paper = DocumentBook.digestOf(tx, held.key(), iou.paper().orElseThrow(), iou.matter());
    return Outcome.of(
        new Iou.Seat(
            iou,
            role,
            name,
            paper,
            iou.latest().orElseThrow(),
            held.signer().getSignedAt() != null));
  }

  private static byte[] seal(Held held, Octets prepared) {
    return held.key().key().seal(prepared.bytes(), preparedPlace(held));
  }

  private static String preparedPlace(Held held) {
    return IouRows.place(new IouId(held.iou().getId()), held.signer().getRole() + "/prepared");
  }

  /** Work on a held link inside the transaction that locked its matter. */
  @FunctionalInterface
  private interface Work<T> {
    Outcome<T> on(DSLContext tx, Held held);
  }

  private <T> Outcome<T> opened(OneTimeToken token, String holder, Instant now, Work<T> work) {
    return within(
        token,
        holder,
        now,
        (tx, held) ->
            held.signer().getOpenedBy() == null
                ? Outcome.refused(Code.SIGNING_NOT_BEGUN, "")
                : work.on(tx, held));
  }

  private <T> Outcome<T> within(OneTimeToken token, String holder, Instant now, Work<T> work) {
    Function<String, Outcome<T>> onMatter =
        matter ->
            database.transaction(
                tx ->
                    MatterBook.lock(tx, new MatterId(matter))
                        .then(locked -> hold(tx, token, holder, now))
                        .then(held -> work.on(tx, held)));
    return database
        .dsl()
        .select(IOU.MATTER)
        .from(IOU)
        .join(IOU_SIGNER)
        .on(IOU_SIGNER.IOU.eq(IOU.ID))
        .where(IOU_SIGNER.TOKEN_HASH.eq(token.hash()))
        .fetchOptional(IOU.MATTER)
        .map(onMatter)
        .orElseGet(() -> Outcome.refused(Code.LINK_UNKNOWN, ""));
  }

  private Outcome<Held> hold(DSLContext tx, OneTimeToken token, String holder, Instant now) {
    Optional<IouSignerRecord> found =
        tx.selectFrom(IOU_SIGNER).where(IOU_SIGNER.TOKEN_HASH.eq(token.hash())).fetchOptional();
    if (found.isEmpty()) {
      return Outcome.refused(Code.LINK_UNKNOWN, "");
    }
    IouSignerRecord signer = found.get();
    IouRecord iou = tx.selectFrom(IOU).where(IOU.ID.eq(signer.getIou())).fetchSingle();
    Iou.State state = IouRows.state(iou);
    if (state == Iou.State.WITHDRAWN || state == Iou.State.REFUSED) {
      return Outcome.refused(Code.IOU_WITHDRAWN, "");
    }
    boolean foreign = signer.getOpenedBy() != null && !signer.getOpenedBy().equals(holder);
    if (foreign) {
      return Outcome.refused(
          signer.getSignedAt() == null ? Code.LINK_ELSEWHERE : Code.LINK_USED, "");
    }
    if (!now.isBefore(signer.getExpiresAt())) {
      return Outcome.refused(Code.LINK_EXPIRED, "");
    }
    MatterId matter = new MatterId(iou.getMatter());
    var key = vault.find(tx, matter, new Access(Purpose.SHOW_TO_SIGNER, SIGNER, now));
    return Outcome.of(new Held(iou, signer, key.orElseThrow()));
  }
}
