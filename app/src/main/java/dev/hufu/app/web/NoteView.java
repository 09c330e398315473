package dev.hufu.app.web;

import dev.hufu.kernel.text.Wording;
import java.util.List;

/**
 * A page that only says something.
 *
 * @param code of a refusal, or empty
 */
public record NoteView(Wording title, List<Wording> lines, String code) {
  public NoteView {
    lines = List.copyOf(lines);
  }
}
