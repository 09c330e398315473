package dev.hufu.kernel.loan.price;

import dev.hufu.kernel.money.Fen;
import java.util.List;
import java.util.Optional;

/**
 * The annual percentage rate of the equation that the EU and the UK share: the effective rate at
 * which drawdowns and payments are equal, with time in years.
 *
 * <p>Example: 1,000 on 1994-01-01 for 1,200 on 1995-07-01 is 12.9620 % by days (546/365) and
 * 12.9243 % by months (18/12). Directive 98/7/EC and 2008/48/EC, Annex I; in the UK CONC App 1.2.
 */
public enum EquationApr {
  /** Every day is 1/365 of a year. */
  DAYS,
  /** Months are 1/12 of a year, and only the days left are 1/365. */
  MONTHS;

  /** The rate; none where the flows have no single price, or by days where no days are known. */
  public Optional<Rate> of(CashFlows flows) {
    return roots(flows) instanceof Roots.One(var one)
        ? Optional.of(one.effective())
        : Optional.empty();
  }

  private Roots roots(CashFlows flows) {
    if (flows.byDay().isEmpty()) {
      return this == MONTHS ? flows.roots() : new Roots.None(NoRate.NO_TIME);
    }
    long[] moments =
        CashFlows.moments(
            List.copyOf(flows.byDay().keySet()), this == DAYS ? new Pace.Days(1) : Pace.MONTH);
    long[] fen = flows.byDay().values().stream().mapToLong(Fen::fen).toArray();
    return CashFlows.Merged.of(moments, fen).roots();
  }
}
