package dev.hufu.app.lending;

import dev.hufu.policy.paper.Block;
import dev.hufu.policy.paper.Paper;
import dev.hufu.policy.paper.PaperText;
import dev.hufu.policy.paper.PaperXhtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A letter as the pack drafts it, parted into what goes out and what is only to be looked at.
 *
 * @param drafted what goes out, as drafted today
 * @param notes what the pack says after the paper; no part of it
 * @param english the draft for a reader of English, as markup
 * @param edited what its writer made of it
 */
record Letter(Paper drafted, List<String> notes, String english, Optional<String> edited) {

  Letter {
    notes = List.copyOf(notes);
  }

  /** Small print begins what is not the paper itself. */
  static Letter of(Paper zh, Paper en, Optional<String> edited) {
    int end = ends(zh);
    List<String> notes = new ArrayList<>();
    zh.blocks().stream()
        .skip(end)
        .map(block -> PaperText.write(new Paper("", "", zh.lang(), List.of(block))).strip())
        .forEach(text -> notes.addAll(text.lines().map(Letter::bare).toList()));
    return new Letter(whole(zh, end), notes, markup(whole(en, ends(en))), edited);
  }

  private static String bare(String line) {
    return line.startsWith("· ") ? line.substring(2) : line;
  }

  private static int ends(Paper paper) {
    for (int i = 0; i < paper.blocks().size(); i++) {
      if (paper.blocks().get(i) instanceof Block.Paragraph(var _, var small) && small) {
        return i;
      }
    }
    return paper.blocks().size();
  }

  private static Paper whole(Paper paper, int end) {
    return new Paper(
        paper.id(), paper.title(), paper.lang(), List.copyOf(paper.blocks().subList(0, end)));
  }

  private static String markup(Paper paper) {
    String xhtml = PaperXhtml.write(paper);
    return xhtml
        .substring(xhtml.indexOf("<h1>"), xhtml.indexOf("</article>"))
        .replace("<h2>", "<h4>")
        .replace("</h2>", "</h4>")
        .replace("<h1>", "<h3>")
        .replace("</h1>", "</h3>");
  }

  String text() {
    return edited.orElseGet(() -> PaperText.write(drafted).strip());
  }

  /** The text is personal. */
  @Override
  public String toString() {
    return "Letter[" + drafted.id() + "]";
  }
}
