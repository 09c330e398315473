package dev.hufu.policy.load;

import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.script.Cue;
import dev.hufu.kernel.script.Script;
import dev.hufu.kernel.script.ScriptBook;
import dev.hufu.policy.card.Scorecard;
import dev.hufu.policy.expression.ExpressionCompiler;
import dev.hufu.policy.pack.CardTest;
import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.pack.EventPolicy;
import dev.hufu.policy.pack.Forensics;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.LenderPolicy;
import dev.hufu.policy.pack.LoanPolicy;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.pack.PackTest;
import dev.hufu.policy.pack.Playbook;
import dev.hufu.policy.yaml.Branch;
import dev.hufu.policy.yaml.YamlFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Loads one pack: parses, checks against the schema, resolves names, compiles conditions. Either
 * the pack comes out whole, or the list of everything that is wrong with it; never half a pack.
 *
 * <p>Example: {@code PackLoader.load(files, List.of(lawPack)).pack().orElseThrow()}.
 */
public final class PackLoader {

  private static final String TESTS = "tests/";

  /** A pack, or the problems that keep it from being one. */
  public record Loaded(Optional<Pack> pack, List<PackProblem> problems) {

    public Loaded {
      problems = List.copyOf(problems);
    }
  }

  /** What a pack is loaded for: its tests are read only where they are run. */
  public enum Purpose {
    /** Everything, the tests too. */
    CHECK,
    /** Without its tests; the digest is the same. */
    DECIDE
  }

  private final PackFiles files;
  private final Collection<Pack> needed;
  private final Purpose purpose;
  private final boolean overEvents;
  private final boolean overLoans;
  private final boolean overLenders;
  private final boolean overBills;
  private final boolean overCard;
  private final Problems problems = new Problems();
  private final Map<String, Branch> read = new LinkedHashMap<>();

  private PackLoader(PackFiles files, Collection<Pack> needed, Purpose purpose) {
    this.files = files;
    this.needed = needed;
    this.purpose = purpose;
    this.overEvents = files.texts().containsKey("events.yaml");
    this.overLoans = files.texts().containsKey("loan.yaml");
    this.overLenders = files.texts().containsKey("lender.yaml");
    this.overBills = files.texts().containsKey("forensics.yaml");
    this.overCard = files.texts().containsKey("card.yaml");
  }

  /** Loads all of a pack, as {@link #load(PackFiles, Collection, Purpose)} does to check it. */
  public static Loaded load(PackFiles files, Collection<Pack> needed) {
    return load(files, needed, Purpose.CHECK);
  }

  /**
   * @param needed the packs that {@code needs} of pack.yaml names, already loaded
   */
  public static Loaded load(PackFiles files, Collection<Pack> needed, Purpose purpose) {
    return new PackLoader(files, needed, purpose).load();
  }

  private Loaded load() {
    long chars = files.texts().values().stream().mapToLong(String::length).sum();
    if (files.texts().size() > Limits.PACK_FILES_MAX || chars > Limits.PACK_BYTES_MAX) {
      problems.add(new Position("pack.yaml", 1, 1), "the pack is too large");
      return new Loaded(Optional.empty(), problems.sorted());
    }
    parse();
    if (!read.containsKey("pack.yaml")) {
      if (problems.isEmpty()) {
        problems.add(new Position("pack.yaml", 1, 1), "there is no pack.yaml");
      }
      return new Loaded(Optional.empty(), problems.sorted());
    }
    if (!problems.isEmpty()) {
      return new Loaded(Optional.empty(), problems.sorted());
    }
    Optional<Pack> pack = assemble(read.get("pack.yaml"));
    return new Loaded(problems.isEmpty() ? pack : Optional.empty(), problems.sorted());
  }

  /** Side by side, the largest first, since reading the texts is most of the work of loading. */
  private void parse() {
    Map<String, ParsedFile> parsed =
        files.texts().entrySet().stream()
            .filter(file -> purpose == Purpose.CHECK || !file.getKey().startsWith(TESTS))
            .filter(file -> !PackFiles.isModel(file.getKey()))
            .sorted(Comparator.comparingInt(file -> -file.getValue().length()))
            .toList()
            .parallelStream()
            .map(file -> ParsedFile.of(file.getKey(), schema(file.getKey()), file.getValue()))
            .collect(Collectors.toMap(ParsedFile::path, Function.identity()));
    for (String path : files.texts().keySet()) {
      ParsedFile file = parsed.get(path);
      if (file != null) {
        problems.addAll(file.problems());
        file.top().ifPresent(top -> read.put(path, top));
      }
    }
  }

  /** A file as read: its top where it may be read further, else what is wrong. */
  private record ParsedFile(String path, Optional<Branch> top, Problems problems) {

