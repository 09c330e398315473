package dev.hufu.kernel.event;

/**
 * What a field of an event is made of. Every number is a whole number in its smallest unit, so that
 * sums are exact; {@code events.yaml} names the kinds in lower case.
 */
public enum FieldKind {
  /** Yes or no, held as 1 or 0. */
  FLAG,
  /** A whole number of things. */
  COUNT,
  /** Money, in fen. */
  AMOUNT,
  /** How long, in milliseconds. */
  ELAPSED,
  /** A share or a score with at most six decimals, held in millionths. */
  RATE,
  /** An identifier or one word of a list: an account, a device, a city. */
  WORD,
  /** A computed real number, held as the bits of a double; features only, no event brings one. */
  REAL;

  /** One whole unit of a {@link #RATE}. */
  public static final long RATE_ONE = 1_000_000;
}
