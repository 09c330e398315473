package dev.hufu.kernel.loan;

/**
 * A rate with why it counts.
 *
 * @param assumed whether it rests on a figure past what the table knows
 */
public record RateUsed(AnnualRate rate, RateBasis basis, boolean assumed) {}
