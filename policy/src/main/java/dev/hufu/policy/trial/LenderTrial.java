package dev.hufu.policy.trial;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.decision.Finding;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.decide.Decider;
import dev.hufu.policy.lender.ComplaintDrafts;
import dev.hufu.policy.lender.LenderAudit;
import dev.hufu.policy.pack.LenderTest;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.paper.Paper;
import dev.hufu.policy.paper.PaperText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the stories of a pack over lenders against what their author expected.
 *
 * <p>Example: {@code LenderTrial.run(decider, readers)}.
 */
public final class LenderTrial {

  /** One story, and what differs from what was expected. */
  public record Result(String name, Position position, List<String> complaints) {

    public Result {
      complaints = List.copyOf(complaints);
    }

    public boolean passed() {
      return complaints.isEmpty();
    }
  }

  private LenderTrial() {}

  /**
   * @param decider of the pack whose stories are run
   */
  public static List<Result> run(Decider decider, LenderAudit.Readers readers) {
    return decider.pack().lenders().orElseThrow().tests().stream()
        .map(test -> run(test, decider, readers))
        .toList();
  }

  private static Result run(LenderTest test, Decider decider, LenderAudit.Readers readers) {
    List<String> complaints = new ArrayList<>();
    switch (LenderAudit.of(decider, readers, test.told(), test.list(), test.at())) {
      case Outcome.Ok<LenderAudit>(var audit) ->
          complain(test.expect(), audit, decider, complaints);
      case Outcome.Refused<LenderAudit>(var refusal) -> complaints.add("refused: " + refusal);
    }
    return new Result(test.name(), test.position(), complaints);
  }

  private static void complain(
      LenderTest.Expect expect, LenderAudit audit, Decider decider, List<String> complaints) {
    expect
        .verdict()
        .filter(verdict -> verdict != audit.decision().verdict())
        .ifPresent(
            verdict ->
                complaints.add(
                    "verdict is %s (risk %s), expected %s"
                        .formatted(
                            audit.decision().verdict().id(),
                            audit.decision().risk(),
                            verdict.id())));
    List<String> fired = audit.decision().findings().stream().map(Finding::rule).toList();
    missing("finding", expect.fired(), fired, complaints);
    expect.notFired().stream()
        .filter(fired::contains)
        .forEach(rule -> complaints.add(rule + " fired and should not have"));
    expect
        .values()
        .forEach(
            (name, wanted) -> {
              String was = value(audit, name);
              if (!was.equals(wanted)) {
                complaints.add(name + " is " + was + ", expected " + wanted);
              }
            });
    missing(
        "step",
        expect.steps(),
        audit.steps().stream().map(LenderAudit.Step::id).toList(),
        complaints);
    missing(
        "authority",
        expect.authorities(),
        audit.authorities().stream().map(LenderAudit.Authority::id).toList(),
        complaints);
    words(expect, audit, decider, complaints);
  }

  private static void words(
      LenderTest.Expect expect, LenderAudit audit, Decider decider, List<String> complaints) {
    List<Paper> papers = new ComplaintDrafts(audit, decider).all(Lang.ZH);
    expect
        .says()
        .forEach(
            (id, wanted) -> {
              Optional<String> text =
                  papers.stream()
                      .filter(paper -> paper.id().equals(id))
                      .findFirst()
                      .map(PaperText::write);
              wanted.stream()
                  .filter(one -> !text.orElse("").contains(one))
                  .forEach(one -> complaints.add(id + " does not say " + one));
            });
    String all = everything(audit, papers);
    expect.saysNot().stream()
        .filter(all::contains)
        .forEach(one -> complaints.add("it says " + one));
  }

  /** All words of an audit that a person reads. */
  private static String everything(LenderAudit audit, List<Paper> papers) {
    StringBuilder all = new StringBuilder();
    all.append(audit.decision().headline().zh()).append('\n');
    all.append(audit.decision().summary().zh()).append('\n');
    all.append(audit.decision().next().act().zh()).append('\n');
    audit.findings().forEach(s -> all.append(s.finding().seen().zh()).append('\n'));
    audit.findings().forEach(s -> all.append(s.finding().why().zh()).append('\n'));
    audit.steps().forEach(s -> all.append(s.act().zh()).append(s.why().zh()).append('\n'));
    audit.authorities().forEach(a -> all.append(a.how().zh()).append('\n'));
    papers.forEach(paper -> all.append(PaperText.write(paper)));
    return all.toString();
  }

  private static String value(LenderAudit audit, String name) {
    Pack pack = audit.pack();
    FactType type = pack.facts().get(name);
    return audit
        .inputs()
        .facts()
        .findValue(name)
        .map(
            value ->
                value instanceof FactValue.Words(var text)
                    ? text
                    : type == null ? value.toString() : type.write(value))
        .orElse("nothing");
  }

  private static void missing(
      String what, List<String> expected, List<String> found, List<String> complaints) {
    expected.stream()
        .filter(one -> !found.contains(one))
        .forEach(one -> complaints.add("no " + what + " " + one + " among " + found));
  }
}
