package dev.hufu.app.lending;

import dev.hufu.app.web.Problem;
import dev.hufu.app.web.words.LendingWords;
import dev.hufu.kernel.text.Wording;
import java.time.LocalDate;
import java.util.List;

/**
 * A letter to be read, changed and printed.
 *
 * @param text as it stands, {@code edited} if its writer changed it
 * @param notes what to look at before it goes out; no part of it
 * @param english the same as drafted, in English, as markup
 */
public record LetterView(
    String matter,
    String paper,
    String text,
    boolean edited,
    List<Notes> notes,
    String english,
    LocalDate today,
    List<Problem> problems) {

  /**
   * What to look at.
   *
   * @param first whether they stand open
   */
  public record Notes(String heading, List<String> lines, boolean first) {
    public Notes {
      lines = List.copyOf(lines);
    }
  }

  public LetterView {
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  public String at() {
    return "/m/" + matter + "/loan/paper/" + paper;
  }

  public Wording title() {
    return demand() ? LendingWords.DEMAND : LendingWords.CLAIM;
  }

  public boolean demand() {
    return paper.equals("demand");
  }

  /** The text is personal. */
  @Override
  public String toString() {
    return "LetterView[" + matter + ", " + paper + "]";
  }
}
