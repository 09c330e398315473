package dev.hufu.learn.fraud;

import dev.hufu.learn.boost.Rows;
import dev.hufu.policy.model.ModelInputs;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Payments as they were when they came: moment, card, numbers, and the label that became known
 * later. Kept column by column.
 *
 * <p>Example: {@code table.rows(row -> table.at(row) < until, 0.15)}.
 */
final class EventTable {

  private static final int FIRST_ROOM = 4096;

  private final ModelInputs inputs;
  private final Map<String, Integer> cards = new HashMap<>();
  private long[] at = new long[FIRST_ROOM];
  private int[] card = new int[FIRST_ROOM];
  private boolean[] bad = new boolean[FIRST_ROOM];
  private boolean[] drawn = new boolean[FIRST_ROOM];
  private double[] numbers;
  private int size;

  EventTable(ModelInputs inputs) {
    this.inputs = inputs;
    this.numbers = new double[FIRST_ROOM * inputs.size()];
  }

  ModelInputs inputs() {
    return inputs;
  }

  int size() {
    return size;
  }

  /**
   * @param isDrawn whether it may stand for the good ones it was drawn from
   */
  void add(long moment, String whose, boolean isBad, boolean isDrawn, double[] row) {
    if (size == at.length) {
      int room = Math.multiplyExact(2, size);
      at = Arrays.copyOf(at, room);
      card = Arrays.copyOf(card, room);
      bad = Arrays.copyOf(bad, room);
      drawn = Arrays.copyOf(drawn, room);
      numbers = Arrays.copyOf(numbers, Math.multiplyExact(room, inputs.size()));
    }
    at[size] = moment;
    card[size] = cards.computeIfAbsent(whose, missing -> cards.size());
    bad[size] = isBad;
    drawn[size] = isDrawn;
    System.arraycopy(row, 0, numbers, size * inputs.size(), inputs.size());
    size++;
  }

  long at(int row) {
    return at[row];
  }

  int card(int row) {
    return card[row];
  }

  boolean bad(int row) {
    return bad[row];
  }

  double number(int row, int input) {
    return numbers[row * inputs.size() + input];
  }

  /** The places, in this table, of the inputs of a model. */
  int[] places(ModelInputs some) {
    return some.names().stream().mapToInt(inputs.names()::indexOf).toArray();
  }

  /** The numbers of a row at some places. */
  void copy(int row, int[] places, double[] to) {
    for (int i = 0; i < places.length; i++) {
      to[i] = number(row, places[i]);
    }
  }

  /**
   * Rows to train on: all the bad ones that are wanted, and the good ones that were drawn, each of
   * which counts for those that were not.
   *
   * @param share of the good ones that is drawn
   */
  Rows rows(ModelInputs some, double share, IntPredicate wanted) {
    Rows rows = new Rows(some);
    int[] places = places(some);
    double[] row = new double[places.length];
    for (int i = 0; i < size; i++) {
      if ((bad[i] || drawn[i] || share >= 1) && wanted.test(i)) {
        copy(i, places, row);
        rows.add(row, bad[i], bad[i] ? 1 : 1 / share);
      }
    }
    return rows;
  }
}
