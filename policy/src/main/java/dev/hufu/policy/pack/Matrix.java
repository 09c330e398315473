package dev.hufu.policy.pack;

import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How identity is judged, how weights combine, and where the bands lie.
 *
 * @param greenBelow risk below this may be green
 * @param redFrom risk from here on is red
 * @param unknownAmount strength needed while the sum is not known
 * @param mustKnow facts without which there is no green
 * @param verdicts the words of the card, first that holds
 */
public record Matrix(
    double greenBelow,
    double redFrom,
    List<Method> methods,
    List<CountMethod> counts,
    List<Required> required,
    int unknownAmount,
    List<String> mustKnow,
    Map<Verdict, List<VerdictWords>> verdicts) {

  /** The fact that names the sum; every pack of this matter declares it. */
  public static final String AMOUNT = "request.amount";

  /** A way of verifying who is on the other side, settled by one choice fact. */
  public record Method(
      String id,
      String fact,
      List<String> matched,
      List<String> mismatched,
      List<String> noResult,
      int strength,
      boolean anchor,
      Wording title,
      Wording remark,
      Wording how) {}

  /** A way of verifying that counts people: so many confirmed, so many denied. */
  public record CountMethod(
      String id,
      String fact,
      Optional<String> denied,
      int strengthEach,
      int strengthMax,
      int anchorFrom,
      Wording title,
      Wording remark,
      Wording how) {}

  /** Sums up to a limit need this strength; the last has no limit. */
  public record Required(Optional<Fen> upTo, int strength) {}

  /** The word of the card and its one sentence. */
  public record VerdictWords(Optional<Expression> when, Wording word, Wording one) {}

  /** Strength of identity that a sum asks for. */
  public int strengthFor(Optional<Fen> amount) {
    if (amount.isEmpty()) {
      return unknownAmount;
    }
    return required.stream()
        .filter(step -> step.upTo().map(limit -> amount.get().compareTo(limit) <= 0).orElse(true))
        .findFirst()
        .map(Required::strength)
        .orElse(unknownAmount);
  }
}
