package dev.hufu.kernel.loan.price;

/**
 * Time as a whole number: 1/8,760 of a year, so that a twelfth of a year and a 365th of a year are
 * both exact, and so is half a month.
 *
 * <p>Example: one month and ten days are {@code Ticks.MONTH + 10 * Ticks.DAY}.
 */
public final class Ticks {

  public static final long YEAR = 8_760;
  public static final long MONTH = YEAR / 12;
  public static final long HALF_MONTH = YEAR / 24;
  public static final long DAY = YEAR / 365;

  private Ticks() {}
}
