package dev.hufu.policy.paper;

import java.util.List;

/**
 * A paper as one well-formed XHTML document, for a browser and for a renderer of PDF. Everything is
 * escaped; characters that XML does not know become U+FFFD. Classes: {@code paper}, {@code filled},
 * {@code blank}, {@code small}, {@code num}, {@code signatures}.
 */
public final class PaperXhtml {

  private PaperXhtml() {}

  public static String write(Paper paper) {
    StringBuilder out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n")
        .append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
        .append(paper.lang().tag())
        .append("\" xml:lang=\"")
        .append(paper.lang().tag())
        .append("\">\n<head>\n<title>")
        .append(escape(paper.title()))
        .append("</title>\n</head>\n<body>\n<article class=\"paper paper--")
        .append(escape(paper.id()))
        .append("\">\n<h1>")
        .append(escape(paper.title()))
        .append("</h1>\n");
    paper.blocks().forEach(block -> write(block, out));
    return out.append("</article>\n</body>\n</html>\n").toString();
  }

  private static void write(Block block, StringBuilder out) {
    switch (block) {
      case Block.Heading(var text) -> out.append("<h2>").append(escape(text)).append("</h2>\n");
      case Block.Paragraph(var spans, var small) ->
          out.append(small ? "<p class=\"small\">" : "<p>").append(spans(spans)).append("</p>\n");
      case Block.Items(var numbered, var items) -> {
        out.append(numbered ? "<ol>\n" : "<ul>\n");
        items.forEach(item -> out.append("<li>").append(spans(item)).append("</li>\n"));
        out.append(numbered ? "</ol>\n" : "</ul>\n");
      }
      case Block.Table(var head, var rows) -> table(head, rows, out);
      case Block.Signatures(var places) -> signatures(places, out);
    }
  }

  private static void table(List<String> head, List<List<String>> rows, StringBuilder out) {
    out.append("<table>\n<thead><tr>");
    head.forEach(cell -> out.append("<th>").append(escape(cell)).append("</th>"));
    out.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      out.append("<tr>");
      for (String cell : row) {
        boolean number = cell.matches("[\\d,.%\\u00a0 -]+");
        out.append(number ? "<td class=\"num\">" : "<td>").append(escape(cell)).append("</td>");
      }
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  private static void signatures(List<Block.Place> places, StringBuilder out) {
    out.append("<div class=\"signatures\">\n");
    for (Block.Place place : places) {
      out.append("<div class=\"signature signature--")
          .append(escape(place.party()))
          .append("\"><p class=\"role\">")
          .append(escape(place.role()))
          .append("</p><p class=\"name\">")
          .append(place.name().map(PaperXhtml::escape).orElse("<span class=\"blank\">　</span>"))
          .append("</p><p class=\"sign\"> </p></div>\n");
    }
    out.append("</div>\n");
  }

  private static String spans(List<Span> spans) {
    StringBuilder out = new StringBuilder();
    for (Span span : spans) {
      String text = escape(span.text());
      out.append(
          switch (span.kind()) {
            case TEXT -> text;
            case FILLED -> "<span class=\"filled\">" + text + "</span>";
            case BLANK -> "<span class=\"blank\">" + text + "</span>";
          });
    }
    return out.toString();
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(known(c) ? c : 0xfffd);
              }
            });
    return out.toString();
  }

  /** The characters of XML 1.0, without the discouraged controls. */
  private static boolean known(int c) {
    return c == '\t'
        || c == '\n'
        || c >= 0x20 && c <= 0xd7ff && !(c >= 0x7f && c <= 0x9f)
        || c >= 0xe000 && c <= 0xfffd
        || c >= 0x10000;
  }
}
