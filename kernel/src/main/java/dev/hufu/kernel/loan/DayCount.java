package dev.hufu.kernel.loan;

import java.util.Optional;

/**
 * How many days a year of interest has; a contract names one, and both are shown beside a claim.
 */
public enum DayCount {
  DAYS_365(365),
  DAYS_360(360);

  private final int daysInYear;

  DayCount(int daysInYear) {
    this.daysInYear = daysInYear;
  }

  public int daysInYear() {
    return daysInYear;
  }

  /** The other one, shown beside it. */
  public DayCount other() {
    return this == DAYS_365 ? DAYS_360 : DAYS_365;
  }

  /** The count of that many days, if it is one. */
  public static Optional<DayCount> of(int daysInYear) {
    return switch (daysInYear) {
      case 365 -> Optional.of(DAYS_365);
      case 360 -> Optional.of(DAYS_360);
      default -> Optional.empty();
    };
  }
}
