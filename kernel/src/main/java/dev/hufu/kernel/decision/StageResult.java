package dev.hufu.kernel.decision;

import dev.hufu.kernel.matter.Stage;
import dev.hufu.kernel.text.Wording;

/** How one stage stands: its state and a few words, such as "对上 0 / 3". */
public record StageResult(Stage stage, State state, Wording words) {

  /** Done, the one to work on now, or not reached. */
  public enum State {
    DONE,
    NOW,
    OPEN
  }
}
