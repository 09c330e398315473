package dev.hufu.app.loan;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.load.LoanFile;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.loan.LoanReview;
import dev.hufu.policy.pack.Pack;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Finds the pack over loans of a jurisdiction and reviews a loan with it. */
public final class LoanPacks {

  /** The matter of packs over loans. */
  public static final String MATTER = "iou";

  private LoanPacks() {}

  /** The pack for a day, or why there is none. */
  public static Outcome<Pack> find(PackLibrary library, String jurisdiction, LocalDate at) {
    String id = jurisdiction + "/" + MATTER;
    Optional<Pack> found =
        library
            .find(jurisdiction, MATTER, at.atTime(12, 0).toInstant(ZoneOffset.UTC))
            .filter(pack -> pack.loans().isPresent());
    if (found.isPresent()) {
      return Outcome.of(found.get());
    }
    if (library.find(id).isPresent()) {
      return Outcome.refused(Code.TIME_BEFORE_RULES, at.toString());
    }
    return Optional.ofNullable(library.problems().get(id)).stream()
        .flatMap(List::stream)
        .findFirst()
        .map(problem -> Outcome.<Pack>refused(Code.PACK_BROKEN, problem.toString()))
        .orElseGet(() -> Outcome.refused(Code.PACK_NOT_FOUND, id));
  }

  public static Outcome<LoanReview> review(
      PackLibrary library, String jurisdiction, LoanFile loan, LocalDate at) {
    return find(library, jurisdiction, at)
        .then(pack -> LoanReview.of(pack, loan.contract(), loan.record(), at));
  }
}
