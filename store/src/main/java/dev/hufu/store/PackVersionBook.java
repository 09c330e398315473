package dev.hufu.store;

import static dev.hufu.store.table.Tables.PACK_HISTORY;
import static dev.hufu.store.table.Tables.PACK_VERSION;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.PackVersion.Check;
import dev.hufu.store.PackVersion.Event;
import dev.hufu.store.PackVersion.Fresh;
import dev.hufu.store.PackVersion.State;
import dev.hufu.store.table.tables.records.PackVersionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.jooq.DSLContext;

/**
 * The versions of packs, from draft to live and back. Every change writes the history of the pack
 * and the audit in the same transaction; a version that was live is never edited (the database
 * refuses it, too).
 *
 * <p>Example: {@code book.promote(id, revision, digest, "", colleague, now)}; {@link
 * Code#PROMOTE_OTHER} if the colleague wrote on it.
 */
public final class PackVersionBook {

  /** The actor of what the program does by itself. */
  public static final String PROGRAM = "hufu";

  private final Database database;

  public PackVersionBook(Database database) {
    this.database = database;
  }

  /**
   * Enters the pack that came with the program, if these files are new. It becomes live unless the
   * team has a version of its own live.
   */
  public PackVersion ship(
      String pack,
      String version,
      Digest filesDigest,
      Digest digest,
      SortedMap<String, String> files,
      Instant now) {
    return database.transaction(
        tx -> {
          Optional<PackVersion> known =
              tx.selectFrom(PACK_VERSION)
                  .where(PACK_VERSION.PACK.eq(pack))
                  .and(PACK_VERSION.AUTHOR.isNull())
                  .and(PACK_VERSION.FILES_DIGEST.eq(filesDigest.hex()))
                  .fetchOptional(PackVersionBook::read);
          return known.orElseGet(() -> enter(tx, pack, version, filesDigest, digest, files, now));
        });
  }

  private static PackVersion enter(
      DSLContext tx,
      String pack,
      String version,
      Digest filesDigest,
      Digest digest,
      SortedMap<String, String> files,
      Instant now) {
    Optional<PackVersionRecord> live = lockLive(tx, pack);
    boolean takesOver = live.isEmpty() || live.get().getAuthor() == null;
    PackVersionRecord row =
        insert(
            tx,
            new Fresh(
                pack,
                version,
                "",
                Optional.empty(),
                new Check(filesDigest, Optional.of(digest), true),
                files,
                PackVersion.Origin.CREATE),
            Optional.empty(),
            now);
    row.setClosedAt(Database.kept(now));
    row.update();
    note(tx, row, PROGRAM, "ship", "", now);
    if (takesOver) {
      live.ifPresent(before -> retire(tx, before, PROGRAM, now));
      row.setState(State.LIVE.id());
      row.update();
      note(tx, row, PROGRAM, "promote", "", now);
    }
    return read(row);
  }

  /** Begins a version of the team. */
  public PackVersion open(Fresh fresh, PersonId author, Instant now) {
    return database.transaction(
        tx -> {
          PackVersionRecord row = insert(tx, fresh, Optional.of(author), now);
          String action = fresh.action().name().toLowerCase(Locale.ROOT);
          note(tx, row, author.text(), action, fresh.note(), now);
          return read(row);
        });
  }

  private static PackVersionRecord insert(
      DSLContext tx, Fresh fresh, Optional<PersonId> author, Instant now) {
    PackVersionRecord row = tx.newRecord(PACK_VERSION);
    row.setId(PackVersionId.next().text());
    row.setPack(fresh.pack());
    row.setVersion(fresh.version());
    row.setAuthor(author.map(PersonId::text).orElse(null));
    row.setNote(fresh.note());
    row.setCopiedFrom(fresh.copiedFrom().map(PackVersionId::text).orElse(null));
    row.setState(fresh.check().state().id());
    row.setRevision(1);
    row.setFilesDigest(fresh.check().filesDigest().hex());
    row.setDigest(fresh.check().digest().map(Digest::hex).orElse(null));
    row.setCreatedAt(Database.kept(now));
    row.setChangedAt(Database.kept(now));
    row.insert();
    PackVersionId id = new PackVersionId(row.getId());
    fresh.files().forEach((path, content) -> PackFileBook.write(tx, id, 1, path, content));
    return row;
  }

