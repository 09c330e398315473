package dev.hufu.app.lending;

import dev.hufu.app.iou.IouView;
import dev.hufu.app.loan.ChainView;
import dev.hufu.app.request.HoldDesk;
import dev.hufu.app.web.Page;
import dev.hufu.app.web.words.LendingWords;
import dev.hufu.kernel.loan.Allocation;
import dev.hufu.kernel.loan.Charge;
import dev.hufu.kernel.loan.Instalment;
import dev.hufu.kernel.loan.LimitationClock;
import dev.hufu.kernel.loan.PrincipalPart;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.loan.LoanFinding;
import dev.hufu.policy.loan.LoanReminder;
import dev.hufu.policy.loan.LoanReview;
import dev.hufu.policy.loan.OwedLine;
import dev.hufu.store.LoanEntry;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The page of a loan after lending.
 *
 * @param form what was typed into the form of an entry, with what is wrong with it
 * @param only whether the matter has no other page
 */
public record LoanView(
    LoanDesk.Reckoned reckoned, IouView.IouForm form, boolean only, List<HoldDesk.Shown> holds) {

  public LoanView {
    holds = List.copyOf(holds);
  }

  /** Something on the line of days. */
  public record Moment(LocalDate day, String style, Wording words, Optional<LoanEntry> entry) {

    /** Whether a person can take it back. */
    public boolean revocable() {
      return entry.filter(LoanEntry::counts).isPresent();
    }
  }

  public LoanReview review() {
    return reckoned.review();
  }

  public String matter() {
    return reckoned.loan().matter();
  }

  public String at() {
    return "/m/" + matter() + "/loan";
  }

  public ChainView chain() {
    return reckoned.chain();
  }

  public boolean told() {
    return reckoned.loan().source() == KeptLoan.Source.TOLD;
  }

  public boolean drafted() {
    return reckoned.loan().source() == KeptLoan.Source.DRAFTED;
  }

  public String title(Page page) {
    return page.say(
        LendingWords.TITLE,
        review().contract().borrower().name().orElse(page.say(LendingWords.SOMEBODY)),
        review().contract().sum());
  }

  public Wording state() {
    if (!review().owed().payments().isEmpty() && review().owed().total().fen() == 0) {
      return LendingWords.PAID;
    }
    if (review().owed().overdue()) {
      return LendingWords.OVERDUE;
    }
    if (review().record().received().isEmpty() && review().record().confirmed().isEmpty()) {
      return LendingWords.NOT_GIVEN;
    }
    return review().onDemand() ? LendingWords.DEMANDED : LendingWords.RUNNING;
  }

  /** What is open, line by line; what was paid already is told elsewhere. */
  public List<OwedLine> lines() {
    return OwedLine.of(review()).stream().filter(line -> line.open().fen() > 0).toList();
  }

  /** What a line says in small letters. */
  public String detail(Page page, OwedLine line) {
    if (line.rate().isPresent()) {
      return page.say(LendingWords.LINE_DAYS, line.base(), line.days(), line.rate().get().rate());
    }
    return line.kind() == OwedLine.Kind.PRINCIPAL && !review().onDemand()
        ? page.say(LendingWords.LINE_DUE, line.to())
        : "";
  }

  public boolean several() {
    return review().plan().size() > 1;
  }

  public Fen due() {
    return review().owed().due();
  }

  public Fen total() {
    return review().owed().total();
  }

  /** Open default interest on the other day count, one sum a line. */
  public String otherInterest(Page page) {
    List<String> sums =
        review().other().charges().stream()
            .filter(charge -> charge.kind() == Charge.Kind.DEFAULT_INTEREST)
            .map(charge -> charge.sum().toString())
            .toList();
    return String.join(page.say(LendingWords.AND), sums);
  }

  public boolean anyDefault() {
    return review().owed().charges().stream()
        .anyMatch(charge -> charge.kind() == Charge.Kind.DEFAULT_INTEREST);
  }

  public List<Allocation> payments() {
    return review().owed().payments();
  }

  public List<LoanFinding> findings() {
    return LoanFinding.of(review());
  }

  public List<LoanReminder> reminders() {
    return LoanReminder.of(review());
  }

  public long daysUntil(LocalDate day) {
    return ChronoUnit.DAYS.between(review().at(), day);
  }

  public Optional<LimitationClock> clock() {
    return review().clock();
  }

  public Wording cause(LimitationClock.Cause cause) {
    return review().policy().word(cause.name().toLowerCase(Locale.ROOT));
  }

  /** Everything that happened or will, by days. */
  public List<Moment> moments() {
    List<Moment> moments = new ArrayList<>();
    for (LoanEntry entry : reckoned.loan().entries()) {
      if (EntryForm.KINDS.contains(entry.kind())) {
        EntryForm form = EntryForm.of(entry);
        String style = entry.counts() ? "" : "is-back";
        moments.add(new Moment(form.day(), style, words(form), Optional.of(entry)));
      }
    }
    for (Instalment part : review().plan()) {
      moments.add(new Moment(part.due(), "is-due", due(part), Optional.empty()));
    }
    clock()
        .ifPresent(
            clock ->
                moments.add(
                    new Moment(
                        clock.end(), "is-next", LendingWords.LIMITATION_END, Optional.empty())));
    moments.sort(Comparator.comparing(Moment::day));
    return moments;
  }

  private static Wording words(EntryForm form) {
    Wording kind = LendingWords.kind(form.kind());
    String sum = EntryForm.withSum(form.kind()) ? " " + form.sum() : "";
    String note = form.typed().get("note");
    return new Wording(
        kind.zh() + (sum.isEmpty() ? "" : sum + " 元") + (note.isEmpty() ? "" : "，" + note),
        kind.en() + (sum.isEmpty() ? "" : sum + " yuan") + (note.isEmpty() ? "" : ", " + note));
  }

  private Wording due(Instalment part) {
    PrincipalPart stands = review().owed().principal().get(part.number() - 1);
    boolean behind = part.due().isBefore(review().at()) && stands.open().fen() > 0;
    Wording form = behind ? LendingWords.DUE_OPEN : LendingWords.DUE_PART;
    return new Wording(
        fill(form.zh(), part.payment(), stands.open()),
        fill(form.en(), part.payment(), stands.open()));
  }

  private static String fill(String form, Fen whole, Fen open) {
    return form.replace("{0}", whole.toString()).replace("{1}", open.toString());
  }

  public boolean takenBack(Moment moment) {
    return moment.entry().filter(entry -> !entry.counts()).isPresent();
  }

  /** What can be entered. */
  public List<LoanEntry.Kind> kinds() {
    return EntryForm.KINDS;
  }

  public boolean chosen(LoanEntry.Kind kind) {
    String typed = form.typed().get("kind");
    return typed.isEmpty() ? kind == LoanEntry.Kind.PAYMENT : typed.equals(kind.id());
  }
}
