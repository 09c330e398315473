package dev.hufu.policy.decide;

import dev.hufu.kernel.decision.MethodCheck;
import dev.hufu.kernel.decision.MethodCheck.State;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.pack.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far it is settled who is on the other side.
 *
 * @param strength what the matching methods add up to
 * @param needed what the sum asks for
 * @param anchored whether one of them is strong enough to stand on
 * @param checks every method with its state, in the order of the pack
 */
record Identity(int strength, int needed, boolean anchored, List<MethodCheck> checks) {

  static Identity of(Matrix matrix, Facts facts) {
    Optional<Fen> amount =
        facts
            .findValue(Matrix.AMOUNT)
            .flatMap(
                value ->
                    value instanceof FactValue.Amount(var fen)
                        ? Optional.of(fen)
                        : Optional.empty());
    List<MethodCheck> checks = new ArrayList<>();
    int strength = 0;
    boolean anchored = false;
    for (Matrix.Method method : matrix.methods()) {
      State state = state(method, facts);
      checks.add(
          new MethodCheck(
              method.id(),
              method.title(),
              method.remark(),
              method.how(),
              state,
              method.strength()));
      strength += state == State.MATCHED ? method.strength() : 0;
      anchored |= state == State.MATCHED && method.anchor();
    }
    for (Matrix.CountMethod method : matrix.counts()) {
      long confirmed = count(facts, method.fact());
      long denied = method.denied().map(fact -> count(facts, fact)).orElse(0L);
      int counted = (int) Math.min(method.strengthMax(), confirmed * (long) method.strengthEach());
      State state = denied > 0 ? State.MISMATCH : confirmed > 0 ? State.MATCHED : State.OPEN;
      checks.add(
          new MethodCheck(
              method.id(),
              method.title(),
              method.remark(),
              method.how(),
              state,
              state == State.MATCHED ? counted : method.strengthMax()));
      strength += state == State.MATCHED ? counted : 0;
      anchored |= state == State.MATCHED && confirmed >= method.anchorFrom();
    }
    return new Identity(strength, matrix.strengthFor(amount), anchored, checks);
  }

  boolean cleared() {
    return anchored && strength >= needed && mismatched() == 0;
  }

  int matched() {
    return (int) checks.stream().filter(check -> check.state() == State.MATCHED).count();
  }

  int mismatched() {
    return (int) checks.stream().filter(check -> check.state() == State.MISMATCH).count();
  }

  /** The names under which conditions read this. */
  Map<String, Object> names() {
    return Map.of(
        "identity.strength", (long) strength,
        "identity.needed", (long) needed,
        "identity.matched", (long) matched(),
        "identity.mismatched", (long) mismatched(),
        "identity.cleared", cleared());
  }

  private static State state(Matrix.Method method, Facts facts) {
    String value = facts.findValue(method.fact()).map(FactValue::toString).orElse("");
    if (method.matched().contains(value)) {
      return State.MATCHED;
    }
    if (method.mismatched().contains(value)) {
      return State.MISMATCH;
    }
    return method.noResult().contains(value) ? State.NO_ANSWER : State.OPEN;
  }

  private static long count(Facts facts, String name) {
    return facts
        .findValue(name)
        .map(value -> value instanceof FactValue.Count(var count) ? count : 0L)
        .orElse(0L);
  }
}
