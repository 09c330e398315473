package dev.hufu.app.lending;

import dev.hufu.app.iou.IouDesk;
import dev.hufu.app.loan.ChainView;
import dev.hufu.app.loan.LoanFields;
import dev.hufu.app.loan.LoanPacks;
import dev.hufu.app.loan.LoanRegister;
import dev.hufu.app.loan.ProofSheet;
import dev.hufu.app.request.LoanGlance;
import dev.hufu.app.request.PackShelf;
import dev.hufu.evidence.keep.NewDocument;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.loan.LoanContract;
import dev.hufu.policy.loan.LoanReview;
import dev.hufu.policy.pack.LoanPolicy;
import dev.hufu.policy.pack.Pack;
import dev.hufu.store.Access;
import dev.hufu.store.DocumentBook;
import dev.hufu.store.LoanBook;
import dev.hufu.store.LoanEntry;
import dev.hufu.store.LoanEntryId;
import dev.hufu.store.Matter;
import dev.hufu.store.MatterBook;
import dev.hufu.store.MatterId;
import dev.hufu.store.PersonId;
import dev.hufu.store.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lender's desk after lending: puts together what was agreed, what happened and what is at
 * hand, and has the pack over loans reckon it. Another's matter is {@link Code#MATTER_UNKNOWN}.
 *
 * <p>Example: {@code desk.find(owner, matter, now).then(loan -> desk.review(loan, day))}.
 */
final class LoanDesk implements LoanGlance {

  private static final String JURISDICTION = "cn";

  private final PackShelf shelf;
  private final MatterBook matters;
  private final IouDesk ious;
  private final LoanBook loans;
  private final DocumentBook documents;

  LoanDesk(
      PackShelf shelf, MatterBook matters, IouDesk ious, LoanBook loans, DocumentBook documents) {
    this.shelf = shelf;
    this.matters = matters;
    this.ious = ious;
    this.loans = loans;
    this.documents = documents;
  }

  /** A loan with its reckoning on a day. */
  record Reckoned(KeptLoan loan, LoanReview review, ProofSheet proofs) {

    ChainView chain() {
      return ChainView.of(loan.matter(), review, proofs);
    }
  }

  /** The loan of a matter; {@link Code#LOAN_UNWRITTEN} while nobody said what was agreed. */
  Outcome<KeptLoan> find(String owner, String matter, Instant now) {
    return matters.owned(owner, matter).then(own -> find(owner, own.id(), now));
  }

  private Outcome<KeptLoan> find(String owner, MatterId matter, Instant now) {
    Access access = new Access(Purpose.SHOW_TO_OWNER, owner, now);
    return ious.agreed(owner, matter.text(), now)
        .then(
            agreed ->
                loans
                    .list(matter, access)
                    .then(
                        entries ->
                            contract(agreed, entries)
                                .map(
                                    told ->
                                        new KeptLoan(
                                            matter.text(),
                                            told.contract(),
                                            told.source(),
                                            entries,
                                            documents.list(matter, access)))));
  }

  private record Told(LoanContract contract, KeptLoan.Source source) {}

  /** What all signed counts over what was told, and that over a draft. */
  private static Outcome<Told> contract(Optional<IouDesk.Agreed> agreed, List<LoanEntry> entries) {
    Optional<Told> signed =
        agreed
            .filter(IouDesk.Agreed::signed)
            .map(iou -> new Told(iou.contract(), KeptLoan.Source.SIGNED));
    return signed
        .or(() -> terms(entries).map(told -> new Told(told.contract(), KeptLoan.Source.TOLD)))
        .or(() -> agreed.map(iou -> new Told(iou.contract(), KeptLoan.Source.DRAFTED)))
        .map(Outcome::of)
        .orElseGet(() -> Outcome.refused(Code.LOAN_UNWRITTEN, ""));
  }

