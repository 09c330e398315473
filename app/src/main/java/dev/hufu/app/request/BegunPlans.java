package dev.hufu.app.request;

import dev.hufu.kernel.text.Wording;
import java.time.Instant;
import java.util.List;

/**
 * The plans that a person has begun after money was gone, for the list of their matters.
 *
 * <p>Example: {@code plans.of("P-7Q4K2M9F", now)}.
 */
@FunctionalInterface
public interface BegunPlans {

  /** None anywhere. */
  BegunPlans NONE = (owner, now) -> List.of();

  /**
   * One plan.
   *
   * @param title what kind of plan it is, without names and sums
   */
  record Begun(String matter, Wording title) {}

  /** Those of an owner, the latest first. */
  List<Begun> of(String owner, Instant now);
}
