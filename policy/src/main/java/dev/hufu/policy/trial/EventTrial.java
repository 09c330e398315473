package dev.hufu.policy.trial;

import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventDecision;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.pack.EventTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the stories of a pack over events: each from an empty state, and what came out for the last
 * event held against what its author expected.
 *
 * <p>Example: {@code EventTrial.run(new EventProgram(pack))}.
 */
public final class EventTrial {

  /** One story: its last decision, and what differs from what was expected. */
  public record Result(
      String name, Position position, Optional<EventDecision> decision, List<String> complaints) {

    public Result {
      complaints = List.copyOf(complaints);
    }

    public boolean passed() {
      return complaints.isEmpty();
    }
  }

  private EventTrial() {}

  public static List<Result> run(EventProgram program) {
    return program.policy().tests().stream().map(test -> run(test, program)).toList();
  }

  private static Result run(EventTest test, EventProgram program) {
    EventDecider decider = new EventDecider(program);
    List<String> complaints = new ArrayList<>();
    Optional<EventDecision> decision = Optional.empty();
    for (EventValues event : test.events()) {
      Taken taken = decider.step(event, event.at());
      if (taken != Taken.COUNTED) {
        complaints.add("event " + event.id() + " is refused: " + taken);
      }
      decision = decider.decided() ? Optional.of(decider.decision(event)) : Optional.empty();
    }
    if (decision.isEmpty()) {
      complaints.add("the last event is not decided upon");
    }
    decision.ifPresent(made -> complain(test.expect(), made, complaints));
    return new Result(test.name(), test.position(), decision, complaints);
  }

  private static void complain(
      EventTest.Expect expect, EventDecision decision, List<String> complaints) {
    if (decision.verdict() != expect.verdict()) {
      complaints.add(
          "verdict is "
              + decision.verdict().id()
              + " (risk "
              + decision.risk()
              + ", fired "
              + decision.fired()
              + "), expected "
              + expect.verdict().id());
    }
    String leading = decision.leading().orElse("none");
    expect
        .typology()
        .filter(typology -> !typology.equals(leading))
        .ifPresent(typology -> complaints.add("typology is " + leading + ", expected " + typology));
    expect.fired().stream()
        .filter(rule -> !decision.fired().contains(rule))
        .forEach(rule -> complaints.add(rule + " did not fire; fired " + decision.fired()));
    expect.notFired().stream()
        .filter(decision.fired()::contains)
        .forEach(rule -> complaints.add(rule + " fired and should not have"));
    expect.undetermined().stream()
        .filter(rule -> !decision.undetermined().contains(rule))
        .forEach(rule -> complaints.add(rule + " is not open; open " + decision.undetermined()));
  }
}
