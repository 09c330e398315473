package dev.hufu.policy.load;

import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.feature.FeaturePlan;
import dev.hufu.kernel.feature.FeatureProblem;
import dev.hufu.kernel.feature.FeatureSpec;
import dev.hufu.policy.pack.EventModel;
import dev.hufu.policy.pack.EventPolicy;
import dev.hufu.policy.pack.EventRule;
import dev.hufu.policy.pack.EventTest;
import dev.hufu.policy.pack.Typology;
import dev.hufu.policy.yaml.Branch;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a pack says about events: its kinds, features, rules, typologies and stories. */
final class EventPolicyReader {

  private final String currency;
  private final ZoneId zone;
  private final PackFiles packFiles;
  private final SourcesReader sources;
  private final Problems problems;

  EventPolicyReader(
      String currency, ZoneId zone, PackFiles packFiles, SourcesReader sources, Problems problems) {
    this.zone = zone;
    this.packFiles = packFiles;
    this.currency = currency;
    this.sources = sources;
    this.problems = problems;
  }

  /**
   * @param files those of the pack, by name; events.yaml is among them
   */
  Optional<EventPolicy> read(Map<String, Branch> files, List<Branch> tests) {
    Branch events = files.get("events.yaml");
    Branch features = files.get("features.yaml");
    Branch rules = files.get("rules.yaml");
    Branch typologies = files.get("typologies.yaml");
    if (events == null) {
      return Optional.empty();
    }
    if (features == null || rules == null || typologies == null) {
      problems.add(events, "beside it stand features.yaml, rules.yaml and typologies.yaml");
      return Optional.empty();
    }
    EventsReader reader = new EventsReader(currency, problems);
    EventTypes types = reader.types(events);
    Optional<FeaturePlan> plan = plan(types, reader, events, features);
    Optional<Branch> models = Optional.ofNullable(files.get("models.yaml"));
    return plan.map(planned -> read(types, planned, models, rules, typologies, tests));
  }

  private EventPolicy read(
      EventTypes types,
      FeaturePlan plan,
      Optional<Branch> scored,
      Branch rules,
      Branch typologies,
      List<Branch> tests) {
    List<EventModel> models =
        scored
            .map(new ModelsReader(types, plan, zone, packFiles, problems)::read)
            .orElse(List.of());
    List<EventRule> read =
        new EventRulesReader(types, plan, models, currency, sources, problems).read(rules);
    List<Typology> patterns = new TypologiesReader(read, problems).read(typologies, rules);
    EventTestsReader testsReader = new EventTestsReader(types, problems);
    List<EventTest> stories = new ArrayList<>();
    tests.forEach(file -> stories.addAll(testsReader.read(file)));
    return new EventPolicy(
        types, plan, models, read, patterns, TypologiesReader.verdicts(typologies), stories);
  }

  private Optional<FeaturePlan> plan(
      EventTypes types, EventsReader reader, Branch events, Branch features) {
    List<FeatureSpec> specs = new FeaturesReader(types, currency, problems).read(features);
    Duration lateness = reader.lateness(events);
    List<FeatureProblem> wrong = FeaturePlan.problems(types, specs, lateness);
    for (FeatureProblem problem : wrong) {
      Branch at =
          features.list("features").stream()
              .filter(feature -> feature.text("name").equals(problem.feature()))
              .findFirst()
              .orElse(features);
      problems.add(at, problem.refusal().wording().en());
    }
    return wrong.isEmpty() ? FeaturePlan.of(types, specs, lateness).findValue() : Optional.empty();
  }
}
