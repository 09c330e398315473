package dev.hufu.kernel.loan.price;

import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What the same loan would cost at another nominal rate: the same money received, payments on the
 * same days and in the same proportions.
 *
 * <p>Example: 42,500 for 14 months at 24 % would be 3,510.58 a month.
 *
 * @param line the nominal rate
 * @param each one payment, where all payments are equal
 */
public record AtLine(AnnualRate line, Fen totalPaid, Optional<Fen> each) {

  /** At that rate; empty where sums are received later than some are paid. */
  public static Optional<AtLine> of(CashFlows flows, AnnualRate line) {
    double perPeriod = Rate.of(line).fraction() / flows.pace().perYear();
    double growth = Growth.of(perPeriod, flows.pace()).continuous();
    long[] moments = flows.moments();
    double received = 0;
    double paid = 0;
    Optional<Fen> each = Optional.empty();
    boolean equal = true;
    for (int i = 0; i < moments.length; i++) {
      Fen sum = flows.sums().get(i);
      double present = sum.fen() * Math.exp(-growth * moments[i] / Ticks.YEAR);
      if (sum.fen() > 0) {
        received += present;
      } else {
        paid -= present;
        equal &= each.isEmpty() || each.get().equals(sum);
        each = Optional.of(sum);
      }
    }
    if (paid == 0 || flows.turns() != 1) {
      return Optional.empty();
    }
    double factor = received / paid;
    return Optional.of(
        new AtLine(
            line,
            scaled(flows.totals().paid().fen(), factor),
            equal ? each.map(sum -> scaled(-sum.fen(), factor)) : Optional.empty()));
  }

  private static Fen scaled(long fen, double factor) {
    return new Fen(
        BigDecimal.valueOf(fen)
            .multiply(new BigDecimal(factor))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }
}
