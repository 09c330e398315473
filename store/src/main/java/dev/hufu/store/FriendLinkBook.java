package dev.hufu.store;

import static dev.hufu.store.table.Tables.FRIEND_LINK;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.table.tables.records.FriendLinkRecord;
import dev.hufu.store.table.tables.records.MatterRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * The links by which common friends are asked whether it is really them.
 *
 * <p>Example: {@code links.create(matter, "老王", owner.text(), now)} gives a token for a URL; the
 * friend's page calls {@code findByToken} and then {@code answer}, which works once.
 */
public final class FriendLinkBook {

  private static final String FRIEND = "friend";

  private final Database database;
  private final Vault vault;

  public FriendLinkBook(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * Makes a link that lives {@link Limits#FRIEND_LINK_LIFE}. At most {@link
   * Limits#FRIEND_LINKS_MAX} of a matter can be open or answered; one withdrawn or expired makes
   * room.
   *
   * @param label what the owner calls the friend, at most {@link Limits#TITLE_CHARS_MAX}; sealed
   */
  public Outcome<FriendLink.Fresh> create(
      MatterId matter, String label, String actor, Instant now) {
    if (label.length() > Limits.TITLE_CHARS_MAX) {
      return Outcome.refused(Code.NOTE_TOO_LONG, Integer.toString(Limits.TITLE_CHARS_MAX));
    }
    return database.transaction(
        tx ->
            MatterBook.lock(tx, matter)
                .then(
                    row ->
                        countStanding(tx, matter, now) < Limits.FRIEND_LINKS_MAX
                            ? Outcome.of(insert(tx, row, label, actor, now))
                            : Outcome.refused(
                                Code.LINK_TOO_MANY, Integer.toString(Limits.FRIEND_LINKS_MAX))));
  }

  private FriendLink.Fresh insert(
      DSLContext tx, MatterRecord matter, String label, String actor, Instant now) {
    FriendLinkId id = FriendLinkId.next();
    OneTimeToken token = OneTimeToken.next();
    Instant at = Database.kept(now);
    Vault.Opened key = vault.find(tx, new MatterId(matter.getId())).orElseThrow();
    FriendLinkRecord row = tx.newRecord(FRIEND_LINK);
    row.setId(id.text());
    row.setMatter(matter.getId());
    row.setTokenHash(token.hash());
    row.setCreatedAt(at);
    row.setExpiresAt(at.plus(Limits.FRIEND_LINK_LIFE));
    row.setLabelSealed(key.seal(label, labelPlace(id)));
    row.insert();
    AuditBook.append(tx, at, actor, "friend-link:create", id.text());
    return new FriendLink.Fresh(read(row), token);
  }

  private static int countStanding(DSLContext tx, MatterId matter, Instant now) {
    return tx.fetchCount(
        FRIEND_LINK,
        FRIEND_LINK
            .MATTER
            .eq(matter.text())
            .and(FRIEND_LINK.REVOKED_AT.isNull())
            .and(FRIEND_LINK.ANSWERED_AT.isNotNull().or(FRIEND_LINK.EXPIRES_AT.gt(now))));
  }

  /** Withdraws a link; twice is as good as once. */
  public Outcome<FriendLink> revoke(MatterId matter, FriendLinkId id, String actor, Instant now) {
    return database.transaction(
        tx ->
            MatterBook.lock(tx, matter)
                .then(
                    ours -> {
                      Optional<FriendLinkRecord> row =
                          tx.selectFrom(FRIEND_LINK)
                              .where(FRIEND_LINK.ID.eq(id.text()))
                              .and(FRIEND_LINK.MATTER.eq(matter.text()))
                              .fetchOptional();
                      if (row.isEmpty()) {
                        return Outcome.refused(Code.LINK_UNKNOWN, "");
                      }
                      if (row.get().getRevokedAt() == null) {
                        row.get().setRevokedAt(notBefore(row.get(), now));
                        row.get().update();
                        AuditBook.append(tx, now, actor, "friend-link:revoke", id.text());
                      }
                      return Outcome.of(read(row.get()));
                    }));
  }

  private static Instant notBefore(FriendLinkRecord row, Instant now) {
    Instant answered = row.getAnsweredAt();
    Instant at = Database.kept(now);
    return answered == null ? at : Database.later(answered, at);
  }

  /**
   * The open link a friend holds.
   *
   * @return the link, or {@link Code#LINK_UNKNOWN} (also when withdrawn), {@link
   *     Code#LINK_EXPIRED}, {@link Code#LINK_USED}
   */
  public Outcome<FriendLink> findByToken(OneTimeToken token, Instant now) {
    return database
        .dsl()
        .selectFrom(FRIEND_LINK)
        .where(FRIEND_LINK.TOKEN_HASH.eq(token.hash()))
        .fetchOptional(FriendLinkBook::read)
        .map(link -> usable(link, now))
        .orElseGet(() -> Outcome.refused(Code.LINK_UNKNOWN, ""));
  }

  private static Outcome<FriendLink> usable(FriendLink link, Instant now) {
    return switch (link.state(now)) {
      case OPEN -> Outcome.of(link);
      case ANSWERED -> Outcome.refused(Code.LINK_USED, "");
      case EXPIRED -> Outcome.refused(Code.LINK_EXPIRED, "");
      case REVOKED -> Outcome.refused(Code.LINK_UNKNOWN, "");
    };
  }

  /**
   * Keeps a friend's answer; of any number of simultaneous answers one counts.
   *
   * @param note a free line, possibly empty, at most {@link Limits#FRIEND_NOTE_CHARS_MAX}; sealed
   */
  public Outcome<FriendLink> answer(
      OneTimeToken token, FriendAnswer answer, String note, Instant now) {
    if (note.length() > Limits.FRIEND_NOTE_CHARS_MAX) {
      return Outcome.refused(Code.NOTE_TOO_LONG, Integer.toString(Limits.FRIEND_NOTE_CHARS_MAX));
    }
    return findByToken(token, now)
        .then(
            link ->
                database.transaction(
                    tx ->
                        MatterBook.lock(tx, link.matter())
                            .then(matter -> answerLocked(tx, matter, token, answer, note, now))));
  }

  private Outcome<FriendLink> answerLocked(
      DSLContext tx,
      MatterRecord matter,
      OneTimeToken token,
      FriendAnswer answer,
      String note,
      Instant now) {
    FriendLinkRecord row =
        tx.selectFrom(FRIEND_LINK).where(FRIEND_LINK.TOKEN_HASH.eq(token.hash())).fetchSingle();
    return usable(read(row), now)
        .map(
            link -> {
              row.setAnsweredAt(Database.kept(now));
              row.setAnswer(answer.id());
              if (!note.isBlank()) {
                Vault.Opened key = vault.find(tx, link.matter()).orElseThrow();
                row.setNoteSealed(key.seal(note, notePlace(link.id())));
              }
              row.update();
              MatterBook.touch(matter, now);
              AuditBook.append(tx, now, FRIEND, "friend-link:answer", link.id().text());
              return read(row);
            });
  }

  /** The links of a matter in the order they were made, with labels and notes opened. */
  public Outcome<List<FriendLink.Opened>> listOf(MatterId matter, Access access) {
    return database.transaction(
        tx -> {
          Optional<Vault.Opened> key = vault.find(tx, matter, access);
          if (key.isEmpty()) {
            return Outcome.refused(Code.MATTER_ERASED, "");
          }
          return Outcome.of(
              tx.selectFrom(FRIEND_LINK)
                  .where(FRIEND_LINK.MATTER.eq(matter.text()))
                  .orderBy(FRIEND_LINK.CREATED_AT, FRIEND_LINK.ID)
                  .fetch(row -> open(row, key.get())));
        });
  }

  private static FriendLink.Opened open(FriendLinkRecord row, Vault.Opened key) {
    FriendLink link = read(row);
    return new FriendLink.Opened(
        link,
        key.open(row.getLabelSealed(), labelPlace(link.id())),
        Optional.ofNullable(row.getNoteSealed()).map(note -> key.open(note, notePlace(link.id()))));
  }

  /** What the owner called the friend, for the friend's own page. */
  public Outcome<String> readLabel(FriendLink link, Access access) {
    return database.transaction(
        tx ->
            vault
                .find(tx, link.matter(), access)
                .map(
                    key ->
                        Outcome.of(
                            key.open(
                                tx.select(FRIEND_LINK.LABEL_SEALED)
                                    .from(FRIEND_LINK)
                                    .where(FRIEND_LINK.ID.eq(link.id().text()))
                                    .fetchSingle()
                                    .value1(),
                                labelPlace(link.id()))))
                .orElseGet(() -> Outcome.refused(Code.MATTER_ERASED, "")));
  }

  /** How the friends of a matter answered. */
  public FriendLink.Tally tally(MatterId matter, Instant now) {
    List<FriendLink> links =
        database
            .dsl()
            .selectFrom(FRIEND_LINK)
            .where(FRIEND_LINK.MATTER.eq(matter.text()))
            .and(FRIEND_LINK.REVOKED_AT.isNull())
            .fetch(FriendLinkBook::read);
    return new FriendLink.Tally(
        count(links, FriendAnswer.CONFIRM),
        count(links, FriendAnswer.DENY),
        count(links, FriendAnswer.UNSURE),
        (int) links.stream().filter(l -> l.state(now) == FriendLink.State.OPEN).count());
  }

  private static int count(List<FriendLink> links, FriendAnswer answer) {
    return (int) links.stream().filter(link -> link.answer().equals(Optional.of(answer))).count();
  }

  private static String labelPlace(FriendLinkId id) {
    return "friend_link/" + id + "/label";
  }

  private static String notePlace(FriendLinkId id) {
    return "friend_link/" + id + "/note";
  }

  private static FriendLink read(FriendLinkRecord row) {
    return new FriendLink(
        new FriendLinkId(row.getId()),
        new MatterId(row.getMatter()),
        row.getCreatedAt(),
        row.getExpiresAt(),
        Optional.ofNullable(row.getRevokedAt()),
        Optional.ofNullable(row.getAnsweredAt()),
        Optional.ofNullable(row.getAnswer())
            .map(id -> FriendAnswer.valueOf(id.toUpperCase(Locale.ROOT))));
  }
}
