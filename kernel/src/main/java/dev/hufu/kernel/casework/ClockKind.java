package dev.hufu.kernel.casework;

/** Who set a clock: how much weight its end has. */
public enum ClockKind {
  /** A law or an act of an authority sets it. */
  STATUTORY,
  /** An agreement or the terms of a service set it. */
  CONTRACT,
  /** Nobody set it: what has proven useful. Never shown as law. */
  PRACTICE
}
