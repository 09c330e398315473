package dev.hufu.kernel.loan;

/** Why a rate is the one that counts; a pack says which entry of law stands behind each. */
public enum RateBasis {
  /** What the two agreed for the term. */
  AGREED,
  /** Agreed for the term, but only up to the cap. */
  AGREED_CAPPED,
  /** Nothing is agreed: the reference rate of the day of default. */
  REFERENCE_AT_DEFAULT,
  /** Only the term has a rate: it goes on after the due day. */
  IN_TERM_GOES_ON,
  /** What the two agreed for the time after the due day. */
  AGREED_DEFAULT,
  /** Agreed for the time after the due day, but only up to the cap. */
  AGREED_DEFAULT_CAPPED
}
