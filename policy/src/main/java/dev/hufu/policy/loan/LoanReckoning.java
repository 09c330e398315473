package dev.hufu.policy.loan;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.Charge;
import dev.hufu.kernel.loan.DayCount;
import dev.hufu.kernel.loan.Instalment;
import dev.hufu.kernel.loan.JudicialCap;
import dev.hufu.kernel.loan.LimitationClock;
import dev.hufu.kernel.loan.LoanAccount;
import dev.hufu.kernel.loan.LoanContract;
import dev.hufu.kernel.loan.LoanRecord;
import dev.hufu.kernel.loan.Movement;
import dev.hufu.kernel.loan.Owed;
import dev.hufu.kernel.loan.RateRules;
import dev.hufu.kernel.loan.RepaymentPlan;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.time.DatedSeries;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.LoanPolicy;
import dev.hufu.policy.pack.Pack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One reckoning of a loan by the figures of a pack, step by step. */
record LoanReckoning(
    Pack pack,
    LoanPolicy policy,
    LoanContract contract,
    LoanRecord record,
    LocalDate at,
    Law.Series series,
    Law.Entry term) {

  Outcome<LoanReview> review() {
    List<Movement> arrived = arrived();
    LocalDate formed =
        record.received().stream()
            .map(Movement::day)
            .min(LocalDate::compareTo)
            .orElse(contract.signedOn());
    Fen principal = arrived.stream().map(Movement::sum).reduce(Fen.ZERO, Fen::plus);
    DatedSeries<AnnualRate> reference = series.values().map(value -> new AnnualRate(value.value()));
    Optional<JudicialCap> cap = cap(formed);
    RateRules rates = new RateRules(contract.rate(), contract.defaultRate(), cap, reference);
    return plan(principal, arrived.getFirst().day())
        .then(plan -> review(arrived, principal, formed, cap, rates, plan));
  }

  private Outcome<LoanReview> review(
      List<Movement> arrived,
      Fen principal,
      LocalDate formed,
      Optional<JudicialCap> cap,
      RateRules rates,
      List<Instalment> plan) {
    DayCount otherYear = contract.year().other();
    return account(arrived, principal, rates, plan, contract.year())
        .then(
            owed ->
                account(arrived, principal, rates, plan, otherYear)
                    .map(
                        other ->
                            new LoanReview(
                                pack,
                                contract,
                                record,
                                at,
                                principal,
                                formed,
                                cap,
                                rates,
                                plan,
                                owed,
                                other,
                                clock(plan),
                                certain(formed, owed))));
  }

  /** What the principal is made of; on paper only, it is as if it came on the day of signing. */
  private List<Movement> arrived() {
    if (record.confirmed().isPresent()) {
      LoanRecord.Confirmed confirmed = record.confirmed().get();
      return List.of(new Movement(confirmed.day(), confirmed.sum(), confirmed.how()));
    }
    if (record.received().isEmpty()) {
      return List.of(new Movement(contract.signedOn(), contract.sum(), ""));
    }
    List<Movement> arrived = new ArrayList<>();
    Fen left = contract.sum();
    for (Movement movement :
        record.received().stream().sorted(Comparator.comparing(Movement::day)).toList()) {
      Fen share = movement.sum().compareTo(left) < 0 ? movement.sum() : left;
      if (share.fen() > 0 || movement.sum().fen() <= 0) {
        arrived.add(new Movement(movement.day(), share, movement.note()));
      }
      left = left.minus(share);
    }
    return arrived;
  }

  private Optional<JudicialCap> cap(LocalDate formed) {
    Law.Entry entry = LoanReview.entry(pack, policy, "cap");
    Law.Series base = pack.law().series().get(entry.value().getOrDefault("base", ""));
    if (!entry.decides(formed) || base == null || entry.number("multiple").isEmpty()) {
      return Optional.empty();
    }
    return JudicialCap.at(
        formed,
        base.values().map(value -> new AnnualRate(value.value())),
        entry.number("multiple").getAsInt());
  }

  /** The plan over what arrived: where less came than is written, the last parts are smaller. */
  private Outcome<List<Instalment>> plan(Fen principal, LocalDate from) {
    AnnualRate rate = contract.rate().orElse(AnnualRate.ZERO);
    Optional<RepaymentPlan> agreed =
        record.confirmed().isPresent()
            ? record
                .confirmed()
                .filter(confirmed -> !confirmed.parts().isEmpty())
                .map(confirmed -> new RepaymentPlan.FreeForm(confirmed.parts()))
            : contract.plan().map(plan -> fitted(plan, principal));
    return agreed.isEmpty()
        ? Outcome.of(List.of())
        : agreed.get().instalments(principal, rate, from, contract.year());
  }

  private RepaymentPlan fitted(RepaymentPlan plan, Fen principal) {
    if (!(plan instanceof RepaymentPlan.FreeForm(var parts)) || principal.equals(contract.sum())) {
      return plan;
    }
    List<RepaymentPlan.Part> fitted = new ArrayList<>();
    Fen left = principal;
    for (RepaymentPlan.Part part : parts) {
      Fen share = part.principal().compareTo(left) < 0 ? part.principal() : left;
      fitted.add(new RepaymentPlan.Part(part.due(), share));
      left = left.minus(share);
    }
    return new RepaymentPlan.FreeForm(fitted);
  }

  /** Repaid on demand, nothing is due before somebody asks: the day after stands for it. */
  private Outcome<Owed> account(
      List<Movement> arrived,
      Fen principal,
      RateRules rates,
      List<Instalment> plan,
      DayCount year) {
    LocalDate first = arrived.getFirst().day();
    LocalDate later = at.isBefore(first) ? first : at;
    List<RepaymentPlan.Part> parts =
        plan.isEmpty()
            ? List.of(new RepaymentPlan.Part(later.plusDays(1), principal))
            : plan.stream()
                .map(part -> new RepaymentPlan.Part(part.due(), part.principal()))
                .toList();
    Optional<LocalDate> confirmed = record.confirmed().map(LoanRecord.Confirmed::day);
    return LoanAccount.of(
            arrived,
            parts,
            rates,
            year,
            after(record.costs(), confirmed),
            after(record.payments(), confirmed))
        .map(account -> account.on(later));
  }

  /** What came before a sum was confirmed is settled in it. */
  private static List<Movement> after(List<Movement> movements, Optional<LocalDate> confirmed) {
    return movements.stream()
        .filter(m -> confirmed.map(day -> m.day().isAfter(day)).orElse(true))
        .toList();
  }

  private Optional<LimitationClock> clock(List<Instalment> plan) {
    if (plan.isEmpty()) {
      return Optional.empty();
    }
    List<LimitationClock.Restart> restarts = new ArrayList<>(record.restarts());
    record
        .payments()
        .forEach(
            payment ->
                restarts.add(
                    new LimitationClock.Restart(
                        payment.day(), LimitationClock.Cause.PART_PAYMENT)));
    return Optional.of(
        LimitationClock.of(
            plan.getLast().due(),
            term.number("years").getAsInt(),
            term.number("yearsMax").getAsInt(),
            restarts,
            at));
  }

  /** Whether no figure of a table that was used comes from memory. */
  private boolean certain(LocalDate formed, Owed owed) {
    List<LocalDate> days = new ArrayList<>(List.of(formed));
    owed.charges().stream()
        .filter(charge -> charge.kind() == Charge.Kind.DEFAULT_INTEREST)
        .forEach(charge -> days.add(charge.from().plusDays(1)));
    return days.stream()
        .flatMap(day -> series.values().lastKnown(day).stream())
        .allMatch(value -> value.confidence().mayDecide());
  }
}