    static ParsedFile of(String path, Optional<String> kind, String text) {
      Problems problems = new Problems();
      Optional<Branch> top = Optional.empty();
      if (kind.isEmpty()) {
        problems.add(new Position(path, 1, 1), "a pack has no such file; see pack-format.md");
        return new ParsedFile(path, top, problems);
      }
      try {
        YamlFile file = YamlFile.parse(path, text);
        if (PackSchema.check(kind.get(), file, problems)) {
          top = Optional.of(file.top());
        }
      } catch (YamlFile.Malformed malformed) {
        problems.add(malformed.position(), String.valueOf(malformed.getMessage()));
      }
      return new ParsedFile(path, top, problems);
    }
  }

  /** Rules and tests over events, and tests over loans and lenders, have a shape of their own. */
  private Optional<String> schema(String path) {
    return kind(path)
        .map(
            kind ->
                overEvents && (kind.equals("rules") || kind.equals("tests"))
                    ? "event-" + kind
                    : overLoans && kind.equals("tests")
                        ? "loan-tests"
                        : overLenders && kind.equals("tests")
                            ? "lender-tests"
                            : overBills && kind.equals("tests")
                                ? "bill-tests"
                                : overCard && kind.equals("tests") ? "card-tests" : kind);
  }

  private static Optional<String> kind(String path) {
    return switch (path) {
      case "pack.yaml",
          "facts.yaml",
          "events.yaml",
          "features.yaml",
          "models.yaml",
          "typologies.yaml",
          "rules.yaml",
          "matrix.yaml",
          "scripts.yaml",
          "playbook.yaml",
          "channels.yaml",
          "challenges.yaml",
          "sources.yaml",
          "loan.yaml",
          "lender.yaml",
          "chain.yaml",
          "casework.yaml",
          "tasks.yaml",
          "plans.yaml",
          "checks.yaml",
          "prevention.yaml",
          "forensics.yaml",
          "flows.yaml",
          "card.yaml",
          "claims.yaml" ->
          Optional.of(path.replace(".yaml", ""));
      default ->
          path.startsWith(TESTS)
              ? Optional.of("tests")
              : path.startsWith("papers/")
                  ? Optional.of("paper")
                  : path.startsWith("entries/")
                      ? Optional.of("entries")
                      : path.startsWith("series/")
                          ? Optional.of("series")
                          : path.startsWith("calendars/")
                              ? Optional.of("calendar")
                              : Optional.empty();
    };
  }

  private Optional<Pack> assemble(Branch top) {
    Law law = law();
    String currency = top.text("currency");
    FactsReader factsReader = new FactsReader(currency, problems);
    Map<String, FactType> facts = find("facts.yaml").map(factsReader::types).orElse(Map.of());
    ScriptBook scripts =
        find("scripts.yaml")
            .map(new ScriptsReader(facts, factsReader, problems)::read)
            .orElse(ScriptBook.EMPTY);
    Conditions conditions = new Conditions(compiler(currency, facts, scripts, law), problems);
    SourcesReader sources = new SourcesReader(law, find("sources.yaml"), problems);
    readScriptSources(sources);
    Optional<Scorecard> card = find("card.yaml").map(file -> CardFile.read(file, problems));
    List<PackTest> stories = stories(new TestsReader(facts, factsReader, problems));
    Optional<ZoneId> zone = zone(top.get("zone"));
    if (zone.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Pack(
            ref(top),
            top.text("matter"),
            top.text("jurisdiction"),
            top.wording("title"),
            LocalDate.parse(top.text("validFrom")),
            top.find("validTo").map(day -> LocalDate.parse(day.text())),
            LocalDate.parse(top.text("asOf")),
            zone.get(),
            currency,
            facts,
            find("facts.yaml")
                .map(file -> factsReader.asks(file, facts, conditions))
                .orElse(List.of()),
            find("facts.yaml").map(factsReader::groups).orElse(List.of()),
            find("rules.yaml")
                .filter(file -> !overEvents)
                .map(new RulesReader(facts, conditions, sources, problems)::read)
                .orElse(List.of()),
            find("matrix.yaml").map(new MatrixReader(facts, conditions, problems)::read),
            scripts,
            playbook(facts, conditions),
            find("channels.yaml")
                .map(file -> PlaybookReader.channels(file, sources))
                .orElse(List.of()),
            find("challenges.yaml").map(PlaybookReader::challenges),
            law,
            stories,
            events(currency, zone.get(), sources),
            loans(currency, law),
            casework(currency, law, sources),
            lenders(currency, facts, scripts, law, conditions, sources),
            forensics(currency, zone.get()),
            find("flows.yaml").map(new FlowPolicyReader(currency, problems)::read),
            card,
            card.map(this::cardStories).orElse(List.of())));
  }

