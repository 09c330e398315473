package dev.hufu.learn.watch;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.learn.frame.Column;
import dev.hufu.learn.frame.Frame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came in and what was scored where a model was trained: the spread of each column and of the
 * score, kept as a part of the model's file.
 *
 * <p>Example: {@code model.with(Profile.PART, Profile.of(frame, scores).toBytes())}; read again by
 * {@code Profile.of(model)}. The same training gives the same bytes.
 *
 * @param rows rows it was made of
 * @param score how the scores were spread
 * @param columns how each feature was spread, in the order of the frame
 * @param alertFrom the score of the hundredth of the training rows that scored highest
 * @param alertShare the share of training rows that reach it; more than a hundredth where many are
 *     equal
 */
public record Profile(
    long rows,
    NumberProfile score,
    List<ColumnProfile> columns,
    double alertFrom,
    double alertShare) {

  /** The name of the part of a {@link ModelFile} that holds it. */
  public static final String PART = "profile";

  /** The name of the column of scores where none is given. */
  public static final String SCORE = "score";

  private static final int VERSION = 1;
  private static final int BINS = 10;
  private static final int WORD_BINS_MAX = 30;

  /** One in so many reaches the line of alerts where none is said. */
  private static final int ALERT_ONE_IN = 100;

  public Profile {
    columns = List.copyOf(columns);
  }

  /**
   * Of a training table and the scores its rows got.
   *
   * @param frame the features alone, no outcome among them
   * @param scores one a row, in the same order
   */
  public static Profile of(Frame frame, double[] scores) {
    if (scores.length != frame.rows() && !frame.columns().isEmpty()) {
      throw new IllegalArgumentException(frame.rows() + " rows, " + scores.length + " scores");
    }
    List<ColumnProfile> columns = new ArrayList<>();
    for (Column column : frame.columns()) {
      columns.add(
          switch (column) {
            case Column.Numbers numbers -> numbers(numbers.name(), numbers.values());
            case Column.Words words -> words(words);
          });
    }
    double from = highest(scores);
    long alerts = Arrays.stream(scores).filter(score -> score >= from).count();
    return new Profile(
        scores.length,
        numbers(SCORE, scores),
        columns,
        from,
        scores.length == 0 ? Double.NaN : alerts / (double) scores.length);
  }

  private static double highest(double[] scores) {
    double[] sorted = Arrays.stream(scores).filter(Double::isFinite).sorted().toArray();
    int top = Math.max(1, sorted.length / ALERT_ONE_IN);
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length - top];
  }

  private static NumberProfile numbers(String name, double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    return NumberProfile.of(name, finite, values.length - finite.length, BINS);
  }

  private static WordProfile words(Column.Words column) {
    Map<String, Long> seen = new HashMap<>();
    long missing = 0;
    for (int row = 0; row < column.rows(); row++) {
      if (column.missing(row)) {
        missing++;
      } else {
        seen.merge(column.word(row), 1L, Long::sum);
      }
    }
    return WordProfile.of(column.name(), seen, missing, WORD_BINS_MAX, Limits.WATCH_WORDS_MAX);
  }

  /** The profile a model carries; empty where it carries none. */
  public static Optional<Outcome<Profile>> of(ModelFile model) {
    return model.findPart(PART).map(Profile::read);
  }

  /** The same for the same profile. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      out.writeLong(rows);
      out.writeDouble(alertFrom);
      out.writeDouble(alertShare);
      write(out, score);
      out.writeInt(columns.size());
      for (ColumnProfile column : columns) {
        write(out, column);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, ColumnProfile column) throws IOException {
    out.writeUTF(column.name());
    switch (column) {
      case NumberProfile numbers -> {
        out.writeByte('n');
        out.writeInt(numbers.edges().size());
        for (double edge : numbers.edges()) {
          out.writeDouble(edge);
        }
      }
      case WordProfile words -> {
        out.writeByte('w');
        write(out, words.words());
        write(out, words.known());
      }
    }
    for (long count : column.counts()) {
      out.writeLong(count);
    }
  }

  private static void write(DataOutputStream out, List<String> words) throws IOException {
    out.writeInt(words.size());
    for (String word : words) {
      byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
    }
  }

  /** Reads what {@link #toBytes} wrote, or MODEL_DAMAGED. */
  public static Outcome<Profile> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != VERSION) {
        return damaged();
      }
      long rows = in.readLong();
      double alertFrom = in.readDouble();
      double alertShare = in.readDouble();
      if (!(column(in) instanceof NumberProfile score)) {
        return damaged();
      }
      int count = count(in, Limits.LEARN_COLUMNS_MAX);
      List<ColumnProfile> columns = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        columns.add(column(in));
      }
      Profile profile = new Profile(rows, score, columns, alertFrom, alertShare);
      return in.read() < 0 ? Outcome.of(profile) : damaged();
    } catch (IOException | IllegalArgumentException cut) {
      return damaged();
    }
  }

  private static Outcome<Profile> damaged() {
    return Outcome.refused(Code.MODEL_DAMAGED, PART);
  }

  private static ColumnProfile column(DataInputStream in) throws IOException {
    String name = in.readUTF();
    switch (in.readByte()) {
      case 'n' -> {
        List<Double> edges = new ArrayList<>();
        for (int i = count(in, BINS); i > 0; i--) {
          edges.add(in.readDouble());
        }
        return new NumberProfile(name, edges, counts(in, edges.size() + 2));
      }
      case 'w' -> {
        List<String> words = words(in, WORD_BINS_MAX);
        List<String> known = words(in, Limits.WATCH_WORDS_MAX);
        return new WordProfile(name, words, known, counts(in, words.size() + 2));
      }
      default -> throw new IOException("no such column");
    }
  }

  private static List<Long> counts(DataInputStream in, int size) throws IOException {
    List<Long> counts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      counts.add(in.readLong());
    }
    return counts;
  }

  private static List<String> words(DataInputStream in, int most) throws IOException {
    int size = count(in, most);
    List<String> words = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      byte[] utf8 = new byte[count(in, Limits.LEARN_LINE_CHARS_MAX)];
      in.readFully(utf8);
      words.add(new String(utf8, StandardCharsets.UTF_8));
    }
    return words;
  }

  private static int count(DataInputStream in, int most) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new IOException("too many: " + count);
    }
    return count;
  }
}
