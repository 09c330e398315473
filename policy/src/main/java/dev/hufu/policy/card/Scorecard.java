package dev.hufu.policy.card;

import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A scorecard: a start, and points by bins that are added to it. Written as YAML, see {@code
 * docs/reference/scorecard-format.md}; what is loaded from there has been checked, refusals too.
 *
 * <p>Example: {@code new CardScorer(card).score(values)}.
 *
 * @param id {@code cn/credit/small-shop}
 * @param better which scores are good
 * @param scale how points were scaled from odds, where they were
 * @param start the points everybody has
 * @param cutoff the line at which a human looks instead
 * @param derived numbers reckoned before the look-up
 */
public record Scorecard(
    String id,
    String version,
    Wording title,
    Better better,
    Optional<Scale> scale,
    double start,
    OptionalDouble cutoff,
    List<ClassUse> classes,
    List<Derived> derived,
    List<Characteristic> characteristics) {

  /** Which scores are good. */
  public enum Better {
    HIGHER,
    LOWER;

    /** 1 or -1: turns points so that more is better. */
    public int sign() {
      return this == HIGHER ? 1 : -1;
    }
  }

  public Scorecard {
    classes = List.copyOf(classes);
    derived = List.copyOf(derived);
    characteristics = List.copyOf(characteristics);
  }

  /** Whether a score is on the good side of the cut-off; a card without one passes nobody. */
  public boolean passes(double score) {
    return cutoff.isPresent() && better.sign() * (score - cutoff.getAsDouble()) >= -EPSILON;
  }

  /** Sums of decimal points differ in the last bits; a score on the line has reached it. */
  public static final double EPSILON = 1e-9;
}
