package dev.hufu.learn.frame;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a file whole into a {@link Frame}. Lines that cannot be read are left out, counted and told
 * with their place; the rest is there.
 *
 * <p>Example: {@code FrameReader.read(path, FrameFormat.CSV).map(Result::frame)}.
 */
public final class FrameReader {

  /** From this share of numbers on, a column of which nothing is said holds numbers. */
  private static final double NUMBERS_FROM = 0.95;

  private static final int REFUSALS_KEPT = 20;

  private final String file;
  private final FrameFormat format;
  private final List<String> names;
  private final List<Cells> columns = new ArrayList<>();
  private int[] lines = new int[1024];
  private int rows;

  /**
   * A file as a table.
   *
   * @param refused lines that are not in it
   * @param first the first of them
   */
  public record Result(Frame frame, long refused, List<Refusal> first) {
    public Result {
      first = List.copyOf(first);
    }
  }

  /** The cells of a column as places in the list of its different words. */
  private static final class Cells {
    final Map<String, Integer> known = new HashMap<>();
    final List<String> list = new ArrayList<>();
    int[] places = new int[1024];

    void add(int row, String word) {
      if (row == places.length) {
        places = Arrays.copyOf(places, 2 * row);
      }
      Integer place = known.get(word);
      if (place == null) {
        place = list.size();
        known.put(word, place);
        list.add(word);
      }
      places[row] = place;
    }
  }

  private FrameReader(String file, FrameFormat format, List<String> names) {
    this.file = file;
    this.format = format;
    this.names = names;
    names.forEach(name -> columns.add(new Cells()));
  }

  /** Reads the file at a path. */
  public static Outcome<Result> read(Path path, FrameFormat format) {
    return TableReader.open(path, format)
        .then(
            table -> {
              try (table) {
                String file = String.valueOf(path.getFileName());
                return new FrameReader(file, format, table.names()).read(table);
              } catch (IOException cut) {
                return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(path.getFileName()));
              }
            });
  }

  private Outcome<Result> read(TableReader table) throws IOException {
    if (names.stream().distinct().count() != names.size()) {
      return Outcome.refused(Code.LEARN_ROW_CELLS, String.join(",", names));
    }
    while (table.next()) {
      if (rows == Limits.LEARN_ROWS_MAX) {
        return Outcome.refused(Code.LEARN_TOO_MANY, Integer.toString(Limits.LEARN_ROWS_MAX));
      }
      if (rows == lines.length) {
        lines = Arrays.copyOf(lines, 2 * rows);
      }
      lines[rows] = table.lineNumber();
      for (int column = 0; column < columns.size(); column++) {
        columns.get(column).add(rows, table.cell(column));
      }
      rows++;
    }
    return rows == 0 ? Outcome.refused(Code.LEARN_TOO_FEW, file) : Outcome.of(result(table));
  }

  private Result result(TableReader table) {
    List<Refusal> first = new ArrayList<>(table.first());
    boolean[] dropped = new boolean[rows];
    List<Column> read = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      read.add(column(column, dropped, first));
    }
    int[] kept = kept(dropped);
    Frame frame = new Frame(read);
    return new Result(
        kept.length == rows ? frame : frame.select(kept),
        table.refused() + rows - kept.length,
        first);
  }

  private Column column(int column, boolean[] dropped, List<Refusal> first) {
    Cells cells = columns.get(column);
    String name = names.get(column);
    double[] numbers = new double[cells.list.size()];
    boolean[] missing = new boolean[numbers.length];
    for (int place = 0; place < numbers.length; place++) {
      missing[place] = format.missing().contains(cells.list.get(place));
      numbers[place] = missing[place] ? Double.NaN : TableReader.parsed(cells.list.get(place));
    }
    if (!format.numbers(name).orElseGet(() -> mostlyNumbers(cells, numbers, missing))) {
      return words(name, cells, missing);
    }
    double[] values = new double[rows];
    for (int row = 0; row < rows; row++) {
      int place = cells.places[row];
      values[row] = numbers[place];
      if (Double.isNaN(numbers[place]) && !missing[place] && !dropped[row]) {
        dropped[row] = true;
        if (first.size() < REFUSALS_KEPT) {
          Position where = new Position(file, lines[row], column + 1);
          first.add(Refusal.of(Code.LEARN_NUMBER, name).at(where));
        }
      }
    }
    return new Column.Numbers(name, values);
  }

  private boolean mostlyNumbers(Cells cells, double[] numbers, boolean[] missing) {
    int there = 0;
    int fit = 0;
    for (int row = 0; row < rows; row++) {
      int place = cells.places[row];
      there += missing[place] ? 0 : 1;
      fit += Double.isNaN(numbers[place]) ? 0 : 1;
    }
    return there > 0 && fit >= NUMBERS_FROM * there;
  }

  private Column.Words words(String name, Cells cells, boolean[] missing) {
    List<String> list = new ArrayList<>();
    int[] moved = new int[missing.length];
    for (int place = 0; place < missing.length; place++) {
      moved[place] = missing[place] ? Column.Words.MISSING : list.size();
      if (!missing[place]) {
        list.add(cells.list.get(place));
      }
    }
    int[] places = new int[rows];
    for (int row = 0; row < rows; row++) {
      places[row] = moved[cells.places[row]];
    }
    return new Column.Words(name, places, list);
  }

  private int[] kept(boolean[] dropped) {
    int[] kept = new int[rows];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (!dropped[row]) {
        kept[count++] = row;
      }
    }
    return Arrays.copyOf(kept, count);
  }
}
