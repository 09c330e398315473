package dev.hufu.policy.backtest;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.policy.backtest.Labels.Label;
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
  private final EventDecider decider;
  private final Tally tally;
  private final Optional<Beside> beside;
  private final long[] taken = new long[Taken.values().length];
  private long decided;
  private long labelled;
  private long firstAt = Long.MAX_VALUE;
  private long lastAt = Long.MIN_VALUE;

  /**
   * @param against the pack it is compared with, the one that is live for example; it decides on a
   *     thread of its own; events it cannot hold are not compared
   */
  public Backtest(EventProgram pack, Optional<EventProgram> against, Labels labels) {
    this.labels = labels;
    this.decider = new EventDecider(pack);
    this.tally = new Tally(pack);
    this.beside = against.map(program -> new Beside(program, decider, tally));
  }

  /**
   * Takes the next event, in the order of arrival.
   *
   * @return what became of it on the side of the pack
   */
  public Taken accept(EventValues event, long nowMillis) {
    Taken outcome = decider.step(event, nowMillis);
    taken[outcome.ordinal()]++;
    if (outcome == Taken.COUNTED) {
      firstAt = Math.min(firstAt, event.at());
      lastAt = Math.max(lastAt, event.at());
    }
    Label label = Label.UNKNOWN;
    long fen = 0;
    if (decider.decided()) {
      decided++;
      label = labels.of(event);
      labelled += label == Label.UNKNOWN ? 0 : 1;
      fen = amount(event);
    }
    if (beside.isPresent()) {
      beside.get().accept(decider, event, nowMillis, label, fen);
    } else if (decider.decided()) {
      tally.add(event, decider.ruling(), label, fen);
    }
    return outcome;
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
    return decider.decided();
  }

  /** The decision upon the last event, if it was decided upon. */
  public Optional<EventDecision> decision(EventValues event) {
    return decider.decided() ? Optional.of(decider.decision(event)) : Optional.empty();
  }

  /** What was counted so far. */
  public BacktestReport report() {
    beside.ifPresent(Beside::settle);
    Map<Taken, Long> became = new EnumMap<>(Taken.class);
    for (Taken outcome : Taken.values()) {
      if (taken[outcome.ordinal()] > 0) {
        became.put(outcome, taken[outcome.ordinal()]);
      }
    }
    return new BacktestReport(
        Collections.unmodifiableMap(became),
        decided,
        labelled,
        firstAt,
        lastAt,
        tally.arm(),
        beside.map(Beside::arm),
        beside.map(Beside::difference));
  }
}
