package dev.hufu.learn.fraud;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers of a payment from its neighbours in a graph: how many there are, how near in time, how
 * its amount lies among theirs, and how many of those whose label is known were bad, near ones
 * counting more. A row's own label is never among them.
 *
 * <p>Example: {@code new GraphFeatures(table, groups, halfLives).of(known)}: a column for each
 * name, a number for each row.
 */
final class GraphFeatures {

  /** What the rate of all known labels counts in the rate of a group, in labels. */
  private static final double SMOOTHING = 3;

  private final GraphTable table;
  private final List<String> groupNames;
  private final List<int[]> groups;
  private final double[] halfLives;
  private final int[] order;
  private final List<String> names = new ArrayList<>();
  private final List<double[]> fixed = new ArrayList<>();

  /**
   * @param halfLives after how much time a neighbour counts half
   */
  GraphFeatures(GraphTable table, List<String> groupNames, List<int[]> groups, double[] halfLives) {
    this.table = table;
    this.groupNames = List.copyOf(groupNames);
    this.groups = List.copyOf(groups);
    this.halfLives = halfLives.clone();
    this.order = byTime(table);
    fix();
  }

  private static int[] byTime(GraphTable table) {
    Integer[] rows = new Integer[table.size()];
    Arrays.setAll(rows, row -> row);
    Arrays.sort(rows, (a, b) -> Double.compare(table.time(a), table.time(b)));
    return Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
  }

  /** The names of all columns: those that no label can change come first. */
  List<String> names() {
    List<String> all = new ArrayList<>(names);
    for (String group : groupNames) {
      all.add(group + ".known");
      all.add(group + ".rate");
      all.add(group + ".before");
      all.add(group + ".after");
      for (double halfLife : halfLives) {
        all.add(group + ".known_" + (long) halfLife);
        all.add(group + ".rate_" + (long) halfLife);
      }
    }
    return all;
  }

  /** What no label changes is reckoned once. */
  private void fix() {
    double[] amounts = column("amount");
    double[] times = column("time");
    for (int row = 0; row < table.size(); row++) {
      amounts[row] = table.amount(row);
      times[row] = table.time(row);
    }
    for (int g = 0; g < groups.size(); g++) {
      around(groupNames.get(g), groups.get(g));
    }
  }

  private double[] column(String name) {
    double[] column = new double[table.size()];
    names.add(name);
    fixed.add(column);
    return column;
  }

  private static int size(int[] group) {
    return Arrays.stream(group).max().orElse(-1) + 1;
  }

  /** Counts, gaps and amounts of a group, and how many of it nobody ever looked at. */
  private void around(String name, int[] group) {
    int groupsHere = size(group);
    double[] count = column(name + ".count");
    double[] since = column(name + ".since");
    double[] until = column(name + ".until");
    double[] above = column(name + ".above");
    double[] never = column(name + ".never");
    double[] counts = new double[groupsHere];
    double[] sums = new double[groupsHere];
    double[] squares = new double[groupsHere];
    double[] nevers = new double[groupsHere];
    double[] last = new double[groupsHere];
    Arrays.fill(last, Double.NaN);
    for (int row : order) {
      int of = group[row];
      since[row] = table.time(row) - last[of];
      last[of] = table.time(row);
      counts[of]++;
      sums[of] += table.amount(row);
      squares[of] += table.amount(row) * table.amount(row);
      nevers[of] += table.never(row) ? 1 : 0;
    }
    Arrays.fill(last, Double.NaN);
    for (int i = order.length - 1; i >= 0; i--) {
      int row = order[i];
      until[row] = last[group[row]] - table.time(row);
      last[group[row]] = table.time(row);
    }
    for (int row = 0; row < table.size(); row++) {
      int of = group[row];
      double mean = sums[of] / counts[of];
      double spread = Math.sqrt(Math.max(0, squares[of] / counts[of] - mean * mean));
      count[row] = counts[of];
      above[row] = spread > 0 ? (table.amount(row) - mean) / spread : Double.NaN;
      double others = counts[of] - 1;
      never[row] = others > 0 ? (nevers[of] - (table.never(row) ? 1 : 0)) / others : Double.NaN;
    }
  }

  /**
   * All columns, with the labels that are known.
   *
   * @param known for each row its label, or {@link GraphTable#UNKNOWN}
   * @param marks numbers of any kind that stand for the labels of rows, such as earlier scores;
   *     where a label is known it counts instead
   */
  double[][] of(byte[] known) {
    List<double[]> columns = new ArrayList<>(fixed);
    double all = 0;
    double bad = 0;
    for (byte label : known) {
      all += label == GraphTable.UNKNOWN ? 0 : 1;
      bad += label == GraphTable.BAD ? 1 : 0;
    }
    double base = all > 0 ? bad / all : 0;
    for (int[] group : groups) {
      labels(group, known, base, columns);
      for (double halfLife : halfLives) {
        faded(group, known, base, halfLife, columns);
      }
    }
    return columns.toArray(double[][]::new);
  }

  /** Known labels of the others of a group, and those of the nearest before and after. */
  private void labels(int[] group, byte[] known, double base, List<double[]> columns) {
    int rows = table.size();
    double[] count = new double[size(group)];
    double[] bad = new double[size(group)];
    double[] before = new double[rows];
    double[] after = new double[rows];
    double[] last = new double[size(group)];
    Arrays.fill(last, Double.NaN);
    for (int row : order) {
      int of = group[row];
      before[row] = last[of];
      if (known[row] != GraphTable.UNKNOWN) {
        last[of] = known[row];
        count[of]++;
        bad[of] += known[row];
      }
    }
    Arrays.fill(last, Double.NaN);
    for (int i = order.length - 1; i >= 0; i--) {
      int row = order[i];
      after[row] = last[group[row]];
      last[group[row]] = known[row] == GraphTable.UNKNOWN ? last[group[row]] : known[row];
    }
    double[] others = new double[rows];
    double[] rate = new double[rows];
    for (int row = 0; row < rows; row++) {
      boolean own = known[row] != GraphTable.UNKNOWN;
      others[row] = count[group[row]] - (own ? 1 : 0);
      double bads = bad[group[row]] - (own ? known[row] : 0);
      rate[row] = (bads + SMOOTHING * base) / (others[row] + SMOOTHING);
    }
    columns.addAll(List.of(others, rate, before, after));
  }

  /** The same with neighbours that count less the further away they are in time. */
  private void faded(
      int[] group, byte[] known, double base, double halfLife, List<double[]> columns) {
    int rows = table.size();
    double[] mass = new double[rows];
    double[] bads = new double[rows];
    for (int direction = 0; direction < 2; direction++) {
      double[] count = new double[size(group)];
      double[] bad = new double[size(group)];
      double[] last = new double[size(group)];
      for (int i = 0; i < rows; i++) {
        int row = order[direction == 0 ? i : rows - 1 - i];
        int of = group[row];
        double fade = Math.pow(0.5, Math.abs(table.time(row) - last[of]) / halfLife);
        count[of] *= fade;
        bad[of] *= fade;
        last[of] = table.time(row);
        mass[row] += count[of];
        bads[row] += bad[of];
        if (known[row] != GraphTable.UNKNOWN) {
          count[of]++;
          bad[of] += known[row];
        }
      }
    }
    double[] rate = new double[rows];
    for (int row = 0; row < rows; row++) {
      rate[row] = (bads[row] + SMOOTHING * base) / (mass[row] + SMOOTHING);
    }
    columns.add(mass);
    columns.add(rate);
  }
}
