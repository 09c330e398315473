package dev.hufu.policy.card;

import dev.hufu.kernel.text.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One question of a card with the points of its answers.
 *
 * <p>Example: "new loans within 30 days": 3 or more 25, one or two 60, none 85.
 *
 * @param id its name on the card
 * @param feature the column or derived input it reads
 * @param title how it is called
 * @param code the code of its reason, {@code R06}
 * @param reason why it lowers a score, one sentence
 * @param changeable whether a person can change it
 * @param data the class of personal data it needs, if any
 * @param mean its points among applicants near the cut-off; reasons are measured from it
 * @param neutral its points where the class was refused or never asked for
 * @param bins intervals first, in the order of numbers; then the others as they stand
 */
public record Characteristic(
    String id,
    String feature,
    Wording title,
    String code,
    Wording reason,
    boolean changeable,
    Optional<String> data,
    double mean,
    OptionalDouble neutral,
    List<Bin> bins) {

  public Characteristic {
    bins =
        bins.stream()
            .sorted(Comparator.comparing(bin -> !(bin.where() instanceof Bin.Interval)))
            .toList();
  }

  /** Whether it reads words, as against numbers. */
  public boolean words() {
    return bins.stream()
        .anyMatch(bin -> bin.where() instanceof Bin.Words || bin.where() instanceof Bin.Other);
  }

  /** The most and the least an answer is worth. */
  double most() {
    return bins.stream().mapToDouble(Bin::points).max().orElse(0);
  }

  double least() {
    return bins.stream().mapToDouble(Bin::points).min().orElse(0);
  }
}
