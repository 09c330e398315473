package dev.hufu.kernel.casework;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that was entered in a case. Entries are never changed: what was wrong is taken back by
 * a later entry.
 *
 * <p>Example: {@code new CaseEntry.Happened("stop-placed", at)}.
 */
public sealed interface CaseEntry {

  /** Which plan the case follows; the last one counts. */
  record Opened(String playbook) implements CaseEntry {}

  /** What is known besides payments, by name; the last value of a name counts, empty forgets it. */
  record Told(SortedMap<String, String> facts) implements CaseEntry {
    public Told {
      facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    @Override
    public String toString() {
      return "Told" + facts.keySet();
    }
  }

  /** Money that left. */
  record Paid(Payment payment) implements CaseEntry {}

  /** A payment that was entered wrongly, counted from 0 in the order of entering. */
  record PaidNot(int payment) implements CaseEntry {}

  /** Something happened that clocks run from: a stop was placed, a report was taken. */
  record Happened(String event, Instant at) implements CaseEntry {}

  /** The last such event was entered wrongly. */
  record HappenedNot(String event) implements CaseEntry {}

  /** A task was ticked off, or its tick taken away. */
  record Ticked(String task, boolean done) implements CaseEntry {}

  /** An item of a check was answered: {@code normal}, {@code not-normal}, {@code unknown}. */
  record Answered(String list, String item, String answer) implements CaseEntry {}

  /**
   * A paper as somebody edited it; the last edit of a paper in a language counts.
   *
   * @param text empty where the drafted text is wanted again
   */
  record Edited(String paper, String lang, String text) implements CaseEntry {

    @Override
    public String toString() {
      return "Edited[" + paper + ", " + lang + "]";
    }
  }

  /**
   * What the person said of rows of a bill; the last word on a row counts.
   *
   * @param rows by what they are known by in whichever file they stand
   * @param mark {@code mine}, {@code not-mine}, {@code unsure}; empty where it was taken back
   */
  record Judged(List<String> rows, String mark) implements CaseEntry {
    public Judged {
      rows = List.copyOf(rows);
    }
  }
}
