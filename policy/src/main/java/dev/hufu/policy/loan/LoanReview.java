package dev.hufu.policy.loan;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.loan.Instalment;
import dev.hufu.kernel.loan.JudicialCap;
import dev.hufu.kernel.loan.LimitationClock;
import dev.hufu.kernel.loan.LoanAccount;
import dev.hufu.kernel.loan.LoanContract;
import dev.hufu.kernel.loan.LoanRecord;
import dev.hufu.kernel.loan.Movement;
import dev.hufu.kernel.loan.Owed;
import dev.hufu.kernel.loan.RateRules;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.LoanPolicy;
import dev.hufu.policy.pack.Pack;
import java.time.LocalDate;
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
    return new LoanReckoning(pack, policy, contract, record, at, series, term).review();
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

  static Law.Entry entry(Pack pack, LoanPolicy policy, String role) {
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
}
