package dev.hufu.learn.card;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which columns earn their place by Akaike's criterion: one is taken in, or put out, as long as
 * that lowers it. The criterion counts columns, not evidence: what is chosen depends on the order,
 * and the errors of the last fit know nothing of the search.
 *
 * <p>Example: {@code new Stepwise(columns, bad, weights, 0).chosen(Stepwise.Way.BOTH)}. One
 * regression for each step and column.
 */
final class Stepwise {

  /** From none upwards, from all downwards, or upwards with a look back after each step. */
  enum Way {
    NONE,
    FORWARD,
    BACKWARD,
    BOTH
  }

  /** A step must lower the criterion by more than a regression is right by. */
  private static final double LESS = 1e-6;

  private final double[][] columns;
  private final boolean[] bad;
  private final double[] weights;
  private final double ridge;

  Stepwise(double[][] columns, boolean[] bad, double[] weights, double ridge) {
    this.columns = columns;
    this.bad = bad;
    this.weights = weights;
    this.ridge = ridge;
  }

  /** The columns that stay, in their order. */
  List<Integer> chosen(Way way) {
    List<Integer> all = IntStream.range(0, columns.length).boxed().toList();
    List<Integer> kept = new ArrayList<>(way == Way.NONE || way == Way.BACKWARD ? all : List.of());
    if (way == Way.NONE) {
      return kept;
    }
    double now = aic(kept);
    while (true) {
      List<List<Integer>> next = new ArrayList<>();
      if (way != Way.BACKWARD) {
        all.stream().filter(i -> !kept.contains(i)).forEach(i -> next.add(with(kept, i)));
      }
      if (way != Way.FORWARD) {
        kept.forEach(i -> next.add(kept.stream().filter(j -> !j.equals(i)).toList()));
      }
      double[] reached = next.stream().mapToDouble(this::aic).toArray();
      int best = 0;
      for (int i = 1; i < reached.length; i++) {
        best = reached[i] < reached[best] ? i : best;
      }
      if (reached.length == 0 || reached[best] > now - LESS) {
        return kept.stream().sorted().toList();
      }
      now = reached[best];
      kept.clear();
      kept.addAll(next.get(best));
    }
  }

  private static List<Integer> with(List<Integer> kept, int one) {
    List<Integer> more = new ArrayList<>(kept);
    more.add(one);
    return more;
  }

  private double aic(List<Integer> some) {
    double[][] chosen = some.stream().map(i -> columns[i]).toArray(double[][]::new);
    return Logistic.fit(chosen, bad, weights, ridge).aic();
  }
}
