package dev.hufu.policy.card;

import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of a characteristic: where a value must lie, and what it is worth.
 *
 * <p>Example: {@code {from: 1, below: 3, points: 60, label: {zh: 1–2 笔, en: 1 to 2}}}.
 *
 * @param where the values it takes
 * @param points what they are worth; finite
 * @param label how it is called when it is spoken of
 * @param reason a code of its own, where a whole characteristic's would say too little
 * @param seen how many applicants of the training data lay here
 */
public record Bin(
    Where where,
    double points,
    Optional<Wording> label,
    Optional<String> reason,
    Optional<Seen> seen) {

  /** Where a value must lie. */
  public sealed interface Where {}

  /**
   * A stretch of numbers. Bounds that are not there lie at infinity.
   *
   * @param fromIncluded whether the lower bound itself belongs here
   * @param toIncluded whether the upper bound itself belongs here
   */
  public record Interval(
      OptionalDouble from, boolean fromIncluded, OptionalDouble to, boolean toIncluded)
      implements Where {

    /** The first number that no longer belongs here. */
    double end() {
      double bound = to.orElse(Double.POSITIVE_INFINITY);
      return toIncluded ? Math.nextUp(bound) : bound;
    }
  }

  /** Words that are worth the same. */
  public record Words(List<String> words) implements Where {
    public Words {
      words = List.copyOf(words);
    }
  }

  /** Numbers that are signs, such as -9 for "no bureau record". */
  public record Special(List<Double> values) implements Where {
    public Special {
      values = List.copyOf(values);
    }
  }

  /** No value, although the class of data may be used. */
  public record Missing() implements Where {}

  /** Words that no other bin names. */
  public record Other() implements Where {}

  /** Applicants of the training data: all, and those that went bad. */
  public record Seen(long rows, long bad) {}

  public static Bin of(Where where, double points) {
    return new Bin(where, points, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public Bin withPoints(double changed) {
    return new Bin(where, changed, label, reason, seen);
  }

  /** Whether a person can come to lie here by changing something. */
  boolean reachable() {
    return where instanceof Interval || where instanceof Words;
  }

  /** How it is called: its label, or its bounds. */
  public Wording called() {
    return label.orElseGet(
        () ->
            switch (where) {
              case Interval interval -> bounds(interval);
              case Words(var words) -> same(String.join(" | ", words));
              case Special(var values) ->
                  same(String.join(" | ", values.stream().map(Bin::number).toList()));
              case Missing missing -> new Wording("没有数", "no value");
              case Other other -> new Wording("别的", "any other");
            });
  }

  private static Wording bounds(Interval interval) {
    String from =
        interval.from().isPresent()
            ? (interval.fromIncluded() ? "≥ " : "> ") + number(interval.from().getAsDouble())
            : "";
    String to =
        interval.to().isPresent()
            ? (interval.toIncluded() ? "≤ " : "< ") + number(interval.to().getAsDouble())
            : "";
    String gap = from.isEmpty() || to.isEmpty() ? "" : ", ";
    return from.isEmpty() && to.isEmpty()
        ? new Wording("任何数", "any number")
        : same(from + gap + to);
  }

  private static Wording same(String text) {
    return new Wording(text, text);
  }

  /** A number as short as it can be written without losing anything: {@code 29}, {@code 0.1}. */
  public static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%d", (long) value)
        : Double.toString(value);
  }
}
