package dev.hufu.learn.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One column of a {@link Frame}: numbers, or words of a list. */
public sealed interface Column {

  String name();

  int rows();

  /** Whether the cell of a row is empty or said to be missing. */
  boolean missing(int row);

  /** The same column with these rows only, in this order. */
  Column select(int[] rows);

  /** Numbers; {@code NaN} is missing, nothing else is not finite. */
  final class Numbers implements Column {

    private final String name;
    private final double[] values;

    /** The array is kept, not copied: a frame of millions of rows is built once. */
    public Numbers(String name, double[] values) {
      this.name = name;
      this.values = values;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int rows() {
      return values.length;
    }

    public double value(int row) {
      return values[row];
    }

    /** A copy of all values. */
    public double[] values() {
      return values.clone();
    }

    @Override
    public boolean missing(int row) {
      return Double.isNaN(values[row]);
    }

    @Override
    public Numbers select(int[] rows) {
      double[] chosen = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        chosen[i] = values[rows[i]];
      }
      return new Numbers(name, chosen);
    }
  }

  /** Words of a list, each row the place of its word in it; -1 is missing. */
  final class Words implements Column {

    public static final int MISSING = -1;

    private final String name;
    private final int[] places;
    private final List<String> list;

    /** The array is kept, not copied. */
    public Words(String name, int[] places, List<String> list) {
      this.name = name;
      this.places = places;
      this.list = List.copyOf(list);
    }

    /**
     * A column of these words in the order in which they come; those equal to {@code missing} are.
     */
    public static Words of(String name, List<String> words, String missing) {
      Map<String, Integer> known = new HashMap<>();
      List<String> list = new ArrayList<>();
      int[] places = new int[words.size()];
      for (int row = 0; row < places.length; row++) {
        String word = words.get(row);
        if (word.equals(missing)) {
          places[row] = MISSING;
          continue;
        }
        places[row] =
            known.computeIfAbsent(
                word,
                fresh -> {
                  list.add(fresh);
                  return list.size() - 1;
                });
      }
      return new Words(name, places, list);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int rows() {
      return places.length;
    }

    /** The words that occur, in the order in which they were first seen. */
    public List<String> list() {
      return list;
    }

    /** The place of the row's word in the list, {@link #MISSING} where there is none. */
    public int place(int row) {
      return places[row];
    }

    /** The word of a row; empty where there is none. */
    public String word(int row) {
      return places[row] == MISSING ? "" : list.get(places[row]);
    }

    @Override
    public boolean missing(int row) {
      return places[row] == MISSING;
    }

    @Override
    public Words select(int[] rows) {
      int[] chosen = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        chosen[i] = places[rows[i]];
      }
      return new Words(name, chosen, list);
    }
  }
}
