package dev.hufu.policy.decide;

import dev.hufu.kernel.decision.Inputs;
import dev.hufu.kernel.decision.MethodCheck;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.decision.WouldChange;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.Matrix;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.pack.Playbook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What would change a verdict, found by deciding again. For a better verdict: suppose everything
 * that can still be done has been done; if that reaches it, drop what is not needed, last first, so
 * that the pack's own order of methods says which remain. The set that is left is minimal: without
 * any one of it the verdict is not reached.
 */
final class Counterfactuals {

  private final Pack pack;
  private final Matrix matrix;
  private final Judge judge;

  /** A fact as it could become, and how that reads. */
  private record Candidate(Fact fact, Wording words) {}

  Counterfactuals(Pack pack, Matrix matrix, Judge judge) {
    this.pack = pack;
    this.matrix = matrix;
    this.judge = judge;
  }

  /** Of one decision; what it has found true it does not ask again. */
  List<WouldChange> find(Inputs inputs, Judgement now, Truths truths) {
    List<WouldChange> changes = new ArrayList<>();
    List<Candidate> better = better(now);
    switch (now.verdict()) {
      case RED -> {
        reach(inputs, truths, Verdict.AMBER, better).ifPresent(changes::add);
        reach(inputs, truths, Verdict.GREEN, better).ifPresent(changes::add);
      }
      case AMBER -> reach(inputs, truths, Verdict.GREEN, better).ifPresent(changes::add);
      case GREEN -> worse(inputs, truths, now).ifPresent(changes::add);
      case UNKNOWN -> {}
    }
    return changes.stream().distinct().limit(Limits.WOULD_CHANGE_MAX).toList();
  }

  private Optional<WouldChange> reach(
      Inputs inputs, Truths truths, Verdict target, List<Candidate> candidates) {
    if (!atLeast(verdict(inputs, truths, candidates), target)) {
      return Optional.empty();
    }
    List<Candidate> kept = new ArrayList<>(candidates);
    for (int i = kept.size() - 1; i >= 0; i--) {
      List<Candidate> fewer = new ArrayList<>(kept);
      fewer.remove(i);
      if (atLeast(verdict(inputs, truths, fewer), target)) {
        kept = fewer;
      }
    }
    return Optional.of(change(verdict(inputs, truths, kept), kept));
  }

  /** The first method whose failing would take the green away. */
  private Optional<WouldChange> worse(Inputs inputs, Truths truths, Judgement now) {
    for (Matrix.Method method : matrix.methods()) {
      if (method.mismatched().isEmpty()) {
        continue;
      }
      Candidate failing = candidate(method.fact(), method.mismatched().getFirst(), method.title());
      Verdict then = verdict(inputs, truths, List.of(failing));
      if (then != now.verdict()) {
        return Optional.of(change(then, List.of(failing)));
      }
    }
    for (Matrix.CountMethod method : matrix.counts()) {
      if (method.denied().isEmpty()) {
        continue;
      }
      Candidate denying =
          new Candidate(
              new Fact(method.denied().get(), new FactValue.Count(1), Provenance.DERIVED),
              new Wording(
                  method.title().zh() + "：有人说不是他",
                  method.title().en() + ": somebody says it is not them"));
      Verdict then = verdict(inputs, truths, List.of(denying));
      if (then != now.verdict()) {
        return Optional.of(change(then, List.of(denying)));
      }
    }
    return Optional.empty();
  }

  private Verdict verdict(Inputs inputs, Truths truths, List<Candidate> changes) {
    Facts facts = inputs.facts();
    for (Candidate change : changes) {
      facts = facts.with(change.fact());
    }
    return judge.judge(inputs, facts, truths).verdict();
  }

  private static WouldChange change(Verdict to, List<Candidate> candidates) {
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    for (Candidate candidate : candidates) {
      zh.append(zh.isEmpty() ? "" : "；").append(candidate.words().zh());
      en.append(en.isEmpty() ? "" : "; ").append(candidate.words().en());
    }
    return new WouldChange(
        to,
        candidates.stream().map(Candidate::fact).toList(),
        new Wording(zh.toString(), en.toString()));
  }

  /**
   * What can still be done: open methods, people to ask, facts that actions settle or that lack.
   */
  private List<Candidate> better(Judgement now) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    for (Matrix.Method method : matrix.methods()) {
      if (state(now, method.id()) == MethodCheck.State.OPEN
          || state(now, method.id()) == MethodCheck.State.NO_ANSWER) {
        candidates.put(
            method.fact(), candidate(method.fact(), method.matched().getFirst(), method.title()));
      }
    }
    for (Matrix.CountMethod method : matrix.counts()) {
      if (state(now, method.id()) != MethodCheck.State.MISMATCH) {
        long people = Math.max(method.anchorFrom(), method.strengthMax());
        FactValue value = new FactValue.Count(people);
        candidates.put(
            method.fact(),
            new Candidate(
                new Fact(method.fact(), value, Provenance.DERIVED),
                new Wording(
                    method.title().zh() + "：" + people + " 位",
                    method.title().en() + ": " + people)));
      }
    }
    for (String fact : now.open()) {
      supposed(fact).ifPresent(candidate -> candidates.putIfAbsent(fact, candidate));
    }
    for (Playbook.Action action : pack.playbook().actions()) {
      action
          .settles()
          .filter(fact -> !candidates.containsKey(fact))
          .filter(fact -> !isMethod(fact))
          .filter(fact -> !told(now, fact))
          .flatMap(this::supposed)
          .ifPresent(candidate -> candidates.put(candidate.fact().name(), candidate));
    }
    return List.copyOf(candidates.values());
  }

  /** What somebody told is not ours to suppose otherwise. */
  private static boolean told(Judgement now, String fact) {
    return now.facts().find(fact).map(f -> f.provenance() != Provenance.ASSUMED).orElse(false);
  }

  private boolean isMethod(String fact) {
    return matrix.methods().stream().anyMatch(method -> method.fact().equals(fact))
        || matrix.counts().stream().anyMatch(method -> method.fact().equals(fact));
  }

  /** A value to suppose for a fact that is missing: a sum from the matrix, or its best answer. */
  private Optional<Candidate> supposed(String name) {
    FactType type = pack.facts().get(name);
    if (type == null) {
      return Optional.empty();
    }
    Wording title = type.question().orElse(new Wording(name, name));
    if (type.kind() == FactKind.AMOUNT) {
      FactValue smallest =
          new FactValue.Amount(matrix.required().getFirst().upTo().orElse(Fen.ofYuan(1)));
      return Optional.of(new Candidate(new Fact(name, smallest, Provenance.DERIVED), title));
    }
    return type.options().isEmpty()
        ? Optional.empty()
        : Optional.of(candidate(name, type.options().getLast().value(), title));
  }

  private Candidate candidate(String name, String written, Wording title) {
    FactType type = Objects.requireNonNull(pack.facts().get(name), name);
    Fact fact = new Fact(name, type.parse(written).orThrow(), Provenance.DERIVED);
    Wording label = Phrasing.describe(pack, fact);
    return new Candidate(
        fact, new Wording(title.zh() + "：" + label.zh(), title.en() + ": " + label.en()));
  }

  private static MethodCheck.State state(Judgement now, String method) {
    return now.identity().checks().stream()
        .filter(check -> check.method().equals(method))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static boolean atLeast(Verdict verdict, Verdict target) {
    return verdict == Verdict.GREEN || verdict == target;
  }
}
