package dev.hufu.policy.paper;

import java.util.List;
import java.util.stream.Collectors;

/** A paper as plain text, to be read in a terminal or pasted. */
public final class PaperText {

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
              .append(numbered ? (i + 1) + ". " : "· ")
              .append(line(items.get(i)));
        }
        yield out.toString();
      }
      case Block.Table(var head, var rows) ->
          String.join(" | ", head)
              + rows.stream()
                  .map(row -> "\n" + String.join(" | ", row))
                  .collect(Collectors.joining());
      case Block.Signatures(var places) ->
          places.stream()
              .map(place -> place.role() + " " + place.name().orElse("________"))
              .collect(Collectors.joining("\n"));
    };
  }

  private static String line(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
