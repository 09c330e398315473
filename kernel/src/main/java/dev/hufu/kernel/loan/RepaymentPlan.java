package dev.hufu.kernel.loan;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How a loan is paid back. Interest runs by days on what is still outstanding; the last part takes
 * what rounding left, so that parts always add up to the principal.
 *
 * <p>Example: {@code new EqualPayment(12, first).instalments(sum, rate, from, DayCount.DAYS_365)}.
 */
public sealed interface RepaymentPlan {

  /** All of it on one day, interest with it. */
  record AtEnd(LocalDate due) implements RepaymentPlan {}

  /** The same principal each month, interest with it: payments fall. */
  record EqualPrincipal(int count, LocalDate first) implements RepaymentPlan {}

  /** The same payment each month, but for the last. */
  record EqualPayment(int count, LocalDate first) implements RepaymentPlan {}

  /** Parts as the two agreed them. */
  record FreeForm(List<Part> parts) implements RepaymentPlan {

    public FreeForm {
      parts = List.copyOf(parts);
    }
  }

  /** A part of the principal and its day. */
  record Part(LocalDate due, Fen principal) {}

  /**
   * The parts, with interest from the day {@code from} on.
   *
   * @param rate zero where none is agreed
   * @return the plan, or {@link Code#LOAN_PLAN_UNUSABLE}
   */
  default Outcome<List<Instalment>> instalments(
      Fen principal, AnnualRate rate, LocalDate from, DayCount year) {
    return parts(principal, rate, from, year)
        .then(parts -> check(parts, principal, from))
        .map(parts -> withInterest(parts, principal, rate, from, year));
  }

  private Outcome<List<Part>> parts(Fen principal, AnnualRate rate, LocalDate from, DayCount year) {
    return switch (this) {
      case AtEnd(var due) -> Outcome.of(List.of(new Part(due, principal)));
      case FreeForm(var parts) -> Outcome.of(parts);
      case EqualPrincipal(var count, var first) ->
          days(count, first).then(days -> Outcome.of(equalPrincipal(principal, days)));
      case EqualPayment(var count, var first) ->
          days(count, first)
              .then(
                  days ->
                      days.getFirst().isBefore(from)
                          ? unusable(days.getFirst().toString())
                          : Outcome.of(equalPayment(principal, rate, from, year, days)));
    };
  }

  private static Outcome<List<LocalDate>> days(int count, LocalDate first) {
    if (count < 1 || count > Limits.LOAN_INSTALMENTS_MAX) {
      return Outcome.refused(Code.LOAN_PLAN_UNUSABLE, Integer.toString(count));
    }
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      days.add(first.plusMonths(i));
    }
    return Outcome.of(days);
  }

  private static List<Part> equalPrincipal(Fen principal, List<LocalDate> days) {
    long each = principal.fen() / days.size();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      boolean last = i == days.size() - 1;
      long rest = principal.fen() - each * (days.size() - 1);
      parts.add(new Part(days.get(i), new Fen(last ? rest : each)));
    }
    return parts;
  }

  /** The payment A with A · Σ 1/Π(1 + r·dᵢ/year) = principal, rounded; the last takes the rest. */
  private static List<Part> equalPayment(
      Fen principal, AnnualRate rate, LocalDate from, DayCount year, List<LocalDate> days) {
    BigDecimal discount = BigDecimal.ONE;
    BigDecimal annuity = BigDecimal.ZERO;
    LocalDate last = from;
    for (LocalDate day : days) {
      BigDecimal growth =
          rate.percent()
              .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(last, day)))
              .divide(BigDecimal.valueOf(100L * year.daysInYear()), MathContext.DECIMAL128)
              .add(BigDecimal.ONE);
      discount = discount.divide(growth, MathContext.DECIMAL128);
      annuity = annuity.add(discount);
      last = day;
    }
    long payment =
        BigDecimal.valueOf(principal.fen())
            .divide(annuity, 0, RoundingMode.HALF_UP)
            .longValueExact();
    List<Part> parts = new ArrayList<>();
    Fen left = principal;
    last = from;
    for (int i = 0; i < days.size(); i++) {
      Fen interest = rate.interest(left, last, days.get(i), year);
      long share = Math.clamp(payment - interest.fen(), 0, left.fen());
      Fen part = i == days.size() - 1 ? left : new Fen(share);
      parts.add(new Part(days.get(i), part));
      left = left.minus(part);
      last = days.get(i);
    }
    return parts;
  }

  private static Outcome<List<Part>> check(List<Part> parts, Fen principal, LocalDate from) {
    if (parts.isEmpty() || parts.size() > Limits.LOAN_INSTALMENTS_MAX) {
      return unusable(Integer.toString(parts.size()));
    }
    LocalDate last = from;
    Fen sum = Fen.ZERO;
    for (Part part : parts) {
      if (part.due().isBefore(last) || part.principal().fen() < 0) {
        return unusable(part.due() + " " + part.principal());
      }
      sum = sum.plus(part.principal());
      last = part.due();
    }
    return sum.equals(principal) ? Outcome.of(parts) : unusable(sum + " / " + principal);
  }

  private static Outcome<List<Part>> unusable(String what) {
    return Outcome.refused(Code.LOAN_PLAN_UNUSABLE, what);
  }

  private static List<Instalment> withInterest(
      List<Part> parts, Fen principal, AnnualRate rate, LocalDate from, DayCount year) {
    List<Instalment> plan = new ArrayList<>();
    Fen left = principal;
    LocalDate last = from;
    for (Part part : parts) {
      Fen interest = rate.interest(left, last, part.due(), year);
      plan.add(new Instalment(plan.size() + 1, part.due(), part.principal(), interest));
      left = left.minus(part.principal());
      last = part.due();
    }
    return List.copyOf(plan);
  }
}
