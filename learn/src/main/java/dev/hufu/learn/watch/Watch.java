package dev.hufu.learn.watch;

import dev.hufu.kernel.code.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stream held against the training.
 *
 * @param rows rows that were counted
 * @param refused lines that could not be read; {@code first} has the first of them
 * @param score how far the score moved
 * @param columns how far each feature moved, those that moved most first
 * @param absent columns of the training that the stream does not have
 * @param periods days or weeks, in their order
 * @param outside rows whose time could not be read
 */
public record Watch(
    Profile baseline,
    WatchPlan plan,
    long rows,
    long refused,
    List<Refusal> first,
    Shift score,
    List<Shift> columns,
    List<String> absent,
    Alerts alerts,
    Optional<Outcomes> outcomes,
    List<Period> periods,
    long outside) {

  public Watch {
    first = List.copyOf(first);
    columns = List.copyOf(columns);
    absent = List.copyOf(absent);
    periods = List.copyOf(periods);
  }

  /** What an index says. */
  public enum Mark {
    STEADY,
    LOOK,
    SHIFTED,
    /** Over a line, and no further than chance alone goes with so few rows. */
    CHANCE
  }

  /**
   * How far one column moved.
   *
   * @param index Σ (a − e) ln(a / e) over the bins, missing cells being one
   * @param chance the index that chance alone stays under in 95 of 100 streams of this size
   * @param counts rows a bin now
   * @param missingBefore share of missing cells where it was trained
   * @param unseen share of rows with a word that the training did not have
   * @param unseenWords the most frequent of those words
   */
  public record Shift(
      ColumnProfile before,
      double index,
      double chance,
      Mark mark,
      List<Long> counts,
      double missingBefore,
      double missingNow,
      double unseen,
      Map<String, Long> unseenWords) {

    public Shift {
      counts = List.copyOf(counts);
    }

    public String name() {
      return before.name();
    }
  }

  /**
   * How many are alerts.
   *
   * @param before the share where it was trained; NaN where that cannot be told
   */
  public record Alerts(double from, long count, double share, double before) {}

  /**
   * One day or week.
   *
   * @param name its first day
   * @param mean mean score
   * @param index how far the score moved in it alone
   * @param chance what chance alone stays under
   * @param expected sum of the scores of rows whose outcome is known
   */
  public record Period(
      String name,
      long rows,
      long alerts,
      double mean,
      double index,
      double chance,
      long labelled,
      long bad,
      double expected) {}

  /** Whether anything passed a line that the plan draws. */
  public boolean crossed() {
    return score.mark() == Mark.SHIFTED
        || columns.stream().anyMatch(column -> column.mark() == Mark.SHIFTED)
        || !absent.isEmpty()
        || outcomes.map(one -> one.drifted(plan.oddsApart())).orElse(false);
  }
}
