package dev.hufu.policy.loan;

import dev.hufu.kernel.code.Code;
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
import java.util.List;
import java.util.Optional;

/**
 * A loan reckoned on a day, by the figures of a pack. A pure function of its arguments.
 *
 * <p>Example: {@code LoanReview.of(pack, contract, record, day).orThrow().owed().due()}.
 *
 * @param principal what is owed back: the confirmed sum, else what arrived, else what is written
 * @param formed the day the contract is formed: the first money's, else that of the signature
 * @param cap empty where no cap is known for that day
 * @param plan by the principal; empty where it is repaid on demand
 * @param owed on the contract's own day count, {@code other} on the other one
 * @param clock empty where no day of repayment is agreed
 * @param certain whether every reference figure used is well founded
 */
public record LoanReview(
    Pack pack,
    LoanContract contract,
    LoanRecord record,
    LocalDate at,
    Fen principal,
    LocalDate formed,
    Optional<JudicialCap> cap,
    RateRules rates,
    List<Instalment> plan,
    Owed owed,
    Owed other,
    Optional<LimitationClock> clock,
    boolean certain) {

  public LoanReview {
    plan = List.copyOf(plan);
  }

  /**
   * Reckons.
   *
   * @return the review; {@link Code#LOAN_LAW_MISSING} where the pack has no figure for the day,
   *     {@link Code#LOAN_EVIDENCE_UNKNOWN}, or what {@link LoanAccount} refuses
   */
  public static Outcome<LoanReview> of(
      Pack pack, LoanContract contract, LoanRecord record, LocalDate at) {
    LoanPolicy policy = pack.loans().orElseThrow();
    Optional<String> unknown = unknownEvidence(policy, record);
    if (unknown.isPresent()) {
      return Outcome.refused(Code.LOAN_EVIDENCE_UNKNOWN, unknown.get());
    }
    Law.Entry reference = entry(pack, policy, "defaultNothing");
    Law.Entry term = entry(pack, policy, "limitation");
    for (Law.Entry entry : List.of(reference, term)) {
      if (!entry.decides(at)) {
        return Outcome.refused(Code.LOAN_LAW_MISSING, entry.id() + " (" + at + ")");
      }
    }
    Law.Series series = pack.law().series().get(reference.value().getOrDefault("base", ""));
    if (series == null || term.number("years").isEmpty() || term.number("yearsMax").isEmpty()) {
      return Outcome.refused(Code.LOAN_LAW_MISSING, reference.id() + ", " + term.id());
    }
    return new Reckoning(pack, policy, contract, record, at, series, term).review();
  }

  private static Optional<String> unknownEvidence(LoanPolicy policy, LoanRecord record) {
    List<String> items = policy.chain().items().stream().map(LoanPolicy.Evidence::id).toList();
    List<String> factors = policy.chain().factors().stream().map(LoanPolicy.Factor::id).toList();
    return record.evidence().stream()
        .filter(id -> !items.contains(id))
        .sorted()
        .findFirst()
        .or(() -> record.factors().stream().filter(f -> !factors.contains(f)).sorted().findFirst());
  }

  private static Law.Entry entry(Pack pack, LoanPolicy policy, String role) {
    Law.Entry entry = pack.law().entries().get(policy.entry(role));
    if (entry == null) {
      throw new IllegalStateException("a loaded pack has the entry of " + role);
    }
    return entry;
  }

  /** The pack's entry in a role. */
  public Law.Entry entry(String role) {
    return entry(pack, policy(), role);
  }

  public LoanPolicy policy() {
    return pack.loans().orElseThrow();
  }

  /** Whether nothing says when it is to be repaid. */
  public boolean onDemand() {
    return plan.isEmpty();
  }

  /** The last day of repayment. */
  public Optional<LocalDate> due() {
    return plan.isEmpty() ? Optional.empty() : Optional.of(plan.getLast().due());
  }

  /** The interest of the whole plan, if it is kept. */
  public Fen interest() {
    return plan.stream().map(Instalment::interest).reduce(Fen.ZERO, Fen::plus);
  }

  /** Everything that arrived. */
  public Fen received() {
    return record.received().stream().map(Movement::sum).reduce(Fen.ZERO, Fen::plus);
  }

  /** The rate above the cap still counts up to it. */
  public boolean aboveCap() {
    return cap.map(c -> contract.rate().map(c::exceededBy).orElse(false)).orElse(false);
  }

  /** One reckoning, step by step. */
  private record Reckoning(
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
      DatedSeries<AnnualRate> reference =
          series.values().map(value -> new AnnualRate(value.value()));
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
          record.received().stream()
              .sorted(java.util.Comparator.comparing(Movement::day))
              .toList()) {
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
      if (!(plan instanceof RepaymentPlan.FreeForm(var parts))
          || principal.equals(contract.sum())) {
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
}
