package dev.hufu.kernel.loan.plan;

import dev.hufu.kernel.money.Fen;
import java.util.List;

/** The way in which principal and interest are spread over the rows of a plan. */
public sealed interface PlanKind {

  /** 等额本息: the same payment each time. */
  record EqualPayment() implements PlanKind {}

  /** A payment that is told; as many rows as it takes. */
  record FixedPayment(Fen payment) implements PlanKind {}

  /** 等额本金: the same principal each time, so payments fall. */
  record EqualPrincipal() implements PlanKind {}

  /** 先息后本: interest each time, all principal at the end. */
  record InterestFirst() implements PlanKind {}

  /** 到期一次还本付息: everything at the end, interest not on interest. */
  record Bullet() implements PlanKind {}

  /** 平息: interest each time on the first principal, however much is repaid. */
  record FlatFee() implements PlanKind {}

  /** Principal as agreed, with interest on what is left. */
  record FreeForm(List<Fen> principal) implements PlanKind {

    public FreeForm {
      principal = List.copyOf(principal);
    }
  }
}
