package dev.hufu.policy.model;

import java.util.List;

/**
 * A weighted sum of models over the same inputs: {@code raw = bias + Σ weight · raw of the part}.
 * With one part it is that model calibrated.
 *
 * <p>Example: {@code new Blend(0.1, List.of(new Blend.Part(0.8, trees), new Blend.Part(0.2,
 * logistic)))}.
 */
public final class Blend implements ScoreModel {

  /** A model and what its score counts. */
  public record Part(double weight, ScoreModel model) {
    public Part {
      if (!Double.isFinite(weight) || model instanceof Blend) {
        throw new IllegalArgumentException("a finite weight and a plain model");
      }
    }
  }

  private final double bias;
  private final List<Part> parts;

  public Blend(double bias, List<Part> parts) {
    if (parts.isEmpty() || !Double.isFinite(bias)) {
      throw new IllegalArgumentException(parts.size() + " parts, bias " + bias);
    }
    ModelInputs inputs = parts.getFirst().model().inputs();
    if (!parts.stream().allMatch(part -> part.model().inputs().equals(inputs))) {
      throw new IllegalArgumentException("parts with other inputs");
    }
    this.bias = bias;
    this.parts = List.copyOf(parts);
  }

  public double bias() {
    return bias;
  }

  public List<Part> parts() {
    return parts;
  }

  @Override
  public ModelInputs inputs() {
    return parts.getFirst().model().inputs();
  }

  @Override
  public double base() {
    double sum = bias;
    for (Part part : parts) {
      sum += part.weight() * part.model().base();
    }
    return sum;
  }

  @Override
  public double raw(double[] row) {
    double sum = bias;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      sum += part.weight() * part.model().raw(row);
    }
    return sum;
  }

  @Override
  public double[] contributions(double[] row) {
    double[] sum = new double[inputs().size()];
    for (Part part : parts) {
      double[] of = part.model().contributions(row);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part.weight() * of[i];
      }
    }
    return sum;
  }
}
