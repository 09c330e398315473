package dev.hufu.policy.price;

/** How a price stands to a line. */
public enum Standing {
  WITHIN,
  ABOVE,
  /** The line is not about this loan. */
  NOT_COVERED,
  /** It cannot be said, and the finding says why. */
  UNKNOWN
}
