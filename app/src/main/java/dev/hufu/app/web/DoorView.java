package dev.hufu.app.web;

import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Optional;

/**
 * A door whose room is not whole: what is missing, and what can be done today.
 *
 * @param first where a part of it is built: its address
 */
public record DoorView(Wording title, Wording state, List<Wording> steps, Optional<String> first) {
  public DoorView {
    steps = List.copyOf(steps);
  }
}
