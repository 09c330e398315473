package dev.hufu.learn.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Goal: the steps end where no single step lowers the criterion, and a column is as inflated as its
 * own regression on the others says. Method: all subsets are fitted, and residuals are taken.
 */
class StepwiseTest {

  private static final int COLUMNS = 6;

  private final Random random = new Random(4);
  private final boolean[] bad = new boolean[500];
  private final double[] once = new double[500];
  private final double[][] columns = columns();

  /** Two columns tell the outcome, one is the sum of both and a little noise, three are noise. */
  private double[][] columns() {
    double[][] made = new double[COLUMNS][bad.length];
    for (int row = 0; row < bad.length; row++) {
      for (double[] column : made) {
        column[row] = random.nextGaussian();
      }
      made[2][row] = made[0][row] + made[1][row] + 0.3 * random.nextGaussian();
      double odds = 1.5 * made[0][row] - made[1][row] - 0.5;
      bad[row] = random.nextDouble() < 1 / (1 + Math.exp(-odds));
      once[row] = 1;
    }
    return made;
  }

  private double aic(int subset) {
    double[][] some =
        IntStream.range(0, COLUMNS)
            .filter(i -> (subset >>> i & 1) != 0)
            .mapToObj(i -> columns[i])
            .toArray(double[][]::new);
    return Logistic.fit(some, bad, once, 0).aic();
  }

  private List<Integer> chosen(Stepwise.Way way) {
    return new Stepwise(columns, bad, once, 0).chosen(way);
  }

  @Test
  void stepsFindTheBestOfAllSubsets() {
    int best =
        IntStream.range(0, 1 << COLUMNS)
            .boxed()
            .min((a, b) -> Double.compare(aic(a), aic(b)))
            .orElseThrow();
    for (Stepwise.Way way : List.of(Stepwise.Way.BACKWARD, Stepwise.Way.BOTH)) {
      int reached = chosen(way).stream().mapToInt(i -> 1 << i).sum();
      assertThat(reached).as(way.name()).isEqualTo(best);
    }
    assertThat(best & 0b11).isEqualTo(0b11);
    int forward = chosen(Stepwise.Way.FORWARD).stream().mapToInt(i -> 1 << i).sum();
    for (int i = 0; i < COLUMNS; i++) {
      assertThat(aic(forward | 1 << i)).isGreaterThan(aic(forward) - 1e-6);
    }
    assertThat(chosen(Stepwise.Way.NONE)).containsExactly(0, 1, 2, 3, 4, 5);
    double[][] nothing = Arrays.copyOfRange(columns, 3, 3);
    assertThat(new Stepwise(nothing, bad, once, 0).chosen(Stepwise.Way.BOTH)).isEmpty();
  }

  @Test
  void inflationIsWhatARegressionOnTheOthersLeaves() {
    double[] inflation = Inflation.of(columns);
    for (int i = 0; i < COLUMNS; i++) {
      assertThat(inflation[i]).isCloseTo(1 / (1 - explained(i)), within(1e-6 * inflation[i]));
    }
    assertThat(inflation[2]).isGreaterThan(5);
    assertThat(inflation[4]).isLessThan(1.1);
    double[][] twice = {columns[0], columns[0]};
    assertThat(Inflation.of(twice)[1]).isGreaterThan(1e6);
  }

  /** R² of a column on the others: they are made orthogonal one by one and taken off. */
  private double explained(int of) {
    List<double[]> basis = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      if (i != of) {
        basis.add(rest(centred(columns[i]), basis));
      }
    }
    double[] whole = centred(columns[of]);
    double[] left = rest(whole, basis);
    return 1 - dot(left, left) / dot(whole, whole);
  }

  private static double[] rest(double[] column, List<double[]> basis) {
    double[] left = column.clone();
    for (double[] other : basis) {
      double share = dot(left, other) / dot(other, other);
      for (int row = 0; row < left.length; row++) {
        left[row] -= share * other[row];
      }
    }
    return left;
  }

  private static double[] centred(double[] column) {
    double mean = Arrays.stream(column).average().orElseThrow();
    return Arrays.stream(column).map(x -> x - mean).toArray();
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int row = 0; row < one.length; row++) {
      sum += one[row] * other[row];
    }
    return sum;
  }
}