  /**
   * Saves one file of a draft.
   *
   * @param revision the one the edit was made on; else {@link Code#DRAFT_STALE}
   * @param version what pack.yaml now calls the version
   * @param content empty to remove the file
   */
  public Outcome<PackVersion> save(
      PackVersionId id,
      int revision,
      String path,
      String content,
      String version,
      Check check,
      PersonId by,
      Instant now) {
    return change(
        id,
        (tx, row) -> {
          if (!read(row).editable()) {
            return Outcome.refused(Code.VERSION_CLOSED, "");
          }
          if (row.getRevision() != revision) {
            return Outcome.refused(Code.DRAFT_STALE, "");
          }
          row.setRevision(revision + 1);
          row.setVersion(version);
          row.setState(check.state().id());
          row.setFilesDigest(check.filesDigest().hex());
          row.setDigest(check.digest().map(Digest::hex).orElse(null));
          touch(row, now);
          PackFileBook.write(tx, id, revision + 1, path, content);
          PackFileBook.forgetOld(tx, id, path);
          note(tx, row, by.text(), "save", path, now);
          return Outcome.of(read(row));
        });
  }

  /** Lets a checked version decide beside the live one; one of a pack at a time. */
  public Outcome<PackVersion> shadow(PackVersionId id, int revision, PersonId by, Instant now) {
    return change(
        id,
        (tx, row) -> {
          if (!is(row, State.CHECKED) || row.getClosedAt() != null) {
            return Outcome.refused(Code.VERSION_STATE, "");
          }
          if (row.getRevision() != revision) {
            return Outcome.refused(Code.DRAFT_STALE, "");
          }
          Optional<String> taken =
              tx.select(PACK_VERSION.VERSION)
                  .from(PACK_VERSION)
                  .where(PACK_VERSION.PACK.eq(row.getPack()))
                  .and(PACK_VERSION.STATE.eq(State.SHADOW.id()))
                  .fetchOptional(PACK_VERSION.VERSION);
          if (taken.isPresent()) {
            return Outcome.refused(Code.SHADOW_TAKEN, taken.get());
          }
          return move(tx, row, State.SHADOW, by.text(), "shadow", "", now);
        });
  }

  /** Takes a version out of the shadow; it can be edited again. */
  public Outcome<PackVersion> withdraw(PackVersionId id, PersonId by, String reason, Instant now) {
    return change(
        id,
        (tx, row) ->
            is(row, State.SHADOW)
                ? move(tx, row, State.CHECKED, by.text(), "withdraw", reason, now)
                : Outcome.refused(Code.VERSION_STATE, ""));
  }

  /** Puts a draft away for good. */
  public Outcome<PackVersion> setAside(PackVersionId id, PersonId by, String reason, Instant now) {
    return change(
        id,
        (tx, row) ->
            read(row).editable()
                ? move(tx, row, State.RETIRED, by.text(), "set-aside", reason, now)
                : Outcome.refused(Code.VERSION_STATE, ""));
  }

  /**
   * Makes a version live and the live one retired, both or neither.
   *
   * @param by not one of those who wrote on it, else {@link Code#PROMOTE_OTHER}
   * @param digest what its decisions will name
   */
  public Outcome<PackVersion> promote(
      PackVersionId id, int revision, Digest digest, String reason, PersonId by, Instant now) {
    return change(
        id,
        (tx, row) -> {
          boolean ready = is(row, State.CHECKED) || is(row, State.SHADOW);
          if (!ready || row.getClosedAt() != null) {
            return Outcome.refused(Code.VERSION_STATE, "");
          }
          if (row.getRevision() != revision) {
            return Outcome.refused(Code.DRAFT_STALE, "");
          }
          if (wroteOn(tx, id, by)) {
            return Outcome.refused(Code.PROMOTE_OTHER, "");
          }
          if (taken(tx, row)) {
            return Outcome.refused(Code.VERSION_TAKEN, row.getVersion());
          }
          row.setClosedAt(Database.kept(now));
          row.setDigest(digest.hex());
          return makeLive(tx, row, by.text(), "promote", reason, now);
        });
  }

