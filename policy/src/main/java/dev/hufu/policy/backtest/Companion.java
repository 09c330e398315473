package dev.hufu.policy.backtest;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.event.Reading;
import java.util.Optional;

/**
 * A pack that decides upon each event after another has, without a say in what that one does. Where
 * both have the same features it takes the other's; else it keeps its own, and an event of which it
 * cannot hold or count something it does not decide upon.
 *
 * <p>Example: {@code leader.step(event, now); companion.read(event, now, reading); if
 * (companion.decide(reading, event)) companion.decider()…}
 */
final class Companion {

  private final EventDecider leader;
  private final EventDecider decider;
  private final boolean following;
  private final Retyping retyping;

  Companion(EventDecider leader, EventProgram program) {
    this.leader = leader;
    this.decider = new EventDecider(program);
    this.following = decider.mayFollow(leader);
    this.retyping = new Retyping(program.policy().types());
  }

  /** Reads the event that the leader has just read, if it has features of its own. */
  void read(EventValues event, long nowMillis, Reading reading) {
    reading.clear();
    if (following) {
      return;
    }
    Optional<EventValues> theirs = retyping.of(event);
    try {
      theirs.ifPresent(values -> decider.read(values, nowMillis, reading));
    } catch (ArithmeticException tooLarge) {
      // a sum of its own features is beyond a long; the leader's account must not show that
      reading.clear();
    }
  }

  /**
   * Decides upon the event that the leader has just decided upon.
   *
   * @param event as the leader holds it
   * @return whether it decided upon it
   */
  boolean decide(Reading reading, EventValues event) {
    if (!following) {
      decider.decide(reading);
      return decider.decided();
    }
    if (leader.decided()) {
      decider.follow(leader, event);
    }
    return leader.decided();
  }

  EventDecider decider() {
    return decider;
  }
}
