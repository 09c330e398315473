package dev.hufu.policy.pack;

import dev.hufu.kernel.text.Wording;
import java.util.List;

/** Random phrases and gestures for a live call, and how to run it. */
public record Challenges(List<Wording> phrases, List<Wording> gestures, List<Wording> how) {

  public Challenges {
    phrases = List.copyOf(phrases);
    gestures = List.copyOf(gestures);
    how = List.copyOf(how);
  }
}
