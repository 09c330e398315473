package dev.hufu.kernel.loan.price;

/**
 * How often a loan is paid: the period whose rate is multiplied to the nominal rate of a year.
 *
 * <p>Example: {@code new Pace.Months(1).perYear()} is 12; {@code new Pace.Days(7).perYear()} is 365
 * ÷ 7.
 */
public sealed interface Pace {

  /** A calendar month. */
  Pace MONTH = new Months(1);

  /** Seven days. */
  Pace WEEK = new Days(7);

  /** Calendar months, up to a year. */
  record Months(int count) implements Pace {

    public Months {
      if (count < 1 || count > 12) {
        throw new IllegalArgumentException("1 to 12 months: " + count);
      }
    }
  }

  /** Half a calendar month, as on the 1st and the 16th. */
  record HalfMonths() implements Pace {}

  /** Days, weeks among them. */
  record Days(int count) implements Pace {

    public Days {
      if (count < 1) {
        throw new IllegalArgumentException("at least a day: " + count);
      }
    }
  }

  /** How many of them a year has; a year has 12 months or 365 days. */
  default double perYear() {
    return (double) Ticks.YEAR / ticks();
  }

  /** Its length in {@link Ticks}. */
  default long ticks() {
    return switch (this) {
      case Months(int count) -> count * Ticks.MONTH;
      case HalfMonths() -> Ticks.HALF_MONTH;
      case Days(int count) -> count * Ticks.DAY;
    };
  }
}
