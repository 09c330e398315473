package dev.hufu.learn.watch;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A column of numbers.
 *
 * @param edges rising; a number below the first lies in bin 0, one at an edge in the bin above
 */
public record NumberProfile(String name, List<Double> edges, List<Long> counts)
    implements ColumnProfile {

  public NumberProfile {
    edges = List.copyOf(edges);
    counts = List.copyOf(counts);
    if (counts.size() != edges.size() + 2) {
      throw new IllegalArgumentException(edges.size() + " edges, " + counts.size() + " bins");
    }
  }

  /** The bin of a number; that of missing cells for NaN. */
  public int bin(double value) {
    if (Double.isNaN(value)) {
      return missing();
    }
    int bin = 0;
    while (bin < edges.size() && value >= edges.get(bin)) {
      bin++;
    }
    return bin;
  }

  @Override
  public int bin(String cell) {
    return bin(number(cell));
  }

  @Override
  public String label(int bin) {
    if (bin == missing()) {
      return "—";
    }
    if (edges.isEmpty()) {
      return "*";
    }
    return bin == 0
        ? "< " + edges.getFirst()
        : bin == edges.size()
            ? "≥ " + edges.getLast()
            : edges.get(bin - 1) + " … " + edges.get(bin);
  }

  /** A finite number, or NaN where the cell holds none. */
  static double number(String cell) {
    try {
      double value = Double.parseDouble(cell);
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  /**
   * Cuts where the training values lie in equal numbers; a column of few different values gets a
   * bin for each.
   *
   * @param finite training values without the missing ones; put in order here
   * @param bins how many, at most
   */
  static NumberProfile of(String name, double[] finite, long missing, int bins) {
    double[] sorted = finite.clone();
    Arrays.sort(sorted);
    double[] different = Arrays.stream(sorted).distinct().toArray();
    List<Double> edges =
        different.length <= bins
            ? Arrays.stream(different).skip(1).boxed().toList()
            : quantiles(sorted, bins);
    long[] counts = new long[edges.size() + 2];
    NumberProfile empty = new NumberProfile(name, edges, zeros(counts.length));
    for (double value : sorted) {
      counts[empty.bin(value)]++;
    }
    counts[counts.length - 1] = missing;
    return new NumberProfile(name, edges, Arrays.stream(counts).boxed().toList());
  }

  private static List<Double> quantiles(double[] sorted, int bins) {
    return IntStream.range(1, bins)
        .mapToObj(bin -> sorted[(int) ((long) sorted.length * bin / bins)])
        .distinct()
        .filter(edge -> edge > sorted[0])
        .toList();
  }

  private static List<Long> zeros(int size) {
    return Collections.nCopies(size, 0L);
  }
}
