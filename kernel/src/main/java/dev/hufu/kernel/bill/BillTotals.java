package dev.hufu.kernel.bill;

import dev.hufu.kernel.money.Fen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many rows, and their sums by direction: once as the head of the file declares them, once as
 * its rows give them.
 *
 * @param rows 共43笔记录
 */
public record BillTotals(
    Optional<Integer> rows, Optional<Sum> in, Optional<Sum> out, Optional<Sum> neutral) {

  public static final BillTotals NONE =
      new BillTotals(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** So many rows with that sum together. */
  public record Sum(int count, Fen amount) {

    /** Other money is counted, never added to yuan. */
    Sum plus(BillRow row) {
      boolean yuan = row.sums().currency().equals("CNY");
      return new Sum(count + 1, yuan ? amount.plus(row.amount()) : amount);
    }
  }

  /** A number the head declares and the rows do not give. */
  public enum Part {
    ROWS,
    IN,
    OUT,
    NEUTRAL
  }

  /**
   * The totals of rows.
   *
   * @param rows all rows of the file, with those that could not be read
   */
  public static BillTotals of(int rows, Iterable<BillRow> read) {
    Sum in = new Sum(0, Fen.ZERO);
    Sum out = in;
    Sum neutral = in;
    for (BillRow row : read) {
      switch (row.direction()) {
        case IN -> in = in.plus(row);
        case OUT -> out = out.plus(row);
        case NEUTRAL -> neutral = neutral.plus(row);
      }
    }
    return new BillTotals(
        Optional.of(rows), Optional.of(in), Optional.of(out), Optional.of(neutral));
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** Which of these declared numbers differ from what was found; what is not declared does not. */
  public List<Part> differences(BillTotals found) {
    List<Part> differences = new ArrayList<>();
    differ(Part.ROWS, rows, found.rows, differences);
    differ(Part.IN, in, found.in, differences);
    differ(Part.OUT, out, found.out, differences);
    differ(Part.NEUTRAL, neutral, found.neutral, differences);
    return differences;
  }

  private static <T> void differ(
      Part part, Optional<T> declared, Optional<T> found, List<Part> differences) {
    if (declared.isPresent() && !declared.equals(found)) {
      differences.add(part);
    }
  }
}
