package dev.hufu.app.price;

import dev.hufu.intake.price.RepaymentText;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.plan.DayBasis;
import dev.hufu.kernel.loan.plan.FenRounding;
import dev.hufu.kernel.loan.plan.PlanChange;
import dev.hufu.kernel.loan.plan.PlanKind;
import dev.hufu.kernel.loan.plan.PlanTerms;
import dev.hufu.kernel.loan.plan.Roll;
import dev.hufu.kernel.loan.plan.Schedule;
import dev.hufu.kernel.loan.price.Pace;
import dev.hufu.kernel.money.Fen;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plan as somebody typed it; what is blank is not said.
 *
 * @param kind {@code equal-payment}, {@code equal-principal}, {@code interest-first}, {@code
 *     bullet}, {@code flat-fee}, {@code fixed-payment} or {@code free}
 * @param payment of a fixed payment
 * @param parts the principal of each row of a free plan
 * @param roundUp the unit to which the level payment is rounded up
 * @param changes such as {@code 6:rate=4}, {@code 6:more=2000:shorter}, {@code 6:payoff}
 */
public record PlanForm(
    String kind,
    String principal,
    String rate,
    String count,
    String every,
    String drawn,
    String first,
    String basis,
    String roll,
    String payment,
    String parts,
    String roundUp,
    List<String> changes) {

  private static final Pattern CHANGE =
      Pattern.compile("(\\d{1,4}):(?:rate=([\\d.]+)|more=([^:]+):(smaller|shorter)|payoff)");

  public PlanForm {
    changes = List.copyOf(changes);
  }

  /** The rows, or the first thing that cannot be used. */
  public Outcome<Schedule> schedule() {
    return how()
        .then(
            how ->
                PriceDesk.sum(principal)
                    .then(
                        sum ->
                            PriceDesk.percent(rate).then(percent -> schedule(how, sum, percent))));
  }

  /** What arrived: the principal, unless told otherwise. */
  public Outcome<Fen> received(String text) {
    return PriceDesk.sum(text.isBlank() ? principal : text);
  }

  private Outcome<Schedule> schedule(PlanKind how, Fen sum, AnnualRate percent) {
    return PriceDesk.pace(every)
        .then(
            pace ->
                count(how)
                    .then(
                        n ->
                            changed(PlanTerms.monthly(how, sum, percent, n).with(pace))
                                .then(terms -> onDays(terms, pace))
                                .then(this::rounded)
                                .then(PlanTerms::schedule)));
  }

  private Outcome<PlanKind> how() {
    return switch (kind.strip().toLowerCase(Locale.ROOT)) {
      case "equal-payment" -> Outcome.of(new PlanKind.EqualPayment());
      case "equal-principal" -> Outcome.of(new PlanKind.EqualPrincipal());
      case "interest-first" -> Outcome.of(new PlanKind.InterestFirst());
      case "bullet" -> Outcome.of(new PlanKind.Bullet());
      case "flat-fee" -> Outcome.of(new PlanKind.FlatFee());
      case "fixed-payment" -> PriceDesk.sum(payment).map(PlanKind.FixedPayment::new);
      case "free" -> RepaymentText.read(parts).map(read -> new PlanKind.FreeForm(read.payments()));
      default -> wrong(kind);
    };
  }

  private Outcome<Integer> count(PlanKind how) {
    if (how instanceof PlanKind.FreeForm(var rows)) {
      return Outcome.of(rows.size());
    }
    if (how instanceof PlanKind.FixedPayment && count.isBlank()) {
      return Outcome.of(1);
    }
    return count.strip().matches("\\d{1,6}")
        ? Outcome.of(Integer.parseInt(count.strip()))
        : wrong("--n " + count);
  }

  private Outcome<PlanTerms> onDays(PlanTerms terms, Pace pace) {
    Optional<DayBasis> by = DayBasis.of(basis.strip());
    Optional<Roll> how =
        switch (roll.strip().toLowerCase(Locale.ROOT)) {
          case "month-end" -> Optional.of(Roll.MONTH_END);
          case "next-first" -> Optional.of(Roll.NEXT_FIRST);
          default -> Optional.empty();
        };
    if (!basis.isBlank() && (by.isEmpty() || drawn.isBlank()) || how.isEmpty()) {
      return wrong(how.isEmpty() ? roll : basis);
    }
    if (drawn.isBlank()) {
      return Outcome.of(terms);
    }
    return PriceDesk.day(drawn)
        .then(
            from ->
                first.isBlank()
                    ? Outcome.of(terms.on(from, how.get().after(from, pace, rows(terms)), by))
                    : PriceDesk.day(first)
                        .map(day -> terms.on(from, how.get().from(day, pace, rows(terms)), by)));
  }

  /** A fixed payment decides itself how many rows there are; days are made for all that may be. */
  private static int rows(PlanTerms terms) {
    return terms.kind() instanceof PlanKind.FixedPayment
        ? dev.hufu.kernel.limit.Limits.LOAN_INSTALMENTS_MAX
        : Math.min(terms.count(), dev.hufu.kernel.limit.Limits.LOAN_INSTALMENTS_MAX);
  }

  private Outcome<PlanTerms> rounded(PlanTerms terms) {
    if (roundUp.isBlank()) {
      return Outcome.of(terms);
    }
    return PriceDesk.sum(roundUp)
        .then(
            unit ->
                unit.fen() < 1
                    ? wrong(roundUp)
                    : Outcome.of(
                        terms.rounded(
                            new PlanTerms.Roundings(
                                FenRounding.FEN, new FenRounding(unit.fen(), RoundingMode.UP)))));
  }

  private Outcome<PlanTerms> changed(PlanTerms terms) {
    List<PlanChange> read = new ArrayList<>();
    for (String text : changes) {
      Outcome<PlanChange> change = change(text);
      Optional<Refusal> refusal = change.findRefusal();
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      read.add(change.orThrow());
    }
    return Outcome.of(terms.changed(read));
  }

  private static Outcome<PlanChange> change(String text) {
    Matcher change = CHANGE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!change.matches()) {
      return wrong(text);
    }
    int after = Integer.parseInt(change.group(1));
    if (change.group(2) != null) {
      return PriceDesk.percent(change.group(2)).map(rate -> new PlanChange.ReRate(after, rate));
    }
    if (change.group(3) != null) {
      PlanChange.Then then = PlanChange.Then.valueOf(change.group(4).toUpperCase(Locale.ROOT));
      return PriceDesk.sum(change.group(3))
          .map(sum -> new PlanChange.PartPayment(after, sum, then));
    }
    return Outcome.of(new PlanChange.PayOff(after));
  }

  private static <T> Outcome<T> wrong(String what) {
    return Outcome.refused(Code.PRICE_QUESTION, what);
  }
}
