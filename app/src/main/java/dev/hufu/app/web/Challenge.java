package dev.hufu.app.web;

import dev.hufu.app.request.PackView;
import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the other side must say and do on a live call, drawn at random, so that no recording and no
 * prepared face can know it.
 */
public record Challenge(Wording phrase, Wording gesture, List<Wording> how) {

  public Challenge {
    how = List.copyOf(how);
  }

  static Challenge draw(PackView.Challenges from, RandomGenerator random) {
    return new Challenge(
        from.phrases().get(random.nextInt(from.phrases().size())),
        from.gestures().get(random.nextInt(from.gestures().size())),
        from.how());
  }
}
