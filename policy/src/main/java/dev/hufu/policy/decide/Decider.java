package dev.hufu.policy.decide;

import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Finding;
import dev.hufu.kernel.decision.Finding.Effect;
import dev.hufu.kernel.decision.Inputs;
import dev.hufu.kernel.decision.KeepItem;
import dev.hufu.kernel.decision.MethodCheck;
import dev.hufu.kernel.decision.NearMiss;
import dev.hufu.kernel.decision.NextAction;
import dev.hufu.kernel.decision.Reason;
import dev.hufu.kernel.decision.Reply;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.decision.StageResult;
import dev.hufu.kernel.decision.StageResult.State;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.kernel.script.ScriptHit;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.expression.Expression;
import dev.hufu.policy.expression.Scope;
import dev.hufu.policy.expression.Truth;
import dev.hufu.policy.pack.Matrix;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.pack.Playbook;
import dev.hufu.policy.pack.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides a matter with one pack. A pure function: the same pack and inputs give the same decision,
 * byte for byte. Immutable and thread-safe.
 *
 * <p>Example: {@code new Decider(pack).decide(inputs).verdict()}.
 */
public final class Decider {

  private final Pack pack;
  private final Matrix matrix;
  private final Judge judge;
  private final Counterfactuals counterfactuals;

  /** Throws {@link IllegalArgumentException} for a pack without a matrix, such as a law pack. */
  public Decider(Pack pack) {
    this.pack = pack;
    this.matrix =
        pack.matrix()
            .orElseThrow(
                () -> new IllegalArgumentException(pack.ref().id() + " has no matrix.yaml"));
    this.judge = new Judge(pack, matrix);
    this.counterfactuals = new Counterfactuals(pack, matrix, judge);
  }

  public Pack pack() {
    return pack;
  }

  /** The questions whose condition holds, or that have none, in the pack's order. */
  public List<Pack.Ask> asks(Inputs inputs) {
    Scope scope = judge.judge(inputs, inputs.facts(), Truths.AFRESH).scope();
    return pack.asks().stream().filter(ask -> holds(ask.when(), scope)).toList();
  }

  /** The values by which further conditions of the pack can be asked of the same inputs. */
  public Scope scope(Inputs inputs) {
    return judge.judge(inputs, inputs.facts(), Truths.AFRESH).scope();
  }

  /** A text of the pack with the placeholders filled in. */
  public Wording fill(Wording text, Inputs inputs) {
    return phrasing(inputs, judge.judge(inputs, inputs.facts(), Truths.AFRESH)).fill(text);
  }

  /** The usual word of a verdict, where a decision's own is not at hand. */
  public Wording word(Verdict verdict) {
    return Optional.ofNullable(matrix.verdicts().get(verdict)).orElseThrow().getLast().word();
  }

  public Decision decide(Inputs inputs) {
    return decide(inputs, Truths.remembering());
  }

  Decision decide(Inputs inputs, Truths truths) {
    Judgement judged = judge.judge(inputs, inputs.facts(), truths);
    Phrasing phrasing = phrasing(inputs, judged);
    List<Finding> findings = findings(judged, phrasing);
    Matrix.VerdictWords words = words(judged);
    return new Decision(
        pack.matter(),
        judged.verdict(),
        phrasing.fill(words.word()),
        one(judged, words, phrasing),
        judged.identity().strength(),
        judged.identity().needed(),
        judged.risk(),
        stages(judged, inputs),
        reasons(judged, findings),
        findings,
        nearMisses(judged, phrasing, truths),
        judged.identity().checks(),
        inputs.detection().scripts(),
        next(judged, phrasing),
        replies(judged, phrasing),
        keep(judged, phrasing),
        judged.open(),
        counterfactuals.find(inputs, judged, truths),
        pack.ref(),
        DecisionJson.digest(inputs),
        inputs.at());
  }

  private Phrasing phrasing(Inputs inputs, Judgement judged) {
    LocalDate day = inputs.at().atZone(pack.zone()).toLocalDate();
    Identity identity = judged.identity();
    return new Phrasing(pack, judged.facts(), day)
        .with("script.title", scriptTitle(inputs))
        .with("identity.matched", number(identity.matched()))
        .with("identity.mismatched", number(identity.mismatched()))
        .with("identity.strength", number(identity.strength()))
        .with("identity.needed", number(identity.needed()));
  }

