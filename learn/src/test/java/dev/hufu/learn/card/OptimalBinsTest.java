package dev.hufu.learn.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Goal: no way to join fine bins says more than the one that is found. Method: all ways are tried
 * on small counts by chance, for every trend, size and number of bins.
 */
class OptimalBinsTest {

  @ParameterizedTest
  @EnumSource(Trend.class)
  void nothingSaysMore(Trend trend) {
    Random chance = new Random(trend.ordinal());
    for (int round = 0; round < 60; round++) {
      int fine = 1 + chance.nextInt(8);
      double[] good = chance.ints(fine, 0, 30).asDoubleStream().toArray();
      double[] bad = chance.ints(fine, 0, 12).asDoubleStream().toArray();
      good[0]++;
      bad[0]++;
      int binsMax = 1 + chance.nextInt(5);
      double least = chance.nextInt(30);
      List<Integer> ends = new OptimalBins(good, bad, trend, binsMax, least).ends();
      double found = value(good, bad, ends);
      assertThat(allowed(good, bad, ends, trend, binsMax, least)).isTrue();
      double best = 0;
      for (int cuts = 0; cuts < 1 << (fine - 1); cuts++) {
        List<Integer> way = ends(cuts, fine);
        if (allowed(good, bad, way, trend, binsMax, least)) {
          best = Math.max(best, value(good, bad, way));
        }
      }
      assertThat(found).isCloseTo(best, within(1e-9));
    }
  }

  private static List<Integer> ends(int cuts, int fine) {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < fine - 1; i++) {
      if ((cuts >> i & 1) == 1) {
        ends.add(i + 1);
      }
    }
    ends.add(fine);
    return ends;
  }

  private static double value(double[] good, double[] bad, List<Integer> ends) {
    return Woe.information(OptimalBins.joined(good, ends), OptimalBins.joined(bad, ends));
  }

  private static boolean allowed(
      double[] good, double[] bad, List<Integer> ends, Trend trend, int binsMax, double least) {
    double[] g = OptimalBins.joined(good, ends);
    double[] b = OptimalBins.joined(bad, ends);
    if (ends.size() == 1) {
      return true;
    }
    boolean sized = ends.size() <= binsMax;
    for (int i = 0; i < g.length; i++) {
      sized &= g[i] + b[i] >= least && g[i] > 0 && b[i] > 0;
    }
    if (!sized) {
      return false;
    }
    int turns = 0;
    int first = 0;
    int last = 0;
    for (int i = 1; i < g.length; i++) {
      int sign = (int) Math.signum(b[i] / (g[i] + b[i]) - b[i - 1] / (g[i - 1] + b[i - 1]));
      if (sign != 0) {
        turns += last != 0 && sign != last ? 1 : 0;
        first = first == 0 ? sign : first;
        last = sign;
      }
    }
    return switch (trend) {
      case ASCENDING -> turns == 0 && first >= 0;
      case DESCENDING -> turns == 0 && first <= 0;
      case AUTO -> turns == 0;
      case PEAK -> turns == 0 || turns == 1 && first > 0;
      case VALLEY -> turns == 0 || turns == 1 && first < 0;
      case TURN -> turns <= 1;
      case FREE -> true;
    };
  }
}
