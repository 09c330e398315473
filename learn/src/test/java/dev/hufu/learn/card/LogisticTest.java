package dev.hufu.learn.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Goal: the maximum of the likelihood, and its errors. Method: a table of two by two, of which both
 * are known in closed form, and weights against repeated rows.
 */
class LogisticTest {

  /** 30 of 100 bad at 0, 60 of 80 at 1: log odds ratio, and its error by Woolf. */
  @Test
  void twoByTwo() {
    double[] x = new double[180];
    boolean[] bad = new boolean[180];
    for (int i = 0; i < 180; i++) {
      x[i] = i < 100 ? 0 : 1;
      bad[i] = i < 30 || i >= 100 && i < 160;
    }
    double[] once = new double[180];
    Arrays.fill(once, 1);
    Logistic fit = Logistic.fit(new double[][] {x}, bad, once, 0);
    assertThat(fit.intercept()).isCloseTo(Math.log(30 / 70.0), within(1e-6));
    double ratio = Math.log(60.0 / 20 * 70 / 30);
    assertThat(fit.coefficients().get(0)).isCloseTo(ratio, within(1e-6));
    assertThat(fit.errors().get(0))
        .isCloseTo(Math.sqrt(1 / 30.0 + 1 / 70.0 + 1 / 60.0 + 1 / 20.0), within(1e-4));
    assertThat(fit.chance(0)).isLessThan(1e-6);
    Logistic pulled = Logistic.fit(new double[][] {x}, bad, once, 50);
    assertThat(pulled.coefficients().get(0)).isBetween(0.0, ratio);
  }

  @Test
  void aWeightOfTwoIsTheRowTwice() {
    double[] x = {0.1, 0.4, 0.35, 0.8, 0.9, 0.2};
    boolean[] bad = {false, false, true, true, false, true};
    double[] weights = {2, 1, 1, 2, 1, 1};
    Logistic weighted = Logistic.fit(new double[][] {x}, bad, weights, 1);
    double[] twice = {0.1, 0.1, 0.4, 0.35, 0.8, 0.8, 0.9, 0.2};
    boolean[] badTwice = {false, false, false, true, true, true, false, true};
    double[] ones = new double[8];
    Arrays.fill(ones, 1);
    Logistic repeated = Logistic.fit(new double[][] {twice}, badTwice, ones, 1);
    assertThat(weighted.coefficients().get(0))
        .isCloseTo(repeated.coefficients().get(0), within(1e-9));
    assertThat(weighted.deviance()).isCloseTo(repeated.deviance(), within(1e-9));
  }

  @Test
  void aUsefulChanceOfTwoSides() {
    double[] x = new double[400];
    boolean[] bad = new boolean[400];
    double[] ones = new double[400];
    for (int i = 0; i < 400; i++) {
      x[i] = i % 2;
      bad[i] = i % 5 == 0;
      ones[i] = 1;
    }
    Logistic fit = Logistic.fit(new double[][] {x}, bad, ones, 0);
    assertThat(fit.chance(0)).isCloseTo(1, within(1e-3));
  }
}
