package dev.hufu.policy.load;

import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.expression.ExpressionCompiler;
import dev.hufu.policy.loan.LoanNames;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.LoanPolicy;
import dev.hufu.policy.pack.LoanTest;
import dev.hufu.policy.yaml.Branch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads loan.yaml, chain.yaml, papers and the stories of a pack over loans. */
final class LoanPolicyReader {

  private final String currency;
  private final Law law;
  private final Problems problems;
  private final FormReader forms;

  LoanPolicyReader(String currency, Law law, Problems problems) {
    this.currency = currency;
    this.law = law;
    this.problems = problems;
    this.forms =
        new FormReader(
            LoanNames.PLACEHOLDERS,
            Set.of("plan", "owed", "payments"),
            Set.of("evidence", "originals", "attachments"),
            Set.of("lender", "borrower", "witness", "guarantor"),
            problems);
  }

  Optional<LoanPolicy> read(
      Branch loan, Optional<Branch> chainFile, List<Branch> papers, List<Branch> tests) {
    if (chainFile.isEmpty()) {
      problems.add(loan, "beside it stands chain.yaml");
      return Optional.empty();
    }
    LoanPolicy.Chain named = chain(chainFile.get(), Optional.empty());
    ExpressionCompiler compiler =
        new ExpressionCompiler(
            currency, LoanNames.types(currency, named), List.of(), Set.of(), Set.of());
    Conditions conditions = new Conditions(compiler, problems);
    return Optional.of(
        new LoanPolicy(
            roles(loan.get("law")),
            wordings(loan.get("words"), LoanNames.WORDS),
            sentences(loan.get("sentences")),
            loan.list("checks").stream().flatMap(b -> check(b, conditions).stream()).toList(),
            loan.list("reminders").stream().map(this::reminder).toList(),
            forms.read(papers, conditions),
            chain(chainFile.get(), Optional.of(conditions)),
            tests.stream().flatMap(file -> file.list("tests").stream()).map(this::test).toList()));
  }

  private Map<String, String> roles(Branch branch) {
    Map<String, String> roles = new LinkedHashMap<>();
    branch.names().forEach(role -> roles.put(role, entry(branch.get(role))));
    for (String role : LoanNames.ROLES) {
      if (!roles.containsKey(role)) {
        problems.add(branch, "no entry of law in the role " + role);
      }
    }
    return roles;
  }

  private String entry(Branch branch) {
    Law.Entry entry = law.entries().get(branch.text());
    if (entry == null) {
      problems.add(branch, "no law entry " + branch.text() + " in the packs it needs");
    } else if (!entry.confidence().mayDecide()) {
      problems.add(branch, entry.id() + " has confidence " + entry.confidence());
    }
    return branch.text();
  }

  private Map<String, Wording> wordings(Branch branch, Set<String> wanted) {
    Map<String, Wording> words = new LinkedHashMap<>();
    branch.names().forEach(name -> words.put(name, branch.wording(name)));
    for (String name : wanted) {
      if (!words.containsKey(name)) {
        problems.add(branch, "the words of " + name + " are missing");
      }
    }
    return words;
  }

  private Map<String, Wording> sentences(Branch branch) {
    branch.names().forEach(name -> forms.text(branch.get(name)));
    return wordings(branch, LoanNames.SENTENCES);
  }

  private Optional<LoanPolicy.Check> check(Branch branch, Conditions conditions) {
    return conditions
        .find(branch, "when")
        .map(
            when ->
                new LoanPolicy.Check(
                    branch.text("id"),
                    LoanPolicy.Level.valueOf(branch.text("level").toUpperCase(Locale.ROOT)),
                    when,
                    forms.text(branch.get("seen")),
                    forms.text(branch.get("why")),
                    branch.find("law").map(this::entry)));
  }

  private LoanPolicy.Reminder reminder(Branch branch) {
    return new LoanPolicy.Reminder(
        branch.text("id"),
        LoanPolicy.From.valueOf(branch.text("from").toUpperCase(Locale.ROOT)),
        branch.get("days").count(),
        forms.text(branch.get("what")),
        branch.find("law").map(this::entry));
  }

  /** Conditions can only be compiled once the items are named, so the file is read twice. */
  private LoanPolicy.Chain chain(Branch file, Optional<Conditions> conditions) {
    List<LoanPolicy.Evidence> items =
        file.list("items").stream()
            .map(
                item ->
                    new LoanPolicy.Evidence(
                        item.text("id"),
                        item.wording("title"),
                        item.wording("proves"),
                        item.wording("keep"),
                        item.texts("files"),
                        item.find("named").map(Branch::yes).orElse(false)))
            .toList();
    List<LoanPolicy.Link> links = new ArrayList<>();
    conditions.ifPresent(
        compiling ->
            file.list("links")
                .forEach(
                    link ->
                        compiling
                            .find(link, "full")
                            .ifPresent(
                                full ->
                                    links.add(
                                        new LoanPolicy.Link(
                                            link.text("id"),
                                            link.wording("title"),
                                            full,
                                            compiling.find(link, "part"),
                                            link.wording("closes"),
                                            link.find("law").map(this::entry))))));
    List<LoanPolicy.Factor> factors =
        file.list("factors").stream()
            .map(
                factor ->
                    new LoanPolicy.Factor(
                        factor.text("id"),
                        factor.wording("title"),
                        factor.find("law").map(Branch::text)))
            .toList();
    return new LoanPolicy.Chain(items, factors, links);
  }

  private LoanTest test(Branch branch) {
    LoanFile loan = LoanFile.read(branch.get("loan"), problems);
    Branch expect = branch.get("expect");
    Map<String, String> values = new LinkedHashMap<>();
    for (String name :
        List.of("principal", "interest", "cap", "due", "total", "limitation", "chain", "gap")) {
      expect.find(name).ifPresent(value -> values.put(name, value.text()));
    }
    return new LoanTest(
        branch.text("name"),
        branch.position(),
        java.time.LocalDate.parse(branch.text("at")),
        loan.contract(),
        loan.record(),
        new LoanTest.Expect(
            expect.texts("findings"),
            expect.texts("notFindings"),
            values,
            expect.find("lines").map(_l -> expect.texts("lines")),
            expect.find("otherYear").map(_l -> expect.texts("otherYear")),
            says(expect, "says"),
            says(expect, "saysNot")));
  }

  private static Map<String, List<String>> says(Branch expect, String name) {
    Map<String, List<String>> says = new LinkedHashMap<>();
    expect
        .find(name)
        .ifPresent(map -> map.names().forEach(paper -> says.put(paper, map.texts(paper))));
    return says;
  }
}
