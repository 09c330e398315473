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
  private final Optional<Side> against;
  private final Optional<Retyping> retyping;

  /** Whether both have the same features, which then are computed once. */
  private final boolean following;

  private final Differences differences = new Differences();
  private final Map<Taken, Long> taken = new EnumMap<>(Taken.class);
  private long decided;
  private long labelled;
  private long firstAt = Long.MAX_VALUE;
  private long lastAt = Long.MIN_VALUE;

  /** One pack with its decider and its counts. */
  private record Side(EventDecider decider, Tally tally) {

    static Side of(EventProgram program) {
      return new Side(new EventDecider(program), new Tally(program));
    }
  }

  /**
   * @param against the pack it is compared with, the one that is live for example; events it cannot
   *     hold are not compared
   */
  public Backtest(EventProgram pack, Optional<EventProgram> against, Labels labels) {
    this.labels = labels;
    this.pack = Side.of(pack);
    this.against = against.map(Side::of);
    this.following =
        this.against.map(side -> side.decider.mayFollow(this.pack.decider)).orElse(false);
    this.retyping = against.map(program -> new Retyping(program.policy().types()));
  }

  /**
   * Takes the next event, in the order of arrival.
   *
   * @return what became of it on the side of the pack
   */
  public Taken accept(EventValues event, long nowMillis) {
    Taken outcome = pack.decider.step(event, nowMillis);
    boolean beside = against.isPresent() && besides(against.get(), event, nowMillis);
    taken.merge(outcome, 1L, Long::sum);
    if (outcome == Taken.COUNTED) {
      firstAt = Math.min(firstAt, event.at());
      lastAt = Math.max(lastAt, event.at());
    }
    if (pack.decider.decided()) {
      count(event, beside);
    } else if (beside) {
      differences.addOneSided();
    }
    return outcome;
  }

  /** Whether the other pack decided upon the event. */
  private boolean besides(Side side, EventValues event, long nowMillis) {
    if (following) {
      if (pack.decider.decided()) {
        side.decider.follow(pack.decider, event);
      }
      return pack.decider.decided();
    }
    Optional<EventValues> theirs = retyping.flatMap(to -> to.of(event));
    theirs.ifPresent(values -> side.decider.step(values, nowMillis));
    return theirs.isPresent() && side.decider.decided();
  }

  private void count(EventValues event, boolean beside) {
    decided++;
    Labels.Label label = labels.of(event);
    labelled += label == Labels.Label.UNKNOWN ? 0 : 1;
    long fen = amount(event);
    pack.tally.add(event, pack.decider.ruling(), label, fen);
    if (against.isPresent() && beside) {
      Side side = against.get();
      side.tally.add(event, side.decider.ruling(), label, fen);
      differences.add(event, side.decider, pack.decider, label);
    } else if (against.isPresent()) {
      differences.addOneSided();
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

  /** What was counted so far. */
  public BacktestReport report() {
    return new BacktestReport(
        Collections.unmodifiableMap(new EnumMap<>(taken)),
        decided,
        labelled,
        firstAt,
        lastAt,
        pack.tally.arm(),
        against.map(side -> side.tally.arm()),
        against.map(side -> differences.between(side.tally, pack.tally)));
  }
}
