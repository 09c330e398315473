package dev.hufu.kernel.loan.plan;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.price.CashFlows;
import dev.hufu.kernel.loan.price.Flow;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The rows of a plan.
 *
 * <p>Example: {@code PlanTerms.monthly(new EqualPayment(), Fen.ofYuan(10_000), rate,
 * 12).schedule()} has rows of 888.49 and a last one of 888.47.
 */
public record Schedule(PlanTerms terms, List<PlanRow> rows) {

  public Schedule {
    rows = List.copyOf(rows);
  }

  public Fen principal() {
    return sum(PlanRow::principal);
  }

  public Fen interest() {
    return sum(PlanRow::interest);
  }

  public Fen total() {
    return sum(PlanRow::payment);
  }

  private Fen sum(Function<PlanRow, Fen> of) {
    return rows.stream().map(of).reduce(Fen.ZERO, Fen::plus);
  }

  /** The plan as sums that move, of which so much really arrived. */
  public Outcome<CashFlows> flows(Fen received) {
    if (terms.start().isEmpty()) {
      return CashFlows.regular(
          received, rows.stream().map(PlanRow::payment).toList(), terms.pace());
    }
    List<Flow> flows = new ArrayList<>();
    flows.add(Flow.received(terms.start().get(), received));
    rows.forEach(row -> flows.add(Flow.paid(row.due().orElseThrow(), row.payment())));
    return CashFlows.dated(flows);
  }

  /**
   * What ends the loan on a day: principal left after the rows due by then, and interest for the
   * days since.
   *
   * @return the sum; or {@link Code#LOAN_PLAN_UNUSABLE} for a plan without days or a day outside it
   */
  public Outcome<Fen> payOff(LocalDate day, DayBasis basis) {
    if (terms.start().isEmpty() || day.isBefore(terms.start().get())) {
      return Outcome.refused(Code.LOAN_PLAN_UNUSABLE, day.toString());
    }
    LocalDate since = terms.start().get();
    Fen left = terms.principal();
    for (PlanRow row : rows) {
      LocalDate due = row.due().orElseThrow();
      if (!due.isAfter(day)) {
        since = due;
        left = row.balance();
      }
    }
    Fen interest = basis.part(since, day).interest(left, terms.rate(), terms.rounding().interest());
    return Outcome.of(left.plus(interest));
  }

  /** Interest on a row that is paid late, on its whole payment, simple, by days. */
  public static Fen overdue(
      Fen payment, AnnualRate rate, LocalDate due, LocalDate paid, DayBasis basis) {
    return paid.isAfter(due)
        ? basis.part(due, paid).interest(payment, rate, FenRounding.FEN)
        : Fen.ZERO;
  }

  /** The level payment {@code A} with {@code A · Σ 1/Π growth = principal}, not yet rounded. */
  static BigDecimal level(Fen principal, AnnualRate rate, List<YearPart> parts) {
    BigDecimal discount = BigDecimal.ONE;
    BigDecimal annuity = BigDecimal.ZERO;
    for (YearPart part : parts) {
      discount = discount.divide(part.growth(rate), MathContext.DECIMAL128);
      annuity = annuity.add(discount);
    }
    return BigDecimal.valueOf(principal.fen()).divide(annuity, MathContext.DECIMAL128);
  }
}
