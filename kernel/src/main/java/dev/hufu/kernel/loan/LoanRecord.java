package dev.hufu.kernel.loan;

import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What happened after the money was agreed upon.
 *
 * @param received what arrived at the borrower's; empty while nothing is known
 * @param confirmed the sum that both agreed upon later; what was paid before it is settled by it
 * @param restarts demands, acknowledgements and suits
 * @param evidence ids of the items of evidence that are at hand, as the pack names them
 * @param factors ids of the factors of authenticity that were looked at and hold
 */
public record LoanRecord(
    List<Movement> received,
    List<Movement> payments,
    List<Movement> costs,
    Optional<Confirmed> confirmed,
    List<LimitationClock.Restart> restarts,
    Set<String> evidence,
    Set<String> factors,
    Court court) {

  /** A sum that both named, with its days of repayment. */
  public record Confirmed(LocalDate day, Fen sum, String how, List<RepaymentPlan.Part> parts) {

    public Confirmed {
      parts = List.copyOf(parts);
    }
  }

  /**
   * What the choice of court rests on; nothing is assumed.
   *
   * @param agreed the court the two agreed upon in writing
   * @param provinceWage the average annual wage of the province in the year before
   */
  public record Court(Optional<String> agreed, Optional<Fen> provinceWage) {}

  public LoanRecord {
    received = List.copyOf(received);
    payments = List.copyOf(payments);
    costs = List.copyOf(costs);
    restarts = List.copyOf(restarts);
    evidence = Set.copyOf(evidence);
    factors = Set.copyOf(factors);
  }
}
