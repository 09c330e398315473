package dev.hufu.policy.pack;

import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Column;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.kernel.feature.FeaturePlan;
import dev.hufu.kernel.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a pack says about a stream of events: kinds of event, features over time, rules, typologies.
 *
 * @param types the kinds a stream may carry, the pack's own among them
 * @param features planned over these kinds
 * @param models whose scores conditions may read
 * @param verdicts the word and the one sentence for each verdict
 */
public record EventPolicy(
    EventTypes types,
    FeaturePlan features,
    List<EventModel> models,
    List<EventRule> rules,
    List<Typology> typologies,
    Map<Verdict, Words> verdicts,
    List<EventTest> tests) {

  /** The name of the hour of day, 0..23 in the pack's zone, in every condition. */
  public static final String HOUR = "event.hour";

  /** The name of the day of the week, 1 is Monday. */
  public static final String WEEKDAY = "event.weekday";

  public EventPolicy {
    models = List.copyOf(models);
    rules = List.copyOf(rules);
    typologies = List.copyOf(typologies);
    verdicts = Map.copyOf(verdicts);
    tests = List.copyOf(tests);
  }

  /** The words of a verdict; a pack that was read has them for each. */
  public Words words(Verdict verdict) {
    return Objects.requireNonNull(verdicts.get(verdict));
  }

  /** What a condition over one kind of event may read: the columns of a plan, then its models. */
  public static Columns columns(FeaturePlan features, List<EventModel> models, EventType type) {
    List<Column> columns = new ArrayList<>(columns(features, type).list());
    models.stream()
        .filter(model -> model.on().equals(type.name()))
        .forEach(model -> columns.add(new Column(model.column(), FieldKind.REAL)));
    return new Columns(columns);
  }

  /** What a model over one kind of event may read: its fields, features, hour and weekday. */
  public static Columns columns(FeaturePlan features, EventType type) {
    List<Column> columns = new ArrayList<>(features.columns(type).list());
    columns.add(new Column(HOUR, FieldKind.COUNT));
    columns.add(new Column(WEEKDAY, FieldKind.COUNT));
    return new Columns(columns);
  }

  /** A verdict in words. */
  public record Words(Wording word, Wording one) {}
}
