package dev.hufu.store;

import static dev.hufu.store.table.Tables.SHADOW_DIFFERENCE;
import static dev.hufu.store.table.Tables.SHADOW_TALLY;

import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.table.tables.records.ShadowDifferenceRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.TableField;

/**
 * What a version in the shadow would have decided: counts, and the cases in which it differs. Holds
 * verdicts, rule ids and the id of the matter or event; nothing a person wrote.
 *
 * <p>Example: {@code book.compare(version, observation, now)}.
 */
public final class ShadowBook {

  private final Database database;

  public ShadowBook(Database database) {
    this.database = database;
  }

  /**
   * One case decided twice.
   *
   * @param subject id of the matter or event
   * @param decision id of the live decision
   * @param liveReasons ids of the rules that led
   */
  public record Observation(
      String subject,
      String decision,
      Digest liveDigest,
      Verdict live,
      Verdict shadow,
      List<String> liveReasons,
      List<String> shadowReasons) {

    public Observation {
      liveReasons = List.copyOf(liveReasons);
      shadowReasons = List.copyOf(shadowReasons);
    }

    public boolean differs() {
      return live != shadow || !liveReasons.equals(shadowReasons);
    }
  }

  /** A case in which the two differ. */
  public record Difference(Instant at, Observation observation) {}

  /**
   * How it went so far.
   *
   * @param undecided cases the version could not decide
   * @param leftOut cases it was not asked, because too many waited
   */
  public record Tally(Instant since, long compared, long different, long undecided, long leftOut) {}

  /** Counts a case, and lists it where the two differ. */
  public void compare(PackVersionId version, Observation seen, Instant now) {
    database.transaction(
        tx -> {
          count(tx, version, SHADOW_TALLY.COMPARED, now);
          if (seen.differs()) {
            count(tx, version, SHADOW_TALLY.DIFFERENT, now);
            list(tx, version, List.of(new Difference(now, seen)));
          }
          return version;
        });
  }

  /**
   * Many cases decided twice at once, as those of an uploaded history.
   *
   * @param listed some of those that differ, at most {@link Limits#SHADOW_DIFFERENCES_MAX}
   */
  public record Round(long compared, long different, long undecided, List<Difference> listed) {

    public Round {
      listed = List.copyOf(listed);
      if (listed.size() > different || different > compared) {
        throw new IllegalArgumentException(listed.size() + " / " + different + " / " + compared);
      }
    }
  }

  /** Counts and lists all of a round, or nothing of it. */
  public void compare(PackVersionId version, Round round, Instant now) {
    database.transaction(
        tx -> {
          count(tx, version, SHADOW_TALLY.COMPARED, round.compared(), now);
          count(tx, version, SHADOW_TALLY.DIFFERENT, round.different(), now);
          count(tx, version, SHADOW_TALLY.UNDECIDED, round.undecided(), now);
          list(tx, version, round.listed());
          return version;
        });
  }

  /** Counts a case the version could not decide. */
  public void noteUndecided(PackVersionId version, Instant now) {
    count(database.dsl(), version, SHADOW_TALLY.UNDECIDED, now);
  }

  /** Counts cases the version was not asked. */
  public void noteLeftOut(PackVersionId version, long cases, Instant now) {
    count(database.dsl(), version, SHADOW_TALLY.LEFT_OUT, cases, now);
  }

  private static void count(
      DSLContext tx, PackVersionId version, TableField<?, Long> column, Instant now) {
    count(tx, version, column, 1, now);
  }

  private static void count(
      DSLContext tx, PackVersionId version, TableField<?, Long> column, long cases, Instant now) {
    tx.insertInto(SHADOW_TALLY)
        .set(SHADOW_TALLY.VERSION, version.text())
        .set(SHADOW_TALLY.SINCE, Database.kept(now))
        .onConflictDoNothing()
        .execute();
    tx.update(SHADOW_TALLY)
        .set(column, column.plus(cases))
        .where(SHADOW_TALLY.VERSION.eq(version.text()))
        .execute();
  }

  private static void list(DSLContext tx, PackVersionId version, List<Difference> differences) {
    int listed = tx.fetchCount(SHADOW_DIFFERENCE, SHADOW_DIFFERENCE.VERSION.eq(version.text()));
    int room = Math.max(0, Limits.SHADOW_DIFFERENCES_MAX - listed);
    List<ShadowDifferenceRecord> rows =
        differences.stream().limit(room).map(difference -> row(version, difference)).toList();
    tx.batchInsert(rows).execute();
  }

  private static ShadowDifferenceRecord row(PackVersionId version, Difference difference) {
    Observation seen = difference.observation();
    ShadowDifferenceRecord row = new ShadowDifferenceRecord();
    row.setVersion(version.text());
    row.setAt(Database.kept(difference.at()));
    row.setSubject(seen.subject());
    row.setDecision(seen.decision());
    row.setLiveDigest(seen.liveDigest().hex());
    row.setLiveVerdict(seen.live().id());
    row.setShadowVerdict(seen.shadow().id());
    row.setLiveReasons(String.join(" ", seen.liveReasons()));
    row.setShadowReasons(String.join(" ", seen.shadowReasons()));
    return row;
  }

  public Optional<Tally> find(PackVersionId version) {
    return database
        .dsl()
        .selectFrom(SHADOW_TALLY)
        .where(SHADOW_TALLY.VERSION.eq(version.text()))
        .fetchOptional(
            row ->
                new Tally(
                    row.getSince(),
                    row.getCompared(),
                    row.getDifferent(),
                    row.getUndecided(),
                    row.getLeftOut()));
  }

  /** The latest differences first; at most {@link Limits#LIST_ROWS_MAX}. */
  public List<Difference> list(PackVersionId version, int limit) {
    AuditBook.checkLimit(limit);
    return database
        .dsl()
        .selectFrom(SHADOW_DIFFERENCE)
        .where(SHADOW_DIFFERENCE.VERSION.eq(version.text()))
        .orderBy(SHADOW_DIFFERENCE.ID.desc())
        .limit(limit)
        .fetch(
            row ->
                new Difference(
                    row.getAt(),
                    new Observation(
                        row.getSubject(),
                        row.getDecision(),
                        new Digest(row.getLiveDigest()),
                        MatterBook.verdict(row.getLiveVerdict()),
                        MatterBook.verdict(row.getShadowVerdict()),
                        words(row.getLiveReasons()),
                        words(row.getShadowReasons()))));
  }

  private static List<String> words(String joined) {
    return Arrays.stream(joined.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
