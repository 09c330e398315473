package dev.hufu.policy.event;

import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.policy.pack.EventRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decision upon one event, with names: what a stream of decisions carries.
 *
 * @param event the id of the event
 * @param at its moment, in milliseconds since 1970
 * @param risk the highest typology score, in ten-thousandths
 * @param leading the typology with that score
 * @param typologies those with a score, in the order of the pack
 * @param fired rules that held, in the order of the pack
 * @param undetermined rules that a missing value left open
 */
public record EventDecision(
    String event,
    String type,
    long at,
    Verdict verdict,
    int risk,
    Optional<String> leading,
    List<Score> typologies,
    List<String> fired,
    List<String> undetermined,
    PackRef pack) {

  /** How much a typology was seen, in ten-thousandths. */
  public record Score(String typology, int score) {}

  public EventDecision {
    typologies = List.copyOf(typologies);
    fired = List.copyOf(fired);
    undetermined = List.copyOf(undetermined);
  }

  /** The ruling in names. */
  public static EventDecision of(EventProgram program, EventValues event, Ruling ruling) {
    List<EventRule> rules = program.rules(event.type().name());
    List<Score> scores = new ArrayList<>();
    for (int t = 0; t < program.typologies().size(); t++) {
      if (ruling.score(t) > 0) {
        scores.add(new Score(program.typologies().get(t).id(), ruling.score(t)));
      }
    }
    List<String> fired = new ArrayList<>();
    ruling.forEachFired(place -> fired.add(rules.get(place).id()));
    List<String> open = new ArrayList<>();
    ruling.forEachUndetermined(place -> open.add(rules.get(place).id()));
    return new EventDecision(
        event.id(),
        event.type().name(),
        event.at(),
        ruling.verdict(),
        ruling.risk(),
        ruling.leading() < 0
            ? Optional.empty()
            : Optional.of(program.typologies().get(ruling.leading()).id()),
        scores,
        fired,
        open,
        program.ref());
  }
}
