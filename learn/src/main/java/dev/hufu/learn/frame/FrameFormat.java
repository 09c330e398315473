package dev.hufu.learn.frame;

import dev.hufu.policy.yaml.Branch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a file is to be read as a table.
 *
 * <pre>{@code
 * format:
 *   separator: ";"          # comma, where it is not said; a blank stands for any number of them
 *   header: false           # names are then given
 *   names: [A1, A2, bad]
 *   missing: ["", NA]
 *   numbers: [A2]           # must be numbers: a line with another word there is refused
 *   words: [A1]             # are words, whatever they look like
 * }</pre>
 *
 * A column of which nothing is said holds numbers if nearly all of its cells do; lines with another
 * word there are refused then, since one wrong cell must not turn a column of numbers into words.
 *
 * @param names of the columns; where the file has a header, they stand in its place
 */
public record FrameFormat(
    char separator,
    boolean header,
    List<String> names,
    Charset charset,
    Set<String> missing,
    Set<String> numbers,
    Set<String> words) {

  private static final Set<String> MISSING = Set.of("", "NA");

  /** Commas, a header, UTF-8. */
  public static final FrameFormat CSV =
      new FrameFormat(',', true, List.of(), StandardCharsets.UTF_8, MISSING, Set.of(), Set.of());

  public FrameFormat {
    names = List.copyOf(names);
    missing = Set.copyOf(missing);
    numbers = Set.copyOf(numbers);
    words = Set.copyOf(words);
  }

  /** Reads the {@code format} part of a recipe, of the shape that its schema gives it. */
  public static FrameFormat of(Branch format) {
    return new FrameFormat(
        format.find("separator").map(branch -> branch.text().charAt(0)).orElse(','),
        format.find("header").map(Branch::yes).orElse(true),
        format.texts("names"),
        format.find("charset").map(Branch::text).map(Charset::forName).orElse(CSV.charset),
        format.find("missing").map(all -> Set.copyOf(format.texts("missing"))).orElse(MISSING),
        Set.copyOf(format.texts("numbers")),
        Set.copyOf(format.texts("words")));
  }

  /** What is asked of a column's cells; empty where nothing is said. */
  Optional<Boolean> numbers(String column) {
    return words.contains(column)
        ? Optional.of(false)
        : numbers.contains(column) ? Optional.of(true) : Optional.empty();
  }
}
