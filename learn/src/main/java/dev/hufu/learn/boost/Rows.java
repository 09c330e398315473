package dev.hufu.learn.boost;

import dev.hufu.policy.model.ModelInputs;
import java.util.Arrays;

/**
 * Rows of numbers with a label and a weight each: what a model is trained on. {@code NaN} stands
 * for what is not known.
 *
 * <p>Example: {@code Rows rows = new Rows(inputs); rows.add(new double[] {57.16, 3}, true, 1);}
 */
public final class Rows {

  private static final int FIRST_ROOM = 1024;

  private final ModelInputs inputs;
  private double[] numbers;
  private float[] labels = new float[FIRST_ROOM];
  private float[] weights = new float[FIRST_ROOM];
  private int size;

  public Rows(ModelInputs inputs) {
    this.inputs = inputs;
    this.numbers = new double[FIRST_ROOM * inputs.size()];
  }

  public ModelInputs inputs() {
    return inputs;
  }

  public int size() {
    return size;
  }

  public void add(double[] row, boolean bad, double weight) {
    if (row.length != inputs.size()) {
      throw new IllegalArgumentException(row.length + " numbers of " + inputs.size());
    }
    if (size == labels.length) {
      int room = Math.multiplyExact(2, size);
      labels = Arrays.copyOf(labels, room);
      weights = Arrays.copyOf(weights, room);
      numbers = Arrays.copyOf(numbers, Math.multiplyExact(room, inputs.size()));
    }
    System.arraycopy(row, 0, numbers, size * inputs.size(), row.length);
    labels[size] = bad ? 1 : 0;
    weights[size] = (float) weight;
    size++;
  }

  public boolean bad(int row) {
    return labels[row] == 1;
  }

  public double weight(int row) {
    return weights[row];
  }

  public double number(int row, int input) {
    return numbers[row * inputs.size() + input];
  }

  /** Copies one row. */
  public void copy(int row, double[] to) {
    System.arraycopy(numbers, row * inputs.size(), to, 0, inputs.size());
  }

  /** How many rows are bad. */
  public int bads() {
    int bads = 0;
    for (int row = 0; row < size; row++) {
      bads += bad(row) ? 1 : 0;
    }
    return bads;
  }

  double[] numbers() {
    return Arrays.copyOf(numbers, size * inputs.size());
  }

  float[] labels() {
    return Arrays.copyOf(labels, size);
  }

  float[] weights() {
    return Arrays.copyOf(weights, size);
  }
}
