package dev.hufu.learn.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How the cells of one column were spread where a model was trained, as counts in bins. The last
 * bin is that of missing cells; a column of words has one more before it, of rare and unknown
 * words.
 */
public sealed interface ColumnProfile {

  String name();

  /** How many cells lay in each bin. */
  List<Long> counts();

  /** The bin of a cell, as it is written. */
  int bin(String cell);

  /** The bin of a missing cell. */
  default int missing() {
    return counts().size() - 1;
  }

  default long rows() {
    return counts().stream().mapToLong(Long::longValue).sum();
  }

  /** What a person calls a bin. */
  String label(int bin);

  /**
   * A column of numbers.
   *
   * @param edges rising; a number below the first lies in bin 0, one at an edge in the bin above
   */
  record Numbers(String name, List<Double> edges, List<Long> counts) implements ColumnProfile {

    public Numbers {
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
    static Numbers of(String name, double[] finite, long missing, int bins) {
      double[] sorted = finite.clone();
      Arrays.sort(sorted);
      double[] different = Arrays.stream(sorted).distinct().toArray();
      List<Double> edges =
          different.length <= bins
              ? Arrays.stream(different).skip(1).boxed().toList()
              : quantiles(sorted, bins);
      long[] counts = new long[edges.size() + 2];
      Numbers empty = new Numbers(name, edges, zeros(counts.length));
      for (double value : sorted) {
        counts[empty.bin(value)]++;
      }
      counts[counts.length - 1] = missing;
      return new Numbers(name, edges, Arrays.stream(counts).boxed().toList());
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

  /**
   * A column of words.
   *
   * @param words those that have a bin of their own, the most frequent first
   * @param known rarer words that occurred, so that they are not taken for new ones
   */
  record Words(String name, List<String> words, List<String> known, List<Long> counts)
      implements ColumnProfile {

    public Words {
      words = List.copyOf(words);
      known = List.copyOf(known);
      counts = List.copyOf(counts);
      if (counts.size() != words.size() + 2) {
        throw new IllegalArgumentException(words.size() + " words, " + counts.size() + " bins");
      }
    }

    /** The bin of rare and unknown words. */
    int rest() {
      return words.size();
    }

    @Override
    public int bin(String cell) {
      int place = words.indexOf(cell);
      return cell.isEmpty() ? missing() : place < 0 ? rest() : place;
    }

    @Override
    public String label(int bin) {
      return bin == missing() ? "—" : bin == rest() ? "…" : words.get(bin);
    }

    static Words of(String name, Map<String, Long> seen, long missing, int binsMax, int knownMax) {
      List<Map.Entry<String, Long>> order =
          seen.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Long>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .toList();
      Map<String, Long> bins = new LinkedHashMap<>();
      order.stream().limit(binsMax).forEach(one -> bins.put(one.getKey(), one.getValue()));
      long rest = order.stream().skip(binsMax).mapToLong(Map.Entry::getValue).sum();
      List<Long> counts = new ArrayList<>(bins.values());
      counts.add(rest);
      counts.add(missing);
      List<String> known =
          order.stream().skip(binsMax).limit(knownMax).map(Map.Entry::getKey).toList();
      return new Words(name, List.copyOf(bins.keySet()), known, counts);
    }
  }
}
