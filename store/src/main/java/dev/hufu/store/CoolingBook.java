package dev.hufu.store;

import static dev.hufu.store.table.Tables.COOLING_OFF;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.table.tables.records.CoolingOffRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Cooling-off times: set by the person, over by themselves, released early only by a family member
 * who was asked.
 *
 * <p>Example: {@code cooling.start(matter, Duration.ofHours(24), owner.text(), now)}.
 */
public final class CoolingBook {

  private static final String FAMILY = "family";

  private final Database database;

  public CoolingBook(Database database) {
    this.database = database;
  }

  /**
   * Starts a time, or makes a running one longer; it is never made shorter.
   *
   * @param length {@link Limits#COOLING_OFF_MIN} to {@link Limits#COOLING_OFF_MAX}, else {@link
   *     Code#COOLING_LENGTH}
   */
  public Outcome<CoolingOff> start(MatterId matter, Duration length, String actor, Instant now) {
    if (length.compareTo(Limits.COOLING_OFF_MIN) < 0
        || length.compareTo(Limits.COOLING_OFF_MAX) > 0) {
      return Outcome.refused(Code.COOLING_LENGTH, length.toMinutes() + " min");
    }
    return database.transaction(
        tx ->
            MatterBook.lock(tx, matter)
                .map(
                    locked -> {
                      CoolingOffRecord row = startLocked(tx, matter, length, Database.kept(now));
                      AuditBook.append(tx, now, actor, "cooling-off:start", matter.text());
                      return read(row);
                    }));
  }

  private static CoolingOffRecord startLocked(
      DSLContext tx, MatterId matter, Duration length, Instant now) {
    Instant end = now.plus(length);
    Optional<CoolingOffRecord> present = fetch(tx, matter);
    if (present.isPresent() && read(present.get()).runs(now)) {
      CoolingOffRecord row = present.get();
      row.setEndsAt(Database.later(row.getEndsAt(), end));
      row.update();
      return row;
    }
    present.ifPresent(CoolingOffRecord::delete);
    CoolingOffRecord row = tx.newRecord(COOLING_OFF);
    row.setMatter(matter.text());
    row.setStartedAt(now);
    row.setEndsAt(end);
    row.insert();
    return row;
  }

  public Optional<CoolingOff> find(MatterId matter) {
    return fetch(database.dsl(), matter).map(CoolingBook::read);
  }

  /** Ends it for the owner; before the end {@link Code#COOLING_NOT_OVER} with the end. */
  public Outcome<CoolingOff> release(MatterId matter, String actor, Instant now) {
    return change(
        matter,
        now,
        actor,
        "cooling-off:release",
        row -> {
          if (row.getReleasedAt() == null && now.isBefore(row.getEndsAt())) {
            return Outcome.refused(Code.COOLING_NOT_OVER, row.getEndsAt().toString());
          }
          return Outcome.of(released(row, CoolingOff.Releaser.OWNER, now));
        });
  }

  /** Makes the link for a family member; a second one replaces the first. */
  public Outcome<CoolingOff.Asked> askFamily(MatterId matter, String actor, Instant now) {
    OneTimeToken token = OneTimeToken.next();
    return change(
            matter,
            now,
            actor,
            "cooling-off:ask-family",
            row -> {
              row.setReleaseTokenHash(token.hash());
              row.update();
              return Outcome.of(read(row));
            })
        .map(asked -> new CoolingOff.Asked(asked, token));
  }

  /** The running time a family member was asked about, or why there is none. */
  public Outcome<CoolingOff> findByToken(OneTimeToken token, Instant now) {
    return database
        .dsl()
        .selectFrom(COOLING_OFF)
        .where(COOLING_OFF.RELEASE_TOKEN_HASH.eq(token.hash()))
        .fetchOptional(CoolingBook::read)
        .map(found -> usable(found, now))
        .orElseGet(() -> Outcome.refused(Code.LINK_UNKNOWN, ""));
  }

  private static Outcome<CoolingOff> usable(CoolingOff found, Instant now) {
    if (found.releasedAt().isPresent()) {
      return Outcome.refused(Code.LINK_USED, "");
    }
    return found.runs(now) ? Outcome.of(found) : Outcome.refused(Code.LINK_EXPIRED, "");
  }

  /** The family member lets the person go on; works once. */
  public Outcome<CoolingOff> releaseByFamily(OneTimeToken token, Instant now) {
    return findByToken(token, now)
        .then(
            found ->
                change(
                    found.matter(),
                    now,
                    FAMILY,
                    "cooling-off:release",
                    row ->
                        Arrays.equals(row.getReleaseTokenHash(), token.hash())
                            ? usable(read(row), now)
                                .map(open -> released(row, CoolingOff.Releaser.FAMILY, now))
                            : Outcome.refused(Code.LINK_UNKNOWN, "")));
  }

  /** The family member asks the person to wait on; the link is used up, the time runs. */
  public Outcome<CoolingOff> keepByFamily(OneTimeToken token, Instant now) {
    return findByToken(token, now)
        .then(
            found ->
                change(
                    found.matter(),
                    now,
                    FAMILY,
                    "cooling-off:keep",
                    row -> {
                      if (!Arrays.equals(row.getReleaseTokenHash(), token.hash())) {
                        return Outcome.refused(Code.LINK_UNKNOWN, "");
                      }
                      row.setReleaseTokenHash(null);
                      row.update();
                      return Outcome.of(read(row));
                    }));
  }

  private static CoolingOff released(
      CoolingOffRecord row, CoolingOff.Releaser releaser, Instant now) {
    if (row.getReleasedAt() == null) {
      row.setReleasedAt(Database.kept(now));
      row.setReleasedBy(releaser.name().toLowerCase(Locale.ROOT));
      row.update();
    }
    return read(row);
  }

  private Outcome<CoolingOff> change(
      MatterId matter,
      Instant now,
      String actor,
      String action,
      Function<CoolingOffRecord, Outcome<CoolingOff>> work) {
    return database.transaction(
        tx ->
            MatterBook.lock(tx, matter)
                .then(
                    locked ->
                        fetch(tx, matter)
                            .map(work)
                            .orElseGet(() -> Outcome.refused(Code.COOLING_UNKNOWN, "")))
                .map(
                    changed -> {
                      AuditBook.append(tx, now, actor, action, matter.text());
                      return changed;
                    }));
  }

  private static Optional<CoolingOffRecord> fetch(DSLContext tx, MatterId matter) {
    return tx.selectFrom(COOLING_OFF).where(COOLING_OFF.MATTER.eq(matter.text())).fetchOptional();
  }

  private static CoolingOff read(CoolingOffRecord row) {
    return new CoolingOff(
        new MatterId(row.getMatter()),
        row.getStartedAt(),
        row.getEndsAt(),
        Optional.ofNullable(row.getReleasedAt()),
        Optional.ofNullable(row.getReleasedBy())
            .map(id -> CoolingOff.Releaser.valueOf(id.toUpperCase(Locale.ROOT))),
        row.getReleaseTokenHash() != null);
  }
}
