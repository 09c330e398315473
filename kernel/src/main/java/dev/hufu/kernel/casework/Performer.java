package dev.hufu.kernel.casework;

/** Who does a task; tasks of different people run side by side. */
public enum Performer {
  /** The person whose money it is. */
  ME,
  /** Somebody beside them, at the same time, with another phone. */
  SECOND,
  /** Somebody who goes along: family, a community worker. */
  HELPER
}
