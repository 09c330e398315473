package dev.hufu.policy.event;

import dev.hufu.kernel.decision.Finding.Effect;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Row;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.event.EventExplanation.Finding;
import dev.hufu.policy.event.EventExplanation.NearMiss;
import dev.hufu.policy.event.EventExplanation.WouldChange;
import dev.hufu.policy.expression.Truth;
import dev.hufu.policy.pack.EventModel;
import dev.hufu.policy.pack.EventPolicy;
import dev.hufu.policy.pack.EventRule;
import dev.hufu.policy.plan.RowCondition;
import dev.hufu.policy.plan.Shortfall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Explains the last step of a decider. It evaluates once more by CEL itself, so it is slow where
 * deciding is fast, and it is asked only when somebody wants to know.
 *
 * <p>Example: {@code explainer.explain(event, decider.row(), decider.ruling())}.
 */
public final class EventExplainer {

  /** Inputs of a model that are named as reasons. */
  private static final int MOVERS_MAX = 4;

  private final EventProgram program;
  private final EventWording wording;

  public EventExplainer(EventProgram program) {
    this.program = program;
    this.wording = new EventWording(program.pack(), program.policy());
  }

  /**
   * @param row what the decider read, {@link EventDecider#row}
   */
  public EventExplanation explain(EventValues event, Row row, Ruling ruling) {
    EventProgram.Lane lane = program.lane(event.type().name()).orElseThrow();
    EventPolicy.Words words = program.policy().words(ruling.verdict());
    List<NearMiss> misses = nearMisses(lane, row, ruling);
    return new EventExplanation(
        EventDecision.of(program, event, ruling),
        words.word(),
        words.one(),
        ruling.leading() < 0 || ruling.verdict() == Verdict.GREEN
            ? Optional.empty()
            : Optional.of(program.typologies().get(ruling.leading()).next()),
        findings(lane, row, ruling),
        misses,
        wouldChange(lane, ruling, misses));
  }

  private List<Finding> findings(EventProgram.Lane lane, Row row, Ruling ruling) {
    List<Finding> findings = new ArrayList<>();
    ruling.forEachFired(
        place -> {
          EventRule rule = lane.rules().get(place);
          int without = with(lane, ruling, List.of(place), List.of()).risk();
          findings.add(
              new Finding(
                  rule.id(),
                  rule.stage(),
                  rule.effect(),
                  rule.weight(),
                  Math.max(0, ruling.risk() - without),
                  wording.fill(rule.seen(), row),
                  wording.fill(rule.why(), row),
                  rule.source(),
                  values(lane, rule, row)));
        });
    findings.sort(Comparator.comparingInt(Finding::part).reversed());
    return findings;
  }

  private Map<String, Wording> values(EventProgram.Lane lane, EventRule rule, Row row) {
    Map<String, Wording> values = new LinkedHashMap<>();
    for (String name : rule.when().names()) {
      int place = row.columns().find(name).orElseThrow();
      if (row.known(place)) {
        values.put(name, wording.value(row, place));
      }
      lane.models().stream()
          .filter(model -> model.column().equals(name))
          .forEach(model -> moved(model, row, values));
    }
    return values;
  }

