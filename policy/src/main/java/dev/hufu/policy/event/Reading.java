package dev.hufu.policy.event;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a decider read of one event and has yet to decide upon: the event, its fields and features.
 * It is filled again and again, for one event at a time.
 *
 * <p>Example: {@code decider.read(event, now, reading)} on one thread, {@code
 * decider.decide(reading)} on the next.
 */
public final class Reading {

  /** A row for each kind of event that is decided upon, made when it is first wanted. */
  private final @Nullable Row[] rows;

  private @Nullable EventValues event;
  private EventDecider.@Nullable Desk desk;

  Reading(int kinds) {
    rows = new Row[kinds];
  }

  /** The row to be filled for an event of a kind. */
  Row rowFor(EventDecider.Desk kind) {
    Row row = rows[kind.number];
    if (row == null) {
      row = new Row(kind.lane.columns());
      rows[kind.number] = row;
    }
    return row;
  }

  /** The row of that kind is filled. */
  void hold(EventValues filled, EventDecider.Desk kind) {
    event = filled;
    desk = kind;
  }

  /** Leaves nothing to decide. */
  public void clear() {
    event = null;
    desk = null;
  }

  /** The event to decide upon. */
  public EventValues event() {
    return Objects.requireNonNull(event);
  }

  /** Whether there is anything to decide. */
  public boolean decides() {
    return desk != null;
  }

  EventDecider.Desk desk() {
    return Objects.requireNonNull(desk);
  }

  /** Its fields and features. */
  Row row() {
    return Objects.requireNonNull(rows[desk().number]);
  }
}
