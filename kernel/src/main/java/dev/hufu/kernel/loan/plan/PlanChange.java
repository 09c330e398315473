package dev.hufu.kernel.loan.plan;

import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.money.Fen;

/** What changes on the way, on the day of a row, when that row is paid. */
public sealed interface PlanChange {

  /** The number of the row; 0 is the start. */
  int after();

  /** Another rate from then on; payments are reckoned anew over the rows that are left. */
  record ReRate(int after, AnnualRate rate) implements PlanChange {}

  /**
   * More is paid than is due.
   *
   * @param sum principal paid besides the row's own
   */
  record PartPayment(int after, Fen sum, Then then) implements PlanChange {}

  /** All that is left is paid. */
  record PayOff(int after) implements PlanChange {}

  /** What becomes of the plan after a part payment. */
  enum Then {
    /** The rows stay, payments become smaller. */
    SMALLER,
    /** Payments stay, there are fewer rows. */
    SHORTER
  }
}