  private Wording scriptTitle(Inputs inputs) {
    String top =
        inputs.detection().scripts().isEmpty()
            ? ""
            : inputs.detection().scripts().getFirst().script();
    return pack.scripts().scripts().stream()
        .filter(script -> script.id().equals(top))
        .findFirst()
        .map(script -> script.title())
        .orElse(new Wording("已知的骗法", "a known scam"));
  }

  private static Wording number(int number) {
    return new Wording(Integer.toString(number), Integer.toString(number));
  }

  private Matrix.VerdictWords words(Judgement judged) {
    List<Matrix.VerdictWords> choices =
        Optional.ofNullable(matrix.verdicts().get(judged.verdict())).orElseThrow();
    return choices.stream()
        .filter(choice -> holds(choice.when(), judged.scope()))
        .findFirst()
        .orElse(choices.getLast());
  }

  /**
   * The sentence of the card; where a lapsed entry is why nothing can be said, it names the entry.
   */
  private Wording one(Judgement judged, Matrix.VerdictWords words, Phrasing phrasing) {
    return judged
        .unknownFor()
        .flatMap(rule -> Optional.ofNullable(pack.law().entries().get(rule.source().id())))
        .map(
            entry ->
                new Wording(
                    "「%s」（%s）在这一天不在有效期内，规则要靠它，所以现在看不出。".formatted(entry.title().zh(), entry.id()),
                    "“%s” (%s) is not in force on that day and a rule rests on it, so we cannot tell."
                        .formatted(entry.title().en(), entry.id())))
        .orElseGet(() -> phrasing.fill(words.one()));
  }

