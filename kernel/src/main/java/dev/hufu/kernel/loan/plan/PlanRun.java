package dev.hufu.kernel.loan.plan;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One pass over the periods of a plan. */
final class PlanRun {

  private final PlanTerms terms;
  private final List<YearPart> parts;
  private final List<PlanRow> rows = new ArrayList<>();
  private AnnualRate rate;
  private Fen left;
  private Fen level = Fen.ZERO;

  /** Interest that is paid at the end only, in fen, not rounded yet. */
  private BigDecimal unpaid = BigDecimal.ZERO;

  /** Whether the payment is kept and the rows end when nothing is left. */
  private boolean shorter;

  PlanRun(PlanTerms terms) {
    this.terms = terms;
    this.parts = terms.parts();
    this.rate = terms.rate();
    this.left = terms.principal();
  }

  Outcome<List<PlanRow>> rows() {
    if (terms.kind() instanceof PlanKind.FixedPayment(var payment)) {
      level = payment;
      shorter = true;
    } else {
      relevel(0);
    }
    change(0);
    int most = fixed() ? Limits.LOAN_INSTALMENTS_MAX : parts.size();
    for (int i = 0; i < most && left.fen() > 0; i++) {
      if (!row(i, most)) {
        return Outcome.refused(Code.LOAN_PLAN_UNUSABLE, level.toString());
      }
      change(i + 1);
    }
    return left.fen() > 0
        ? Outcome.refused(Code.LOAN_PLAN_UNUSABLE, level.toString())
        : Outcome.of(List.copyOf(rows));
  }

  private boolean fixed() {
    return terms.kind() instanceof PlanKind.FixedPayment;
  }

  private YearPart part(int i) {
    return parts.get(Math.min(i, parts.size() - 1));
  }

  /** Puts a row behind; false where a fixed payment does not even cover the interest. */
  private boolean row(int i, int most) {
    boolean flat = terms.kind() instanceof PlanKind.FlatFee;
    Fen base = flat ? terms.principal() : left;
    Fen interest = part(i).interest(base, rate, terms.rounding().interest());
    if (terms.kind() instanceof PlanKind.Bullet) {
      unpaid = unpaid.add(part(i).exact(left, rate));
      interest = Fen.ZERO;
    }
    boolean last = i == most - 1;
    if (fixed() && level.compareTo(interest) <= 0) {
      return false;
    }
    Fen principal = last ? left : least(left, principal(i, interest));
    left = left.minus(principal);
    rows.add(
        new PlanRow(
            i + 1,
            i < terms.dues().size() ? Optional.of(terms.dues().get(i)) : Optional.empty(),
            principal,
            left.fen() == 0 ? interest.plus(takeUnpaid()) : interest,
            left));
    return true;
  }

  private Fen takeUnpaid() {
    Fen taken = terms.rounding().interest().round(unpaid);
    unpaid = BigDecimal.ZERO;
    return taken;
  }

  private Fen principal(int i, Fen interest) {
    return switch (terms.kind()) {
      case PlanKind.EqualPayment _equal -> atLeastZero(level.minus(interest));
      case PlanKind.FixedPayment _fixed -> level.minus(interest);
      case PlanKind.EqualPrincipal _equal -> level;
      case PlanKind.FlatFee _flat -> level;
      case PlanKind.InterestFirst _first -> Fen.ZERO;
      case PlanKind.Bullet _bullet -> Fen.ZERO;
      case PlanKind.FreeForm(var principal) -> principal.get(i);
    };
  }

  /** Reckons what is the same in each row, over the rows from that one on. */
  private void relevel(int from) {
    List<YearPart> rest = parts.subList(Math.min(from, parts.size()), parts.size());
    if (rest.isEmpty() || fixed()) {
      return;
    }
    level =
        switch (terms.kind()) {
          case PlanKind.EqualPayment _equal ->
              terms.rounding().payment().round(Schedule.level(left, rate, rest));
          case PlanKind.EqualPrincipal _equal -> share(rest.size());
          case PlanKind.FlatFee _flat -> share(rest.size());
          default -> Fen.ZERO;
        };
  }

  private Fen share(int rows) {
    return terms
        .rounding()
        .payment()
        .round(
            BigDecimal.valueOf(left.fen())
                .divide(BigDecimal.valueOf(rows), MathContext.DECIMAL128));
  }

  private void change(int after) {
    terms.changes().stream()
        .filter(change -> change.after() == after)
        .sorted(Comparator.comparingInt(change -> change instanceof PlanChange.ReRate ? 1 : 0))
        .forEach(change -> change(after, change));
  }

  private void change(int after, PlanChange change) {
    switch (change) {
      case PlanChange.ReRate(int _after, AnnualRate other) -> {
        rate = other;
        relevel(after);
      }
      case PlanChange.PayOff(int _after) -> payMore(left);
      case PlanChange.PartPayment(int _after, Fen sum, PlanChange.Then then) -> {
        payMore(least(left, sum));
        shorter = shorter || then == PlanChange.Then.SHORTER;
        if (!shorter) {
          relevel(after);
        }
      }
    }
  }

  /** Principal besides the row's own; before the first row it makes a row of the start. */
  private void payMore(Fen sum) {
    left = left.minus(sum);
    if (rows.isEmpty()) {
      rows.add(new PlanRow(0, terms.start(), sum, Fen.ZERO, left));
      return;
    }
    PlanRow row = rows.removeLast();
    rows.add(
        new PlanRow(
            row.number(),
            row.due(),
            row.principal().plus(sum),
            left.fen() == 0 ? row.interest().plus(takeUnpaid()) : row.interest(),
            left));
  }

  private static Fen least(Fen a, Fen b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static Fen atLeastZero(Fen sum) {
    return sum.fen() < 0 ? Fen.ZERO : sum;
  }
}
