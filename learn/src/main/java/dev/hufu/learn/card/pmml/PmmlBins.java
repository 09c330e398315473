package dev.hufu.learn.card.pmml;

import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.card.Bin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Attributes of PMML, of which the first that fits counts, as bins of which one alone fits. What
 * cannot be turned without a change of meaning gives no bins.
 */
final class PmmlBins {

  private static final Pattern ARRAY = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");

  private PmmlBins() {}

  /** What an attribute asks of the value. */
  sealed interface Test {}

  /** Nothing: it takes what is left. */
  record Any() implements Test {}

  /** That there is none. */
  record Nothing() implements Test {}

  /** That it is one of these. */
  record In(List<String> values) implements Test {
    In {
      values = List.copyOf(values);
    }
  }

  /** That it lies here. */
  record Range(double from, boolean fromIncluded, double to, boolean toIncluded) implements Test {

    static final Range ALL =
        new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, false);

    static Range below(double bound, boolean included) {
      return new Range(ALL.from, true, bound, included);
    }

    static Range above(double bound, boolean included) {
      return new Range(bound, included, ALL.to, false);
    }
  }

  /** An attribute. */
  record Said(Test test, double points, Optional<String> reason, Optional<Wording> label) {

    Bin bin(Bin.Where where) {
      return new Bin(where, points, label, reason, Optional.empty());
    }
  }

  /** Two bounds as one range. */
  static Optional<Test> both(Test one, Test other) {
    if (!(one instanceof Range a) || !(other instanceof Range b)) {
      return Optional.empty();
    }
    boolean low = a.from >= b.from;
    boolean high = a.to <= b.to;
    return Optional.of(
        new Range(
            low ? a.from : b.from,
            low ? a.fromIncluded : b.fromIncluded,
            high ? a.to : b.to,
            high ? a.toIncluded : b.toIncluded));
  }

  /** The words of an array: apart by blanks, in quotation marks where they hold one. */
  static List<String> array(String text) {
    List<String> all = new ArrayList<>();
    Matcher matcher = ARRAY.matcher(text);
    while (matcher.find()) {
      String quoted = matcher.group(1);
      all.add(quoted == null ? matcher.group(2) : quoted.replaceAll("\\\\(.)", "$1"));
    }
    return all;
  }

  static List<Bin> words(List<Said> attributes) {
    List<Bin> bins = new ArrayList<>();
    Optional<Said> nothing = Optional.empty();
    Optional<Said> any = Optional.empty();
    List<String> taken = new ArrayList<>();
    for (Said said : attributes) {
      if (any.isPresent()) {
        continue;
      }
      switch (said.test) {
        case In(var values) -> {
          List<String> fresh = values.stream().filter(value -> !taken.contains(value)).toList();
          taken.addAll(fresh);
          if (!fresh.isEmpty()) {
            bins.add(said.bin(new Bin.Words(fresh)));
          }
        }
        case Nothing none -> nothing = nothing.or(() -> Optional.of(said));
        case Any all -> any = Optional.of(said);
        case Range range -> {
          return List.of();
        }
      }
    }
    Optional<Said> rest = any;
    nothing.or(() -> rest).ifPresent(said -> bins.add(said.bin(new Bin.Missing())));
    any.ifPresent(said -> bins.add(said.bin(new Bin.Other())));
    return bins;
  }

  static List<Bin> numbers(List<Said> attributes) {
    List<Bin> bins = new ArrayList<>();
    List<Said> ranges = new ArrayList<>();
    Optional<Said> nothing = Optional.empty();
    for (Said said : attributes) {
      switch (said.test) {
        case In(var values) -> {
          if (!ranges.isEmpty() || !values.stream().allMatch(PmmlBins::finite)) {
            return List.of();
          }
          bins.add(said.bin(new Bin.Special(values.stream().map(Double::parseDouble).toList())));
        }
        case Nothing none -> nothing = nothing.or(() -> Optional.of(said));
        case Any all -> nothing = nothing.or(() -> Optional.of(said));
        case Range range -> ranges.add(said);
      }
    }
    nothing.ifPresent(said -> bins.add(said.bin(new Bin.Missing())));
    bins.addAll(0, intervals(ranges));
    return bins;
  }

  /** Ranges in rising order; one that begins inside the one before begins where that ends. */
  private static List<Bin> intervals(List<Said> ranges) {
    List<Bin> bins = new ArrayList<>();
    List<Said> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingDouble(said -> ((Range) said.test).to));
    boolean rising = sorted.equals(ranges);
    OptionalDouble end = OptionalDouble.empty();
    boolean endIncluded = false;
    for (Said said : sorted) {
      Range range = (Range) said.test;
      double from = range.from;
      boolean fromIncluded = range.fromIncluded;
      if (rising && end.isPresent() && from < end.getAsDouble()) {
        from = end.getAsDouble();
        fromIncluded = !endIncluded;
      }
      end = bound(range.to);
      endIncluded = range.toIncluded;
      bins.add(
          said.bin(
              new Bin.Interval(
                  bound(from),
                  fromIncluded || Double.isInfinite(from),
                  end,
                  endIncluded && end.isPresent())));
    }
    return bins;
  }

  private static OptionalDouble bound(double value) {
    return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static boolean finite(String text) {
    try {
      return Double.isFinite(Double.parseDouble(text));
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }
}
