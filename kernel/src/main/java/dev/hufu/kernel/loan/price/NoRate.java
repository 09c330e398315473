package dev.hufu.kernel.loan.price;

/** Why sums of money imply no rate. */
public enum NoRate {
  /** Sums go one way only: nothing was received, or nothing is paid. */
  ONE_WAY,
  /** Everything happens at one moment, so no time passes. */
  NO_TIME,
  /** There is a rate, but it lies beyond what is printed: see {@link RateSearch#CONTINUOUS_MAX}. */
  BEYOND,
  /** Sums go both ways more than once, and no rate fits them. */
  NONE_FITS,
  /** Sums change their direction so often that not all rates can be found for sure. */
  TANGLED
}
