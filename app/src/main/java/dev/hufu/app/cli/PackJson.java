package dev.hufu.app.cli;

import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.EventPolicy;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.trial.PackDiff;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON object of {@code hufu pack check|test|diff --json}. */
final class PackJson {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private PackJson() {}

  /** The entries of law of these packs that are past their day of review, each once. */
  static List<Law.Entry> overdue(PackLibrary library, Predicate<String> named, Instant now) {
    return library.list().stream()
        .filter(pack -> named.test(pack.ref().id()))
        .flatMap(pack -> pack.law().overdue(now.atZone(pack.zone()).toLocalDate()).stream())
        .distinct()
        .toList();
  }

  static ObjectNode check(PackLibrary library, Predicate<String> named, Instant now) {
    ObjectNode json = MAPPER.createObjectNode();
    ArrayNode packs = json.putArray("packs");
    for (Pack pack : library.list()) {
      if (named.test(pack.ref().id())) {
        ObjectNode one = packs.addObject();
        one.put("id", pack.ref().id())
            .put("version", pack.ref().version())
            .put("digest", pack.ref().digest().hex())
            .put("facts", pack.facts().size())
            .put("rules", pack.rules().size())
            .put("cues", pack.scripts().cues().size())
            .put("scripts", pack.scripts().scripts().size())
            .put("entries", pack.law().entries().size())
            .put("tests", pack.tests().size());
        pack.events().ifPresent(events -> events(one, events));
      }
    }
    ArrayNode problems = json.putArray("problems");
    library
        .problems()
        .forEach(
            (pack, found) -> {
              if (named.test(pack)) {
                found.forEach(
                    problem ->
                        problems
                            .addObject()
                            .put("pack", pack)
                            .put("position", problem.position().toString())
                            .put("message", problem.message()));
              }
            });
    ArrayNode review = json.putArray("overdue");
    overdue(library, named, now)
        .forEach(
            entry ->
                review
                    .addObject()
                    .put("entry", entry.id())
                    .put("reviewBy", entry.reviewBy().orElseThrow().toString()));
    return json;
  }

  /** A pack over events has its rules and tests there. */
  private static void events(ObjectNode json, EventPolicy events) {
    json.put("rules", events.rules().size())
        .put("tests", events.tests().size())
        .put("eventTypes", events.types().list().size())
        .put("features", events.features().specs().size())
        .put("typologies", events.typologies().size());
  }

  /** What {@link #check} says, and every story that came out otherwise than its author expects. */
  static ObjectNode test(
      PackLibrary library,
      Predicate<String> named,
      Instant now,
      Map<String, List<PackStory>> results) {
    ObjectNode json = check(library, named, now);
    json.put("run", results.values().stream().mapToInt(List::size).sum());
    ArrayNode failed = json.putArray("failed");
    results.forEach(
        (pack, stories) ->
            stories.stream()
                .filter(story -> !story.passed())
                .forEach(
                    story -> {
                      ObjectNode one = failed.addObject();
                      one.put("pack", pack);
                      one.put("position", story.position().toString());
                      one.put("name", story.name());
                      ArrayNode complaints = one.putArray("complaints");
                      story.complaints().forEach(complaints::add);
                    }));
    return json;
  }

  static ObjectNode diff(PackLibrary before, Map<Pack, List<PackDiff.Change>> changes) {
    ObjectNode json = MAPPER.createObjectNode();
    ArrayNode packs = json.putArray("packs");
    changes.forEach(
        (after, found) -> {
          ObjectNode one = packs.addObject();
          one.put("id", after.ref().id());
          one.put("before", before.find(after.ref().id()).orElseThrow().ref().digest().hex());
          one.put("after", after.ref().digest().hex());
          ArrayNode list = one.putArray("changes");
          found.forEach(
              change ->
                  list.addObject()
                      .put("kind", change.kind().name().toLowerCase(Locale.ROOT))
                      .put("part", change.part())
                      .put("id", change.id())
                      .put("detail", change.detail()));
        });
    return json;
  }
}
