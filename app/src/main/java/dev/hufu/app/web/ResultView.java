package dev.hufu.app.web;

import dev.hufu.app.loan.ChainView;
import dev.hufu.app.request.CoolingDesk.Cooling;
import dev.hufu.app.request.FriendDesk;
import dev.hufu.app.request.HoldDesk;
import dev.hufu.app.request.MatterView;
import dev.hufu.app.request.PackView;
import dev.hufu.app.web.words.ResultWords;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Finding;
import dev.hufu.kernel.decision.MethodCheck;
import dev.hufu.kernel.decision.NextAction;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.kernel.text.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A matter with its result, as the card, its companions and the print view show it.
 *
 * @param nextField the question that the next action settles: its answers stand as equal buttons
 * @param chain what proves the loan, once one was agreed
 * @param open whether every folded part is open, for print
 */
public record ResultView(
    MatterView matter,
    PackView pack,
    MarkedChat chat,
    Optional<Field> nextField,
    List<FriendDesk.Link> friends,
    Optional<Cooling> cooling,
    List<HoldDesk.Shown> holds,
    Optional<ChainView> chain,
    Challenge challenge,
    boolean open,
    Instant now) {

  public ResultView {
    friends = List.copyOf(friends);
    holds = List.copyOf(holds);
  }

  public Decision decision() {
    return matter.decision();
  }

  public NextAction next() {
    return decision().next();
  }

  /** How many methods matched, of how many were looked at. */
  public long matched() {
    return decision().checks().stream()
        .filter(check -> check.state() == MethodCheck.State.MATCHED)
        .count();
  }

  /** What a lender should know before the money goes: shown where it may go, weightiest first. */
  public List<Finding> notes() {
    if (decision().verdict() != Verdict.GREEN) {
      return List.of();
    }
    return decision().findings().stream()
        .filter(finding -> finding.effect() == Finding.Effect.NOTE)
        .filter(finding -> finding.stage() == Stage.RETAIN)
        .toList();
  }

  /** Scripts the chat resembles that this pack has words for, best first, at most three. */
  public List<PackView.ScriptText> scripts() {
    return decision().scripts().stream()
        .map(hit -> Optional.ofNullable(pack.scripts().get(hit.script())))
        .flatMap(Optional::stream)
        .limit(3)
        .toList();
  }

  public Wording factName(String fact) {
    return FactWords.name(pack.facts().get(fact), fact);
  }

  public Wording factValue(Fact fact) {
    return FactWords.value(pack.facts().get(fact.name()), fact.value());
  }

  /** What a rule does, in words. */
  public Wording effect(Finding finding) {
    return switch (finding.effect()) {
      case WEIGHT -> new Wording("分量 " + finding.weight(), "weight " + finding.weight());
      case STOP -> new Wording("作用：停", "effect: stop");
      case NEED -> new Wording("作用：没有它就不会变绿", "effect: no green without it");
      case CLEAR -> new Wording("作用：打消别的疑点", "effect: takes other doubts away");
      case NOTE -> new Wording("作用：只提醒", "effect: a note only");
    };
  }

  /** The word of a pill in "what would change this". */
  public Wording turns(Verdict to) {
    return switch (to) {
      case RED -> ResultWords.TURNS_RED;
      case AMBER -> ResultWords.TURNS_AMBER;
      case GREEN -> ResultWords.TURNS_GREEN;
      case UNKNOWN -> ResultWords.TURNS_UNKNOWN;
    };
  }
}
