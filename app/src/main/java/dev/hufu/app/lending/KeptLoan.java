package dev.hufu.app.lending;

import dev.hufu.app.loan.LoanFields;
import dev.hufu.app.loan.ProofSheet;
import dev.hufu.kernel.loan.DayCount;
import dev.hufu.kernel.loan.LimitationClock;
import dev.hufu.kernel.loan.LoanContract;
import dev.hufu.kernel.loan.LoanRecord;
import dev.hufu.kernel.loan.Movement;
import dev.hufu.policy.pack.LoanPolicy;
import dev.hufu.store.KeptDocument;
import dev.hufu.store.LoanEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A loan of a matter as it stands in the books: what was agreed, what happened, which files there
 * are.
 *
 * @param source where the agreement is from
 * @param entries all of them, in order; those taken back too
 */
record KeptLoan(
    String matter,
    LoanContract contract,
    Source source,
    List<LoanEntry> entries,
    List<KeptDocument> files) {

  /** Where an agreement is from. */
  enum Source {
    /** The IOU that all have signed. */
    SIGNED,
    /** An IOU that not all have signed. */
    DRAFTED,
    /** What the lender told. */
    TOLD
  }

  KeptLoan {
    entries = List.copyOf(entries);
    files = List.copyOf(files);
  }

  /** The same, reckoned with another year, which is only a view of it. */
  KeptLoan by(DayCount year) {
    return new KeptLoan(
        matter,
        new LoanContract(
            contract.lender(),
            contract.borrower(),
            contract.witness(),
            contract.guarantee(),
            contract.sum(),
            contract.use(),
            contract.signedOn(),
            contract.rate(),
            contract.defaultRate(),
            contract.plan(),
            year,
            contract.place(),
            contract.delivery(),
            contract.repayment(),
            contract.attachments()),
        source,
        entries,
        files);
  }

  List<EntryForm> counting(LoanEntry.Kind kind) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind && entry.counts())
        .map(EntryForm::of)
        .toList();
  }

  /** What was typed last in an entry of a kind of which only the newest counts. */
  Optional<LoanFields> newest(LoanEntry.Kind kind) {
    List<EntryForm> all = counting(kind);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().typed());
  }

  /** A paper as it was changed last; empty once it was begun anew. */
  Optional<String> edited(String paper) {
    return entries.stream()
        .filter(entry -> entry.kind() == LoanEntry.Kind.PAPER && entry.counts())
        .map(entry -> LoanFields.parse(entry.json()))
        .filter(fields -> fields.get("paper").equals(paper))
        .reduce((earlier, later) -> later)
        .flatMap(fields -> fields.find("text"));
  }

  ProofSheet proofs(LoanPolicy.Chain chain) {
    return ProofSheet.of(
        chain,
        new ProofSheet.Given(
            source == Source.SIGNED,
            files,
            newest(LoanEntry.Kind.PROOF).orElse(LoanFields.NONE),
            contract.borrower().name()));
  }

  LoanRecord record(ProofSheet proofs) {
    List<LimitationClock.Restart> restarts = new ArrayList<>();
    for (LoanEntry entry : entries) {
      if (entry.counts() && EntryForm.KINDS.contains(entry.kind())) {
        EntryForm.of(entry).restart().ifPresent(restarts::add);
      }
    }
    LoanFields court = newest(LoanEntry.Kind.COURT).orElse(LoanFields.NONE);
    return new LoanRecord(
        received(),
        movements(LoanEntry.Kind.PAYMENT),
        movements(LoanEntry.Kind.COST),
        counting(LoanEntry.Kind.CONFIRMED).stream()
            .map(EntryForm::confirmed)
            .reduce((earlier, later) -> later),
        restarts,
        proofs.ids(),
        proofs.factors(),
        new LoanRecord.Court(court.find("agreed"), court.sum("wage")));
  }

  /** Who tells of a loan says that the money went; each transfer that is entered counts over it. */
  private List<Movement> received() {
    List<Movement> entered = movements(LoanEntry.Kind.MONEY);
    return entered.isEmpty() && source == Source.TOLD
        ? List.of(new Movement(contract.signedOn(), contract.sum(), ""))
        : entered;
  }

  private List<Movement> movements(LoanEntry.Kind kind) {
    return counting(kind).stream().map(EntryForm::movement).toList();
  }

  @Override
  public String toString() {
    return "KeptLoan[" + matter + ", " + source + "]";
  }
}
