package dev.hufu.policy.loan;

import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.LoanPolicy;
import java.util.List;
import java.util.Optional;

/**
 * What a check of the pack says about a loan, filled in.
 *
 * @param law the entry it rests on
 */
public record LoanFinding(
    String id, LoanPolicy.Level level, Wording seen, Wording why, Optional<String> law) {

  /** All that speak, in the order of the pack. */
  public static List<LoanFinding> of(LoanReview review) {
    var scope = LoanFacts.scope(review);
    LoanWords words = new LoanWords(review);
    return review.policy().checks().stream()
        .filter(check -> check.when().evaluate(scope).holds())
        .map(
            check ->
                new LoanFinding(
                    check.id(),
                    check.level(),
                    words.fill(check.seen()),
                    words.fill(check.why()),
                    check.law()))
        .toList();
  }
}
