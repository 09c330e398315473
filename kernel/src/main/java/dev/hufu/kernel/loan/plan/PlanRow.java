package dev.hufu.kernel.loan.plan;

import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of a plan.
 *
 * @param number from 1
 * @param due none where the plan has no days
 * @param principal with what is paid besides, see {@link PlanChange.PartPayment}
 * @param balance principal left after it
 */
public record PlanRow(
    int number, Optional<LocalDate> due, Fen principal, Fen interest, Fen balance) {

  public Fen payment() {
    return principal.plus(interest);
  }
}
