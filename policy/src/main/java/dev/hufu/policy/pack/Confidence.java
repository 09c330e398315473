package dev.hufu.policy.pack;

/** How well a statement is founded; see {@code docs/reference/pack-format.md}. */
public enum Confidence {
  /** Read in the legal text itself. */
  V1,
  /** Read in a secondary document that quotes or restates it. */
  V2,
  /** One weak secondary page only. */
  V3,
  /** From memory: shown as needing a check, never decides. */
  M,
  /** A claim of a seed document without a source: a replaceable default. */
  CLAIM;

  /** Whether a rule with an effect may rest on it. */
  public boolean mayDecide() {
    return this == V1 || this == V2;
  }

  /** Whether it is shown without "not certain". */
  public boolean certain() {
    return mayDecide();
  }
}
