package dev.hufu.kernel.matter;

/** What a fact is made of. {@code facts.yaml} names them in lower case. */
public enum FactKind {
  /** Yes or no. */
  FLAG,
  /** A whole number of things. */
  COUNT,
  /** Money, in fen. */
  AMOUNT,
  /** How long, in seconds; written {@code 30 min}, {@code 2 h}, {@code 730 d}, {@code 3 w}. */
  ELAPSED,
  /** One of the fact's declared choices. */
  CHOICE,
  /** A calendar day, {@code 2027-03-31}. */
  DAY,
  /** Percent per year, {@code 6 %}. */
  RATE,
  /** Words in free form; shown, never decided upon. */
  WORDS
}
