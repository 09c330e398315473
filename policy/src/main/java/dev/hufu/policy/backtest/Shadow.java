package dev.hufu.policy.backtest;

import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventDecision;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.event.Reading;
import java.util.Optional;

/**
 * A pack in the shadow of a live one: it decides upon each event after that one has, changes
 * nothing of it, and counts where the two differ. What it keeps does not grow with the stream.
 *
 * <p>Example: {@code live.step(event, now); shadow.take(event, now).ifPresent(this::list)}.
 */
public final class Shadow {

  private final EventDecider live;
  private final Companion companion;
  private final Reading reading;
  private final Tally before;
  private final Tally now;
  private final Differences differences;
  private long liveOnly;
  private long shadowOnly;

  /**
   * What was counted. The events that the live pack decided upon are {@code difference.same() +
   * difference.turned() + liveOnly}, always.
   *
   * @param liveOnly events that the shadow did not decide upon
   * @param shadowOnly events that only the shadow decided upon
   */
  public record Report(
      PackRef pack, long liveOnly, long shadowOnly, BacktestReport.Difference difference) {

    /** Events that both decided alike in everything. */
    public long same() {
      return difference.same() - difference.otherRules() - difference.otherScores();
    }

    public long decided() {
      return difference.same() + difference.turned() + liveOnly;
    }
  }

  /**
   * @param live decides first; who runs it steps it before each {@link #take}
   */
  public Shadow(EventDecider live, EventProgram shadow) {
    this.live = live;
    this.companion = new Companion(live, shadow);
    this.reading = companion.decider().newReading();
    this.before = new Tally(live.program());
    this.now = new Tally(shadow);
    this.differences = new Differences(live.program(), shadow);
  }

  /** Takes the event that the live pack has just taken; how the two differ upon it, if they do. */
  public Optional<Otherwise> take(EventValues event, long nowMillis) {
    companion.read(event, nowMillis, reading);
    boolean decided = companion.decide(reading, event);
    if (!live.decided() || !decided) {
      return oneSided(event, decided);
    }
    EventDecider shadow = companion.decider();
    before.add(event, live.ruling(), Labels.Label.UNKNOWN, 0);
    now.add(event, shadow.ruling(), Labels.Label.UNKNOWN, 0);
    return differences
        .add(event, live, shadow, Labels.Label.UNKNOWN)
        .map(
            kind ->
                new Otherwise(
                    kind, Optional.of(live.decision(event)), Optional.of(shadow.decision(event))));
  }

  private Optional<Otherwise> oneSided(EventValues event, boolean decided) {
    if (live.decided() == decided) {
      return Optional.empty();
    }
    differences.addOneSided();
    liveOnly += decided ? 0 : 1;
    shadowOnly += decided ? 1 : 0;
    EventDecider only = decided ? companion.decider() : live;
    Optional<EventDecision> decision = Optional.of(only.decision(event));
    return Optional.of(
        new Otherwise(
            Otherwise.Kind.ONE_SIDED,
            decided ? Optional.empty() : decision,
            decided ? decision : Optional.empty()));
  }

  /** What was counted so far. */
  public Report report() {
    return new Report(now.arm().pack(), liveOnly, shadowOnly, differences.between(before, now));
  }
}
