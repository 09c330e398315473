package dev.hufu.learn.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hufu.learn.frame.Column;
import dev.hufu.learn.frame.Frame;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Goal: screens, swap sets and assumed outcomes count right. Method: cases counted by hand. */
class ScreensTest {

  @Test
  void fourFifthsAndEqualOpportunity() {
    List<String> names = new java.util.ArrayList<>(Collections.nCopies(100, "a"));
    names.addAll(Collections.nCopies(100, "b"));
    names.addAll(Collections.nCopies(5, "few"));
    boolean[] passes = new boolean[205];
    boolean[] bad = new boolean[205];
    Arrays.fill(passes, 0, 80, true);
    Arrays.fill(passes, 100, 160, true);
    Arrays.fill(bad, 90, 100, true);
    Arrays.fill(bad, 180, 200, true);
    Frame shielded = new Frame(List.of(Column.Words.of("group", names, "")));
    List<Fairness.Group> groups = Fairness.groups(shielded, Map.of(), passes, bad);
    assertThat(groups).extracting(Fairness.Group::name).containsExactly("a", "b", "few");
    assertThat(groups.get(1).ratio()).isCloseTo(0.6 / 0.8, within(1e-12));
    assertThat(groups.get(1).goodRatio()).isCloseTo(60 / 80.0 / (80 / 90.0), within(1e-12));
    assertThat(groups.get(0).asks()).isFalse();
    assertThat(groups.get(1).asks()).isTrue();
    assertThat(groups.get(2).asks()).isFalse();
  }

  @Test
  void bandsOfNumbers() {
    Column age = new Column.Numbers("age", new double[] {20, 25, 44, 60, Double.NaN});
    assertThat(Fairness.names(age, Map.of("age", List.of(25.0, 45.0))))
        .containsExactly("< 25", "25–45", "25–45", "≥ 45", "–");
  }

  @Test
  void aFeatureThatGivesTheGroupAway() {
    Random chance = new Random(1);
    int rows = 400;
    double[] tells = new double[rows];
    double[] silent = new double[rows];
    boolean[] bad = new boolean[rows];
    String[] group = new String[rows];
    for (int row = 0; row < rows; row++) {
      group[row] = row % 2 == 0 ? "x" : "y";
      tells[row] = (row % 2) * 10 + chance.nextInt(5);
      silent[row] = chance.nextInt(20);
      bad[row] = chance.nextInt(10) < 2 + (tells[row] > 9 ? 3 : 0) + (silent[row] > 9 ? 3 : 0);
    }
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    Sample sample =
        new Sample(
            List.of(FeatureColumn.numbers("tells", tells), FeatureColumn.numbers("silent", silent)),
            bad,
            ones);
    CardModel model =
        new CardLearner(
                CardSettings.USUAL, name -> new Binning.Rule(Trend.AUTO, 10, 4, 0.05, List.of()))
            .learn(sample, Map.of())
            .orThrow();
    Frame shielded = new Frame(List.of(Column.Words.of("group", List.of(group), "")));
    List<Fairness.Proxy> proxies = Fairness.proxies(model, sample, shielded, Map.of());
    assertThat(proxies)
        .anyMatch(proxy -> proxy.feature().equals("tells") && proxy.asks())
        .anyMatch(proxy -> proxy.feature().equals("silent") && !proxy.asks());
  }

  @Test
  void whoChangesSides() {
    double[] before = {1, 2, 3, 4};
    double[] after = {1, 4, 2, 3};
    boolean[] bad = {false, true, false, true};
    assertThat(SwapSet.of(before, after, bad, 0.34)).isEqualTo(new SwapSet(1, 0, 1, 1, 1, 0));
  }

  @Test
  void assumedOutcomesOfThoseTurnedDown() {
    Sample accepted = sample(new double[] {1, 2}, new boolean[] {false, true});
    Sample rejected = sample(new double[] {3, 4, 5, 6}, new boolean[4]);
    double[] odds = {0, 0, Math.log(3), Math.log(3)};
    Sample fuzzy = RejectInference.fuzzy(accepted, rejected, odds, 1);
    assertThat(fuzzy.rows()).isEqualTo(2 + 8);
    double bads = 0;
    for (int row = 2; row < fuzzy.rows(); row++) {
      bads += fuzzy.bad(row) ? fuzzy.weight(row) : 0;
    }
    assertThat(bads).isCloseTo(0.5 + 0.5 + 0.75 + 0.75, within(1e-12));
    Sample worse = RejectInference.fuzzy(accepted, rejected, odds, 3);
    assertThat(worse.weight(2)).isCloseTo(0.75, within(1e-12));
    Sample drawn = RejectInference.parcelled(accepted, rejected, new double[] {9, 9, 9, 9}, 1, 5);
    assertThat(drawn.rows()).isEqualTo(6);
    assertThat(drawn.outcomes()).containsExactly(false, true, true, true, true, true);
  }

  private static Sample sample(double[] values, boolean[] bad) {
    double[] ones = new double[bad.length];
    Arrays.fill(ones, 1);
    return new Sample(List.of(FeatureColumn.numbers("x", values)), bad, ones);
  }

  @Test
  void stepsAreJoinedWhereTheyAreNearest() {
    double[] values = {1, 1.001, 5, 5.2, 9};
    double[] weights = {1, 1, 1, 1, 1};
    assertThat(Segments.ends(values, weights, 5, 3)).containsExactly(2, 4, 5);
    assertThat(Segments.ends(values, weights, 5, 1)).containsExactly(5);
    assertThat(Segments.ends(new double[] {2, 2, 2}, weights, 3, 3)).containsExactly(3);
  }
}
