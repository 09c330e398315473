package dev.hufu.app.lending;

import dev.hufu.kernel.text.Lang;
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
record Letter(
    Paper drafted, List<LetterView.Notes> notes, String english, Optional<String> edited) {

  Letter {
    notes = List.copyOf(notes);
  }

  /**
   * Small print begins what is not the paper itself.
   *
   * @param lang of the notes
   */
  static Letter of(Paper zh, Paper en, Lang lang, Optional<String> edited) {
    Paper told = lang == Lang.EN ? en : zh;
    List<Block> rest = told.blocks().subList(ends(told), told.blocks().size());
    return new Letter(whole(zh, ends(zh)), notes(rest, told), markup(whole(en, ends(en))), edited);
  }

  /** One group a heading; a line that only announces headings is left out. */
  private static List<LetterView.Notes> notes(List<Block> rest, Paper told) {
    List<LetterView.Notes> notes = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    String heading = "";
    for (Block block : rest.subList(rest.size() > 1 ? 1 : 0, rest.size())) {
      if (block instanceof Block.Heading(var text)) {
        add(notes, heading, lines);
        heading = text;
      } else {
        String text = PaperText.write(new Paper("", "", told.lang(), List.of(block))).strip();
        lines.addAll(text.lines().map(Letter::bare).toList());
      }
    }
    add(notes, heading, lines);
    return notes;
  }

  private static void add(List<LetterView.Notes> notes, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      notes.add(new LetterView.Notes(heading, lines, notes.isEmpty()));
      lines.clear();
    }
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
