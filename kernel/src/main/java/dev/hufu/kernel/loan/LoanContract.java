package dev.hufu.kernel.loan;

import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What two people agree when one lends to the other: the content of the IOU.
 *
 * <p>Empty means "not said", which is no default: without a rate the loan bears no interest,
 * without a plan it is repaid on demand.
 *
 * @param sum as written on the paper
 * @param defaultRate for the time after the due day
 * @param place where it is performed, which helps to find the court
 * @param delivery how the money is given, {@code repayment} how it comes back
 */
public record LoanContract(
    Party lender,
    Party borrower,
    Optional<Party> witness,
    Optional<Guarantee> guarantee,
    Fen sum,
    Optional<String> use,
    LocalDate signedOn,
    Optional<AnnualRate> rate,
    Optional<AnnualRate> defaultRate,
    Optional<RepaymentPlan> plan,
    DayCount year,
    Optional<String> place,
    Optional<String> delivery,
    Optional<String> repayment,
    List<Attachment> attachments) {

  public LoanContract {
    attachments = List.copyOf(attachments);
  }
}
