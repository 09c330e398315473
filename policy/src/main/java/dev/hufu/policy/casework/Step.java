package dev.hufu.policy.casework;

import dev.hufu.policy.pack.CasePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A task of a plan as it stands.
 *
 * @param doneAt when it was done; empty while it is open
 * @param waitsFor open tasks of the same plan that come first
 * @param clocks of the task that have begun
 * @param offered events that may be entered now
 * @param raised whether a clock that ended leads here
 */
public record Step(
    CasePolicy.Task task,
    Optional<Instant> doneAt,
    List<CasePolicy.Task> waitsFor,
    List<Running> clocks,
    List<CasePolicy.Event> offered,
    boolean raised) {

  public Step {
    waitsFor = List.copyOf(waitsFor);
    clocks = List.copyOf(clocks);
    offered = List.copyOf(offered);
  }

  public boolean done() {
    return doneAt.isPresent();
  }
}
