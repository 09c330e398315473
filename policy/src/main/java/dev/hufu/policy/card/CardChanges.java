package dev.hufu.policy.card;

import dev.hufu.policy.card.CardResult.Change;
import dev.hufu.policy.card.CardResult.Part;
import dev.hufu.policy.card.CardResult.State;
import dev.hufu.policy.card.CardResult.Together;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would lift a score to the cut-off, over changeable characteristics only: alone, and with the
 * fewest changes together; of as many, those that cross the fewest bins; of those, the best score.
 * Exact: a table over characteristics, changes and steps.
 */
final class CardChanges {

  private final Scorecard card;
  private final double score;
  private final List<List<Change>> choices = new ArrayList<>();

  CardChanges(Scorecard card, List<Part> parts, double score) {
    this.card = card;
    this.score = score;
    for (Part part : parts) {
      List<Change> better = better(part);
      if (!better.isEmpty()) {
        choices.add(better);
      }
    }
  }

  /** The bins that are worth more than where the applicant lies, with the score each gives. */
  private List<Change> better(Part part) {
    List<Change> better = new ArrayList<>();
    Characteristic each = part.characteristic();
    boolean known = part.state() != State.WITHHELD && part.state() != State.MISSING;
    if (!each.changeable() || !known) {
      return better;
    }
    for (int b = 0; b < each.bins().size(); b++) {
      Bin bin = each.bins().get(b);
      double gain = card.better().sign() * (bin.points() - part.points());
      if (bin.reachable() && gain > Scorecard.EPSILON) {
        better.add(new Change(each, bin, steps(part, b), score + bin.points() - part.points()));
      }
    }
    return better;
  }

  /** Bins between, for numbers; anything else is one step. */
  private static int steps(Part part, int to) {
    int from =
        part.bin()
            .filter(bin -> bin.where() instanceof Bin.Interval)
            .map(part.characteristic().bins()::indexOf)
            .orElse(-1);
    return from < 0 ? 1 : Math.max(1, Math.abs(to - from));
  }

  /** Single changes that reach the cut-off: fewest steps first, then the best score. */
  List<Change> alone() {
    return choices.stream()
        .flatMap(List::stream)
        .filter(change -> card.passes(change.score()))
        .sorted(Comparator.comparingInt(Change::steps).thenComparingDouble(change -> -gain(change)))
        .toList();
  }

  private double gain(Change change) {
    return card.better().sign() * (change.score() - score);
  }

  Optional<Together> together() {
    double wanted =
        card.better().sign() * (card.cutoff().orElseThrow() - score) - Scorecard.EPSILON;
    List<Double> most =
        choices.stream()
            .map(list -> list.stream().mapToDouble(this::gain).max().orElse(0))
            .sorted(Comparator.reverseOrder())
            .toList();
    double sum = 0;
    for (int count = 1; count <= most.size(); count++) {
      sum += most.get(count - 1);
      if (sum >= wanted) {
        return Optional.of(fewestSteps(count, wanted));
      }
    }
    return Optional.empty();
  }

  /** A way to so many changes and steps: what it gains, and the change it ends with. */
  private record Way(double gain, Optional<Way> before, Optional<Change> change) {}

  private Together fewestSteps(int count, double wanted) {
    int stepsMax =
        choices.stream()
            .mapToInt(list -> list.stream().mapToInt(Change::steps).max().orElse(0))
            .sum();
    @Nullable Way[][] ways = new Way[count + 1][stepsMax + 1];
    ways[0][0] = new Way(0, Optional.empty(), Optional.empty());
    for (List<Change> list : choices) {
      for (int used = count; used >= 1; used--) {
        for (int steps = stepsMax; steps >= 1; steps--) {
          for (Change change : list) {
            extend(ways, used, steps, change);
          }
        }
      }
    }
    for (int steps = 0; steps <= stepsMax; steps++) {
      Way way = ways[count][steps];
      if (way != null && way.gain >= wanted) {
        return told(way);
      }
    }
    throw new IllegalStateException("changes that reach the cut-off were counted, but not found");
  }

  private void extend(@Nullable Way[][] ways, int used, int steps, Change change) {
    int rest = steps - change.steps();
    Way before = rest < 0 ? null : ways[used - 1][rest];
    if (before != null) {
      double gain = before.gain + gain(change);
      Way known = ways[used][steps];
      if (known == null || gain > known.gain + Scorecard.EPSILON) {
        ways[used][steps] = new Way(gain, Optional.of(before), Optional.of(change));
      }
    }
  }

  private Together told(Way last) {
    List<Change> changes = new ArrayList<>();
    Optional<Way> way = Optional.of(last);
    while (way.isPresent()) {
      way.get().change.ifPresent(changes::addFirst);
      way = way.get().before;
    }
    return new Together(changes, score + card.better().sign() * last.gain);
  }
}
