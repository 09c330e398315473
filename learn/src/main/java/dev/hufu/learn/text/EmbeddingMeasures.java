package dev.hufu.learn.text;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.hufu.intake.LabelledTexts.Kind;
import dev.hufu.learn.measure.Ranking;
import java.util.ArrayList;
import java.util.List;

/**
 * What sentence embeddings with a linear head buy beside the runs: alone, and asked only where the
 * runs are unsure. Measured on every so-many-th text, because an embedding takes milliseconds.
 */
final class EmbeddingMeasures {

  private static final int LEARNED = 3_000;
  private static final int MEASURED = 2_000;
  private static final double COST = 10;
  private static final double TOLERANCE = 0.01;
  private static final double ALARMS = 0.01;

  /** Margins this near the line are unsure. */
  private static final double UNSURE = 1;

  private final SentenceVectors vectors;
  private final double line;

  EmbeddingMeasures(SentenceVectors vectors, double line) {
    this.vectors = vectors;
    this.line = line;
  }

  /**
   * How embeddings do.
   *
   * @param runs recall of the runs on the same texts, at the same false alarms
   * @param alone recall of the embeddings
   * @param together recall of the runs, with the embeddings where they are unsure
   * @param asked part of the texts for which they are asked
   */
  record Bought(
      double runs, double alone, double together, double asked, double millis, double megabytes) {}

  /**
   * @param margins of the runs, one for each of {@code measured}
   */
  Bought measure(List<TextSample> learned, List<TextSample> measured, double[] margins) {
    double[] weights = train(everySoMany(learned, LEARNED));
    int step = Math.max(1, measured.size() / MEASURED);
    int cases = (measured.size() + step - 1) / step;
    double[] runs = new double[cases];
    double[] alone = new double[cases];
    double[] together = new double[cases];
    boolean[] scams = new boolean[cases];
    int asked = 0;
    long start = System.nanoTime();
    for (int i = 0; i < cases; i++) {
      runs[i] = margins[i * step];
      alone[i] = margin(weights, vectors.of(measured.get(i * step).text()));
      boolean unsure = Math.abs(runs[i] - line) < UNSURE;
      together[i] = unsure ? runs[i] + alone[i] / 2 : runs[i];
      asked += unsure ? 1 : 0;
      scams[i] = measured.get(i * step).scam();
    }
    double millis = (System.nanoTime() - start) / 1e6 / cases;
    return new Bought(
        Ranking.of(runs, scams).recallAt(ALARMS),
        Ranking.of(alone, scams).recallAt(ALARMS),
        Ranking.of(together, scams).recallAt(ALARMS),
        asked / (double) cases,
        millis,
        vectors.megabytes());
  }

  private static List<TextSample> everySoMany(List<TextSample> all, int most) {
    List<TextSample> useful = all.stream().filter(s -> s.kind() != Kind.OTHER).toList();
    int step = Math.max(1, useful.size() / most);
    List<TextSample> some = new ArrayList<>();
    for (int i = 0; i < useful.size(); i += step) {
      some.add(useful.get(i));
    }
    return some;
  }

  private double[] train(List<TextSample> learned) {
    Problem problem = new Problem();
    problem.l = learned.size();
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = features(vectors.of(learned.get(i).text()));
      problem.y[i] = learned.get(i).scam() ? 1 : -1;
    }
    problem.n = problem.x[0].length;
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, TOLERANCE));
    double[] weights = model.getFeatureWeights();
    if (model.getLabels()[0] != 1) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = -weights[i];
      }
    }
    return weights;
  }

  private static Feature[] features(float[] vector) {
    Feature[] features = new Feature[vector.length + 1];
    for (int i = 0; i < vector.length; i++) {
      features[i] = new FeatureNode(i + 1, vector[i]);
    }
    features[vector.length] = new FeatureNode(vector.length + 1, 1);
    return features;
  }

  private static double margin(double[] weights, float[] vector) {
    double sum = weights[vector.length];
    for (int i = 0; i < vector.length; i++) {
      sum += weights[i] * vector[i];
    }
    return sum;
  }
}