  private Playbook playbook(Map<String, FactType> facts, Conditions conditions) {
    return find("playbook.yaml")
        .map(new PlaybookReader(facts, conditions, problems)::read)
        .orElse(Playbook.EMPTY);
  }

  private Optional<EventPolicy> events(String currency, ZoneId zone, SourcesReader sources) {
    return overEvents
        ? new EventPolicyReader(currency, zone, files, sources, problems).read(read, each(TESTS))
        : Optional.empty();
  }

  private List<PackTest> stories(TestsReader tests) {
    return overEvents || overLoans || overLenders || overBills || overCard
        ? List.of()
        : each(TESTS).stream().flatMap(file -> tests.read(file).stream()).toList();
  }

  private List<CardTest> cardStories(Scorecard card) {
    CardTestsReader tests = new CardTestsReader(card, problems);
    return each(TESTS).stream().flatMap(file -> tests.read(file).stream()).toList();
  }

  private void readScriptSources(SourcesReader sources) {
    find("scripts.yaml")
        .ifPresent(
            file ->
                file.list("scripts")
                    .forEach(s -> s.find("source").ifPresent(src -> sources.read(src, false))));
  }

  private Optional<LenderPolicy> lenders(
      String currency,
      Map<String, FactType> facts,
      ScriptBook scripts,
      Law law,
      Conditions conditions,
      SourcesReader sources) {
    LenderPolicyReader reader =
        new LenderPolicyReader(currency, facts, scripts, law, conditions, sources, problems);
    return find("lender.yaml").map(file -> reader.read(file, find("facts.yaml"), each(TESTS)));
  }

  private Optional<LoanPolicy> loans(String currency, Law law) {
    LoanPolicyReader reader = new LoanPolicyReader(currency, law, problems);
    return find("loan.yaml")
        .flatMap(loan -> reader.read(loan, find("chain.yaml"), each("papers/"), each(TESTS)));
  }

  private Optional<Forensics> forensics(String currency, ZoneId zone) {
    return find("forensics.yaml")
        .map(file -> new ForensicsReader(currency, problems).read(file, each(TESTS), zone));
  }

  private Optional<CasePolicy> casework(String currency, Law law, SourcesReader sources) {
    return find("casework.yaml")
        .map(
            file ->
                new CasePolicyReader(currency, law, sources, problems)
                    .read(file, read, each("papers/")));
  }

  private Law law() {
    LawReader reader = new LawReader(problems);
    needed.forEach(pack -> reader.include(pack.law()));
    each("entries/").forEach(reader::readEntries);
    each("series/").forEach(reader::readSeries);
    each("calendars/").forEach(reader::readCalendar);
    find("claims.yaml").ifPresent(reader::readClaims);
    return reader.law();
  }

  private static ExpressionCompiler compiler(
      String currency, Map<String, FactType> facts, ScriptBook scripts, Law law) {
    List<String> numbers = new ArrayList<>();
    for (Law.Series series : law.series().values()) {
      numbers.add("series." + series.name() + ".on");
      numbers.add("series." + series.name() + ".lastKnown");
    }
    Set<String> scriptIds = scripts.scripts().stream().map(Script::id).collect(Collectors.toSet());
    Set<String> cueIds = scripts.cues().stream().map(Cue::id).collect(Collectors.toSet());
    return new ExpressionCompiler(currency, facts.values(), numbers, scriptIds, cueIds);
  }

  private PackRef ref(Branch top) {
    List<String> wanted = top.texts("needs");
    List<String> have = needed.stream().map(pack -> pack.ref().id()).toList();
    for (Branch need : top.list("needs")) {
      if (!have.contains(need.text())) {
        problems.add(need, "the needed pack " + need.text() + " is not there or has errors");
      }
    }
    List<Digest> digests =
        needed.stream()
            .filter(pack -> wanted.contains(pack.ref().id()))
            .map(pack -> pack.ref().digest())
            .sorted(Comparator.comparing(Digest::hex))
            .toList();
    return new PackRef(top.text("id"), top.text("version"), files.digest(digests));
  }

  private Optional<ZoneId> zone(Branch branch) {
    try {
      return Optional.of(ZoneId.of(branch.text()));
    } catch (DateTimeException unknown) {
      problems.add(branch, "no such zone: " + branch.text());
      return Optional.empty();
    }
  }

  private Optional<Branch> find(String path) {
    return Optional.ofNullable(read.get(path));
  }

  private List<Branch> each(String folder) {
    return read.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(folder))
        .map(Map.Entry::getValue)
        .toList();
  }
}
