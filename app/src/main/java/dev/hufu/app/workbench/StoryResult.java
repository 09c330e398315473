package dev.hufu.app.workbench;

import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Finding;
import dev.hufu.kernel.decision.Reason;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.policy.event.EventDecision;
import dev.hufu.policy.trial.EventTrial;
import dev.hufu.policy.trial.PackTrial;
import java.util.List;
import java.util.Optional;

/**
 * How one test of a pack came out, whether it tells of a matter or of events.
 *
 * @param verdict empty where nothing was decided
 * @param reasons rules that lead, or that fired on the last event
 * @param fired every rule that fired
 * @param complaints what differs from what was expected
 */
public record StoryResult(
    String name,
    Position position,
    Optional<Verdict> verdict,
    List<String> reasons,
    List<String> fired,
    List<String> complaints) {

  public StoryResult {
    reasons = List.copyOf(reasons);
    fired = List.copyOf(fired);
    complaints = List.copyOf(complaints);
  }

  static StoryResult of(PackTrial.Result result) {
    return of(result.name(), result.position(), result.decision(), result.complaints());
  }

  /** A decision on a story whose expectations are not asked about. */
  static StoryResult of(String name, Position position, Decision decision) {
    return of(name, position, decision, List.of());
  }

  private static StoryResult of(
      String name, Position position, Decision decision, List<String> complaints) {
    return new StoryResult(
        name,
        position,
        Optional.of(decision.verdict()),
        decision.reasons().stream().map(Reason::rule).toList(),
        decision.findings().stream().map(Finding::rule).toList(),
        complaints);
  }

  static StoryResult of(EventTrial.Result result) {
    List<String> fired = result.decision().map(EventDecision::fired).orElse(List.of());
    return new StoryResult(
        result.name(),
        result.position(),
        result.decision().map(EventDecision::verdict),
        fired,
        fired,
        result.complaints());
  }

  public boolean passed() {
    return complaints.isEmpty();
  }
}
