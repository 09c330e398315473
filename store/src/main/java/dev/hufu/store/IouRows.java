package dev.hufu.store;

import static dev.hufu.store.table.Tables.IOU;
import static dev.hufu.store.table.Tables.IOU_SIGNER;

import dev.hufu.store.table.tables.records.IouRecord;
import dev.hufu.store.table.tables.records.IouSignerRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Rows of IOUs and what they mean; shared by the owner's book and the signers'. */
final class IouRows {

  private IouRows() {}

  /** The IOU of a matter: the one alive, else the newest. */
  static Optional<IouRecord> newest(DSLContext tx, MatterId matter) {
    return tx.selectFrom(IOU)
        .where(IOU.MATTER.eq(matter.text()))
        .orderBy(IOU.MADE_AS.desc())
        .limit(1)
        .fetchOptional();
  }

  static List<IouSignerRecord> signers(DSLContext tx, IouRecord iou) {
    return tx.selectFrom(IOU_SIGNER).where(IOU_SIGNER.IOU.eq(iou.getId())).fetch().stream()
        .sorted(Comparator.comparing(IouRows::role))
        .toList();
  }

  static boolean anySigned(List<IouSignerRecord> signers) {
    return signers.stream().anyMatch(signer -> signer.getSignedAt() != null);
  }

  static Iou.State state(IouRecord row) {
    return Iou.State.valueOf(row.getState().toUpperCase(Locale.ROOT));
  }

  static IouRole role(IouSignerRecord row) {
    return IouRole.find(row.getRole()).orElseThrow();
  }

  static void change(IouRecord row, Iou.State state, Instant now) {
    row.setState(state.name().toLowerCase(Locale.ROOT));
    row.setChangedAt(Database.later(row.getChangedAt(), Database.kept(now)));
    row.update();
  }

  /** Nobody can sign over a link of this IOU any more. */
  static void closeLinks(DSLContext tx, String iou) {
    tx.update(IOU_SIGNER)
        .setNull(IOU_SIGNER.TOKEN_HASH)
        .setNull(IOU_SIGNER.EXPIRES_AT)
        .setNull(IOU_SIGNER.PREPARED_SEALED)
        .setNull(IOU_SIGNER.PREPARED_OVER)
        .where(IOU_SIGNER.IOU.eq(iou))
        .execute();
  }

  static Iou open(DSLContext tx, IouRecord row, Vault.Opened key, Instant now) {
    IouId id = new IouId(row.getId());
    return new Iou(
        id,
        new MatterId(row.getMatter()),
        state(row),
        row.getChangedAt(),
        key.open(row.getFactsSealed(), place(id, "facts")),
        text(key, row.getShownSealed(), place(id, "shown")),
        Optional.ofNullable(row.getPaper()).map(DocumentId::new),
        Optional.ofNullable(row.getLatest()).map(DocumentId::new),
        text(key, row.getRefusalSealed(), place(id, "refusal")),
        signers(tx, row).stream().map(signer -> signer(signer, id, key, now)).toList());
  }

  private static Optional<String> text(Vault.Opened key, byte @Nullable [] sealed, String place) {
    return Optional.ofNullable(sealed).map(bytes -> key.open(bytes, place));
  }

  private static Iou.Signer signer(IouSignerRecord row, IouId iou, Vault.Opened key, Instant now) {
    return new Iou.Signer(
        role(row),
        key.open(row.getNameSealed(), place(iou, row.getRole())),
        link(row, now),
        Optional.ofNullable(row.getExpiresAt()),
        Optional.ofNullable(row.getSignedAt()));
  }

  private static Iou.Link link(IouSignerRecord row, Instant now) {
    if (row.getTokenHash() == null) {
      return Iou.Link.NONE;
    }
    if (!now.isBefore(row.getExpiresAt())) {
      return Iou.Link.EXPIRED;
    }
    return row.getOpenedBy() == null ? Iou.Link.WAITING : Iou.Link.OPENED;
  }

  static String place(IouId iou, String what) {
    return "iou/" + iou + "/" + what;
  }

  /** Nobody can sign any IOU of this matter any more. */
  static void closeLinks(DSLContext tx, MatterId matter) {
    ids(tx, matter).forEach(id -> closeLinks(tx, id));
  }

  private static List<String> ids(DSLContext tx, MatterId matter) {
    return tx.select(IOU.ID).from(IOU).where(IOU.MATTER.eq(matter.text())).fetch(IOU.ID);
  }

  /** Takes the content of a matter's IOUs away, whose key is gone already. */
  static void erase(DSLContext tx, MatterId matter, Instant at) {
    closeLinks(tx, matter);
    tx.update(IOU_SIGNER)
        .setNull(IOU_SIGNER.NAME_SEALED)
        .where(IOU_SIGNER.IOU.in(ids(tx, matter)))
        .execute();
    tx.update(IOU)
        .setNull(IOU.FACTS_SEALED)
        .setNull(IOU.SHOWN_SEALED)
        .setNull(IOU.REFUSAL_SEALED)
        .set(IOU.CHANGED_AT, DSL.greatest(IOU.CHANGED_AT, DSL.val(at)))
        .where(IOU.MATTER.eq(matter.text()))
        .execute();
  }
}
