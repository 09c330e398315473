package dev.hufu.intake.event;

import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.event.EventValues;
import java.util.Optional;

/**
 * What a reader made of one line.
 *
 * <p>Example: {@code switch (row) { case EventRow.Accepted(int line, var event) -> …; case
 * EventRow.Refused(int line, var id, var refusal) -> …; }}
 */
public sealed interface EventRow {

  /** First line is 1. */
  int line();

  /** The event of a line. */
  record Accepted(int line, EventValues event) implements EventRow {}

  /**
   * A line without an event.
   *
   * @param id the event's id, where that much could be read
   * @param refusal why, with the line and column of what was refused; it quotes names and kinds,
   *     never a value
   */
  record Refused(int line, Optional<String> id, Refusal refusal) implements EventRow {}
}
