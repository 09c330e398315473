package dev.hufu.policy.card;

/**
 * What points are measured against when reasons are chosen. Source: 12 CFR 1002, Supplement I,
 * comment 9(b)(2)-5, which names both and allows others.
 */
public enum ReasonMethod {
  /** The mean of applicants whose scores were at or slightly above the cut-off. */
  NEAR_CUTOFF,
  /** The most points the characteristic can give. */
  MAXIMUM
}
