package dev.hufu.policy.loan;

import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.Charge;
import dev.hufu.kernel.loan.Guarantee;
import dev.hufu.kernel.loan.LoanContract;
import dev.hufu.kernel.loan.LoanRecord;
import dev.hufu.kernel.loan.Movement;
import dev.hufu.kernel.loan.Owed;
import dev.hufu.kernel.loan.Party;
import dev.hufu.kernel.money.Capitals;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.paper.Filling;
import dev.hufu.policy.paper.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The values of placeholders in papers and sentences; one that is not known stays a line. */
public final class LoanWords {

  private final Map<String, Wording> values = new HashMap<>();

  public LoanWords(LoanReview review) {
    agreed(review);
    parties(review.contract());
    guarantor(review);
    happened(review);
    owed(review);
    review
        .clock()
        .ifPresent(
            clock -> {
              day("limitation.end", clock.end());
              day("limitation.longest", clock.longest());
            });
    review.record().court().agreed().ifPresent(court -> put("court.agreed", court));
    CourtLimit.of(review).ifPresent(limit -> sum("court.limit", limit));
    review
        .entry("smallClaims")
        .number("percent")
        .ifPresent(percent -> put("court.percent", Integer.toString(percent)));
    EvidenceChain.of(review).gap().ifPresent(gap -> values.put("gap", gap.title()));
  }

  private void agreed(LoanReview review) {
    LoanContract contract = review.contract();
    sum("sum", contract.sum());
    capitals("sum.capitals", contract.sum());
    sum("principal", review.principal());
    capitals("principal.capitals", review.principal());
    contract.use().ifPresent(use -> put("use", use));
    contract.rate().ifPresent(rate -> put("rate", rate.toString()));
    contract.defaultRate().ifPresent(rate -> put("defaultRate", rate.toString()));
    contract.place().ifPresent(place -> put("place", place));
    contract.delivery().ifPresent(delivery -> put("delivery", delivery));
    contract.repayment().ifPresent(repayment -> put("repayment", repayment));
    day("signed", contract.signedOn());
    put("year.days", Integer.toString(contract.year().daysInYear()));
    put("other.days", Integer.toString(contract.year().other().daysInYear()));
    review
        .cap()
        .ifPresent(
            cap -> {
              put("cap", percent(cap.rate(), 1));
              put("cap.multiple", Integer.toString(cap.multiple()));
              put("cap.lpr", percent(cap.lpr(), 2));
              put("cap.since", cap.lprSince().toString());
              put("cap.knownThrough", cap.knownThrough().toString());
            });
    review
        .due()
        .ifPresent(
            due -> {
              day("due", due);
              put("due.iso", due.toString());
              LocalDate from =
                  review.record().confirmed().map(c -> c.day()).orElse(review.formed());
              put("interest.days", Long.toString(ChronoUnit.DAYS.between(from, due)));
              sum("interest", review.interest());
            });
  }

  /** At least so many decimals, and none lost: {@code 12.0 %}. */
  private static String percent(AnnualRate rate, int decimals) {
    BigDecimal percent = rate.percent();
    return percent.setScale(Math.max(decimals, percent.scale())).toPlainString() + " %";
  }

  private void parties(LoanContract contract) {
    party("lender", contract.lender());
    party("borrower", contract.borrower());
    contract.witness().ifPresent(witness -> party("witness", witness));
  }

  private void party(String role, Party party) {
    party.name().ifPresent(name -> put(role + ".name", name));
    party.idNumber().ifPresent(id -> put(role + ".id", id));
    party.phone().ifPresent(phone -> put(role + ".phone", phone));
    party.address().ifPresent(address -> put(role + ".address", address));
  }

  private void guarantor(LoanReview review) {
    Optional<Guarantee> guarantee = review.contract().guarantee();
    guarantee.ifPresent(
        given -> {
          party("guarantor", given.guarantor());
          String kind = given.kind().name().toLowerCase(Locale.ROOT);
          values.put("guarantor.kind", review.policy().word(kind));
          given.until().ifPresent(until -> day("guarantor.until", until));
        });
  }

  private void happened(LoanReview review) {
    LoanRecord record = review.record();
    day("at", review.at());
    day("formed", review.formed());
    if (!record.received().isEmpty()) {
      sum("received", review.received());
      put("received.count", Integer.toString(record.received().size()));
      record.received().stream()
          .map(Movement::day)
          .min(LocalDate::compareTo)
          .ifPresent(first -> day("received.day", first));
    }
    record
        .confirmed()
        .ifPresent(
            confirmed -> {
              day("confirmed.day", confirmed.day());
              sum("confirmed.sum", confirmed.sum());
              if (!confirmed.how().isBlank()) {
                put("confirmed.how", confirmed.how());
              }
            });
  }

  private void owed(LoanReview review) {
    Owed owed = review.owed();
    sum("owed.principal", owed.openPrincipal());
    sum("owed.interest", owed.open(Charge.Kind.INTEREST));
    sum("owed.defaultInterest", owed.open(Charge.Kind.DEFAULT_INTEREST));
    sum("owed.costs", owed.open(Charge.Kind.COST));
    sum("owed.due", owed.due());
    sum(
        "owed.paid",
        owed.payments().stream().map(p -> p.payment().sum()).reduce(Fen.ZERO, Fen::plus));
    sum("other.defaultInterest", review.other().open(Charge.Kind.DEFAULT_INTEREST));
    sum("other.due", review.other().due());
  }

  /** {@code 2027年3月31日} in Chinese, the plain day in English. */
  static Wording words(LocalDate day) {
    return new Wording(
        day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日",
        day.toString());
  }

  private void day(String name, LocalDate day) {
    values.put(name, words(day));
  }

  private void sum(String name, Fen sum) {
    put(name, sum.toString());
  }

  private void capitals(String name, Fen sum) {
    Capitals.of(sum).findValue().ifPresent(words -> put(name, words));
  }

  private void put(String name, String value) {
    values.put(name, new Wording(value, value));
  }

  /** The sentence with its placeholders filled in; a line where something is not known. */
  public Wording fill(Wording text) {
    return new Filling(values).fill(text);
  }

  /** The sentence in runs, so that what was filled in can be told from the form. */
  List<Span> spans(String text, Lang lang) {
    return new Filling(values).spans(text, lang);
  }
}