  private static boolean taken(DSLContext tx, PackVersionRecord row) {
    return tx.fetchExists(
        PACK_VERSION,
        PACK_VERSION
            .PACK
            .eq(row.getPack())
            .and(PACK_VERSION.VERSION.eq(row.getVersion()))
            .and(PACK_VERSION.CLOSED_AT.isNotNull())
            .and(PACK_VERSION.ID.ne(row.getId())));
  }

  private static boolean wroteOn(DSLContext tx, PackVersionId id, PersonId by) {
    return tx.fetchExists(
        PACK_HISTORY,
        PACK_HISTORY
            .VERSION
            .eq(id.text())
            .and(PACK_HISTORY.ACTOR.eq(by.text()))
            .and(PACK_HISTORY.ACTION.in("create", "upload", "save")));
  }

  /** Goes back to a version that was live before, or came with the program. */
  public Outcome<PackVersion> rollBack(
      PackVersionId id, Digest digest, String reason, PersonId by, Instant now) {
    return change(
        id,
        (tx, row) -> {
          if (!read(row).canReturn()) {
            return Outcome.refused(Code.VERSION_STATE, "");
          }
          row.setDigest(digest.hex());
          return makeLive(tx, row, by.text(), "roll-back", reason, now);
        });
  }

  private static Outcome<PackVersion> makeLive(
      DSLContext tx,
      PackVersionRecord row,
      String actor,
      String action,
      String reason,
      Instant now) {
    lockLive(tx, row.getPack()).ifPresent(before -> retire(tx, before, actor, now));
    return move(tx, row, State.LIVE, actor, action, reason, now);
  }

  /** The law a live version needs has changed with the program: its decisions name a new digest. */
  public Outcome<PackVersion> noteDigest(PackVersionId id, Digest digest, Instant now) {
    return change(
        id,
        (tx, row) -> {
          if (digest.hex().equals(row.getDigest())) {
            return Outcome.of(read(row));
          }
          row.setDigest(digest.hex());
          row.update();
          note(tx, row, PROGRAM, "law", "", now);
          return Outcome.of(read(row));
        });
  }

  public Optional<PackVersion> find(PackVersionId id) {
    return database
        .dsl()
        .selectFrom(PACK_VERSION)
        .where(PACK_VERSION.ID.eq(id.text()))
        .fetchOptional(PackVersionBook::read);
  }

  /** The version of a pack in that state, for the states of which there is one at most. */
  public Optional<PackVersion> find(String pack, State state) {
    return database
        .dsl()
        .selectFrom(PACK_VERSION)
        .where(PACK_VERSION.PACK.eq(pack))
        .and(PACK_VERSION.STATE.eq(state.id()))
        .orderBy(PACK_VERSION.KEPT_AS.desc())
        .limit(1)
        .fetchOptional(PackVersionBook::read);
  }

  /** All files as they stood at a revision; {@code version.revision()} for those of now. */
  public SortedMap<String, String> files(PackVersionId id, int revision) {
    return PackFileBook.files(database.dsl(), id, revision);
  }

  /** The versions of a pack, newest first; at most {@link Limits#LIST_ROWS_MAX}. */
  public List<PackVersion> list(String pack) {
    return database
        .dsl()
        .selectFrom(PACK_VERSION)
        .where(PACK_VERSION.PACK.eq(pack))
        .orderBy(PACK_VERSION.KEPT_AS.desc())
        .limit(Limits.LIST_ROWS_MAX)
        .fetch(PackVersionBook::read);
  }

  /** What was done to the versions of a pack, the latest first. */
  public List<Event> history(String pack, int limit) {
    AuditBook.checkLimit(limit);
    return database
        .dsl()
        .selectFrom(PACK_HISTORY)
        .where(PACK_HISTORY.PACK.eq(pack))
        .orderBy(PACK_HISTORY.ID.desc())
        .limit(limit)
        .fetch(
            row ->
                new Event(
                    row.getAt(),
                    row.getPack(),
                    new PackVersionId(row.getVersion()),
                    row.getActor(),
                    row.getAction(),
                    row.getRevision(),
                    row.getDetail(),
                    Optional.ofNullable(row.getDigest()).map(Digest::new)));
  }

