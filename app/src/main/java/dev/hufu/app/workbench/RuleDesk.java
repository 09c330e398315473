package dev.hufu.app.workbench;

import dev.hufu.app.request.PackViews;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.policy.pack.EventRule;
import dev.hufu.policy.pack.EventTest;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.pack.PackTest;
import dev.hufu.policy.pack.Rule;
import dev.hufu.policy.pack.Typology;
import dev.hufu.policy.yaml.YamlFile;
import dev.hufu.store.PackVersion;
import dev.hufu.store.PackVersionBook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The rules of a version as a team reads them: found by words, with sources, tests and history. */
public final class RuleDesk {

  private static final int HISTORY_VERSIONS_MAX = 50;

  private final PackVersionBook book;
  private final VersionChecks checks;

  RuleDesk(PackVersionBook book, VersionChecks checks) {
    this.book = book;
    this.checks = checks;
  }

  /** What a list of rules can be narrowed to. */
  public enum Status {
    ALL,
    /** Its source is a claim nobody has found evidence for. */
    CLAIM,
    /** Fires in no test. */
    UNTESTED;

    /** As it stands in an address. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that name; anything else narrows nothing. */
    public static Status of(String id) {
      for (Status status : values()) {
        if (status.id().equals(id)) {
          return status;
        }
      }
      return ALL;
    }
  }

  /**
   * What is asked for.
   *
   * @param text words in id, condition, reason or source, in either language; empty for all
   * @param stage empty for all
   */
  public record Query(String text, Optional<Stage> stage, Status status) {}

  /** A rule in a list. */
  public record Row(ShownRule rule, int tests) {}

  /** The rules that fit, in the order of the file; empty where the version has errors. */
  public List<Row> list(PackVersion version, Query query) {
    VersionCheck check = checks.of(version);
    return check
        .pack()
        .map(
            pack ->
                rules(pack).stream()
                    .map(rule -> new Row(rule, touching(check, rule.id()).size()))
                    .filter(row -> fits(row, query))
                    .toList())
        .orElse(List.of());
  }

  /** Every rule of a pack of either kind, in the order of the file. */
  static List<ShownRule> rules(Pack pack) {
    return pack.events()
        .map(
            events ->
                events.rules().stream().map(rule -> shown(events.typologies(), rule)).toList())
        .orElseGet(() -> pack.rules().stream().map(rule -> shown(pack, rule)).toList());
  }

  private static ShownRule shown(Pack pack, Rule rule) {
    return new ShownRule(
        rule.id(),
        "",
        rule.stage(),
        rule.when().source(),
        PackViews.effect(pack, rule),
        rule.rank(),
        rule.seen(),
        rule.why(),
        rule.source(),
        List.of());
  }

  private static ShownRule shown(List<Typology> typologies, EventRule rule) {
    return new ShownRule(
        rule.id(),
        rule.on(),
        rule.stage(),
        rule.when().source(),
        PackViews.effect(rule),
        rule.rank(),
        rule.seen(),
        rule.why(),
        rule.source(),
        typologies.stream()
            .filter(typology -> typology.rules().contains(rule.id()))
            .map(Typology::id)
            .toList());
  }

  private static boolean fits(Row row, Query query) {
    ShownRule rule = row.rule();
    boolean status =
        switch (query.status()) {
          case ALL -> true;
          case CLAIM -> rule.source().kind() == Source.Kind.CLAIM;
          case UNTESTED -> row.tests() == 0;
        };
    String all =
        String.join(
                "\n",
                rule.id(),
                rule.condition(),
                rule.seen().zh(),
                rule.seen().en(),
                rule.why().zh(),
                rule.why().en(),
                rule.source().id(),
                rule.source().title().zh(),
                rule.source().title().en())
            .toLowerCase(Locale.ROOT);
    return status
        && query.stage().map(stage -> stage == rule.stage()).orElse(true)
        && all.contains(query.text().strip().toLowerCase(Locale.ROOT));
  }

  /** Names the tests in which a rule fires or is expected to. */
  private static List<Touch> touching(VersionCheck check, String rule) {
    List<Touch> touches = new ArrayList<>();
    List<Set<String>> named = named(check.pack().orElseThrow());
    for (int i = 0; i < named.size(); i++) {
      StoryResult result = check.results().get(i);
      boolean fired = result.fired().contains(rule);
      if (fired || named.get(i).contains(rule)) {
        touches.add(new Touch(result.name(), result.position().toString(), fired, result.passed()));
      }
    }
    return touches;
  }

