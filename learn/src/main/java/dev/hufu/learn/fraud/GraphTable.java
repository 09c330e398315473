package dev.hufu.learn.fraud;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Payments between named ends, in the order of their time, as a graph: payments with the same
 * sender, receiver, place or kind are neighbours.
 *
 * <p>Example: {@code table.group(List.of(1))} numbers the receivers; {@code group(List.of(0, 1))}
 * the pairs.
 */
final class GraphTable {

  /** In {@link #label}: nobody says. */
  static final byte UNKNOWN = -1;

  static final byte GOOD = 0;
  static final byte BAD = 1;

  private final double[] time;
  private final double[] amount;
  private final int[][] ends;
  private final byte[] label;
  private final boolean[] never;

  /**
   * @param ends for each end of a payment the numbers of its names
   * @param never whether nobody ever looked at the payment
   */
  GraphTable(double[] time, double[] amount, int[][] ends, byte[] label, boolean[] never) {
    this.time = time;
    this.amount = amount;
    this.ends = ends;
    this.label = label;
    this.never = never;
  }

  int size() {
    return time.length;
  }

  double time(int row) {
    return time[row];
  }

  double amount(int row) {
    return amount[row];
  }

  byte label(int row) {
    return label[row];
  }

  /** The labels as the file gives them. */
  byte[] labels() {
    return label.clone();
  }

  boolean never(int row) {
    return never[row];
  }

  /** The rows that have a label. */
  int[] labelled() {
    int[] rows = new int[size()];
    int found = 0;
    for (int row = 0; row < size(); row++) {
      if (label[row] != UNKNOWN) {
        rows[found++] = row;
      }
    }
    return Arrays.copyOf(rows, found);
  }

  /**
   * For each row the number of what it shares with its neighbours.
   *
   * @param columns ends that must be the same; none for all rows, -1 for the amount
   */
  int[] group(List<Integer> columns) {
    Map<List<Long>, Integer> numbers = new HashMap<>();
    int[] group = new int[size()];
    for (int row = 0; row < size(); row++) {
      int at = row;
      List<Long> key =
          columns.stream()
              .map(c -> c < 0 ? Double.doubleToLongBits(amount[at]) : (long) ends[c][at])
              .toList();
      group[row] = numbers.computeIfAbsent(key, missing -> numbers.size());
    }
    return group;
  }
}
