package dev.hufu.policy.model;

import java.util.Arrays;

/**
 * A logistic regression over standardised inputs: {@code raw = bias + Σ weight · (x − mean) /
 * spread}. What is not known adds a weight of its own, learnt like the others.
 *
 * <p>Example: {@code new Logistic(inputs, -4.6, new Logistic.Term[] {…}).probability(row)}. The
 * base is the score of the mean row; the contributions are exact.
 */
public final class Logistic implements ScoreModel {

  /**
   * What one input adds.
   *
   * @param spread its standard deviation in the training; above zero
   * @param reach a standardised value beyond it counts as this much; keeps one wild number from
   *     deciding alone
   * @param missing what it adds where it is not known
   */
  public record Term(double weight, double mean, double spread, double reach, double missing) {
    public Term {
      if (!(Double.isFinite(weight)
          && Double.isFinite(mean)
          && Double.isFinite(missing)
          && spread > 0
          && Double.isFinite(spread)
          && reach > 0
          && Double.isFinite(reach))) {
        throw new IllegalArgumentException("finite, and spread and reach above 0");
      }
    }

    double of(double x) {
      if (Double.isNaN(x)) {
        return missing;
      }
      return weight * Math.clamp((x - mean) / spread, -reach, reach);
    }
  }

  private final ModelInputs inputs;
  private final double bias;
  private final Term[] terms;

  public Logistic(ModelInputs inputs, double bias, Term[] terms) {
    if (terms.length != inputs.size() || !Double.isFinite(bias)) {
      throw new IllegalArgumentException(terms.length + " terms, bias " + bias);
    }
    this.inputs = inputs;
    this.bias = bias;
    this.terms = Arrays.copyOf(terms, terms.length);
  }

  @Override
  public ModelInputs inputs() {
    return inputs;
  }

  /** The term of an input. */
  public Term term(int input) {
    return terms[input];
  }

  @Override
  public double base() {
    return bias;
  }

  @Override
  public double raw(double[] row) {
    double sum = bias;
    for (int i = 0; i < terms.length; i++) {
      sum += terms[i].of(row[i]);
    }
    return sum;
  }

  @Override
  public double[] contributions(double[] row) {
    double[] parts = new double[terms.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = terms[i].of(row[i]);
    }
    return parts;
  }
}
