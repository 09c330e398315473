package dev.hufu.policy.paper;

import java.util.List;

/**
 * A paper as one well-formed XHTML document, for a browser and for a renderer of PDF. Everything is
 * escaped; characters that XML does not know become U+FFFD. There is no document type, no style and
 * nothing to fetch. What was filled in is {@code u}, a line to write on {@code u.blank}; an empty
 * {@code #seal-lender} keeps the place of the lender's seal.
 */
public final class PaperXhtml {

  private PaperXhtml() {}

  public static String write(Paper paper) {
    StringBuilder out = new StringBuilder();
    out.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
        .append(paper.lang().tag())
        .append("\" xml:lang=\"")
        .append(paper.lang().tag())
        .append("\">\n<head>\n<title>")
        .append(escape(paper.title()))
        .append("</title>\n</head>\n<body class=\"doc\">\n<article class=\"paper paper--")
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

  /** Two in a row; the empty element below each name keeps the place of a seal. */
  private static void signatures(List<Block.Place> places, StringBuilder out) {
    out.append("<div class=\"doc__sig\">\n<table>\n");
    for (int i = 0; i < places.size(); i++) {
      Block.Place place = places.get(i);
      out.append(i % 2 == 0 ? "<tr>" : "")
          .append("<td><p class=\"who\">")
          .append(escape(place.role()))
          .append("</p><p>")
          .append(place.name().map(PaperXhtml::escape).orElse("<u class=\"blank\">　　　</u>"))
          .append("</p><div class=\"seal\" id=\"seal-")
          .append(escape(place.party()))
          .append("\"></div></td>")
          .append(i % 2 == 1 || i == places.size() - 1 ? "</tr>\n" : "");
    }
    out.append("</table>\n</div>\n");
  }

  private static String spans(List<Span> spans) {
    StringBuilder out = new StringBuilder();
    for (Span span : spans) {
      String text = escape(span.text());
      out.append(
          switch (span.kind()) {
            case TEXT -> text;
            case FILLED -> "<u>" + text + "</u>";
            case BLANK -> "<u class=\"blank\">" + text + "</u>";
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
