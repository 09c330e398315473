package dev.hufu.policy.trial;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.loan.Charge;
import dev.hufu.kernel.loan.Owed;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.loan.EvidenceChain;
import dev.hufu.policy.loan.LoanFinding;
import dev.hufu.policy.loan.LoanPapers;
import dev.hufu.policy.loan.LoanReview;
import dev.hufu.policy.pack.LoanTest;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.paper.PaperText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the stories of a pack over loans against what their author expected.
 *
 * <p>Example: {@code LoanTrial.run(pack)}.
 */
public final class LoanTrial {

  /** One story, and what differs from what was expected. */
  public record Result(String name, Position position, List<String> complaints) {

    public Result {
      complaints = List.copyOf(complaints);
    }

    public boolean passed() {
      return complaints.isEmpty();
    }
  }

  private LoanTrial() {}

  public static List<Result> run(Pack pack) {
    return pack.loans().orElseThrow().tests().stream().map(test -> run(test, pack)).toList();
  }

  private static Result run(LoanTest test, Pack pack) {
    List<String> complaints = new ArrayList<>();
    switch (LoanReview.of(pack, test.contract(), test.record(), test.at())) {
      case Outcome.Ok<LoanReview>(var review) -> complain(test.expect(), review, complaints);
      case Outcome.Refused<LoanReview>(var refusal) -> complaints.add("refused: " + refusal);
    }
    return new Result(test.name(), test.position(), complaints);
  }

  private static void complain(LoanTest.Expect expect, LoanReview review, List<String> complaints) {
    List<String> found = LoanFinding.of(review).stream().map(LoanFinding::id).toList();
    expect.findings().stream()
        .filter(id -> !found.contains(id))
        .forEach(
            id -> complaints.add("the check " + id + " does not speak; those that do: " + found));
    expect.notFindings().stream()
        .filter(found::contains)
        .forEach(id -> complaints.add("the check " + id + " speaks"));
    expect
        .values()
        .forEach(
            (name, wanted) -> {
              String was = value(review, name).orElse("nothing");
              if (!was.equals(wanted)) {
                complaints.add(name + " is " + was + ", expected " + wanted);
              }
            });
    expect.lines().ifPresent(wanted -> lines("lines", review.owed(), wanted, complaints));
    expect.otherYear().ifPresent(wanted -> lines("otherYear", review.other(), wanted, complaints));
    papers(expect.says(), true, review, complaints);
    papers(expect.saysNot(), false, review, complaints);
  }

  private static void lines(String name, Owed owed, List<String> wanted, List<String> complaints) {
    List<String> was =
        owed.charges().stream()
            .filter(charge -> charge.kind() == Charge.Kind.DEFAULT_INTEREST)
            .map(charge -> charge.sum().toString())
            .toList();
    if (!was.equals(wanted)) {
      complaints.add(name + " are " + was + ", expected " + wanted);
    }
  }

  private static Optional<String> value(LoanReview review, String name) {
    EvidenceChain chain = EvidenceChain.of(review);
    return switch (name) {
      case "principal" -> Optional.of(review.principal().toString());
      case "interest" -> Optional.of(review.interest().toString());
      case "cap" -> review.cap().map(cap -> cap.rate().toString());
      case "due" -> Optional.of(review.owed().due().toString());
      case "total" -> Optional.of(review.owed().total().toString());
      case "limitation" -> review.clock().map(clock -> clock.end().toString());
      case "chain" -> Optional.of(chain.state());
      case "gap" -> chain.gap().map(EvidenceChain.Link::id);
      default -> Optional.empty();
    };
  }

  /** A paper's name may also be a sentence's. */
  private static void papers(
      Map<String, List<String>> words, boolean there, LoanReview review, List<String> complaints) {
    LoanPapers papers = new LoanPapers(review);
    words.forEach(
        (id, wanted) -> {
          String text =
              papers
                  .find(id, Lang.ZH)
                  .map(PaperText::write)
                  .orElseGet(() -> papers.sentence(id).zh());
          wanted.stream()
              .filter(one -> text.contains(one) != there)
              .forEach(one -> complaints.add(id + (there ? " does not say " : " says ") + one));
        });
  }
}
