package dev.hufu.kernel.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a clock ends.
 *
 * @param at the first moment after it; of a whole day the midnight that follows
 * @param wholeDay counted in days: the end is a date, not a minute
 * @param holidaysKnownThrough the last day whose holidays are known, where the count of working
 *     days went on behind it with Mondays to Fridays alone; say so wherever the end is shown
 */
public record Due(Instant at, boolean wholeDay, Optional<LocalDate> holidaysKnownThrough) {

  public Due(Instant at, boolean wholeDay) {
    this(at, wholeDay, Optional.empty());
  }

  /** The day on which it ends. */
  public LocalDate day(ZoneId zone) {
    Instant last = wholeDay ? at.minusNanos(1) : at;
    return last.atZone(zone).toLocalDate();
  }

  public boolean over(Instant now) {
    return !now.isBefore(at);
  }
}
