package dev.hufu.kernel.loan;

import dev.hufu.kernel.time.DatedSeries;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The rate above which a court does not support private-loan interest. It is no rate anybody owes,
 * so it is a type of its own.
 *
 * <p>Example: with one-year LPR 3.00 since 2025-05-20, known through 2026-08-20, and multiple 4,
 * the cap of a loan formed 2026-11-21 is 12 %, <em>if</em> LPR is still 3.00: {@link #assumed} says
 * so.
 *
 * @param rate the cap itself
 * @param lpr the figure it is a multiple of
 * @param lprSince the day of that figure
 * @param formed the day the contract is formed, which decides
 * @param knownThrough until when the table of figures is known
 */
public record JudicialCap(
    AnnualRate rate,
    AnnualRate lpr,
    int multiple,
    LocalDate lprSince,
    LocalDate formed,
    LocalDate knownThrough) {

  /** The cap of a contract formed that day; empty before the first figure. */
  public static Optional<JudicialCap> at(
      LocalDate formed, DatedSeries<AnnualRate> lpr, int multiple) {
    return lpr.lastKnown(formed)
        .flatMap(
            figure ->
                lpr.since(formed)
                    .map(
                        since ->
                            new JudicialCap(
                                figure.times(multiple),
                                figure,
                                multiple,
                                since,
                                formed,
                                lpr.knownThrough())));
  }

  /** Whether the day lies past what the table knows: then the figure may have changed. */
  public boolean assumed() {
    return formed.isAfter(knownThrough);
  }

  public boolean exceededBy(AnnualRate agreed) {
    return agreed.compareTo(rate) > 0;
  }

  /** The part of an agreed rate that is protected. */
  public AnnualRate limit(AnnualRate agreed) {
    return exceededBy(agreed) ? rate : agreed;
  }
}
