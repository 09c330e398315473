package dev.hufu.language.learned;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.language.fold.Folding;

/**
 * The linear head over {@link Grams}: a weight in eight bits for each place of the table.
 *
 * <p>A text of n different runs with weights w has the margin Σw / √(n + damping) + bias: a short
 * text must say clearly what it is, and a long one is judged by what prevails in it. The score is
 * the logistic function of (margin − line) · slope; from {@code line} on it is ½ or more.
 *
 * <p>In the file: kind {@code text-head}, the numbers as words of the header, part {@code weights}.
 * A weight is kept as the square root of its size, so that the many small ones are not lost.
 *
 * <p>Example: {@code head.score(head.margin(TextHead.places(text, head.bits())))}.
 */
public final class TextHead {

  /** The kind of such a model file. */
  public static final String KIND = "text-head";

  /** Of how a text becomes runs. A head of other runs is refused. */
  static final String RUNS = "runs/1";

  private static final String WEIGHTS = "weights";
  private static final int BITS_MAX = 22;
  private static final double STEPS = 127;

  private final int bits;
  private final byte[] weights;
  private final double scale;
  private final double bias;
  private final Shape shape;

  private TextHead(int bits, byte[] weights, double scale, double bias, Shape shape) {
    this.bits = bits;
    this.weights = weights;
    this.scale = scale;
    this.bias = bias;
    this.shape = shape;
  }

  /**
   * What is chosen and not learned.
   *
   * @param damping runs that every text is taken to have besides its own, and that say nothing
   * @param line the margin of an alarm
   * @param slope from margin to score
   * @param cues what a full hit of a script adds to the margin
   */
  public record Shape(double damping, double line, double slope, double cues) {}

  /** The places of a text in a table of 2^bits weights, each once, rising. */
  public static int[] places(String text, int bits) {
    Heard heard = Heard.of(text);
    TokenRun run = TokenRun.of(Folding.standard().fold(heard.text()), heard.text());
    return Grams.of(run, bits).distinct();
  }

  /** Packs trained weights, one for each of the 2^bits places. */
  public static TextHead pack(int bits, double[] trained, double bias, Shape shape) {
    double largest = 1e-9;
    for (int i = 0; i < 1 << bits; i++) {
      largest = Math.max(largest, Math.abs(trained[i]));
    }
    byte[] weights = new byte[1 << bits];
    for (int i = 0; i < weights.length; i++) {
      double root = Math.sqrt(Math.abs(trained[i]) / largest);
      weights[i] = (byte) (Math.signum(trained[i]) * Math.round(root * STEPS));
    }
    return new TextHead(bits, weights, largest / (STEPS * STEPS), bias, shape);
  }

  /** The head as a file. */
  public ModelFile toFile() {
    return ModelFile.of(KIND)
        .with("runs", RUNS)
        .with("bits", Integer.toString(bits))
        .with("scale", Double.toString(scale))
        .with("bias", Double.toString(bias))
        .with("damping", Double.toString(shape.damping()))
        .with("line", Double.toString(shape.line()))
        .with("slope", Double.toString(shape.slope()))
        .with("cues", Double.toString(shape.cues()))
        .with(WEIGHTS, weights);
  }

  /** Reads a head; refused with {@link Code#MODEL_OTHER} or {@link Code#MODEL_DAMAGED}. */
  public static Outcome<TextHead> of(ModelFile file) {
    if (!file.kind().equals(KIND) || !file.word("runs").equals(RUNS)) {
      return Outcome.refused(Code.MODEL_OTHER, file.kind() + " " + file.word("runs"));
    }
    return file.part(WEIGHTS).then(weights -> read(file, weights));
  }

  private static Outcome<TextHead> read(ModelFile file, byte[] weights) {
    try {
      int bits = Integer.parseInt(file.word("bits"));
      Shape shape =
          new Shape(
              number(file, "damping"),
              number(file, "line"),
              number(file, "slope"),
              number(file, "cues"));
      boolean fits = bits > 0 && bits <= BITS_MAX && weights.length == 1 << bits;
      return fits && shape.damping() >= 0 && shape.slope() > 0
          ? Outcome.of(
              new TextHead(bits, weights, number(file, "scale"), number(file, "bias"), shape))
          : Outcome.refused(Code.MODEL_DAMAGED, "bits=" + bits);
    } catch (NumberFormatException broken) {
      return Outcome.refused(Code.MODEL_DAMAGED, String.valueOf(broken.getMessage()));
    }
  }

  private static double number(ModelFile file, String word) {
    double number = Double.parseDouble(file.word(word));
    if (!Double.isFinite(number)) {
      throw new NumberFormatException(word + "=" + number);
    }
    return number;
  }

  /** The table has 2^bits places. */
  public int bits() {
    return bits;
  }

  /** What a full hit of a script adds to the margin. */
  public double cues() {
    return shape.cues();
  }

  /** The weight of a place. */
  public double weight(int place) {
    int step = weights[place];
    return scale * step * Math.abs(step);
  }

  /** The margin of a text of these places, without cues. */
  public double margin(int[] places) {
    double sum = 0;
    for (int place : places) {
      sum += weight(place);
    }
    return sum / Math.sqrt(Math.max(1, places.length + shape.damping())) + bias;
  }

  /** 0..1; ½ at the line. */
  public double score(double margin) {
    return 1 / (1 + Math.exp(-(margin - shape.line()) * shape.slope()));
  }
}
