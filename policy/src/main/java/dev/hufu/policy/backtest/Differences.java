package dev.hufu.policy.backtest;

import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.policy.backtest.BacktestReport.Difference;
import dev.hufu.policy.backtest.BacktestReport.Example;
import dev.hufu.policy.backtest.BacktestReport.RuleChange;
import dev.hufu.policy.backtest.BacktestReport.RuleLine;
import dev.hufu.policy.backtest.BacktestReport.Turn;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where two packs decide otherwise, with the first few events of each kind. */
final class Differences {

  static final int EXAMPLES = 5;

  private final Map<Integer, Group> groups = new TreeMap<>();
  private final Likeness likeness;
  private long same;
  private long otherRules;
  private long otherScores;
  private long oneSided;

  /** Events that turn from one verdict to another. */
  private static final class Group {
    long events;
    long fraud;
    final List<Example> examples = new ArrayList<>();
  }

  Differences(EventProgram before, EventProgram now) {
    this.likeness = new Likeness(before, now);
  }

  /** Counts an event that both decided upon; in what they differ, if they do. */
  Optional<Otherwise.Kind> add(
      EventValues event, EventDecider before, EventDecider now, Labels.Label label) {
    Verdict from = before.ruling().verdict();
    Verdict to = now.ruling().verdict();
    if (from == to) {
      same++;
      return alike(event, before, now);
    }
    turn(event, before, now, label);
    return Optional.of(Otherwise.Kind.VERDICT);
  }

  private Optional<Otherwise.Kind> alike(EventValues event, EventDecider before, EventDecider now) {
    if (!likeness.rules(event.type().name(), before.ruling(), now.ruling())) {
      otherRules++;
      return Optional.of(Otherwise.Kind.RULES);
    }
    if (!likeness.scores(before.ruling(), now.ruling())) {
      otherScores++;
      return Optional.of(Otherwise.Kind.SCORES);
    }
    return Optional.empty();
  }

  private void turn(EventValues event, EventDecider before, EventDecider now, Labels.Label label) {
    Verdict from = before.ruling().verdict();
    Verdict to = now.ruling().verdict();
    Group group =
        groups.computeIfAbsent(
            from.ordinal() * Verdict.values().length + to.ordinal(), key -> new Group());
    group.events++;
    group.fraud += label == Labels.Label.FRAUD ? 1 : 0;
    if (group.examples.size() < EXAMPLES) {
      List<String> fired = before.decision(event).fired();
      List<String> firesNow = now.decision(event).fired();
      group.examples.add(
          new Example(event.id(), event.at(), without(fired, firesNow), without(firesNow, fired)));
    }
  }

  /** Counts an event that only one of the two decided upon. */
  void addOneSided() {
    oneSided++;
  }

  private static List<String> without(List<String> all, List<String> others) {
    return all.stream().filter(rule -> !others.contains(rule)).toList();
  }

  Difference between(Tally before, Tally now) {
    List<Turn> turns = new ArrayList<>();
    groups.forEach(
        (key, group) ->
            turns.add(
                new Turn(
                    Verdict.values()[key / Verdict.values().length],
                    Verdict.values()[key % Verdict.values().length],
                    group.events,
                    group.fraud,
                    List.copyOf(group.examples))));
    Map<String, long[]> fired = new TreeMap<>();
    for (RuleLine line : before.arm().rules()) {
      fired.computeIfAbsent(line.rule(), rule -> new long[2])[0] = line.fired();
    }
    for (RuleLine line : now.arm().rules()) {
      fired.computeIfAbsent(line.rule(), rule -> new long[2])[1] = line.fired();
    }
    List<RuleChange> changes = new ArrayList<>();
    fired.forEach(
        (rule, counts) -> {
          if (counts[0] != counts[1]) {
            changes.add(new RuleChange(rule, counts[0], counts[1]));
          }
        });
    return new Difference(same, otherRules, otherScores, oneSided, turns, changes);
  }
}
