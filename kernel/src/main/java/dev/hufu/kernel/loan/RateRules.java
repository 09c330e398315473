package dev.hufu.kernel.loan;

import dev.hufu.kernel.time.DatedSeries;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which rate counts in the term and after a due day, from what the two agreed, the cap, and the
 * reference rate.
 *
 * <p>Example: nothing agreed, due 2020-07-15, one-year LPR 3.85 on the day after: {@code
 * afterDue(due)} is 3.85 % as {@link RateBasis#REFERENCE_AT_DEFAULT}.
 *
 * @param inTerm agreed for the term; zero counts as none
 * @param afterDue agreed for the time after the due day
 * @param cap empty where no cap is known for the day of the contract: then nothing is limited
 * @param reference the series for the case that nothing is agreed
 */
public record RateRules(
    Optional<AnnualRate> inTerm,
    Optional<AnnualRate> afterDue,
    Optional<JudicialCap> cap,
    DatedSeries<AnnualRate> reference) {

  public RateRules {
    inTerm = inTerm.filter(rate -> !rate.isZero());
  }

  /** The rate before the due day; empty where the loan bears no interest. */
  public Optional<RateUsed> beforeDue() {
    return inTerm.map(rate -> limited(rate, RateBasis.AGREED, RateBasis.AGREED_CAPPED));
  }

  /** The rate after that due day; empty where nothing is agreed and the reference is not known. */
  public Optional<RateUsed> afterDue(LocalDate due) {
    if (afterDue.isPresent()) {
      return afterDue.map(
          rate -> limited(rate, RateBasis.AGREED_DEFAULT, RateBasis.AGREED_DEFAULT_CAPPED));
    }
    Optional<RateUsed> goesOn =
        beforeDue()
            .map(used -> new RateUsed(used.rate(), RateBasis.IN_TERM_GOES_ON, used.assumed()));
    LocalDate default1 = due.plusDays(1);
    return goesOn.or(
        () ->
            reference
                .lastKnown(default1)
                .map(
                    rate ->
                        new RateUsed(
                            rate,
                            RateBasis.REFERENCE_AT_DEFAULT,
                            default1.isAfter(reference.knownThrough()))));
  }

  private RateUsed limited(AnnualRate agreed, RateBasis within, RateBasis above) {
    return cap.filter(known -> known.exceededBy(agreed))
        .map(known -> new RateUsed(known.rate(), above, known.assumed()))
        .orElseGet(() -> new RateUsed(agreed, within, false));
  }
}
