package dev.hufu.policy.load;

import dev.hufu.kernel.casework.ClockKind;
import dev.hufu.kernel.casework.Performer;
import dev.hufu.kernel.casework.Term;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.casework.CaseNames;
import dev.hufu.policy.expression.ExpressionCompiler;
import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.pack.Form;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.yaml.Branch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the files of a pack over lost money: casework.yaml, tasks.yaml, plans.yaml, checks.yaml,
 * prevention.yaml, papers.
 */
final class CasePolicyReader {

  private final Law law;
  private final SourcesReader sources;
  private final Problems problems;
  private final FormReader forms;
  private final Conditions conditions;

  CasePolicyReader(String currency, Law law, SourcesReader sources, Problems problems) {
    this.law = law;
    this.sources = sources;
    this.problems = problems;
    this.forms =
        new FormReader(
            CaseNames.PLACEHOLDERS, CaseNames.TABLES, CaseNames.LISTS, CaseNames.PARTIES, problems);
    this.conditions =
        new Conditions(
            new ExpressionCompiler(
                currency, CaseNames.types(currency), List.of(), Set.of(), Set.of()),
            problems);
  }

  /**
   * @param files the other files of the pack, by path
   */
  CasePolicy read(Branch casework, Map<String, Branch> files, List<Branch> papers) {
    Map<String, CasePolicy.Event> events = byId(casework, "events", this::event);
    Map<String, CasePolicy.Clock> clocks = byId(casework, "clocks", this::clock);
    Map<String, CasePolicy.Task> tasks = all(files, "tasks.yaml", "tasks", this::task);
    Map<String, Form> written = forms.read(papers, conditions);
    Map<String, CasePolicy.CheckList> checks = all(files, "checks.yaml", "checks", this::checkList);
    CasePolicyNames names =
        new CasePolicyNames(
            events.keySet(), clocks.keySet(), tasks, written.keySet(), checks.keySet(), problems);
    names.check(casework, files);
    Map<String, CasePolicy.Plan> plans =
        all(files, "plans.yaml", "plans", branch -> plan(branch, names));
    List<CasePolicy.Scale> scales = casework.list("scales").stream().map(this::scale).toList();
    names.checkPlans(casework, files, plans.keySet(), scales);
    return new CasePolicy(
        casework.list("hotlines").stream().map(CasePolicyReader::hotline).toList(),
        words(casework.get("words")),
        casework.list("ways").stream().map(CasePolicyReader::way).toList(),
        events,
        clocks,
        tasks,
        plans,
        scales,
        written,
        checks,
        Optional.ofNullable(files.get("prevention.yaml")).map(this::prevention));
  }

  private static CasePolicy.Way way(Branch branch) {
    return new CasePolicy.Way(branch.text("id"), branch.wording("title"), branch.texts("plans"));
  }

  private <T> Map<String, T> all(
      Map<String, Branch> files, String file, String list, Function<Branch, T> read) {
    return Optional.ofNullable(files.get(file))
        .map(top -> byId(top, list, read))
        .orElseGet(Map::of);
  }

  private <T> Map<String, T> byId(Branch file, String list, Function<Branch, T> read) {
    Map<String, T> all = new LinkedHashMap<>();
    for (Branch branch : file.list(list)) {
      if (all.putIfAbsent(branch.text("id"), read.apply(branch)) != null) {
        problems.add(branch.get("id"), branch.text("id") + " stands here twice");
      }
    }
    return all;
  }

  private Map<String, Wording> words(Branch branch) {
    Map<String, Wording> words = new LinkedHashMap<>();
    branch.names().forEach(name -> words.put(name, branch.wording(name)));
    for (String name : CaseNames.WORDS) {
      if (!words.containsKey(name)) {
        problems.add(branch, "the words of " + name + " are missing");
      }
    }
    return words;
  }

  private static CasePolicy.Hotline hotline(Branch branch) {
    return new CasePolicy.Hotline(
        branch.text("number"),
        branch.wording("title"),
        branch.wording("note"),
        branch.find("first").map(Branch::yes).orElse(false));
  }

  private CasePolicy.Event event(Branch branch) {
    return new CasePolicy.Event(
        branch.text("id"), branch.wording("title"), branch.find("after").map(Branch::text));
  }

  private CasePolicy.Clock clock(Branch branch) {
    ClockKind kind = ClockKind.valueOf(branch.text("kind").toUpperCase(Locale.ROOT));
    Source source = sources.read(branch.get("source"), kind == ClockKind.STATUTORY);
    if ((source.kind() == Source.Kind.LAW) != (kind == ClockKind.STATUTORY)) {
      problems.add(
          branch.get("source"), "a statutory clock stands on law, any other on a practice");
    }
    return new CasePolicy.Clock(
        branch.text("id"),
        branch.wording("title"),
        branch.text("from"),
        kind,
        length(branch.get("length")),
        source,
        branch
            .find("renewal")
            .map(
                renewal ->
                    new CasePolicy.Renewal(
                        renewal.text("event"), figure(renewal), renewal.text("figure"))),
        branch.list("ends").stream().map(forms::text).toList(),
        branch.find("remind").map(this::reminder),
        branch.find("until").map(Branch::text),
        forms.text(branch.get("missed")),
        branch.find("then").map(Branch::text));
  }

