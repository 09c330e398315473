package dev.hufu.policy.lender;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Finding;
import dev.hufu.kernel.decision.Inputs;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.lender.LicenceList;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.script.ChatReader;
import dev.hufu.kernel.script.Reading;
import dev.hufu.kernel.script.ScriptDetector;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.decide.Decider;
import dev.hufu.policy.expression.Expression;
import dev.hufu.policy.expression.Scope;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.LenderPolicy;
import dev.hufu.policy.pack.Pack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A lender looked over by a pack: what was found, with amounts, sources and where it is to be seen;
 * what to do; whom to complain to, by when and in which words. A pure function of its arguments.
 *
 * <p>It says what was seen and which rule speaks of it, never what the law makes of it.
 *
 * @param inputs what the decision was made from
 * @param figures the price, where the sums and days give one; else {@code noPrice} says why not
 * @param steps what to do now, in order
 */
public record LenderAudit(
    Pack pack,
    LenderCase told,
    Optional<LicenceList> list,
    Inputs inputs,
    Decision decision,
    Optional<LoanFigures> figures,
    Optional<Refusal> noPrice,
    Optional<CostTable> table,
    Optional<LicenceList.Match> match,
    Optional<PriceDispersion> dispersion,
    Optional<CollectionLog> log,
    List<Shown> findings,
    List<Step> steps,
    List<Authority> authorities) {

  public LenderAudit {
    findings = List.copyOf(findings);
    steps = List.copyOf(steps);
    authorities = List.copyOf(authorities);
  }

  /** A finding, with the law behind it and where it is to be seen. */
  public record Shown(Finding finding, List<Cited> cited, List<Pointer> pointers) {
    public Shown {
      cited = List.copyOf(cited);
      pointers = List.copyOf(pointers);
    }
  }

  /**
   * A source of a finding.
   *
   * @param entry the law behind it, with its confidence, if it is law
   */
  public record Cited(Source source, Optional<Law.Entry> entry) {}

  /** Something to do, filled in. */
  public record Step(String id, Wording act, Wording why, Cited source) {}

  /**
   * Who takes a complaint.
   *
   * @param due days by which answers are due if it is handed in on the day of the audit
   */
  public record Authority(
      String id, Wording title, Wording how, Optional<Law.Entry> law, List<Due> due) {
    public Authority {
      due = List.copyOf(due);
    }
  }

  /** A day counted by the calendar from the day of the complaint. */
  public record Due(int days, LocalDate day, Wording what) {}

  /** What reads words: the chat, and single texts of collectors. */
  public record Readers(ChatReader chat, ScriptDetector texts) {}

  /**
   * Looks a lender over.
   *
   * @param decider of a pack over lenders
   * @param list the licence list to compare with, if there is one
   * @return the audit; or what a told fact is refused with, {@link Code#FACT_UNKNOWN} among them
   */
  public static Outcome<LenderAudit> of(
      Decider decider, Readers readers, LenderCase told, Optional<LicenceList> list, Instant at) {
    Pack pack = decider.pack();
    return answers(told, pack)
        .map(
            answers -> {
              LocalDate day = at.atZone(pack.zone()).toLocalDate();
              LenderFacts reckoned = new LenderFacts(told, pack, day).reckon(list, readers.texts());
              Reading reading = readers.chat().read(told.chat(), at, pack.zone());
              Inputs inputs =
                  new Inputs(
                      at,
                      pack.zone(),
                      reckoned.facts().facts().over(answers).over(reading.facts()),
                      reading.detection(),
                      reading.detector());
              return assemble(decider, told, list, reckoned, inputs, day);
            });
  }

  private static LenderAudit assemble(
      Decider decider,
      LenderCase told,
      Optional<LicenceList> list,
      LenderFacts reckoned,
      Inputs inputs,
      LocalDate day) {
    Pack pack = decider.pack();
    LenderPolicy policy = pack.lenders().orElseThrow();
    Decision decision = decider.decide(inputs);
    Scope scope = decider.scope(inputs);
    return new LenderAudit(
        pack,
        told,
        list,
        inputs,
        decision,
        reckoned.figures(),
        reckoned.refusal(),
        reckoned.table(),
        reckoned.match(),
        reckoned.dispersion(),
        reckoned.log(),
        decision.findings().stream()
            .map(finding -> shown(finding, pack, reckoned.facts().pointers()))
            .toList(),
        policy.steps().stream()
            .filter(step -> holds(step.when(), scope))
            .map(step -> step(step, decider, inputs))
            .toList(),
        policy.authorities().stream()
            .filter(authority -> holds(authority.when(), scope))
            .map(authority -> authority(authority, decider, inputs, day))
            .toList());
  }

  /** Answers as facts that the person said; a reckoned one cannot be said. */
  private static Outcome<Facts> answers(LenderCase told, Pack pack) {
    List<Fact> facts = new ArrayList<>();
    for (Map.Entry<String, String> answer : new TreeMap<>(told.answers()).entrySet()) {
      FactType type = pack.facts().get(answer.getKey());
      if (type == null || LenderNames.kind(answer.getKey()).isPresent()) {
        return Outcome.refused(Code.FACT_UNKNOWN, answer.getKey());
      }
      Outcome<FactValue> value = type.parse(answer.getValue());
      Optional<Refusal> refusal = value.findRefusal();
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      facts.add(new Fact(type.name(), value.orThrow(), Provenance.SAID));
    }
    return Outcome.of(Facts.of(facts));
  }

  private static Shown shown(Finding finding, Pack pack, Map<String, List<Pointer>> pointers) {
    Set<Pointer> seen = new LinkedHashSet<>();
    for (Fact fact : finding.facts()) {
      seen.addAll(
          Optional.ofNullable(pointers.get(fact.name()))
              .orElseGet(
                  () ->
                      fact.provenance() == Provenance.SHOWN
                          ? List.of(Pointer.of("chat"))
                          : fact.provenance() == Provenance.SAID
                              ? List.of(Pointer.of("facts." + fact.name()))
                              : List.of()));
    }
    return new Shown(
        finding,
        finding.sources().stream().map(source -> cited(source, pack)).toList(),
        List.copyOf(seen));
  }

  private static Cited cited(Source source, Pack pack) {
    return new Cited(
        source,
        source.kind() == Source.Kind.LAW
            ? Optional.ofNullable(pack.law().entries().get(source.id()))
            : Optional.empty());
  }

  private static Step step(LenderPolicy.Step step, Decider decider, Inputs inputs) {
    return new Step(
        step.id(),
        decider.fill(step.act(), inputs),
        decider.fill(step.why(), inputs),
        cited(step.source(), decider.pack()));
  }

  private static Authority authority(
      LenderPolicy.Authority authority, Decider decider, Inputs inputs, LocalDate day) {
    Optional<Law.Entry> entry = authority.law().map(id -> decider.pack().law().entries().get(id));
    List<Due> due = new ArrayList<>();
    for (LenderPolicy.Clock clock : authority.clocks()) {
      int days =
          clock.fields().stream()
              .mapToInt(field -> entry.orElseThrow().number(field).orElseThrow())
              .sum();
      due.add(new Due(days, day.plusDays(days), clock.what()));
    }
    return new Authority(
        authority.id(), authority.title(), decider.fill(authority.how(), inputs), entry, due);
  }

  /** What to do for each kind of data that was given away, in the order of the pack. */
  public List<LenderPolicy.DataItem> given() {
    return pack.lenders().orElseThrow().data().stream()
        .filter(item -> told.data().given().contains(item.id()) && item.after().isPresent())
        .toList();
  }

  static boolean holds(Optional<Expression> when, Scope scope) {
    return when.map(condition -> condition.evaluate(scope).holds()).orElse(true);
  }
}
