package dev.hufu.policy.event;

import dev.hufu.kernel.decision.Finding.Effect;
import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.policy.pack.EventModel;
import dev.hufu.policy.pack.EventPolicy;
import dev.hufu.policy.pack.EventRule;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.pack.Typology;
import dev.hufu.policy.plan.RulePlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pack over events, compiled: for each kind of event the columns, the plan of its rules and the
 * scoring. Immutable and shared by all threads; publishing another version is the swap of one
 * reference.
 *
 * <p>Example: {@code new EventDecider(new EventProgram(pack))}.
 */
public final class EventProgram {

  /** What is decided upon one kind of event. */
  record Lane(
      EventType type,
      Columns columns,
      List<EventModel> models,
      List<EventRule> rules,
      RulePlan plan,
      Scoring scoring) {}

  private final Pack pack;
  private final EventPolicy policy;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();

  /**
   * @param pack one with {@link Pack#events()}
   */
  public EventProgram(Pack pack) {
    this.pack = pack;
    this.policy =
        pack.events()
            .orElseThrow(() -> new IllegalArgumentException(pack.ref().id() + " has no events"));
    for (EventType type : policy.types().list()) {
      List<EventRule> rules =
          policy.rules().stream().filter(rule -> rule.on().equals(type.name())).toList();
      if (rules.isEmpty()) {
        continue;
      }
      Columns columns = EventPolicy.columns(policy.features(), policy.models(), type);
      List<RulePlan.Named> named =
          rules.stream().map(rule -> new RulePlan.Named(rule.id(), rule.when())).toList();
      lanes.put(
          type.name(),
          new Lane(
              type,
              columns,
              policy.models().stream().filter(model -> model.on().equals(type.name())).toList(),
              rules,
              RulePlan.compile(columns, named),
              new Scoring(rules, policy.typologies())));
    }
  }

  public Pack pack() {
    return pack;
  }

  public EventPolicy policy() {
    return policy;
  }

  public PackRef ref() {
    return pack.ref();
  }

  public List<Typology> typologies() {
    return policy.typologies();
  }

  /** The rules that look at a kind of event, in the order of the bits of a ruling. */
  public List<EventRule> rules(String type) {
    return lane(type).map(Lane::rules).orElse(List.of());
  }

  /** Whether events of a kind are decided upon; others only feed features. */
  public boolean decides(String type) {
    return lanes.containsKey(type);
  }

  Optional<Lane> lane(String type) {
    return Optional.ofNullable(lanes.get(type));
  }

  /** The rules of a lane whose law is not in force on a day, as bits; notes change nothing. */
  long[] silent(Lane lane, LocalDate day) {
    long[] silent = new long[(lane.rules().size() + 63) >>> 6];
    for (int place = 0; place < lane.rules().size(); place++) {
      Source source = lane.rules().get(place).source();
      boolean note = lane.rules().get(place).effect() == Effect.NOTE;
      if (source.kind() == Source.Kind.LAW && !note) {
        Law.Entry entry = pack.law().entries().get(source.id());
        if (entry == null || !entry.inForce(day)) {
          silent[place >>> 6] |= 1L << place;
        }
      }
    }
    return silent;
  }

  /** The kinds of event that are decided upon. */
  public List<String> deciding() {
    return new ArrayList<>(lanes.keySet());
  }
}