  private List<Finding> findings(Judgement judged, Phrasing phrasing) {
    List<Finding> findings = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      for (Rule rule : judged.fired()) {
        if (rule.stage() == stage) {
          findings.add(finding(rule, judged, phrasing));
        }
      }
    }
    return findings;
  }

  private static Finding finding(Rule rule, Judgement judged, Phrasing phrasing) {
    List<Fact> facts =
        rule.when().names().stream().flatMap(name -> judged.facts().find(name).stream()).toList();
    boolean cleared = judged.cleared().contains(rule.id());
    return new Finding(
        rule.id(),
        rule.stage(),
        cleared ? Effect.NOTE : rule.effect(),
        cleared ? 0 : rule.weight(),
        rule.need(),
        phrasing.fill(rule.seen()),
        phrasing.fill(rule.why()),
        List.of(rule.source()),
        facts);
  }

  /** For green, what matched; else the strongest of what was found, by rank and then by order. */
  private List<Reason> reasons(Judgement judged, List<Finding> findings) {
    if (judged.verdict() == Verdict.GREEN) {
      return judged.identity().checks().stream()
          .filter(check -> check.state() == MethodCheck.State.MATCHED)
          .sorted(Comparator.comparing(MethodCheck::strength).reversed())
          .limit(Limits.REASONS_MAX)
          .map(Decider::matched)
          .toList();
    }
    return findings.stream()
        .filter(finding -> finding.effect() != Effect.NOTE && finding.effect() != Effect.CLEAR)
        .filter(finding -> finding.need().map(need -> judged.open().contains(need)).orElse(true))
        .sorted(Comparator.comparing((Finding finding) -> rank(finding.rule())).reversed())
        .limit(Limits.REASONS_MAX)
        .map(f -> new Reason(f.rule(), f.stage(), f.seen(), f.why(), f.sources()))
        .toList();
  }

  private static Reason matched(MethodCheck check) {
    Wording word = check.state().wording();
    return new Reason(
        "method-" + check.method(),
        Stage.VERIFY,
        new Wording(check.title().zh() + "，" + word.zh(), check.title().en() + ": " + word.en()),
        check.remark(),
        List.of());
  }

  private int rank(String rule) {
    return pack.rules().stream().filter(r -> r.id().equals(rule)).findFirst().orElseThrow().rank();
  }

  private List<StageResult> stages(Judgement judged, Inputs inputs) {
    Identity identity = judged.identity();
    boolean cleared = identity.cleared();
    // more than enough is enough: "7 / 6" would puzzle whoever reads it
    String score = Math.min(identity.strength(), identity.needed()) + " / " + identity.needed();
    Wording verify =
        identity.mismatched() > 0
            ? new Wording("有一项对不上", "one thing does not match")
            : new Wording("对上 " + score, score + " matched");
    boolean script = judged.fired().stream().anyMatch(r -> r.effect() == Effect.STOP);
    boolean like = inputs.detection().scripts().stream().anyMatch(ScriptHit::seen) || script;
    Wording assess =
        judged.risk() < matrix.greenBelow() && !script
            ? new Wording("没看到大的风险", "no large risk seen")
            : like
                ? new Wording("像已知的骗法", "like a known scam")
                : new Wording("有几处要留意", "some things to watch");
    Wording retain =
        Optional.ofNullable(pack.playbook().retainWords().get(judged.verdict()))
            .orElse(new Wording("聊天先别删", "keep the chat"));
    return List.of(
        new StageResult(Stage.VERIFY, cleared ? State.DONE : State.NOW, verify),
        new StageResult(Stage.ASSESS, State.DONE, assess),
        new StageResult(Stage.RETAIN, cleared ? State.NOW : State.OPEN, retain));
  }

  private List<NearMiss> nearMisses(Judgement judged, Phrasing phrasing, Truths truths) {
    Set<Rule> fired = Set.copyOf(judged.fired());
    Set<Rule> silenced = Set.copyOf(judged.silenced());
    List<NearMiss> misses = new ArrayList<>();
    for (Rule rule : pack.rules()) {
      if (silenced.contains(rule)) {
        String entry = rule.source().id();
        misses.add(new NearMiss(rule.id(), phrasing.fill(rule.seen()), entry, List.of(entry)));
      } else if (!fired.contains(rule) && rule.effect() != Effect.NOTE) {
        nearMiss(rule, judged.scope(), phrasing, truths).ifPresent(misses::add);
      }
    }
    return misses;
  }

  /** Near is: a single part kept it from firing, or it waits for a fact nobody has told. */
  private static Optional<NearMiss> nearMiss(
      Rule rule, Scope scope, Phrasing phrasing, Truths truths) {
    List<Expression> parts =
        rule.when().conjuncts().isEmpty() ? List.of(rule.when()) : rule.when().conjuncts();
    List<Expression> failing =
        parts.stream().filter(part -> !truths.of(part, scope).holds()).toList();
    if (failing.size() != 1) {
      return Optional.empty();
    }
    Expression part = failing.getFirst();
    return switch (truths.of(part, scope)) {
      case Truth.Unknown(var names) ->
          Optional.of(new NearMiss(rule.id(), phrasing.fill(rule.seen()), part.source(), names));
      case Truth.Known known ->
          parts.size() == 1
              ? Optional.empty()
              : Optional.of(
                  new NearMiss(rule.id(), phrasing.fill(rule.seen()), part.source(), List.of()));
    };
  }

  private NextAction next(Judgement judged, Phrasing phrasing) {
    Playbook.Action action =
        pack.playbook().actions().stream()
            .filter(a -> a.verdicts().contains(judged.verdict()))
            .filter(a -> holds(a.when(), judged.scope()))
            .findFirst()
            .orElseThrow();
    return new NextAction(
        action.id(),
        phrasing.fill(action.act()),
        phrasing.fill(action.otherwise()),
        action.settles());
  }

  private List<Reply> replies(Judgement judged, Phrasing phrasing) {
    return pack.playbook().replies().stream()
        .filter(reply -> reply.verdicts().contains(judged.verdict()))
        .filter(reply -> holds(reply.when(), judged.scope()))
        .map(
            reply ->
                new Reply(reply.id(), reply.strategy(), phrasing.fill(reply.text()), reply.note()))
        .toList();
  }

  private List<KeepItem> keep(Judgement judged, Phrasing phrasing) {
    return pack.playbook().keep().stream()
        .filter(keep -> holds(keep.when(), judged.scope()))
        .map(keep -> new KeepItem(keep.id(), phrasing.fill(keep.what()), phrasing.fill(keep.why())))
        .toList();
  }

  private static boolean holds(Optional<Expression> when, Scope scope) {
    return when.map(condition -> condition.evaluate(scope).holds()).orElse(true);
  }

  /** The sources that a decision's findings rest on, without repetition. */
  public static List<Source> sources(Decision decision) {
    return decision.findings().stream().flatMap(f -> f.sources().stream()).distinct().toList();
  }
}