  private CasePolicy.Reminder reminder(Branch branch) {
    Wording what = forms.text(branch.get("what"));
    return new CasePolicy.Reminder(
        term(branch), what, branch.find("last").map(forms::text).orElse(what));
  }

  private CasePolicy.Length length(Branch branch) {
    if (branch.find("law").isEmpty()) {
      return new CasePolicy.Length.Fixed(term(branch));
    }
    return new CasePolicy.Length.ByLaw(figure(branch), branch.text("figure"), unit(branch));
  }

  /** The entry of a figure that must be there and may decide. */
  private String figure(Branch branch) {
    String id = branch.text("law");
    Law.Entry entry = law.entries().get(id);
    if (entry == null) {
      problems.add(branch.get("law"), "no law entry " + id + " in the packs it needs");
    } else if (!entry.confidence().mayDecide()) {
      problems.add(branch.get("law"), id + " has confidence " + entry.confidence());
    } else if (entry.sum(branch.text("figure")).isEmpty()) {
      problems.add(branch.get("figure"), id + " has no figure " + branch.text("figure"));
    }
    return id;
  }

  private Term term(Branch branch) {
    return new Term(branch.get("amount").count(), unit(branch));
  }

  private static Term.Unit unit(Branch branch) {
    return Term.Unit.valueOf(branch.text("unit").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private CasePolicy.Task task(Branch branch) {
    return new CasePolicy.Task(
        branch.text("id"),
        Performer.valueOf(branch.text("who").toUpperCase(Locale.ROOT)),
        forms.text(branch.get("title")),
        branch.find("what").map(forms::text),
        branch.find("script").map(forms::text),
        branch.list("keep").stream().map(Branch::wording).toList(),
        branch.texts("after"),
        branch.texts("events"),
        branch.texts("clocks"),
        branch.find("paper").map(Branch::text),
        branch.find("check").map(Branch::text),
        branch.list("sources").stream().map(source -> sources.read(source, false)).toList(),
        conditions.find(branch, "when"));
  }

  private CasePolicy.Plan plan(Branch branch, CasePolicyNames names) {
    return new CasePolicy.Plan(
        branch.text("id"),
        branch.wording("title"),
        forms.text(branch.get("lead")),
        forms.text(branch.get("opening")),
        names.ordered(branch.get("tasks")),
        branch.list("warnings").stream()
            .map(each -> new CasePolicy.Warning(each.wording("seen"), each.wording("why")))
            .toList(),
        branch.texts("scales"),
        branch.list("next").stream().map(Branch::wording).toList(),
        branch.texts("papers"));
  }

  private CasePolicy.Scale scale(Branch branch) {
    String from = branch.text("from");
    String to = branch.find("to").map(Branch::text).orElse(from);
    Law.Entry entry = law.entries().get(branch.text("law"));
    List<Wording> names = branch.list("names").stream().map(Branch::wording).toList();
    if (entry == null || !entry.confidence().mayDecide()) {
      problems.add(branch.get("law"), branch.text("law") + " is no entry that may decide");
    } else {
      for (String figure : List.of(from, to)) {
        if (entry.numbers(figure).size() != names.size()) {
          problems.add(branch, entry.id() + " has not " + names.size() + " numbers in " + figure);
        }
      }
    }
    return new CasePolicy.Scale(
        branch.text("id"),
        branch.wording("title"),
        branch.text("law"),
        from,
        to,
        names,
        branch.wording("below"),
        branch.find("belowLaw").map(Branch::text),
        branch.wording("uncertain"));
  }

  private CasePolicy.CheckList checkList(Branch branch) {
    List<CasePolicy.Item> items = new ArrayList<>();
    for (Branch item : branch.list("items")) {
      items.add(
          new CasePolicy.Item(
              item.text("id"),
              item.wording("title"),
              item.wording("where"),
              item.wording("normal"),
              item.wording("fix")));
    }
    return new CasePolicy.CheckList(
        branch.text("id"), branch.wording("title"), LocalDate.parse(branch.text("asOf")), items);
  }

  private CasePolicy.Prevention prevention(Branch top) {
    return new CasePolicy.Prevention(
        top.list("tiers").stream().map(CasePolicyReader::tier).toList(),
        top.list("routines").stream().map(CasePolicyReader::tier).toList(),
        top.list("limits").stream()
            .map(
                limit ->
                    new CasePolicy.Limit(
                        limit.text("id"), limit.wording("title"), limit.wording("advice")))
            .toList(),
        top.wording("note"));
  }

  private static CasePolicy.Tier tier(Branch branch) {
    return new CasePolicy.Tier(
        branch.text("id"),
        branch.wording("title"),
        branch.wording("why"),
        branch.list("steps").stream().map(Branch::wording).toList(),
        branch.find("every").map(Branch::count).orElse(0));
  }
}
