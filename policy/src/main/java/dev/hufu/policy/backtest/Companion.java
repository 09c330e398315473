package dev.hufu.policy.backtest;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventProgram;
import java.util.Optional;

/**
 * A pack that decides upon each event after another has, without a say in what that one does. Where
 * both have the same features it takes the other's; else it keeps its own, and an event of which it
 * cannot hold or count something it does not decide upon.
 *
 * <p>Example: {@code leader.step(event, now); if (companion.take(event, now)) companion.decider()…}
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

  /**
   * Takes the event that the leader has just taken.
   *
   * @return whether it decided upon it
   */
  boolean take(EventValues event, long nowMillis) {
    if (following) {
      if (leader.decided()) {
        decider.follow(leader, event);
      }
      return leader.decided();
    }
    Optional<EventValues> theirs = retyping.of(event);
    try {
      theirs.ifPresent(values -> decider.step(values, nowMillis));
    } catch (ArithmeticException tooLarge) {
      // a sum of its own features is beyond a long; the leader's account must not show that
      return false;
    }
    return theirs.isPresent() && decider.decided();
  }

  EventDecider decider() {
    return decider;
  }
}
