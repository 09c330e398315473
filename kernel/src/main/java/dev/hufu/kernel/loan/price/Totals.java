package dev.hufu.kernel.loan.price;

import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The two lines of a price that need no rate: what is paid against what was received, and that in
 * yuan for each 1,000 received and month.
 *
 * <p>Example: 42,500 received, 68,992 paid in 14 months: cost 26,492, per thousand and month 44.52.
 *
 * @param ticks from the first sum to the last, in {@link Ticks}
 */
public record Totals(Fen received, Fen paid, long ticks) {

  public Fen cost() {
    return paid.minus(received);
  }

  /** The whole cost in yuan for each 1,000 yuan received. */
  public BigDecimal perThousand() {
    return BigDecimal.valueOf(cost().fen())
        .multiply(BigDecimal.valueOf(1000))
        .divide(BigDecimal.valueOf(received.fen()), 2, RoundingMode.HALF_UP);
  }

  /** The cost in yuan for each 1,000 yuan received and month of the term; none without time. */
  public Optional<BigDecimal> perThousandPerMonth() {
    if (ticks == 0) {
      return Optional.empty();
    }
    return Optional.of(
        BigDecimal.valueOf(cost().fen())
            .multiply(BigDecimal.valueOf(1000L * Ticks.MONTH))
            .divide(
                BigDecimal.valueOf(received.fen()).multiply(BigDecimal.valueOf(ticks)),
                2,
                RoundingMode.HALF_UP));
  }
}