  /** For each test the rules its expectation names. */
  private static List<Set<String>> named(Pack pack) {
    return pack.events()
        .map(
            events ->
                events.tests().stream()
                    .map(EventTest::expect)
                    .map(
                        expect ->
                            together(expect.fired(), expect.notFired(), expect.undetermined()))
                    .toList())
        .orElseGet(
            () ->
                pack.tests().stream()
                    .map(PackTest::expect)
                    .map(expect -> together(expect.fired(), expect.notFired(), expect.reasons()))
                    .toList());
  }

  private static Set<String> together(List<String> one, List<String> other, List<String> third) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    all.addAll(third);
    return all;
  }

  /** A test that has to do with a rule. */
  public record Touch(String name, String place, boolean fired, boolean passed) {}

  /**
   * A rule with everything around it.
   *
   * @param law the entry it stands on, if its source is law
   */
  public record Page(
      ShownRule rule, Optional<Law.Entry> law, List<Touch> touches, List<Step> history) {}

  /**
   * A version in which a rule changed.
   *
   * @param fields what changed: {@code when, effect}; empty where the rule is new or gone
   */
  public record Step(PackVersion version, Kind kind, List<String> fields) {}

  /** How a rule changed with a version. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  /** The rule of a version. */
  public Optional<Page> find(PackVersion version, String rule) {
    VersionCheck check = checks.of(version);
    return check
        .pack()
        .flatMap(
            pack ->
                rules(pack).stream()
                    .filter(one -> one.id().equals(rule))
                    .findFirst()
                    .map(
                        one ->
                            new Page(
                                one,
                                Optional.ofNullable(pack.law().entries().get(one.source().id())),
                                touching(check, rule),
                                history(version.pack(), rule))));
  }

  /** The law entry a version can name as a source. */
  public Optional<Law.Entry> entry(PackVersion version, String id) {
    return checks
        .of(version)
        .pack()
        .flatMap(pack -> Optional.ofNullable(pack.law().entries().get(id)));
  }

  /** The versions that were published, the oldest first, in which the rule's text changed. */
  private List<Step> history(String pack, String rule) {
    List<PackVersion> published =
        book.list(pack).stream()
            .filter(version -> version.closedAt().isPresent())
            .limit(HISTORY_VERSIONS_MAX)
            .toList()
            .reversed();
    List<Step> steps = new ArrayList<>();
    Optional<JsonNode> before = Optional.empty();
    for (PackVersion version : published) {
      Optional<JsonNode> now = written(version, rule);
      step(version, before, now).ifPresent(steps::add);
      before = now;
    }
    return steps.reversed();
  }

  private static Optional<Step> step(
      PackVersion version, Optional<JsonNode> before, Optional<JsonNode> now) {
    if (before.equals(now)) {
      return Optional.empty();
    }
    if (before.isEmpty() || now.isEmpty()) {
      return Optional.of(
          new Step(version, before.isEmpty() ? Kind.ADDED : Kind.REMOVED, List.of()));
    }
    Set<String> names = new TreeSet<>(before.get().propertyNames());
    names.addAll(now.get().propertyNames());
    List<String> changed = new ArrayList<>();
    for (String name : names) {
      JsonNode old = before.get().get(name);
      JsonNode fresh = now.get().get(name);
      if (old == null || fresh == null || !old.equals(fresh)) {
        changed.add(name + " " + shown(old) + " → " + shown(fresh));
      }
    }
    return Optional.of(new Step(version, Kind.CHANGED, changed));
  }

  private static String shown(@org.jspecify.annotations.Nullable JsonNode node) {
    return node == null ? "—" : node.isString() ? node.stringValue() : node.toString();
  }

  /** As its author wrote it; the condition need not be compiled to see that it changed. */
  private Optional<JsonNode> written(PackVersion version, String rule) {
    String text = book.files(version.id(), version.revision()).getOrDefault("rules.yaml", "");
    try {
      for (JsonNode one : YamlFile.parse("rules.yaml", text).json().path("rules")) {
        if (one.path("id").asString("").equals(rule)) {
          return Optional.of(one);
        }
      }
      return Optional.empty();
    } catch (YamlFile.Malformed unreadable) {
      return Optional.empty();
    }
  }

  /** The files in which a version differs from another, by path. */
  public Set<String> changedFiles(PackVersion version, PackVersion other) {
    var own = book.files(version.id(), version.revision());
    var others = book.files(other.id(), other.revision());
    Set<String> changed = new HashSet<>(own.keySet());
    changed.addAll(others.keySet());
    changed.removeIf(
        path -> Optional.ofNullable(own.get(path)).equals(Optional.ofNullable(others.get(path))));
    return new TreeSet<>(changed);
  }
}
