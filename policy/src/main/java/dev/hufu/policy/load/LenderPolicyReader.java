package dev.hufu.policy.load;

import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.lender.Licence;
import dev.hufu.kernel.lender.LicenceList;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.script.ScriptBook;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.lender.LenderNames;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.LenderPolicy;
import dev.hufu.policy.pack.LenderTest;
import dev.hufu.policy.yaml.Branch;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lender.yaml and the stories of a pack over lenders. */
final class LenderPolicyReader {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{(?:\\d+\\*)?([a-z][A-Za-z0-9.]*)\\}");

  private final String currency;
  private final Map<String, FactType> facts;
  private final ScriptBook scripts;
  private final Law law;
  private final Conditions conditions;
  private final SourcesReader sources;
  private final Problems problems;

  LenderPolicyReader(
      String currency,
      Map<String, FactType> facts,
      ScriptBook scripts,
      Law law,
      Conditions conditions,
      SourcesReader sources,
      Problems problems) {
    this.currency = currency;
    this.facts = facts;
    this.scripts = scripts;
    this.law = law;
    this.conditions = conditions;
    this.sources = sources;
    this.problems = problems;
  }

  LenderPolicy read(Branch file, Optional<Branch> factsFile, List<Branch> tests) {
    factsFile.ifPresent(this::checkReckoned);
    Branch collecting = file.get("collecting");
    Branch dispersion = file.get("dispersion");
    return new LenderPolicy(
        words(file.get("words")),
        file.find("cap").map(cap -> sources.read(cap.get("law"), "law", true).id()),
        file.list("data").stream().map(this::data).toList(),
        permissions(file),
        new LenderPolicy.Collecting(
            time(collecting.get("quietFrom")),
            time(collecting.get("quietTo")),
            collecting.list("threats").stream().map(this::cue).toList()),
        new LenderPolicy.Dispersion(
            dispersion.get("offersMin").count(),
            dispersion.get("rounds").count(),
            dispersion.get("chancePercent").number()),
        file.list("steps").stream().map(this::step).toList(),
        file.list("authorities").stream().map(this::authority).toList(),
        file.list("drafts").stream().map(this::draft).toList(),
        tests.stream().flatMap(one -> one.list("tests").stream()).map(this::test).toList());
  }

  /** A fact that is reckoned must be of the kind it comes out in. */
  private void checkReckoned(Branch file) {
    for (Branch branch : file.list("facts")) {
      String name = branch.text("name");
      String written = branch.text("kind");
      LenderNames.kind(name)
          .filter(kind -> !kind.name().equalsIgnoreCase(written))
          .ifPresent(
              kind ->
                  problems.add(branch.get("kind"), name + " is reckoned and is of kind " + kind));
    }
  }

  private Map<String, Wording> words(Branch branch) {
    Map<String, Wording> words = new LinkedHashMap<>();
    branch.names().forEach(name -> words.put(name, branch.wording(name)));
    for (String name : LenderNames.WORDS) {
      if (!words.containsKey(name)) {
        problems.add(branch, "the words of " + name + " are missing");
      }
    }
    return words;
  }

  private LenderPolicy.DataItem data(Branch branch) {
    return new LenderPolicy.DataItem(
        branch.text("id"),
        branch.wording("title"),
        severity(branch),
        branch.find("after").map(Branch::wording),
        sources.read(branch.get("source"), false));
  }

  private List<LenderPolicy.Permission> permissions(Branch file) {
    Set<String> names = new HashSet<>();
    for (Branch branch : file.list("permissions")) {
      if (!names.add(branch.text("name"))) {
        problems.add(branch.get("name"), branch.text("name") + " stands here twice");
      }
    }
    return file.list("permissions").stream()
        .map(
            branch ->
                new LenderPolicy.Permission(
                    branch.text("name"),
                    new HashSet<>(branch.texts("also")),
                    severity(branch),
                    branch.wording("takes")))
        .toList();
  }

  private static LenderPolicy.Severity severity(Branch branch) {
    return LenderPolicy.Severity.valueOf(branch.text("severity").toUpperCase(Locale.ROOT));
  }

  private String cue(Branch branch) {
    if (scripts.cues().stream().noneMatch(cue -> cue.id().equals(branch.text()))) {
      problems.add(branch, "no cue " + branch.text() + " in scripts.yaml");
    }
    return branch.text();
  }

  private LenderPolicy.Step step(Branch branch) {
    return new LenderPolicy.Step(
        branch.text("id"),
        conditions.find(branch, "when"),
        text(branch.get("act")),
        text(branch.get("why")),
        sources.read(branch.get("source"), false));
  }

  private LenderPolicy.Authority authority(Branch branch) {
    Optional<Law.Entry> entry = branch.find("law").flatMap(this::entry);
    return new LenderPolicy.Authority(
        branch.text("id"),
        conditions.find(branch, "when"),
        branch.wording("title"),
        text(branch.get("how")),
        branch.find("law").map(Branch::text),
        branch.list("clocks").stream().map(clock -> clock(clock, entry)).toList());
  }