  /** What moved a model's score most, each with its value and by how many log-odds. */
  private void moved(EventModel model, Row row, Map<String, Wording> values) {
    double[] numbers = new double[model.features().inputs().size()];
    model.features().fill(row, numbers);
    double[] parts = model.model().contributions(numbers);
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparingDouble(input -> -Math.abs(parts[input])))
        .limit(MOVERS_MAX)
        .forEach(
            input -> {
              String name = model.features().inputs().names().get(input);
              int place = row.columns().find(name).orElseThrow();
              Wording value = row.known(place) ? wording.value(row, place) : EventWording.NOT_KNOWN;
              String by = String.format(Locale.ROOT, " (%+.2f)", parts[input]);
              values.put(model.column() + ": " + name, value.map(text -> text + by));
            });
  }

  /** Near is: one part kept it from firing, or it waits for a value that is not known. */
  private List<NearMiss> nearMisses(EventProgram.Lane lane, Row row, Ruling ruling) {
    List<NearMiss> misses = new ArrayList<>();
    for (int place = 0; place < lane.rules().size(); place++) {
      EventRule rule = lane.rules().get(place);
      if (ruling.fired(place) || rule.effect() == Effect.NOTE) {
        continue;
      }
      List<RowCondition> parts = rule.when().conjuncts();
      List<RowCondition> failing =
          parts.stream().filter(part -> !part.evaluate(row).holds()).toList();
      if (failing.size() == 1) {
        boolean unknown = failing.getFirst().evaluate(row) instanceof Truth.Unknown;
        if (unknown || parts.size() > 1) {
          misses.add(nearMiss(rule, failing.getFirst(), row));
        }
      }
    }
    return misses;
  }

  private NearMiss nearMiss(EventRule rule, RowCondition part, Row row) {
    List<String> missing =
        part.evaluate(row) instanceof Truth.Unknown(var names) ? names : List.of();
    Optional<Shortfall> shortfall = part.shortfall(row);
    return new NearMiss(
        rule.id(),
        part.source(),
        missing,
        shortfall.map(s -> wording.number(s.column(), s.actual())),
        shortfall.map(s -> wording.number(s.column(), s.wanted())));
  }

  /** One rule less, then two less; and each near miss more. The smallest changes only. */
  private List<WouldChange> wouldChange(
      EventProgram.Lane lane, Ruling ruling, List<NearMiss> misses) {
    List<WouldChange> changes = new ArrayList<>();
    if (ruling.verdict() == Verdict.UNKNOWN) {
      return changes;
    }
    List<Integer> fired = new ArrayList<>();
    ruling.forEachFired(
        place -> {
          if (lane.rules().get(place).effect() != Effect.NOTE) {
            fired.add(place);
          }
        });
    for (int place : fired) {
      change(lane, ruling, List.of(place), List.of()).ifPresent(changes::add);
    }
    for (int i = 0; changes.isEmpty() && i < fired.size(); i++) {
      for (int j = i + 1; j < fired.size(); j++) {
        change(lane, ruling, List.of(fired.get(i), fired.get(j)), List.of())
            .ifPresent(changes::add);
      }
    }
    for (NearMiss miss : misses) {
      change(lane, ruling, List.of(), List.of(place(lane, miss.rule()))).ifPresent(changes::add);
    }
    return changes;
  }

  private static Optional<WouldChange> change(
      EventProgram.Lane lane, Ruling ruling, List<Integer> without, List<Integer> with) {
    Verdict to = with(lane, ruling, without, with).verdict();
    return to == ruling.verdict()
        ? Optional.empty()
        : Optional.of(new WouldChange(to, ids(lane, without), ids(lane, with)));
  }

  private static List<String> ids(EventProgram.Lane lane, List<Integer> places) {
    return places.stream().map(place -> lane.rules().get(place).id()).toList();
  }

  private static int place(EventProgram.Lane lane, String rule) {
    for (int place = 0; place < lane.rules().size(); place++) {
      if (lane.rules().get(place).id().equals(rule)) {
        return place;
      }
    }
    throw new IllegalArgumentException(rule);
  }

  /** The ruling there would be with some rules less and some more. */
  private static Ruling with(
      EventProgram.Lane lane, Ruling ruling, List<Integer> without, List<Integer> with) {
    Ruling other = new Ruling(lane.rules().size(), ruling.scores.length);
    System.arraycopy(ruling.fired, 0, other.fired, 0, other.fired.length);
    without.forEach(place -> other.fired[place >>> 6] &= ~(1L << place));
    with.forEach(place -> other.fired[place >>> 6] |= 1L << place);
    lane.scoring().score(other);
    return other;
  }
}
