package dev.hufu.learn.card;

import dev.hufu.learn.frame.Column;
import java.util.Arrays;
import java.util.List;

/** A column as the card's learning sees it: numbers, or places of words in a list; NaN for none. */
final class FeatureColumn {

  private final String name;
  private final double[] values;
  private final List<String> list;
  private final boolean words;

  private FeatureColumn(String name, double[] values, List<String> list, boolean words) {
    this.name = name;
    this.values = values;
    this.list = List.copyOf(list);
    this.words = words;
  }

  static FeatureColumn numbers(String name, double[] values) {
    return new FeatureColumn(name, values, List.of(), false);
  }

  static FeatureColumn of(Column column) {
    double[] values = new double[column.rows()];
    switch (column) {
      case Column.Numbers numbers -> {
        for (int row = 0; row < values.length; row++) {
          values[row] = numbers.value(row);
        }
        return numbers(column.name(), values);
      }
      case Column.Words places -> {
        for (int row = 0; row < values.length; row++) {
          values[row] = places.missing(row) ? Double.NaN : places.place(row);
        }
        return new FeatureColumn(column.name(), values, places.list(), true);
      }
    }
  }

  /** The column as tables have it. */
  Column shown() {
    if (!words) {
      return new Column.Numbers(name, values.clone());
    }
    int[] places = new int[values.length];
    for (int row = 0; row < places.length; row++) {
      places[row] = Double.isNaN(values[row]) ? Column.Words.MISSING : (int) values[row];
    }
    return new Column.Words(name, places, list);
  }

  String name() {
    return name;
  }

  boolean words() {
    return words;
  }

  List<String> list() {
    return list;
  }

  int rows() {
    return values.length;
  }

  double value(int row) {
    return values[row];
  }

  FeatureColumn select(int[] rows) {
    double[] chosen = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = values[rows[i]];
    }
    return new FeatureColumn(name, chosen, list, words);
  }

  /** This column with another of the same list of words, or of numbers, behind it. */
  FeatureColumn followedBy(FeatureColumn more) {
    if (words != more.words || !list.equals(more.list)) {
      throw new IllegalArgumentException(name + " and " + more.name + " are not of one kind");
    }
    double[] all = Arrays.copyOf(values, values.length + more.values.length);
    System.arraycopy(more.values, 0, all, values.length, more.values.length);
    return new FeatureColumn(name, all, list, words);
  }

  /** Whether every row says the same, gaps too. */
  boolean constant() {
    for (double value : values) {
      if (Double.compare(value, values[0]) != 0) {
        return false;
      }
    }
    return true;
  }
}
