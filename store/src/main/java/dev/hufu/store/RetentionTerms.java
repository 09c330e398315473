package dev.hufu.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Until when the law bids this installation keep a matter; the books ask it before they erase.
 *
 * <p>Example: {@code matter -> Optional.of(new Until(tenYearsLater, "CN-RT-01"))}. A person who
 * keeps their own matters has no such duty: {@link #NONE}.
 */
@FunctionalInterface
public interface RetentionTerms {

  RetentionTerms NONE = matter -> Optional.empty();

  /**
   * The end of a term.
   *
   * @param at the first instant at which the matter may go
   * @param rule id of the entry of law
   */
  record Until(Instant at, String rule) {}

  /** The longest term that covers this matter. */
  Optional<Until> until(Matter matter);
}