  private static Optional<LoanTerms> terms(List<LoanEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.kind() == LoanEntry.Kind.TERMS && entry.counts())
        .map(entry -> new LoanTerms(LoanFields.parse(entry.json())))
        .reduce((earlier, later) -> later);
  }

  private Outcome<Pack> pack(LocalDate at) {
    return LoanPacks.find(shelf.library(), JURISDICTION, at);
  }

  Outcome<Reckoned> review(KeptLoan loan, LocalDate at) {
    return pack(at)
        .then(
            pack -> {
              LoanPolicy policy = pack.loans().orElseThrow();
              ProofSheet proofs = loan.proofs(policy.chain());
              return LoanReview.of(pack, loan.contract(), loan.record(proofs), at)
                  .map(review -> new Reckoned(loan, review, proofs));
            });
  }

  /** What the terms would come to, before they are kept. */
  Outcome<LoanReview> tried(KeptLoan loan, LocalDate at) {
    return review(loan, at).map(Reckoned::review);
  }

  /** Begins with a loan that was given before; a matter of its own. */
  Outcome<String> open(String owner, LoanTerms terms, LocalDate today, Instant now) {
    KeptLoan loan = new KeptLoan("", terms.contract(), KeptLoan.Source.TOLD, List.of(), List.of());
    return PersonId.parse(owner)
        .then(
            person ->
                tried(loan, today)
                    .then(
                        sound ->
                            loans.open(person, title(terms.contract()), terms.typed().json(), now)))
        .map(entry -> entry.matter().text());
  }

  private static String title(LoanContract contract) {
    return "借给" + contract.borrower().name().orElse("") + " " + contract.sum();
  }

  /** Says anew what was agreed; what all signed is not changed by it. */
  Outcome<LoanEntry> rewrite(
      String owner, String matter, LoanTerms terms, LocalDate today, Instant now) {
    return matters
        .owned(owner, matter)
        .then(
            own -> {
              Outcome<KeptLoan> before = find(owner, own.id(), now);
              List<LoanEntry> entries = before.findValue().map(KeptLoan::entries).orElse(List.of());
              KeptLoan loan =
                  new KeptLoan(matter, terms.contract(), KeptLoan.Source.TOLD, entries, List.of());
              return tried(loan, today)
                  .then(sound -> add(own, LoanEntry.Kind.TERMS, terms.typed(), owner, now));
            });
  }

  private Outcome<LoanEntry> add(
      Matter matter, LoanEntry.Kind kind, LoanFields typed, String owner, Instant now) {
    return loans.add(matter.id(), kind, typed.json(), owner, now);
  }

  /**
   * Adds what happened, unless the pack cannot reckon with it, as a payment before the money was
   * given.
   */
  Outcome<LoanEntry> add(
      String owner, String matter, EntryForm form, LocalDate today, Instant now) {
    return find(owner, matter, now)
        .then(
            loan -> {
              List<LoanEntry> entries = new ArrayList<>(loan.entries());
              entries.add(unkept(form, loan, now));
              return tried(
                      new KeptLoan(matter, loan.contract(), loan.source(), entries, loan.files()),
                      today)
                  .then(sound -> matters.owned(owner, matter))
                  .then(own -> add(own, form.kind(), form.typed(), owner, now));
            });
  }

  /** The entry as it would be, to be reckoned with before it is kept. */
  private static LoanEntry unkept(EntryForm form, KeptLoan loan, Instant now) {
    return new LoanEntry(
        new LoanEntryId("L-00000000"),
        new MatterId(loan.matter()),
        form.kind(),
        now,
        form.typed().json(),
        Optional.empty(),
        Optional.empty());
  }

  /** Keeps what is at hand, the court, or a changed paper. */
  Outcome<LoanEntry> note(
      String owner, String matter, LoanEntry.Kind kind, LoanFields typed, Instant now) {
    return matters.owned(owner, matter).then(own -> add(own, kind, typed, owner, now));
  }

  /** Keeps the letter as it was sent, and that it was. */
  Outcome<LoanEntry> sent(
      String owner, String matter, LoanFields typed, NewDocument letter, Instant now) {
    return matters
        .owned(owner, matter)
        .then(own -> loans.add(own.id(), LoanEntry.Kind.DEMAND, typed.json(), letter, owner, now));
  }

  Outcome<LoanEntry> takeBack(String owner, String matter, String entry, Instant now) {
    return matters
        .owned(owner, matter)
        .then(own -> LoanEntryId.parse(entry).then(id -> loans.takeBack(own.id(), id, owner, now)));
  }

  /** Everything that was lent and written down, reckoned on a day; what cannot be is left out. */
  List<Reckoned> all(String owner, LocalDate at, Instant now) {
    return PersonId.parse(owner).map(loans::matters).findValue().orElse(List.of()).stream()
        .flatMap(
            matter -> find(owner, matter, now).then(loan -> review(loan, at)).findValue().stream())
        .toList();
  }

  Outcome<LoanRegister> register(List<Reckoned> loans) {
    return LoanRegister.of(
        loans.stream().map(one -> LoanRegister.Row.of(one.loan().matter(), one.review())).toList());
  }

  @Override
  public Optional<ChainView> chain(String owner, String matter, Instant now) {
    return find(owner, matter, now)
        .then(loan -> review(loan, IouDesk.day(now)))
        .map(Reckoned::chain)
        .findValue();
  }

  /** Whether this matter holds a loan and no request before it. */
  @Override
  public boolean only(String owner, String matter) {
    return matters
        .owned(owner, matter)
        .findValue()
        .filter(own -> own.kind().equals(LoanBook.MATTER_KIND))
        .isPresent();
  }
}
