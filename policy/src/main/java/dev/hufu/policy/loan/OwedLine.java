package dev.hufu.policy.loan;

import dev.hufu.kernel.loan.Charge;
import dev.hufu.kernel.loan.PrincipalPart;
import dev.hufu.kernel.loan.RateBasis;
import dev.hufu.kernel.loan.RateUsed;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One line of what is owed, with the entry of law behind it.
 *
 * @param label what it is
 * @param part the instalment it belongs to, if it belongs to one
 * @param from the end of which day interest runs from; empty for principal and costs
 * @param due whether it can be asked for today
 * @param law the entry, empty for a cost
 */
public record OwedLine(
    Kind kind,
    Wording label,
    OptionalInt part,
    Optional<LocalDate> from,
    LocalDate to,
    long days,
    Fen base,
    Optional<RateUsed> rate,
    Fen sum,
    Fen open,
    boolean due,
    Optional<String> law) {

  /** What kind of debt a line is. */
  public enum Kind {
    PRINCIPAL,
    INTEREST,
    DEFAULT_INTEREST,
    COST
  }

  /** All lines: principal by parts, then what arose on it in order. */
  public static List<OwedLine> of(LoanReview review) {
    List<OwedLine> lines = new ArrayList<>();
    review.owed().principal().forEach(part -> lines.add(principal(review, part)));
    review.owed().charges().forEach(charge -> lines.add(charge(review, charge)));
    return lines;
  }

  private static OwedLine principal(LoanReview review, PrincipalPart part) {
    boolean due = !review.onDemand() && !part.due().isAfter(review.at());
    return new OwedLine(
        Kind.PRINCIPAL,
        review.policy().word("principal"),
        OptionalInt.of(part.number()),
        Optional.empty(),
        part.due(),
        0,
        part.principal(),
        Optional.empty(),
        part.principal(),
        part.open(),
        due,
        Optional.of(review.policy().entry("received")));
  }

  private static OwedLine charge(LoanReview review, Charge charge) {
    boolean cost = charge.kind() == Charge.Kind.COST;
    String word =
        switch (charge.kind()) {
          case COST -> "cost";
          case INTEREST -> "interest";
          case DEFAULT_INTEREST -> "default-interest";
        };
    return new OwedLine(
        Kind.valueOf(charge.kind().name()),
        review.policy().word(word),
        cost ? OptionalInt.empty() : OptionalInt.of(charge.part()),
        cost ? Optional.empty() : Optional.of(charge.from()),
        charge.to(),
        charge.days(),
        charge.base(),
        charge.rate(),
        charge.sum(),
        charge.open(),
        !charge.dueOn().isAfter(review.at()),
        charge.rate().map(rate -> review.policy().entry(role(rate.basis()))));
  }

  /** The role of the entry behind a rate. */
  private static String role(RateBasis basis) {
    return switch (basis) {
      case AGREED, AGREED_DEFAULT -> "agreed";
      case AGREED_CAPPED, AGREED_DEFAULT_CAPPED -> "cap";
      case REFERENCE_AT_DEFAULT -> "defaultNothing";
      case IN_TERM_GOES_ON -> "defaultInTerm";
    };
  }

  /** Label, base, from, to, days, rate, open sum, entry: as a table shows them. */
  List<String> cells(Lang lang) {
    String number = part.isPresent() ? " " + part.getAsInt() : "";
    return List.of(
        label.in(lang) + number,
        base.fen() == 0 ? "" : base.toString(),
        from.map(LocalDate::toString).orElse(""),
        to.toString(),
        days == 0 ? "" : Long.toString(days),
        rate.map(used -> used.rate().toString()).orElse(""),
        open.toString(),
        law.orElse(""));
  }
}
