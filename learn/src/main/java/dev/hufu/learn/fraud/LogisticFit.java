package dev.hufu.learn.fraud;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.learn.boost.Boosting;
import dev.hufu.learn.boost.Rows;
import dev.hufu.policy.model.Logistic;
import java.util.Optional;

/**
 * Fits a logistic regression by LIBLINEAR: inputs standardised and cut at thirty deviations, and
 * for each input one more that says whether it is not known.
 *
 * <p>Example: {@code LogisticFit.train(rows, 1.0)}. A weight of a good row counts for all good
 * ones.
 */
final class LogisticFit {

  private static final double REACH = 30;
  private static final double TOLERANCE = 1e-4;
  private static final int ITERATIONS_MAX = 200;

  private final Rows rows;
  private final int inputs;
  private final double[] mean;
  private final double[] spread;

  private LogisticFit(Rows rows) {
    this.rows = rows;
    this.inputs = rows.inputs().size();
    this.mean = new double[inputs];
    this.spread = new double[inputs];
  }

  /**
   * @param cost of an error against the size of the weights; larger fits closer
   */
  static Outcome<Logistic> train(Rows rows, double cost) {
    Optional<Refusal> problem = Boosting.problem(rows);
    return problem.isPresent()
        ? Outcome.refused(problem.get())
        : Outcome.of(new LogisticFit(rows).fit(cost));
  }

  private Logistic fit(double cost) {
    double goodWeight = 1;
    for (int input = 0; input < inputs; input++) {
      standardise(input);
    }
    Feature[][] x = new Feature[rows.size()][];
    double[] y = new double[rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      x[row] = features(row);
      y[row] = rows.bad(row) ? 1 : 0;
      goodWeight = rows.bad(row) ? goodWeight : rows.weight(row);
    }
    Problem problem = new Problem();
    problem.l = rows.size();
    problem.n = 2 * inputs + 1;
    problem.bias = 1;
    problem.x = x;
    problem.y = y;
    Parameter parameter = new Parameter(SolverType.L2R_LR, cost, TOLERANCE, ITERATIONS_MAX, 0.1);
    parameter.setWeights(new double[] {goodWeight, 1}, new int[] {0, 1});
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, parameter);
    return model(model);
  }

  private void standardise(int input) {
    double sum = 0;
    double squares = 0;
    double weight = 0;
    for (int row = 0; row < rows.size(); row++) {
      double x = rows.number(row, input);
      if (!Double.isNaN(x)) {
        sum += rows.weight(row) * x;
        weight += rows.weight(row);
      }
    }
    mean[input] = weight > 0 ? sum / weight : 0;
    for (int row = 0; row < rows.size(); row++) {
      double x = rows.number(row, input);
      if (!Double.isNaN(x)) {
        squares += rows.weight(row) * (x - mean[input]) * (x - mean[input]);
      }
    }
    double deviation = weight > 0 ? Math.sqrt(squares / weight) : 0;
    spread[input] = deviation > 0 ? deviation : 1;
  }

  private Feature[] features(int row) {
    Feature[] features = new Feature[inputs + 1];
    for (int input = 0; input < inputs; input++) {
      double x = rows.number(row, input);
      features[input] =
          Double.isNaN(x)
              ? new FeatureNode(2 * input + 2, 1)
              : new FeatureNode(
                  2 * input + 1, Math.clamp((x - mean[input]) / spread[input], -REACH, REACH));
    }
    features[inputs] = new FeatureNode(2 * inputs + 1, 1);
    return features;
  }

  private Logistic model(Model model) {
    double[] weights = model.getFeatureWeights();
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    Logistic.Term[] terms = new Logistic.Term[inputs];
    for (int input = 0; input < inputs; input++) {
      terms[input] =
          new Logistic.Term(
              sign * weights[2 * input],
              mean[input],
              spread[input],
              REACH,
              sign * weights[2 * input + 1]);
    }
    return new Logistic(rows.inputs(), sign * weights[2 * inputs], terms);
  }
}
