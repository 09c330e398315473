package dev.hufu.app.history;

import dev.hufu.intake.event.EventRow;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Taken;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes the events of files through a step, one after the other in the order of the lines, and
 * keeps account of each line.
 *
 * <p>Example: {@code new EventRun(files, now, false, refusals, progress).through(step)}.
 */
public final class EventRun {

  private final EventFiles files;
  private final long now;
  private final boolean stopAtFirst;
  private final Refusals refusals;
  private final Progress progress;
  private long read;
  private long decided;
  private long fed;

  /** What is done with each event. */
  public interface Step {

    /**
     * @param nowMillis the moment of receipt
     */
    Taken take(EventValues event, long nowMillis) throws IOException;

    /** Whether the event just taken was decided upon. */
    boolean decided();

    /** Whether nothing more is wanted. */
    default boolean enough() {
      return false;
    }
  }

  /**
   * @param now events from after this moment are refused
   * @param stopAtFirst whether the first refusal ends the run
   */
  public EventRun(
      EventFiles files, Instant now, boolean stopAtFirst, Refusals refusals, Progress progress) {
    this.files = files;
    this.now = now.toEpochMilli();
    this.stopAtFirst = stopAtFirst;
    this.refusals = refusals;
    this.progress = progress;
  }

  /** Runs to the end, or to the first refusal where that is wanted. */
  public RunTotals through(Step step) throws IOException {
    long start = System.nanoTime();
    boolean goesOn = true;
    try (RowQueue rows = new RowQueue(files)) {
      for (var batch = rows.take(); goesOn && batch.isPresent(); batch = rows.take()) {
        goesOn = through(batch.get(), step);
        progress.show(files.bytesRead(), read);
        if (!goesOn) {
          break;
        }
      }
    }
    refusals.sum();
    boolean stopped = !goesOn && !step.enough();
    return new RunTotals(
        read, decided, fed, refusals.count(), stopped, (System.nanoTime() - start) / 1e9);
  }

  private boolean through(RowQueue.Batch batch, Step step) throws IOException {
    for (EventRow row : batch.rows()) {
      read++;
      Optional<Refusal> refusal =
          switch (row) {
            case EventRow.Refused refused -> Optional.of(refused.refusal());
            case EventRow.Accepted(int line, EventValues event) ->
                take(step, event, new Position(batch.file(), line, 1));
          };
      refusal.ifPresent(refusals::add);
      if (refusal.isPresent() && stopAtFirst || step.enough()) {
        return false;
      }
    }
    return true;
  }

  private Optional<Refusal> take(Step step, EventValues event, Position where) throws IOException {
    Optional<Refusal> refusal = refusal(step, event, where, now);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (step.decided()) {
      decided++;
    } else {
      fed++;
    }
    return Optional.empty();
  }

  /** Takes one event; why it did not count, if it did not. */
  static Optional<Refusal> refusal(Step step, EventValues event, Position where, long nowMillis)
      throws IOException {
    Taken taken;
    try {
      taken = step.take(event, nowMillis);
    } catch (ArithmeticException wrapped) {
      return Optional.of(Refusal.of(Code.EVENT_NUMBER_TOO_LARGE, "sum(amount)").at(where));
    }
    return taken == Taken.COUNTED
        ? Optional.empty()
        : Optional.of(Refusal.of(Refusals.code(taken), event.id()).at(where));
  }
}
