package dev.hufu.learn.card;

import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.card.Bin;
import dev.hufu.policy.card.Characteristic;
import dev.hufu.policy.card.Scorecard;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Turns a learned model into a card: log odds into points, the worst answer of each question 0, and
 * the means near the cut-off that reasons are measured from.
 *
 * <p>Example: {@code new CardMaker(recipe).card(model, sample)}.
 */
final class CardMaker {

  private final ApplicantRecipe recipe;
  private final CardSettings settings;

  CardMaker(ApplicantRecipe recipe) {
    this.recipe = recipe;
    this.settings = recipe.settings();
  }

  /**
   * @param sample where the means near the cut-off are taken, and the cut-off itself where only the
   *     share to be passed is given
   */
  Scorecard card(CardModel model, Sample sample) {
    double factor = settings.scale().factor();
    double start = settings.scale().offset() - factor * model.intercept();
    List<double[]> points = new ArrayList<>();
    for (double[] effects : model.effects()) {
      double worst = -factor * Arrays.stream(effects).max().orElse(0);
      start += worst;
      points.add(Arrays.stream(effects).map(e -> rounded(-factor * e - worst)).toArray());
    }
    start = rounded(start);
    int[][] bins = bins(model, sample);
    double[] scores = scores(start, points, bins, sample.rows());
    double cutoff = settings.cutoff().orElseGet(() -> rounded(quantile(scores)));
    double[] near = near(scores, cutoff);
    List<Characteristic> all = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      all.add(characteristic(model, i, points.get(i), mean(points.get(i), bins[i], near)));
    }
    return new Scorecard(
        recipe.name(),
        recipe.version(),
        title(),
        Scorecard.Better.HIGHER,
        Optional.of(settings.scale()),
        start,
        OptionalDouble.of(cutoff),
        recipe.classes(),
        recipe.derivedUsed(model.classes().stream().map(Classes::feature).toList()),
        all);
  }

  /** A card that assumes something says so wherever it is named. */
  private Wording title() {
    Wording title = recipe.title();
    return recipe.rejects().isEmpty()
        ? title
        : new Wording(
            title.zh() + "（没放款的人的结果是假设的）",
            title.en() + " (outcomes of those turned down are assumed)");
  }

  private double rounded(double points) {
    return BigDecimal.valueOf(points)
        .setScale(settings.decimals(), RoundingMode.HALF_EVEN)
        .doubleValue();
  }

  private static int[][] bins(CardModel model, Sample sample) {
    return model.classes().stream()
        .map(classes -> classes.of(sample.column(classes.feature())))
        .toArray(int[][]::new);
  }

  private static double[] scores(double start, List<double[]> points, int[][] bins, int rows) {
    double[] scores = new double[rows];
    Arrays.fill(scores, start);
    for (int i = 0; i < bins.length; i++) {
      for (int row = 0; row < rows; row++) {
        scores[row] += points.get(i)[bins[i][row]];
      }
    }
    return scores;
  }

  /** The score that the wanted share of applicants reaches. */
  private double quantile(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    return sorted[(int) ((1 - recipe.approve()) * (sorted.length - 1))];
  }

  /** 1 for applicants at or slightly above the cut-off: less than the points to double the odds. */
  private double[] near(double[] scores, double cutoff) {
    double[] near = new double[scores.length];
    boolean any = false;
    for (int row = 0; row < scores.length; row++) {
      boolean here = scores[row] >= cutoff && scores[row] < cutoff + settings.scale().pdo();
      near[row] = here ? 1 : 0;
      any |= here;
    }
    if (!any) {
      Arrays.fill(near, 1);
    }
    return near;
  }

  private static double mean(double[] points, int[] bins, double[] near) {
    double sum = 0;
    for (int row = 0; row < bins.length; row++) {
      sum += near[row] * points[bins[row]];
    }
    return BigDecimal.valueOf(sum / Woe.sum(near))
        .setScale(2, RoundingMode.HALF_EVEN)
        .doubleValue();
  }

  private Characteristic characteristic(CardModel model, int index, double[] points, double mean) {
    Classes classes = model.classes().get(index);
    Sample.Counts counts = model.counts().get(index);
    ApplicantRecipe.Feature feature = recipe.feature(classes.feature());
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < points.length; bin++) {
      long good = Math.round(counts.good(bin));
      long bad = Math.round(counts.bad(bin));
      bins.add(
          new Bin(
              classes.bins().get(bin),
              points[bin],
              Optional.empty(),
              Optional.empty(),
              Optional.of(new Bin.Seen(good + bad, bad))));
    }
    boolean optional = recipe.optional(feature);
    Wording title = feature.title();
    return new Characteristic(
        classes.feature().replaceAll("[^A-Za-z0-9_.-]", "_"),
        classes.feature(),
        title,
        feature.code(),
        feature.reason(),
        feature.changeable(),
        feature.data(),
        mean,
        optional ? Arrays.stream(points).max() : OptionalDouble.empty(),
        bins);
  }
}
