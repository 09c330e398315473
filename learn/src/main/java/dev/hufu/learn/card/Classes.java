package dev.hufu.learn.card;

import dev.hufu.policy.card.Bin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The bins of one feature, in the order of the card: intervals or groups of words, then signs, then
 * missing and words nobody has seen.
 *
 * <p>Example: {@code classes.bin(column, row)}.
 *
 * @param feature the column it is of
 * @param bins what each bin takes
 */
public record Classes(String feature, List<Bin.Where> bins) {

  public Classes {
    bins = List.copyOf(bins);
  }

  /** Bins of numbers that begin at these cuts. */
  static List<Bin.Where> intervals(double[] cuts) {
    List<Bin.Where> intervals = new ArrayList<>();
    for (int i = 0; i <= cuts.length; i++) {
      intervals.add(
          new Bin.Interval(
              i == 0 ? OptionalDouble.empty() : OptionalDouble.of(cuts[i - 1]),
              true,
              i == cuts.length ? OptionalDouble.empty() : OptionalDouble.of(cuts[i]),
              false));
    }
    return intervals;
  }

  boolean words() {
    return bins.stream().anyMatch(bin -> bin instanceof Bin.Words || bin instanceof Bin.Other);
  }

  int missing() {
    return place(Bin.Missing.class);
  }

  private int place(Class<? extends Bin.Where> kind) {
    for (int bin = 0; bin < bins.size(); bin++) {
      if (kind.isInstance(bins.get(bin))) {
        return bin;
      }
    }
    return -1;
  }

  /** The bin of each row of a column. */
  int[] of(FeatureColumn column) {
    int[] found = new int[column.rows()];
    int missing = missing();
    if (column.words()) {
      int[] byWord = byWord(column.list());
      for (int row = 0; row < found.length; row++) {
        double value = column.value(row);
        found[row] = Double.isNaN(value) ? missing : byWord[(int) value];
      }
      return found;
    }
    Lookup lookup = new Lookup(bins);
    for (int row = 0; row < found.length; row++) {
      double value = column.value(row);
      found[row] = Double.isNaN(value) ? missing : lookup.bin(value);
    }
    return found;
  }

  private int[] byWord(List<String> list) {
    int other = place(Bin.Other.class);
    int[] byWord = new int[list.size()];
    Arrays.fill(byWord, other < 0 ? missing() : other);
    for (int bin = 0; bin < bins.size(); bin++) {
      if (bins.get(bin) instanceof Bin.Words(var words)) {
        for (String word : words) {
          int place = list.indexOf(word);
          if (place >= 0) {
            byWord[place] = bin;
          }
        }
      }
    }
    return byWord;
  }

  /** Ends and signs as arrays. */
  private static final class Lookup {
    private final double[] ends;
    private final boolean[] included;
    private final List<double[]> signs = new ArrayList<>();
    private final List<Integer> signBins = new ArrayList<>();

    Lookup(List<Bin.Where> bins) {
      List<Bin.Interval> intervals =
          bins.stream()
              .filter(Bin.Interval.class::isInstance)
              .map(Bin.Interval.class::cast)
              .toList();
      ends = intervals.stream().mapToDouble(i -> i.to().orElse(Double.NaN)).toArray();
      included = new boolean[ends.length];
      for (int i = 0; i < ends.length; i++) {
        included[i] = intervals.get(i).toIncluded();
      }
      for (int bin = 0; bin < bins.size(); bin++) {
        if (bins.get(bin) instanceof Bin.Special(var values)) {
          signs.add(values.stream().mapToDouble(Double::doubleValue).toArray());
          signBins.add(bin);
        }
      }
    }

    int bin(double value) {
      for (int i = 0; i < signs.size(); i++) {
        for (double sign : signs.get(i)) {
          if (sign == value) {
            return signBins.get(i);
          }
        }
      }
      int at = 0;
      while (value > ends[at] || value == ends[at] && !included[at]) {
        at++;
      }
      return at;
    }
  }
}
