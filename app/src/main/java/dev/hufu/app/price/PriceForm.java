package dev.hufu.app.price;

/**
 * A loan as somebody typed it; what is blank is not said.
 *
 * @param received what arrived
 * @param payments as {@link dev.hufu.intake.price.RepaymentText} reads them
 * @param every the period of the payments, such as {@code month} or {@code 10 days}
 * @param first the first due day, {@code drawn} the day the money arrived
 * @param face the sum on paper
 * @param rate the annual rate in the contract, in percent
 * @param reported an annual rate somebody else says, in percent
 * @param claimed what is demanded besides
 * @param lender a {@link dev.hufu.policy.price.LenderKind}
 * @param law {@code cn}, {@code us}, {@code eu}, {@code uk} or {@code sg}
 * @param at the day of the contract
 */
public record PriceForm(
    String received,
    String payments,
    String every,
    String first,
    String drawn,
    String face,
    String rate,
    String reported,
    String claimed,
    String lender,
    String law,
    String at) {

  /** A loan of which only the two most important things are known. */
  public static PriceForm of(String received, String payments) {
    return new PriceForm(received, payments, "", "", "", "", "", "", "", "", "", "");
  }
}
