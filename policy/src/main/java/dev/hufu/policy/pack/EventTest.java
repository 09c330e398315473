package dev.hufu.policy.pack;

import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventValues;
import java.util.List;
import java.util.Optional;

/** One story of a pack over events: what happened, and how the last event must be decided. */
public record EventTest(String name, Position position, List<EventValues> events, Expect expect) {

  public EventTest {
    events = List.copyOf(events);
  }

  /** What must come out; only the verdict is required. */
  public record Expect(
      Verdict verdict,
      Optional<String> typology,
      List<String> fired,
      List<String> notFired,
      List<String> undetermined) {}
}
