package dev.hufu.app.web;

import dev.hufu.kernel.script.Turn;
import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Optional;

/**
 * The page on which somebody brings a chat and answers questions.
 *
 * @param matterId the matter that is changed, or empty for a new one
 * @param chat what stands in the box
 * @param turns the chat as it was understood, empty if nothing was read yet
 * @param fromShots whether the box was just filled from screenshots and waits for correction
 * @param problems above the form; those of single fields stand at the fields, too
 */
public record RequestView(
    Optional<String> matterId,
    String chat,
    List<Turn> turns,
    boolean fromShots,
    List<Group> groups,
    List<Problem> problems) {

  /**
   * Questions under one heading.
   *
   * @param lead whether they stand open; the others are folded until somebody knows more
   */
  public record Group(String id, Wording title, boolean lead, List<Field> fields) {
    public Group {
      fields = List.copyOf(fields);
    }

    /** Whether somebody has answered here already, or has to answer again. */
    public boolean touched() {
      return fields.stream()
          .anyMatch(
              field ->
                  field.problem().isPresent() || !(field.value().isEmpty() || field.fromChat()));
    }
  }

  public RequestView {
    turns = List.copyOf(turns);
    groups = List.copyOf(groups);
    problems = List.copyOf(problems);
  }

  /** The first lines only: the rest stands in the box above. */
  public List<Turn> turnsShown() {
    return turns.subList(0, Math.min(turns.size(), 12));
  }

  public boolean wrong(String field) {
    return problems.stream().anyMatch(problem -> problem.field().equals(field));
  }
}
