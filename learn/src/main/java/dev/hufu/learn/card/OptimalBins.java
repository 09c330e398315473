package dev.hufu.learn.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bins with the most information value that a list of fine bins can be joined to, under a
 * trend, a least size and a greatest number. Exact: a table over the last bin, its stretch of the
 * trend and the number of bins, O(bins · fine³).
 *
 * <p>Example: {@code new OptimalBins(good, bad, Trend.AUTO, 6, 50).ends()}. What is proven best
 * elsewhere by integer programming (Navas-Palencia 2020) is small enough here for a table.
 */
final class OptimalBins {

  private static final double SAME = 1e-12;

  private final double[] good;
  private final double[] bad;
  private final int fine;
  private final int binsMax;
  private final double leastCases;
  private final double[][] value;
  private final double[][] rate;

  /** A way to join the first fine bins: the last bin is {@code [from, to)}. */
  private record Way(double value, int from, int to, int bins, @Nullable Way before) {}

  private final List<Integer> ends;

  /**
   * @param good cases of each fine bin, in order
   * @param leastCases in each bin, if there is more than one
   */
  OptimalBins(double[] good, double[] bad, Trend trend, int binsMax, double leastCases) {
    this.fine = good.length;
    this.binsMax = Math.max(1, binsMax);
    this.leastCases = leastCases;
    this.good = upTo(good);
    this.bad = upTo(bad);
    this.value = new double[fine][fine + 1];
    this.rate = new double[fine][fine + 1];
    measure();
    Way best = new Way(fine == 0 ? 0 : value[0][fine], 0, fine, 1, null);
    for (List<Integer> way : trend.ways()) {
      Way found = search(way);
      best = found != null && better(found, best) ? found : best;
    }
    this.ends = ends(best);
  }

  private static double[] upTo(double[] counts) {
    double[] sums = new double[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      sums[i + 1] = sums[i] + counts[i];
    }
    return sums;
  }

  private void measure() {
    for (int from = 0; from < fine; from++) {
      for (int to = from + 1; to <= fine; to++) {
        double g = good[to] - good[from];
        double b = bad[to] - bad[from];
        boolean whole = from == 0 && to == fine;
        boolean enough = g + b >= leastCases && g > 0 && b > 0;
        value[from][to] =
            whole || enough ? Woe.part(g, b, good[fine], bad[fine]) : Double.NEGATIVE_INFINITY;
        rate[from][to] = b / (g + b);
      }
    }
  }

  /** More information; or as much in fewer bins. */
  private static boolean better(Way one, @Nullable Way other) {
    return other == null
        || one.value > other.value + SAME
        || one.value > other.value - SAME && one.bins < other.bins;
  }

  private @Nullable Way search(List<Integer> directions) {
    @Nullable Way[][][] last = new @Nullable Way[directions.size()][fine][fine + 1];
    @Nullable Way best = null;
    for (int to = 1; to <= fine; to++) {
      if (value[0][to] > Double.NEGATIVE_INFINITY) {
        last[0][0][to] = new Way(value[0][to], 0, to, 1, null);
      }
    }
    for (int bins = 1; bins <= binsMax; bins++) {
      for (@Nullable Way[][] stretch : last) {
        for (@Nullable Way[] ways : stretch) {
          @Nullable Way whole = ways[fine];
          best = whole != null && better(whole, best) ? whole : best;
        }
      }
      last = longer(directions, last);
    }
    return best;
  }

  private @Nullable Way[][][] longer(List<Integer> directions, @Nullable Way[][][] last) {
    @Nullable Way[][][] next = new @Nullable Way[directions.size()][fine][fine + 1];
    for (int stretch = 0; stretch < directions.size(); stretch++) {
      for (int begin = 0; begin < fine; begin++) {
        for (int from = begin + 1; from < fine; from++) {
          Way way = last[stretch][begin][from];
          if (way != null) {
            for (int turned = stretch; turned < directions.size(); turned++) {
              extend(way, directions.get(turned), next[turned][from]);
            }
          }
        }
      }
    }
    return next;
  }

  private void extend(Way way, int direction, @Nullable Way[] next) {
    for (int to = way.to + 1; to <= fine; to++) {
      double more = value[way.to][to];
      if (more > Double.NEGATIVE_INFINITY
          && direction * (rate[way.to][to] - rate[way.from][way.to]) >= 0) {
        double sum = way.value + more;
        Way known = next[to];
        if (known == null || sum > known.value + SAME) {
          next[to] = new Way(sum, way.to, to, way.bins + 1, way);
        }
      }
    }
  }

  private static List<Integer> ends(Way last) {
    List<Integer> ends = new ArrayList<>();
    for (@Nullable Way way = last; way != null; way = way.before) {
      ends.addFirst(way.to);
    }
    return List.copyOf(ends);
  }

  /** Where each bin ends: the place behind its last fine bin. */
  List<Integer> ends() {
    return ends;
  }

  /** The counts of the joined bins. */
  static double[] joined(double[] counts, List<Integer> ends) {
    double[] joined = new double[ends.size()];
    int from = 0;
    for (int bin = 0; bin < joined.length; bin++) {
      joined[bin] = Arrays.stream(counts, from, ends.get(bin)).sum();
      from = ends.get(bin);
    }
    return joined;
  }
}
