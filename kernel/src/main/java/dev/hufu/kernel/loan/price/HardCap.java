package dev.hufu.kernel.loan.price;

import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A cap on what a licensed lender may charge, as some countries have it: a rate on what is still
 * owed, and a share of the principal for everything together.
 *
 * <p>Example: {@code new HardCap(new BigDecimal("0.8"), new Pace.Days(1), 100, Optional.empty())}
 * and then {@code check(flows)}.
 *
 * @param percent for each period, simple, on what is still owed
 * @param totalPercent all charges in percent of what was received
 * @param upfrontPercent what may be taken at the start, in percent of the sum on paper
 */
public record HardCap(
    BigDecimal percent, Pace period, int totalPercent, Optional<Integer> upfrontPercent) {

  /** What lies above the cap, each zero or more. */
  public record Above(Fen rate, Fen total) {

    public boolean any() {
      return rate.fen() > 0 || total.fen() > 0;
    }
  }

  /** How much of the payments lies above each of the two. */
  public Above check(CashFlows flows) {
    Fen allowed =
        new Fen(
            BigDecimal.valueOf(flows.totals().received().fen())
                .multiply(BigDecimal.valueOf(totalPercent))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN)
                .longValueExact());
    Fen cost = flows.totals().cost();
    BigDecimal perYear =
        percent.multiply(BigDecimal.valueOf(Ticks.YEAR)).divide(BigDecimal.valueOf(period.ticks()));
    return new Above(
        above(flows, perYear), cost.compareTo(allowed) > 0 ? cost.minus(allowed) : Fen.ZERO);
  }

  /** Whether more was taken at the start than may be. */
  public boolean upfrontAbove(Fen face, Fen received) {
    return upfrontPercent
        .filter(limit -> face.minus(received).times(100).compareTo(face.times(limit)) > 0)
        .isPresent();
  }

  /**
   * What is paid beyond principal and simple interest on principal still open, where payments go to
   * interest first.
   *
   * @param percent a year
   */
  static Fen above(CashFlows flows, BigDecimal percent) {
    BigDecimal principal = BigDecimal.ZERO;
    BigDecimal interest = BigDecimal.ZERO;
    BigDecimal above = BigDecimal.ZERO;
    long[] moments = flows.moments();
    List<Fen> sums = flows.sums();
    for (int i = 0; i < moments.length; i++) {
      long since = i == 0 ? 0 : moments[i] - moments[i - 1];
      interest =
          interest.add(
              principal
                  .multiply(percent)
                  .multiply(BigDecimal.valueOf(since))
                  .divide(BigDecimal.valueOf(100 * Ticks.YEAR), MathContext.DECIMAL64));
      BigDecimal sum = BigDecimal.valueOf(sums.get(i).fen());
      if (sum.signum() > 0) {
        principal = principal.add(sum);
        continue;
      }
      BigDecimal left = sum.negate();
      BigDecimal toInterest = left.min(interest);
      interest = interest.subtract(toInterest);
      left = left.subtract(toInterest);
      BigDecimal toPrincipal = left.min(principal);
      principal = principal.subtract(toPrincipal);
      above = above.add(left.subtract(toPrincipal));
    }
    return new Fen(above.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  /** The same for a rate of a year. */
  public static Fen above(CashFlows flows, AnnualRate line) {
    return above(flows, line.percent());
  }
}
