package dev.hufu.app.web;

import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One question a screen, for somebody who helps. What is known so far travels in hidden fields, so
 * nothing is kept before the last screen and no screen can run out of time.
 *
 * @param field the question of this screen, or empty on the first, where the chat goes
 * @param kept posted name to value of everything answered on other screens
 * @param number this screen, from 1
 * @param known what is known, in words
 */
public record OneByOneView(
    Optional<Field> field,
    String chat,
    boolean fromShots,
    SortedMap<String, String> kept,
    int number,
    int total,
    List<Known> known,
    List<Problem> problems) {

  /** Something already answered or read. */
  public record Known(Wording question, Wording answer) {}

  public OneByOneView {
    known = List.copyOf(known);
    problems = List.copyOf(problems);
  }

  public boolean last() {
    return number == total;
  }

  /** The screen this one is, as it is posted. */
  public String at() {
    return field.map(Field::name).orElse("chat");
  }
}
