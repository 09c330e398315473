package dev.hufu.policy.paper;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A paper as plain text, to be read in a terminal or pasted; and back, once somebody changed it.
 *
 * <p>Example: {@code PaperText.read(paper, PaperText.write(paper))} says the same as {@code paper}.
 */
public final class PaperText {

  private static final String CELLS = " | ";
  private static final Pattern NUMBER = Pattern.compile("^\\d{1,3}\\. ");
  private static final String DOT = "· ";

  private PaperText() {}

  public static String write(Paper paper) {
    return paper.title()
        + "\n\n"
        + paper.blocks().stream().map(PaperText::text).collect(Collectors.joining("\n\n"))
        + "\n";
  }

  private static String text(Block block) {
    return switch (block) {
      case Block.Heading(var text) -> text;
      case Block.Paragraph(var spans, var _small) -> line(spans);
      case Block.Items(var numbered, var items) -> {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
          out.append(i == 0 ? "" : "\n")
              .append(numbered ? (i + 1) + ". " : DOT)
              .append(line(items.get(i)));
        }
        yield out.toString();
      }
      case Block.Table(var head, var rows) ->
          String.join(CELLS, head)
              + rows.stream()
                  .map(row -> "\n" + String.join(CELLS, row))
                  .collect(Collectors.joining());
      case Block.Signatures(var places) ->
          places.stream()
              .map(place -> place.role() + " " + place.name().orElse("________"))
              .collect(Collectors.joining("\n"));
    };
  }

  /**
   * Reads a text back: the first line is the title, blank lines part the blocks, lines of as many
   * cells are a table, lines that begin with a number or a dot a list.
   *
   * @param before the paper the text came from; what is a heading there still is one
   */
  public static Paper read(Paper before, String text) {
    List<String> parts =
        Stream.of(text.replaceAll("\\R", "\n").strip().split("\n([ \t]*\n)+"))
            .filter(p -> !p.isBlank())
            .toList();
    Set<String> headings = new HashSet<>();
    before.blocks().stream()
        .filter(Block.Heading.class::isInstance)
        .forEach(block -> headings.add(((Block.Heading) block).text()));
    return new Paper(
        before.id(),
        parts.isEmpty() ? before.title() : parts.getFirst().strip(),
        before.lang(),
        parts.stream().skip(1).flatMap(part -> blocks(part, headings)).toList());
  }

  private static Stream<Block> blocks(String part, Set<String> headings) {
    List<String> lines = part.lines().map(String::strip).toList();
    if (lines.size() == 1 && headings.contains(lines.getFirst())) {
      return Stream.of(new Block.Heading(lines.getFirst()));
    }
    int columns = cells(lines.getFirst()).size();
    if (columns > 1 && lines.stream().allMatch(line -> cells(line).size() == columns)) {
      return Stream.of(
          new Block.Table(
              cells(lines.getFirst()), lines.stream().skip(1).map(PaperText::cells).toList()));
    }
    if (lines.stream().allMatch(line -> NUMBER.matcher(line).find())) {
      return Stream.of(items(true, lines, line -> NUMBER.matcher(line).replaceFirst("")));
    }
    if (lines.stream().allMatch(line -> line.startsWith(DOT))) {
      return Stream.of(items(false, lines, line -> line.substring(DOT.length())));
    }
    return lines.stream().map(line -> new Block.Paragraph(said(line), false));
  }

  private static Block items(boolean numbered, List<String> lines, UnaryOperator<String> bare) {
    return new Block.Items(numbered, lines.stream().map(line -> said(bare.apply(line))).toList());
  }

  /** A cell may be empty, also the last one. */
  private static List<String> cells(String line) {
    return Stream.of((line + " ").split(" \\| ", -1)).map(String::strip).toList();
  }

  private static List<Span> said(String text) {
    return List.of(new Span(Span.Kind.TEXT, text));
  }

  private static String line(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