  private interface Work {
    Outcome<PackVersion> on(DSLContext tx, PackVersionRecord row);
  }

  /** Changes of one pack wait for each other, so that two promotions cannot both find it free. */
  private Outcome<PackVersion> change(PackVersionId id, Work work) {
    return database.transaction(
        tx ->
            lock(tx, id)
                .<Outcome<PackVersion>>map(row -> work.on(tx, row))
                .orElseGet(() -> Outcome.refused(Code.VERSION_UNKNOWN, "")));
  }

  private static Optional<PackVersionRecord> lock(DSLContext tx, PackVersionId id) {
    Optional<String> pack =
        tx.select(PACK_VERSION.PACK)
            .from(PACK_VERSION)
            .where(PACK_VERSION.ID.eq(id.text()))
            .fetchOptional(PACK_VERSION.PACK);
    pack.ifPresent(name -> lockPack(tx, name));
    return tx.selectFrom(PACK_VERSION).where(PACK_VERSION.ID.eq(id.text())).fetchOptional();
  }

  private static void lockPack(DSLContext tx, String pack) {
    tx.execute("select pg_advisory_xact_lock(hashtext('pack'), hashtext(?))", pack);
  }

  private static Optional<PackVersionRecord> lockLive(DSLContext tx, String pack) {
    lockPack(tx, pack);
    return tx.selectFrom(PACK_VERSION)
        .where(PACK_VERSION.PACK.eq(pack))
        .and(PACK_VERSION.STATE.eq(State.LIVE.id()))
        .fetchOptional();
  }

  private static void retire(DSLContext tx, PackVersionRecord row, String actor, Instant now) {
    var _retired = move(tx, row, State.RETIRED, actor, "retire", "", now);
  }

  private static Outcome<PackVersion> move(
      DSLContext tx,
      PackVersionRecord row,
      State to,
      String actor,
      String action,
      String reason,
      Instant now) {
    row.setState(to.id());
    touch(row, now);
    note(tx, row, actor, action, reason, now);
    return Outcome.of(read(row));
  }

  private static void touch(PackVersionRecord row, Instant now) {
    row.setChangedAt(Database.later(row.getChangedAt(), Database.kept(now)));
    row.update();
  }

  private static void note(
      DSLContext tx,
      PackVersionRecord row,
      String actor,
      String action,
      String detail,
      Instant now) {
    tx.insertInto(PACK_HISTORY)
        .set(PACK_HISTORY.AT, Database.kept(now))
        .set(PACK_HISTORY.PACK, row.getPack())
        .set(PACK_HISTORY.VERSION, row.getId())
        .set(PACK_HISTORY.ACTOR, actor)
        .set(PACK_HISTORY.ACTION, action)
        .set(PACK_HISTORY.REVISION, row.getRevision())
        .set(PACK_HISTORY.DETAIL, detail)
        .set(PACK_HISTORY.DIGEST, row.getDigest())
        .execute();
    AuditBook.append(tx, now, actor, "pack:" + action, row.getId());
  }

  private static boolean is(PackVersionRecord row, State state) {
    return row.getState().equals(state.id());
  }

  private static PackVersion read(PackVersionRecord row) {
    return new PackVersion(
        new PackVersionId(row.getId()),
        row.getPack(),
        row.getVersion(),
        Optional.ofNullable(row.getAuthor()).map(PersonId::new),
        row.getNote(),
        Optional.ofNullable(row.getCopiedFrom()).map(PackVersionId::new),
        State.of(row.getState()),
        row.getRevision(),
        new Digest(row.getFilesDigest()),
        Optional.ofNullable(row.getDigest()).map(Digest::new),
        row.getCreatedAt(),
        row.getChangedAt(),
        Optional.ofNullable(row.getClosedAt()));
  }
}
