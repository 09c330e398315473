package dev.hufu.kernel.loan.price;

/**
 * How fast a debt grows, as the continuous rate of a year: after {@code t} years one yuan is {@code
 * e^(continuous × t)}. Nominal and effective rate are two ways to print the same growth.
 *
 * <p>Example: one percent a month is {@code Growth.of(0.01, Pace.MONTH)}: nominal 12 %, effective
 * 12.6825 %.
 *
 * @param continuous finite; negative where less is paid back than was received
 */
public record Growth(double continuous) implements Comparable<Growth> {

  public Growth {
    if (!Double.isFinite(continuous)) {
      throw new IllegalArgumentException("growth is a finite number: " + continuous);
    }
  }

  /** The growth of a rate for each period. */
  public static Growth of(double periodRate, Pace pace) {
    return new Growth(Math.log1p(periodRate) * pace.perYear());
  }

  /** Compounded over a year. */
  public Rate effective() {
    return new Rate(Math.expm1(continuous));
  }

  /** The rate of one period times the periods of a year. */
  public Rate nominal(Pace pace) {
    return new Rate(Math.expm1(continuous / pace.perYear()) * pace.perYear());
  }

  @Override
  public int compareTo(Growth other) {
    return Double.compare(continuous, other.continuous);
  }
}
