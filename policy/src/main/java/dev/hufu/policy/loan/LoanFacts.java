package dev.hufu.policy.loan;

import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.LoanContract;
import dev.hufu.kernel.loan.LoanRecord;
import dev.hufu.kernel.loan.RateUsed;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.expression.Expression;
import dev.hufu.policy.expression.ExpressionCompiler;
import dev.hufu.policy.expression.Scope;
import dev.hufu.policy.pack.Law;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The values of the names that conditions of a pack over loans may read. */
final class LoanFacts {

  private final List<Fact> facts = new ArrayList<>();

  private LoanFacts() {}

  /** A scope in which the conditions of the review's pack can be asked. */
  static Scope scope(LoanReview review) {
    LoanFacts facts = new LoanFacts();
    facts.agreed(review);
    facts.happened(review);
    facts.owed(review);
    facts.court(review);
    return Scope.ofFacts(
            Facts.of(facts.facts),
            review.at().atStartOfDay(review.pack().zone()).toInstant(),
            review.pack().zone())
        .with(
            ExpressionCompiler.constants(
                LoanNames.types(review.pack().currency(), review.policy().chain())));
  }

  /** Whether a condition holds; none at all always holds. */
  static boolean holds(Optional<Expression> condition, Scope scope) {
    return condition.map(when -> when.evaluate(scope).holds()).orElse(true);
  }

  private void agreed(LoanReview review) {
    LoanContract contract = review.contract();
    sum("loan.sum", contract.sum());
    contract.rate().filter(r -> !r.isZero()).ifPresent(r -> rate("loan.rate", r));
    contract.defaultRate().ifPresent(r -> rate("loan.defaultRate", r));
    review.cap().ifPresent(cap -> rate("cap.rate", cap.rate()));
    flag("cap.known", review.cap().isPresent());
    flag("cap.assumed", review.cap().map(cap -> cap.assumed()).orElse(false));
    day("loan.signed", contract.signedOn());
    flag("lender.named", contract.lender().name().isPresent());
    flag("lender.idGiven", contract.lender().idNumber().isPresent());
    flag("borrower.named", contract.borrower().name().isPresent());
    flag("borrower.idGiven", contract.borrower().idNumber().isPresent());
    flag("witness.given", contract.witness().isPresent());
    flag("guarantee.given", contract.guarantee().isPresent());
    contract
        .guarantee()
        .ifPresent(
            g ->
                add(
                    "guarantee.kind",
                    new FactValue.Choice(g.kind().name().toLowerCase(Locale.ROOT))));
    flag("guarantee.untilGiven", contract.guarantee().flatMap(g -> g.until()).isPresent());
    flag("loan.useGiven", contract.use().isPresent());
    flag("loan.repaymentGiven", contract.repayment().isPresent());
    flag("loan.placeGiven", contract.place().isPresent());
    flag("loan.attached", !contract.attachments().isEmpty());
  }

  private void happened(LoanReview review) {
    LoanRecord record = review.record();
    if (!record.received().isEmpty()) {
      sum("loan.received", review.received());
      day("loan.formed", review.formed());
    }
    sum("loan.principal", review.principal());
    sum("loan.interest", review.interest());
    flag("loan.confirmed", record.confirmed().isPresent());
    flag("loan.onDemand", review.onDemand());
    count("loan.parts", review.plan().size());
    review.due().ifPresent(day -> day("loan.due", day));
    review
        .policy()
        .chain()
        .items()
        .forEach(
            item -> flag(LoanNames.evidence(item.id()), record.evidence().contains(item.id())));
    count("factors.held", record.factors().size());
    count("factors.all", review.policy().chain().factors().size());
  }

  private void owed(LoanReview review) {
    sum("owed.due", review.owed().due());
    flag("owed.overdue", review.owed().overdue());
    flag("owed.withoutRate", !review.owed().withoutRate().isEmpty());
    flag("owed.uncertainRate", !review.certain());
    flag("owed.anyPayment", !review.owed().payments().isEmpty());
    flag(
        "owed.assumedRate",
        review.owed().charges().stream()
            .anyMatch(charge -> charge.rate().map(RateUsed::assumed).orElse(false)));
    review
        .clock()
        .ifPresent(
            clock -> {
              day("limitation.end", clock.end());
              flag("limitation.ended", clock.ended(review.at()));
              flag("limitation.restarted", !clock.counted().isEmpty());
              flag("limitation.late", !clock.late().isEmpty());
              long left = ChronoUnit.DAYS.between(review.at(), clock.end());
              count("limitation.daysLeft", Math.max(0, left));
            });
  }

  private void court(LoanReview review) {
    Law.Entry small = review.entry("smallClaims");
    flag("court.chosen", review.record().court().agreed().isPresent());
    flag("court.ruleInForce", small.decides(review.at()));
    CourtLimit.of(review).ifPresent(limit -> sum("court.limit", limit));
  }

  private void sum(String name, Fen sum) {
    add(name, new FactValue.Amount(sum));
  }

  private void rate(String name, AnnualRate rate) {
    add(name, new FactValue.Rate(rate.percent()));
  }

  private void day(String name, LocalDate day) {
    add(name, new FactValue.Day(day));
  }

  private void flag(String name, boolean yes) {
    add(name, new FactValue.Flag(yes));
  }

  private void count(String name, long count) {
    add(name, new FactValue.Count(count));
  }

  private void add(String name, FactValue value) {
    facts.add(new Fact(name, value, Provenance.SAID));
  }
}
