package dev.hufu.app.web;

import dev.hufu.kernel.text.Wording;
import java.util.List;

/** A door whose room is not built: what is missing, and what can be done today. */
public record DoorView(Wording title, Wording state, List<Wording> steps) {
  public DoorView {
    steps = List.copyOf(steps);
  }
}