  private LenderPolicy.Clock clock(Branch branch, Optional<Law.Entry> entry) {
    for (Branch field : branch.list("days")) {
      if (entry.map(found -> found.number(field.text()).isEmpty()).orElse(true)) {
        problems.add(field, "the entry of law has no number " + field.text());
      }
    }
    return new LenderPolicy.Clock(branch.texts("days"), branch.wording("what"));
  }

  private Optional<Law.Entry> entry(Branch branch) {
    Source source = sources.read(branch, "law", true);
    return Optional.ofNullable(law.entries().get(source.id()));
  }

  private LenderPolicy.Draft draft(Branch branch) {
    return new LenderPolicy.Draft(
        branch.text("id"),
        conditions.find(branch, "when"),
        branch.wording("title"),
        branch.list("blocks").stream()
            .map(block -> new LenderPolicy.Part(content(block), conditions.find(block, "when")))
            .toList());
  }

  private LenderPolicy.Content content(Branch block) {
    if (block.find("heading").isPresent()) {
      return new LenderPolicy.Content.Heading(text(block.get("heading")));
    }
    if (block.find("text").isPresent()) {
      return new LenderPolicy.Content.Text(text(block.get("text")), false);
    }
    if (block.find("note").isPresent()) {
      return new LenderPolicy.Content.Text(text(block.get("note")), true);
    }
    if (block.find("made").isPresent()) {
      return new LenderPolicy.Content.Made(block.text("made"));
    }
    return new LenderPolicy.Content.Items(
        block.list("items").stream()
            .map(
                item ->
                    new LenderPolicy.Item(text(item.get("text")), conditions.find(item, "when")))
            .toList());
  }

  /** A text whose placeholders are facts of this pack, or figures of a series. */
  private Wording text(Branch branch) {
    Wording wording = branch.wording();
    for (String one : List.of(wording.zh(), wording.en())) {
      Matcher placeholder = PLACEHOLDER.matcher(one);
      while (placeholder.find()) {
        String name = placeholder.group(1);
        if (!facts.containsKey(name) && !name.startsWith("series.")) {
          problems.add(branch, "no such placeholder: {" + name + "}");
        }
      }
    }
    return wording;
  }

  private LenderTest test(Branch branch) {
    Branch expect = branch.get("expect");
    return new LenderTest(
        branch.text("name"),
        branch.position(),
        moment(branch.get("at")),
        LenderFile.read(branch.get("lender"), currency, problems).told(),
        branch.find("list").map(this::list),
        new LenderTest.Expect(
            expect
                .find("verdict")
                .map(verdict -> Verdict.valueOf(verdict.text().toUpperCase(Locale.ROOT))),
            expect.texts("fired"),
            expect.texts("notFired"),
            values(expect),
            expect.texts("steps"),
            expect.texts("authorities"),
            says(expect),
            expect.texts("saysNot")));
  }

  private Map<String, String> values(Branch expect) {
    Map<String, String> values = new LinkedHashMap<>();
    expect
        .find("values")
        .ifPresent(map -> map.names().forEach(name -> values.put(name, map.text(name))));
    return values;
  }

  private static Map<String, List<String>> says(Branch expect) {
    Map<String, List<String>> says = new LinkedHashMap<>();
    expect
        .find("says")
        .ifPresent(map -> map.names().forEach(draft -> says.put(draft, map.texts(draft))));
    return says;
  }

  private LicenceList list(Branch branch) {
    return new LicenceList(
        branch.text("title"),
        branch.text("source"),
        Figures.day(branch.get("asOf"), problems),
        branch.list("entries").stream().map(this::licence).toList());
  }

  private Licence licence(Branch branch) {
    return new Licence(
        branch.text("name"),
        branch.find("creditCode").map(Branch::text),
        branch.find("number").map(Branch::text),
        branch.find("kind").map(Branch::text).orElse(""),
        branch.find("region").map(Branch::text).orElse(""),
        branch.find("from").map(day -> Figures.day(day, problems)),
        branch.find("until").map(day -> Figures.day(day, problems)),
        "");
  }

  private LocalTime time(Branch branch) {
    try {
      return LocalTime.parse(branch.text());
    } catch (DateTimeException notATime) {
      problems.add(branch, "not a time of day: " + branch.text());
      return LocalTime.MIDNIGHT;
    }
  }

  private Instant moment(Branch branch) {
    try {
      return OffsetDateTime.parse(branch.text()).toInstant();
    } catch (DateTimeException notATime) {
      problems.add(
          branch, "not a time with offset: " + branch.text() + " (2026-11-21T20:00+08:00)");
      return Instant.EPOCH;
    }
  }
}
