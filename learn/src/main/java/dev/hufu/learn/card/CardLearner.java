package dev.hufu.learn.card;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Learns a card: bins, weights of evidence, choice of features, logistic regression.
 *
 * <p>Example: {@code new CardLearner(settings, column -> rule).learn(sample, Map.of())}.
 */
final class CardLearner {

  private final CardSettings settings;
  private final Function<String, Binning.Rule> rules;

  CardLearner(CardSettings settings, Function<String, Binning.Rule> rules) {
    this.settings = settings;
    this.rules = rules;
  }

  /** A feature with its bins, as rows see it. */
  private static final class Binned {
    private final Classes classes;
    private final int[] rows;
    private final Sample.Counts counts;
    private final double[] weights;

    Binned(Classes classes, int[] rows, Sample.Counts counts, double[] weights) {
      this.classes = classes;
      this.rows = rows;
      this.counts = counts;
      this.weights = weights;
    }

    double information() {
      return counts.information();
    }

    double[] column() {
      double[] column = new double[rows.length];
      for (int row = 0; row < column.length; row++) {
        column[row] = weights[rows[row]];
      }
      return column;
    }
  }

  /**
   * Learns from a sample.
   *
   * @param fixed bins that a person has set, by feature
   * @return the card's model; or {@code LEARN_ONE_CLASS}, {@code CARD_NOTHING_LEFT}
   */
  Outcome<CardModel> learn(Sample sample, Map<String, Classes> fixed) {
    Optional<Refusal> oneClass = oneClass(sample);
    if (oneClass.isPresent()) {
      return Outcome.refused(oneClass.get());
    }
    if (settings.additive().isPresent()) {
      return new AdditiveLearner(settings, settings.additive().get(), rules).learn(sample, fixed);
    }
    List<Refusal> told = new ArrayList<>();
    List<Binned> binned = new ArrayList<>();
    for (FeatureColumn column : sample.columns()) {
      if (column.constant()) {
        told.add(Refusal.of(Code.LEARN_CONSTANT, column.name()));
        continue;
      }
      Classes classes =
          Optional.ofNullable(fixed.get(column.name()))
              .orElseGet(() -> new Binning(rules.apply(column.name())).classes(column, sample));
      Binned one = binned(classes, column, sample);
      if (one.information() >= settings.informationMin()) {
        binned.add(one);
      }
    }
    binned.sort(Comparator.comparingDouble((Binned one) -> -one.information()));
    List<Binned> chosen = stepwise(uninflated(apart(binned), told), sample);
    return chosen.isEmpty()
        ? Outcome.refused(Code.CARD_NOTHING_LEFT, Double.toString(settings.informationMin()))
        : Outcome.of(fitted(chosen, sample, told));
  }

  private static Optional<Refusal> oneClass(Sample sample) {
    int bads = 0;
    for (int row = 0; row < sample.rows(); row++) {
      bads += sample.bad(row) ? 1 : 0;
    }
    return bads == 0 || bads == sample.rows()
        ? Optional.of(Refusal.of(Code.LEARN_ONE_CLASS, bads == 0 ? "good" : "bad"))
        : Optional.empty();
  }

  private Binned binned(Classes classes, FeatureColumn column, Sample sample) {
    int[] rows = classes.of(column);
    Sample.Counts counts = sample.counts(rows, classes.bins().size());
    return new Binned(classes, rows, counts, counts.weights(settings.pull()));
  }

  /** Without those too close to one that says more. */
  private List<Binned> apart(List<Binned> binned) {
    List<Binned> kept = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    for (Binned one : binned) {
      double[] column = one.column();
      boolean close =
          columns.stream()
              .anyMatch(
                  other -> Math.abs(Correlation.of(column, other)) > settings.correlationMax());
      if (!close) {
        kept.add(one);
        columns.add(column);
      }
    }
    return kept;
  }

  /** Without those that the others say together, the most inflated first. */
  private List<Binned> uninflated(List<Binned> binned, List<Refusal> told) {
    List<Binned> kept = new ArrayList<>(binned);
    while (kept.size() > 1 && Double.isFinite(settings.inflationMax())) {
      double[] inflation = Inflation.of(kept.stream().map(Binned::column).toArray(double[][]::new));
      int most = 0;
      for (int i = 1; i < inflation.length; i++) {
        // of two as inflated the later one goes: it says less by itself
        most = inflation[i] >= inflation[most] ? i : most;
      }
      if (inflation[most] <= settings.inflationMax()) {
        return kept;
      }
      String what =
          String.format(
              Locale.ROOT, "%s (VIF %.1f)", kept.get(most).classes.feature(), inflation[most]);
      told.add(Refusal.of(Code.CARD_INFLATED, what));
      kept.remove(most);
    }
    return kept;
  }

  private List<Binned> stepwise(List<Binned> binned, Sample sample) {
    if (settings.way() == Stepwise.Way.NONE) {
      return binned;
    }
    double[][] columns = binned.stream().map(Binned::column).toArray(double[][]::new);
    return new Stepwise(columns, sample.outcomes(), sample.weights(), settings.ridge())
        .chosen(settings.way()).stream().map(binned::get).toList();
  }

  /** Fits, leaves out the worst offender against sign or chance, and fits again until none is. */
  private CardModel fitted(List<Binned> binned, Sample sample, List<Refusal> told) {
    List<Binned> kept = new ArrayList<>(binned);
    boolean[] bad = sample.outcomes();
    double[] weights = sample.weights();
    while (true) {
      double[][] columns = kept.stream().map(Binned::column).toArray(double[][]::new);
      Logistic fit = Logistic.fit(columns, bad, weights, settings.ridge());
      int out = kept.size() == 1 ? -1 : offender(fit);
      if (out < 0) {
        return model(kept, fit, told);
      }
      if (fit.coefficients().get(out) <= 0) {
        told.add(Refusal.of(Code.CARD_SIGN, kept.get(out).classes.feature()));
      }
      kept.remove(out);
    }
  }

  private static CardModel model(List<Binned> kept, Logistic fit, List<Refusal> told) {
    List<double[]> effects = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      double coefficient = fit.coefficients().get(i);
      effects.add(Arrays.stream(kept.get(i).weights).map(weight -> coefficient * weight).toArray());
    }
    return new CardModel(
        fit.intercept(),
        kept.stream().map(one -> one.classes).toList(),
        kept.stream().map(one -> one.counts).toList(),
        effects,
        Optional.of(fit),
        told);
  }

  private int offender(Logistic fit) {
    int worst = -1;
    for (int i = 0; i < fit.coefficients().size() && settings.signs(); i++) {
      double coefficient = fit.coefficients().get(i);
      if (coefficient <= 0 && (worst < 0 || coefficient < fit.coefficients().get(worst))) {
        worst = i;
      }
    }
    for (int i = 0; i < fit.coefficients().size() && worst < 0; i++) {
      if (fit.chance(i) > settings.chanceMax()) {
        worst = mostChance(fit);
      }
    }
    return worst;
  }

  private static int mostChance(Logistic fit) {
    int most = 0;
    for (int i = 1; i < fit.coefficients().size(); i++) {
      most = fit.chance(i) > fit.chance(most) ? i : most;
    }
    return most;
  }
}
