package dev.hufu.policy.loan;

import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.pack.Law;
import java.util.Optional;

/** Up to which sum the small-claims track is open: only where the province's wage was told. */
final class CourtLimit {

  private CourtLimit() {}

  static Optional<Fen> of(LoanReview review) {
    Law.Entry entry = review.entry("smallClaims");
    if (!entry.decides(review.at()) || entry.number("percent").isEmpty()) {
      return Optional.empty();
    }
    long percent = entry.number("percent").getAsInt();
    return review
        .record()
        .court()
        .provinceWage()
        .map(wage -> new Fen(wage.times(percent).fen() / 100));
  }
}
