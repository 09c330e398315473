package dev.hufu.kernel.loan.plan;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.price.Pace;
import dev.hufu.kernel.loan.price.Ticks;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything a plan is reckoned from.
 *
 * <p>Example: {@code PlanTerms.monthly(new PlanKind.EqualPrincipal(), Fen.ofYuan(10_000),
 * AnnualRate.of("12"), 12).schedule().orThrow()}.
 *
 * @param rate of a year, nominal: an even period has rate ÷ periods of a year
 * @param count rows; a fixed payment decides itself how many
 * @param start the day the money arrives; none: a plan without days
 * @param dues the due days of a plan with days, else empty; see {@link Roll}
 * @param basis by which days bear interest; none: periods are even
 */
public record PlanTerms(
    PlanKind kind,
    Fen principal,
    AnnualRate rate,
    int count,
    Pace pace,
    Optional<LocalDate> start,
    List<LocalDate> dues,
    Optional<DayBasis> basis,
    Roundings rounding,
    List<PlanChange> changes) {

  /** How interest and the level payment are rounded. */
  public record Roundings(FenRounding interest, FenRounding payment) {
    public static final Roundings FEN = new Roundings(FenRounding.FEN, FenRounding.FEN);
  }

  public PlanTerms {
    dues = List.copyOf(dues);
    changes = List.copyOf(changes);
  }

  /** Even months without days. */
  public static PlanTerms monthly(PlanKind kind, Fen principal, AnnualRate rate, int count) {
    return new PlanTerms(
        kind,
        principal,
        rate,
        count,
        Pace.MONTH,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Roundings.FEN,
        List.of());
  }

  public PlanTerms with(Pace other) {
    return new PlanTerms(
        kind, principal, rate, count, other, start, dues, basis, rounding, changes);
  }

  /** The same on days; with a day count where days bear interest. */
  public PlanTerms on(LocalDate from, List<LocalDate> days, Optional<DayBasis> by) {
    return new PlanTerms(
        kind, principal, rate, count, pace, Optional.of(from), days, by, rounding, changes);
  }

  public PlanTerms rounded(Roundings other) {
    return new PlanTerms(kind, principal, rate, count, pace, start, dues, basis, other, changes);
  }

  public PlanTerms changed(List<PlanChange> on) {
    return new PlanTerms(kind, principal, rate, count, pace, start, dues, basis, rounding, on);
  }

  /** The rows, or {@link Code#LOAN_PLAN_UNUSABLE}. */
  public Outcome<Schedule> schedule() {
    Optional<String> wrong = wrong();
    return wrong.isPresent()
        ? Outcome.refused(Code.LOAN_PLAN_UNUSABLE, wrong.get())
        : new PlanRun(this).rows().map(rows -> new Schedule(this, rows));
  }

  private Optional<String> wrong() {
    if (principal.fen() <= 0 || principal.fen() > Limits.PRICE_SUM_FEN_MAX) {
      return Optional.of(principal.toString());
    }
    if (count < 1 || count > Limits.LOAN_INSTALMENTS_MAX) {
      return Optional.of(Integer.toString(count));
    }
    if (rate.percent().compareTo(BigDecimal.valueOf(Limits.PLAN_PERCENT_MAX)) > 0) {
      return Optional.of(rate.toString());
    }
    if (start.isPresent() && !(kind instanceof PlanKind.FixedPayment) && dues.size() != count) {
      return Optional.of(dues.size() + " / " + count);
    }
    LocalDate last = start.orElse(LocalDate.MIN);
    for (LocalDate due : dues) {
      if (!due.isAfter(last)) {
        return Optional.of(due.toString());
      }
      last = due;
    }
    return kind instanceof PlanKind.FreeForm(var parts) ? wrong(parts) : Optional.empty();
  }

  private Optional<String> wrong(List<Fen> parts) {
    Fen sum = parts.stream().reduce(Fen.ZERO, Fen::plus);
    boolean negative = parts.stream().anyMatch(part -> part.fen() < 0);
    return negative || parts.size() != count || !sum.equals(principal)
        ? Optional.of(sum + " / " + principal)
        : Optional.empty();
  }

  /** The part of a year that each row stands for. */
  List<YearPart> parts() {
    List<YearPart> parts = new ArrayList<>();
    int rows = dues.isEmpty() ? count : dues.size();
    for (int i = 0; i < rows; i++) {
      if (basis.isPresent() && start.isPresent()) {
        parts.add(basis.get().part(i == 0 ? start.get() : dues.get(i - 1), dues.get(i)));
      } else {
        parts.add(new YearPart(pace.ticks(), Ticks.YEAR));
      }
    }
    return parts;
  }
}
