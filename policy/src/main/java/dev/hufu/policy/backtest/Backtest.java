package dev.hufu.policy.backtest;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventDecision;
import dev.hufu.policy.event.EventProgram;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Runs one or two packs over history. What it keeps does not grow with the number of events.
 *
 * <p>Example: {@code for (event : history) backtest.accept(event, now); backtest.report()}.
 */
public final class Backtest {

  private final Labels labels;
  private final Side pack;
  private final Optional<Against> against;
  private final Map<Taken, Long> taken = new EnumMap<>(Taken.class);
  private long decided;
  private long labelled;
  private long firstAt = Long.MAX_VALUE;
  private long lastAt = Long.MIN_VALUE;
  private Optional<Otherwise.Kind> last = Optional.empty();

  /** One pack with its decider and its counts. */
  private record Side(EventDecider decider, Tally tally) {

    static Side of(EventProgram program) {
      return new Side(new EventDecider(program), new Tally(program));
    }
  }

  /** The pack it is compared with, which decides after it. */
  private record Against(Companion companion, Tally tally, Differences differences) {

    static Against of(EventProgram program, EventDecider leader) {
      return new Against(
          new Companion(leader, program),
          new Tally(program),
          new Differences(program, leader.program()));
    }
  }

  /**
   * @param against the pack it is compared with, the one that is live for example; events it cannot
   *     hold are not compared
   */
  public Backtest(EventProgram pack, Optional<EventProgram> against, Labels labels) {
    this.labels = labels;
    this.pack = Side.of(pack);
    this.against = against.map(program -> Against.of(program, this.pack.decider));
  }

  /**
   * Takes the next event, in the order of arrival.
   *
   * @return what became of it on the side of the pack
   */
  public Taken accept(EventValues event, long nowMillis) {
    Taken outcome = pack.decider.step(event, nowMillis);
    boolean beside = against.isPresent() && against.get().companion.take(event, nowMillis);
    last = Optional.empty();
    taken.merge(outcome, 1L, Long::sum);
    if (outcome == Taken.COUNTED) {
      firstAt = Math.min(firstAt, event.at());
      lastAt = Math.max(lastAt, event.at());
    }
    if (pack.decider.decided()) {
      count(event, beside);
    } else if (beside) {
      oneSided(against.get());
    }
    return outcome;
  }

  private void oneSided(Against other) {
    other.differences.addOneSided();
    last = Optional.of(Otherwise.Kind.ONE_SIDED);
  }

  private void count(EventValues event, boolean beside) {
    decided++;
    Labels.Label label = labels.of(event);
    labelled += label == Labels.Label.UNKNOWN ? 0 : 1;
    long fen = amount(event);
    pack.tally.add(event, pack.decider.ruling(), label, fen);
    if (against.isPresent() && beside) {
      Against other = against.get();
      EventDecider theirs = other.companion.decider();
      other.tally.add(event, theirs.ruling(), label, fen);
      last = other.differences.add(event, theirs, pack.decider, label);
    } else if (against.isPresent()) {
      oneSided(against.get());
    }
  }

  private static long amount(EventValues event) {
    OptionalInt place = event.type().find("amount");
    boolean there =
        place.isPresent()
            && event.known(place.getAsInt())
            && event.type().fields().get(place.getAsInt()).kind() == FieldKind.AMOUNT;
    return there ? event.number(place.getAsInt()) : 0;
  }

  /** Whether the last event was decided upon. */
  public boolean decided() {
    return pack.decider.decided();
  }

  /** The decision upon the last event, if it was decided upon. */
  public Optional<EventDecision> decision(EventValues event) {
    return pack.decider.decided() ? Optional.of(pack.decider.decision(event)) : Optional.empty();
  }

  /** How the last event was decided otherwise, if it was. */
  public Optional<Otherwise> otherwise(EventValues event) {
    if (last.isEmpty() || against.isEmpty()) {
      return Optional.empty();
    }
    Companion other = against.get().companion;
    boolean both = last.get() != Otherwise.Kind.ONE_SIDED;
    return Optional.of(
        new Otherwise(
            last.get(),
            both || !decided() ? Optional.of(other.decider().decision(event)) : Optional.empty(),
            decision(event)));
  }

  /** What was counted so far. */
  public BacktestReport report() {
    return new BacktestReport(
        Collections.unmodifiableMap(new EnumMap<>(taken)),
        decided,
        labelled,
        firstAt,
        lastAt,
        pack.tally.arm(),
        against.map(other -> other.tally.arm()),
        against.map(other -> other.differences.between(other.tally, pack.tally)));
  }
}
