package dev.hufu.policy.pack;

import dev.hufu.kernel.code.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A card's own story: what an applicant wrote, and what the card should say to that. Whatever is
 * not said is not looked at.
 *
 * <p>Example: {@code given: {months: 7}, expect: {score: 540, reasons: [R06], best: 575}}.
 *
 * @param given answers by the names the card asks for
 * @param without classes of data that are refused
 * @param reasons the first reasons, in their order
 * @param best the score of the best single change
 * @param refused the code with which the card must refuse to score
 */
public record CardTest(
    String name,
    Position position,
    Map<String, String> given,
    List<String> without,
    OptionalDouble score,
    Optional<Boolean> passes,
    List<String> reasons,
    OptionalDouble best,
    Optional<String> refused) {

  public CardTest {
    given = Map.copyOf(given);
    without = List.copyOf(without);
    reasons = List.copyOf(reasons);
  }
}
