package dev.hufu.policy.trial;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.policy.card.CardExplainer;
import dev.hufu.policy.card.CardInput;
import dev.hufu.policy.card.CardResult;
import dev.hufu.policy.card.CardScorer;
import dev.hufu.policy.card.ReasonMethod;
import dev.hufu.policy.card.Scorecard;
import dev.hufu.policy.pack.CardTest;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the stories of a card against what their author expected.
 *
 * <p>Example: {@code CardTrial.run(pack.card().orElseThrow(), pack.cardTests())}.
 */
public final class CardTrial {

  /** One story, and what differs from what was expected. */
  public record Result(String name, Position position, List<String> complaints) {

    public Result {
      complaints = List.copyOf(complaints);
    }
  }

  private CardTrial() {}

  public static List<Result> run(Scorecard card, List<CardTest> tests) {
    CardScorer scorer = new CardScorer(card);
    return tests.stream()
        .map(test -> new Result(test.name(), test.position(), complaints(scorer, test)))
        .toList();
  }

  private static List<String> complaints(CardScorer scorer, CardTest test) {
    long mask = scorer.mask(test.without());
    Outcome<double[]> values =
        new CardInput(scorer).read(name -> test.given().getOrDefault(name, ""), mask);
    return switch (values) {
      case Outcome.Refused<double[]>(Refusal refusal) ->
          test.refused().filter(refusal.code().id()::equals).isPresent()
              ? List.of()
              : List.of("refused: " + refusal);
      case Outcome.Ok<double[]>(double[] found) ->
          test.refused().isPresent()
              ? List.of("scored, and should have been refused: " + test.refused().get())
              : complaints(
                  new CardExplainer(scorer, ReasonMethod.NEAR_CUTOFF).explain(found, mask), test);
    };
  }

  private static List<String> complaints(CardResult result, CardTest test) {
    List<String> complaints = new ArrayList<>();
    test.score()
        .ifPresent(
            score -> {
              if (Math.abs(score - result.score()) > Scorecard.EPSILON) {
                complaints.add("score " + result.score() + ", not " + score);
              }
            });
    test.passes()
        .filter(passes -> passes != result.passes())
        .ifPresent(passes -> complaints.add("passes: " + result.passes()));
    List<String> reasons = result.reasons().stream().map(CardResult.CardReason::code).toList();
    boolean begins =
        reasons.size() >= test.reasons().size()
            && reasons.subList(0, test.reasons().size()).equals(test.reasons());
    if (!begins) {
      complaints.add("reasons " + reasons + ", not " + test.reasons());
    }
    test.best()
        .ifPresent(
            best -> {
              double most =
                  result.changes().stream()
                      .mapToDouble(CardResult.Change::score)
                      .findFirst()
                      .orElse(Double.NaN);
              if (!(Math.abs(best - most) <= Scorecard.EPSILON)) {
                complaints.add("the best single change gives " + most + ", not " + best);
              }
            });
    return complaints;
  }
}
