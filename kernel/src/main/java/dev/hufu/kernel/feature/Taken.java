package dev.hufu.kernel.feature;

/** What became of an event that was given to the profiles. */
public enum Taken {
  /** It counts from now on. */
  COUNTED,
  /** An event of this id was counted within the declared lateness; nothing changed. */
  DUPLICATE,
  /** It is older than the declared lateness allows; nothing changed. */
  TOO_LATE,
  /** It claims a moment that has not come yet; nothing changed. */
  FROM_FUTURE,
  /** One of its keys has reached the limit of events that are kept; nothing changed. */
  KEY_FULL
}
