package dev.hufu.policy.load;

import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.card.Bin;
import dev.hufu.policy.card.Characteristic;
import dev.hufu.policy.card.ClassUse;
import dev.hufu.policy.card.Derived;
import dev.hufu.policy.card.Scorecard;
import dev.hufu.policy.yaml.Branch;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What must hold of a card beyond its schema: every value has exactly one bin, names are declared,
 * nothing barred is scored, and refusing an optional class never lowers a score. Why the last is
 * meant against every value: {@code docs/decisions/0036-what-a-card-may-ask.md}.
 */
record CardCheck(Scorecard card, Branch top, Problems problems) {

  private static final double POINTS_MAX = 1e9;
  private static final List<String> PLACES =
      List.of("from", "above", "below", "upTo", "words", "special", "missing", "other");

  void check() {
    List<Branch> branches = top.list("characteristics");
    if (branches.size() > Limits.CARD_CHARACTERISTICS_MAX) {
      problems.add(top, "> " + Limits.CARD_CHARACTERISTICS_MAX + " characteristics");
      return;
    }
    derived();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < branches.size(); i++) {
      Branch branch = branches.get(i);
      if (!ids.add(branch.text("id"))) {
        problems.add(branch.get("id"), "two characteristics are called " + branch.text("id"));
      }
      if (bins(branch)) {
        data(branch, card.characteristics().get(i));
      }
    }
    if (problems.isEmpty()) {
      cutoff();
    }
  }

  private void derived() {
    Set<String> names = new HashSet<>();
    for (Branch branch : top.list("derived")) {
      if (!names.add(branch.text("name"))) {
        problems.add(branch, branch.text("name") + " is reckoned twice");
      }
    }
    for (Derived each : card.derived()) {
      if (each.parts().stream().anyMatch(names::contains)) {
        problems.add(top.get("derived"), each.name() + " is reckoned from a reckoned number");
      }
    }
  }

  /** Whether each value has one bin. */
  private boolean bins(Branch characteristic) {
    List<Branch> bins = characteristic.list("bins");
    if (bins.size() > Limits.CARD_BINS_MAX) {
      problems.add(characteristic, "> " + Limits.CARD_BINS_MAX + " bins");
      return false;
    }
    boolean fine = true;
    Bounds bounds = new Bounds();
    Set<String> taken = new HashSet<>();
    for (Branch bin : bins) {
      Optional<String> wrong = shape(bin);
      if (wrong.isEmpty()) {
        wrong = once(bin, taken);
      }
      if (wrong.isEmpty() && number(bin)) {
        wrong = bounds.next(bin);
      }
      wrong.ifPresent(message -> problems.add(bin, message));
      fine &= wrong.isEmpty();
    }
    if (!fine) {
      return false;
    }
    boolean words = taken.stream().anyMatch(t -> t.startsWith("word ") || t.equals("other"));
    boolean numbers = bounds.any || taken.stream().anyMatch(t -> t.startsWith("special "));
    if (words == numbers) {
      problems.add(characteristic, "bins are of numbers or of words, one of both");
      return false;
    }
    if (numbers && (!bounds.any || bounds.end.isPresent())) {
      problems.add(characteristic, "the last interval has no upper bound, so that all is covered");
      return false;
    }
    if (!taken.contains("missing") && characteristic.find("neutral").isEmpty()) {
      problems.add(characteristic, "a missing value needs a bin (missing: true) or neutral points");
      return false;
    }
    return true;
  }

  private static boolean number(Branch bin) {
    return Stream.of("words", "special", "missing", "other").allMatch(n -> bin.find(n).isEmpty());
  }

  /** A bin is of one kind, with one lower and one upper bound at most. */
  private static Optional<String> shape(Branch bin) {
    List<String> said = PLACES.stream().filter(name -> bin.find(name).isPresent()).toList();
    boolean bounds = said.stream().allMatch(name -> PLACES.indexOf(name) < 4);
    boolean fits =
        bounds
            ? !said.containsAll(List.of("from", "above"))
                && !said.containsAll(List.of("below", "upTo"))
            : said.size() == 1;
    if (!fits) {
      return Optional.of("one kind of bin at a time: " + String.join(", ", said));
    }
    return Math.abs(bin.get("points").number()) > POINTS_MAX
        ? Optional.of("points within ±" + (long) POINTS_MAX)
        : Optional.empty();
  }

  private static Optional<String> once(Branch bin, Set<String> taken) {
    Stream<String> named =
        Stream.of(
                bin.texts("words").stream().map(word -> "word " + word),
                bin.list("special").stream().map(value -> "special " + value.number()),
                Stream.of("missing", "other").filter(name -> bin.find(name).isPresent()))
            .flatMap(names -> names);
    return named
        .filter(name -> !taken.add(name))
        .findFirst()
        .map(name -> "stands in two bins: " + name);
  }

  /** Intervals as they follow each other. */
  private static final class Bounds {
    boolean any;
    OptionalDouble end = OptionalDouble.empty();
    private boolean endIncluded;

    Optional<String> next(Branch bin) {
      String low = bin.find("above").isPresent() ? "above" : "from";
      Optional<Branch> from = bin.find(low);
      if (any && end.isEmpty()) {
        return Optional.of("the interval before this one has no upper bound");
      }
      if (!any && from.isPresent()) {
        return Optional.of("the first interval has no lower bound, so that all is covered");
      }
      if (any) {
        String needed = endIncluded ? "above" : "from";
        boolean meets =
            from.isPresent() && low.equals(needed) && from.get().number() == end.orElse(Double.NaN);
        if (!meets) {
          return Optional.of(
              "starts where the one before ends: "
                  + needed
                  + ": "
                  + Bin.number(end.orElse(Double.NaN)));
        }
      }
      any = true;
      endIncluded = bin.find("upTo").isPresent();
      Optional<Branch> to = bin.find(endIncluded ? "upTo" : "below");
      double last = end.orElse(Double.NEGATIVE_INFINITY);
      end = to.isPresent() ? OptionalDouble.of(to.get().number()) : OptionalDouble.empty();
      return end.isPresent() && end.getAsDouble() <= last
          ? Optional.of("bounds rise")
          : Optional.empty();
    }
  }

  /** The law of refusal: neutral points are at least what any answer is worth. */
  private void data(Branch branch, Characteristic each) {
    if (each.data().isEmpty()) {
      return;
    }
    String name = each.data().get();
    Optional<ClassUse> known = card.classes().stream().filter(c -> c.id().equals(name)).findFirst();
    if (known.isEmpty()) {
      problems.add(branch.get("data"), "the class " + name + " is not declared under classes");
      return;
    }
    switch (known.get().use()) {
      case BARRED -> problems.add(branch.get("data"), name + " is barred and may not be scored");
      case NEEDED -> {}
      case OPTIONAL -> {
        int sign = card.better().sign();
        double best = each.bins().stream().mapToDouble(bin -> sign * bin.points()).max().orElse(0);
        if (each.neutral().isEmpty() || sign * each.neutral().getAsDouble() < best) {
          problems.add(
              branch.find("neutral").orElse(branch),
              name
                  + " is optional: refusing it may never lower the score, so neutral is "
                  + Bin.number(sign * best)
                  + " or better");
        }
      }
    }
  }

  /** A cut-off that everybody or nobody reaches is a slip of the pen. */
  private void cutoff() {
    if (card.cutoff().isEmpty()) {
      return;
    }
    double least = card.start();
    double most = card.start();
    for (Characteristic each : card.characteristics()) {
      least += each.bins().stream().mapToDouble(Bin::points).min().orElse(0);
      most += each.bins().stream().mapToDouble(Bin::points).max().orElse(0);
    }
    double line = card.cutoff().getAsDouble();
    if (line < least || line > most) {
      problems.add(
          top.get("cutoff"),
          "scores lie between " + Bin.number(least) + " and " + Bin.number(most));
    }
  }
}
