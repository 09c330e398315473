package dev.hufu.policy.backtest;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventDecision;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.event.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one or two packs over history. Features are read by the thread that brings the events; rules
 * are asked and counts are kept by another, some events behind. What it keeps does not grow with
 * the number of events.
 *
 * <p>Example: {@code for (event : history) backtest.accept(event, now); backtest.report()}.
 */
public final class Backtest {

  private final Labels labels;
  private final EventDecider decider;
  private final Tally tally;
  private final Optional<Against> against;
  private final Behind<Moment> behind;
  private final Map<Taken, Long> taken = new EnumMap<>(Taken.class);
  private final List<Otherwise> otherwise = new ArrayList<>();
  private Consumer<EventDecision> watch = decision -> {};
  private boolean watched;
  private boolean decides;
  private long decided;
  private long labelled;
  private long moved;
  private long firstAt = Long.MAX_VALUE;
  private long lastAt = Long.MIN_VALUE;

  /** The pack it is compared with, which decides after it. */
  private record Against(Companion companion, Tally tally, Differences differences) {

    static Against of(EventProgram program, EventDecider leader) {
      return new Against(
          new Companion(leader, program),
          new Tally(program),
          new Differences(program, leader.program()));
    }
  }

  /** One event as both packs read it. */
  private static final class Moment {
    final Reading reading;
    final Optional<Reading> theirs;
    @Nullable EventValues event;

    Moment(Reading reading, Optional<Reading> theirs) {
      this.reading = reading;
      this.theirs = theirs;
    }
  }

  /**
   * @param against the pack it is compared with, the one that is live for example; events it cannot
   *     hold are not compared
   */
  public Backtest(EventProgram pack, Optional<EventProgram> against, Labels labels) {
    this.labels = labels;
    this.decider = new EventDecider(pack);
    this.tally = new Tally(pack);
    this.against = against.map(program -> Against.of(program, decider));
    this.behind = new Behind<>(this::moment, this::count);
  }

  private Moment moment() {
    return new Moment(
        decider.newReading(), against.map(other -> other.companion.decider().newReading()));
  }

  /**
   * Before the first event: every decision of the pack is told, in order, by the thread that
   * decides.
   */
  public void watch(Consumer<EventDecision> each) {
    watch = each;
    watched = true;
  }

  /**
   * Takes the next event, in the order of arrival.
   *
   * @return what became of it on the side of the pack
   * @throws ArithmeticException if a sum of features or of all that was moved is beyond a long; the
   *     event is then not counted
   */
  public Taken accept(EventValues event, long nowMillis) {
    Moment moment = behind.item();
    decides = false;
    Taken outcome = decider.read(event, nowMillis, moment.reading);
    decides = moment.reading.decides();
    against.ifPresent(other -> other.companion.read(event, nowMillis, moment.theirs.orElseThrow()));
    taken.merge(outcome, 1L, Long::sum);
    if (outcome == Taken.COUNTED) {
      firstAt = Math.min(firstAt, event.at());
      lastAt = Math.max(lastAt, event.at());
    }
    if (decides || moment.theirs.isPresent() && moment.theirs.get().decides()) {
      // all sums of money that are kept are part of this one, so none of them can go over later
      moved = Math.addExact(moved, Math.absExact(amount(event)));
      moment.event = event;
      behind.filled();
    }
    return outcome;
  }

  private void count(Moment moment) {
    EventValues event = Objects.requireNonNull(moment.event);
    decider.decide(moment.reading);
    boolean beside =
        against.isPresent() && against.get().companion.decide(moment.theirs.orElseThrow(), event);
    if (decider.decided()) {
      count(event, beside);
    } else if (beside) {
      against.orElseThrow().differences.addOneSided();
    }
  }

  private void count(EventValues event, boolean beside) {
    decided++;
    Labels.Label label = labels.of(event);
    labelled += label == Labels.Label.UNKNOWN ? 0 : 1;
    long fen = amount(event);
    tally.add(event, decider.ruling(), label, fen);
    if (watched) {
      watch.accept(decider.decision(event));
    }
    if (against.isEmpty()) {
      return;
    }
    Against other = against.get();
    if (!beside) {
      other.differences.addOneSided();
      return;
    }
    EventDecider theirs = other.companion.decider();
    other.tally.add(event, theirs.ruling(), label, fen);
    Optional<Otherwise.Kind> kind = other.differences.add(event, theirs, decider, label);
    if (kind.isPresent() && otherwise.size() < Limits.SHADOW_DIFFERENCES_MAX) {
      otherwise.add(
          new Otherwise(
              kind.get(),
              Optional.of(theirs.decision(event)),
              Optional.of(decider.decision(event))));
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

  /** Whether the last event is decided upon. */
  public boolean decides() {
    return decides;
  }

  /** What was counted so far. */
  public BacktestReport report() {
    behind.settle();
    return new BacktestReport(
        Collections.unmodifiableMap(new EnumMap<>(taken)),
        decided,
        labelled,
        firstAt,
        lastAt,
        tally.arm(),
        against.map(other -> other.tally.arm()),
        against.map(other -> other.differences.between(other.tally, tally)));
  }

  /**
   * The first events that both packs decided upon and not alike, {@link
   * Limits#SHADOW_DIFFERENCES_MAX} of them at most.
   */
  public List<Otherwise> otherwise() {
    behind.settle();
    return List.copyOf(otherwise);
  }
}
