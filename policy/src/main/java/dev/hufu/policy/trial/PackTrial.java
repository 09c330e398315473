package dev.hufu.policy.trial;

import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Finding;
import dev.hufu.kernel.decision.Inputs;
import dev.hufu.kernel.decision.Reason;
import dev.hufu.kernel.decision.WouldChange;
import dev.hufu.kernel.script.ChatReader;
import dev.hufu.kernel.script.Reading;
import dev.hufu.policy.decide.Decider;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.pack.PackTest;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a pack's own tests: each story through the reader of chats and the decider, and what came
 * out held against what its author expected.
 *
 * <p>Example: {@code PackTrial.run(pack, reader)}; a result without complaints has passed.
 */
public final class PackTrial {

  /** One story: its decision, and what differs from what was expected. */
  public record Result(String name, Position position, Decision decision, List<String> complaints) {

    public Result {
      complaints = List.copyOf(complaints);
    }

    public boolean passed() {
      return complaints.isEmpty();
    }
  }

  private PackTrial() {}

  /**
   * @param reader built from the pack's scripts and facts
   */
  public static List<Result> run(Pack pack, ChatReader reader) {
    Decider decider = new Decider(pack);
    return pack.tests().stream().map(test -> run(test, decider, reader)).toList();
  }

  private static Result run(PackTest test, Decider decider, ChatReader reader) {
    Decision decision = decider.decide(inputs(test, decider.pack(), reader));
    return new Result(test.name(), test.position(), decision, complaints(test.expect(), decision));
  }

  /** What the decider is given for a story. */
  public static Inputs inputs(PackTest test, Pack pack, ChatReader reader) {
    Reading reading = reader.read(test.chat(), test.at(), pack.zone());
    return new Inputs(
        test.at(),
        pack.zone(),
        test.facts().over(reading.facts()),
        reading.detection(),
        reading.detector());
  }

  private static List<String> complaints(PackTest.Expect expect, Decision decision) {
    List<String> complaints = new ArrayList<>();
    if (decision.verdict() != expect.verdict()) {
      complaints.add(
          "verdict is "
              + decision.verdict().id()
              + " (risk "
              + decision.risk()
              + ", identity "
              + decision.identityStrength()
              + "/"
              + decision.identityNeeded()
              + ", open "
              + decision.needs()
              + "), expected "
              + expect.verdict().id());
    }
    List<String> fired = decision.findings().stream().map(Finding::rule).toList();
    String top = decision.scripts().isEmpty() ? "none" : decision.scripts().getFirst().script();
    expect
        .script()
        .filter(script -> !script.equals(top))
        .ifPresent(script -> complaints.add("script is " + top + ", expected " + script));
    expect
        .next()
        .filter(next -> !next.equals(decision.next().id()))
        .ifPresent(
            next -> complaints.add("next is " + decision.next().id() + ", expected " + next));
    if (expect.reasonsAtMost().isPresent()
        && decision.reasons().size() > expect.reasonsAtMost().getAsInt()) {
      complaints.add("there are " + decision.reasons().size() + " reasons");
    }
    List<String> reasons = decision.reasons().stream().map(Reason::rule).toList();
    missing("reason", expect.reasons(), reasons, complaints);
    missing("finding", expect.fired(), fired, complaints);
    missing(
        "change to",
        expect.wouldChange(),
        decision.wouldChange().stream().map(WouldChange::to).toList(),
        complaints);
    expect.notFired().stream()
        .filter(fired::contains)
        .forEach(rule -> complaints.add(rule + " fired and should not have"));
    return complaints;
  }

  private static <T> void missing(
      String what, List<T> expected, List<T> found, List<String> complaints) {
    for (T item : expected) {
      if (!found.contains(item)) {
        complaints.add("no " + what + " " + item + " among " + found);
      }
    }
  }
}
