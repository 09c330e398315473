package dev.hufu.app.workbench;

import dev.hufu.store.PackVersionId;
import dev.hufu.store.ShadowBook;
import dev.hufu.store.ShadowBook.Observation;
import dev.hufu.store.ShadowBook.Round;
import java.time.Instant;

/**
 * Where the differences of a version in the shadow are counted and listed, whatever it decides:
 * matters one by one, events by the history.
 *
 * <p>Example: {@code ledger.compared(version, new Observation("M-…", "D-…", …), now)}. It takes
 * verdicts, rule ids and ids only; nothing a person wrote fits through.
 */
public interface ShadowLedger {

  /** Both have decided the case. */
  void compared(PackVersionId version, Observation seen, Instant now);

  /** Both have decided the events of a history. */
  void compared(PackVersionId version, Round round, Instant now);

  /** The version in the shadow could not decide the case. */
  void undecided(PackVersionId version, Instant now);

  /** The version was not asked, because too many cases waited. */
  void leftOut(PackVersionId version, long cases, Instant now);

  /** The ledger kept in the database. */
  static ShadowLedger in(ShadowBook book) {
    return new ShadowLedger() {
      @Override
      public void compared(PackVersionId version, Observation seen, Instant now) {
        book.compare(version, seen, now);
      }

      @Override
      public void compared(PackVersionId version, Round round, Instant now) {
        book.compare(version, round, now);
      }

      @Override
      public void undecided(PackVersionId version, Instant now) {
        book.noteUndecided(version, now);
      }

      @Override
      public void leftOut(PackVersionId version, long cases, Instant now) {
        book.noteLeftOut(version, cases, now);
      }
    };
  }
}
