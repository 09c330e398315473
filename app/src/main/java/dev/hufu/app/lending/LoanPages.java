package dev.hufu.app.lending;

import dev.hufu.app.iou.IouDesk;
import dev.hufu.app.iou.IouView;
import dev.hufu.app.loan.LoanCalendar;
import dev.hufu.app.loan.LoanFields;
import dev.hufu.app.request.HoldDesk;
import dev.hufu.app.web.Owners;
import dev.hufu.app.web.Page;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Problem;
import dev.hufu.app.web.Templates;
import dev.hufu.app.web.words.IouWords;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.DayCount;
import dev.hufu.policy.loan.LoanReminder;
import dev.hufu.store.LoanEntry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of one loan after lending: account and chain, entries, what is at hand, calendar. */
@Controller
public class LoanPages {

  private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

  private final LoanDesk desk;
  private final HoldDesk holds;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  LoanPages(
      LoanDesk desk,
      HoldDesk holds,
      PageSource pages,
      Templates templates,
      Owners owners,
      Clock clock) {
    this.desk = desk;
    this.holds = holds;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  @GetMapping("/m/{id}/loan")
  ResponseEntity<String> page(HttpServletRequest request, @PathVariable String id) {
    return show(request, id, 200, LoanFields.NONE, List.of());
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, String id, int status, LoanFields typed, List<Problem> problems) {
    Page page = pages.of(request);
    Outcome<LoanDesk.Reckoned> reckoned = reckoned(request, id);
    return switch (reckoned) {
      case Outcome.Ok<LoanDesk.Reckoned>(var loan) ->
          templates.html(
              status,
              "loan",
              page,
              new LoanView(
                  loan,
                  new IouView.IouForm(typed::get, problems),
                  desk.only(owners.ownerOf(request), id),
                  holds.of(owners.ownerOf(request), id)));
      case Outcome.Refused<LoanDesk.Reckoned>(var refusal) ->
          refusal.code() == Code.LOAN_UNWRITTEN
              ? Templates.seeOther("/m/" + id + "/loan/terms")
              : templates.refuse(page, refusal);
    };
  }

  /** By {@code at} and {@code days} of the address; today and the contract's own year else. */
  private Outcome<LoanDesk.Reckoned> reckoned(HttpServletRequest request, String id) {
    Instant now = clock.instant();
    LoanFields view = LoanFields.read(request.getParameterMap(), List.of("at", "days"));
    LocalDate at = view.day("at").orElse(IouDesk.day(now));
    Optional<DayCount> year = view.find("days").map(_days -> view.year());
    return desk.find(owners.ownerOf(request), id, now)
        .map(loan -> year.map(loan::by).orElse(loan))
        .then(loan -> desk.review(loan, at));
  }

  /** Adds what happened; what cannot be is told at its field and nothing is lost. */
  @PostMapping("/m/{id}/loan")
  ResponseEntity<String> enter(
      HttpServletRequest request, @PathVariable String id, @RequestParam String kind) {
    Instant now = clock.instant();
    LocalDate today = IouDesk.day(now);
    Optional<LoanEntry.Kind> chosen = LoanEntry.Kind.find(kind).filter(EntryForm.KINDS::contains);
    if (chosen.isEmpty()) {
      return refuse(request, Refusal.of(Code.LOAN_ENTRY_UNKNOWN, ""));
    }
    EntryForm form = EntryForm.read(chosen.get(), request.getParameterMap());
    LoanFields typed = form.typed().with("kind", kind);
    List<Problem> problems = form.problems(today);
    if (!problems.isEmpty()) {
      return show(request, id, 422, typed, problems);
    }
    return switch (desk.add(owners.ownerOf(request), id, form, today, now)) {
      case Outcome.Ok<LoanEntry>(var _) -> Templates.seeOther("/m/" + id + "/loan#story");
      case Outcome.Refused<LoanEntry>(var refusal) ->
          refusal.code() == Code.LOAN_PAYMENT_UNUSABLE || refusal.code() == Code.LOAN_PLAN_UNUSABLE
              ? show(request, id, 422, typed, List.of(Problem.of(LoanTerms.ID + "day", refusal)))
              : refuse(request, refusal);
    };
  }

  @PostMapping("/m/{id}/loan/back")
  ResponseEntity<String> takeBack(
      HttpServletRequest request, @PathVariable String id, @RequestParam String entry) {
    return onward(
        request,
        "/m/" + id + "/loan#story",
        desk.takeBack(owners.ownerOf(request), id, entry, clock.instant()));
  }

  private ResponseEntity<String> onward(
      HttpServletRequest request, String to, Outcome<LoanEntry> done) {
    return switch (done) {
      case Outcome.Ok<LoanEntry>(var _) -> Templates.seeOther(to);
      case Outcome.Refused<LoanEntry>(var refusal) -> refuse(request, refusal);
    };
  }

  @GetMapping("/m/{id}/loan/proof")
  ResponseEntity<String> proof(HttpServletRequest request, @PathVariable String id) {
    return proof(request, id, 200, List.of());
  }

  private ResponseEntity<String> proof(
      HttpServletRequest request, String id, int status, List<Problem> problems) {
    return switch (reckoned(request, id)) {
      case Outcome.Ok<LoanDesk.Reckoned>(var loan) ->
          templates.html(status, "loanproof", pages.of(request), new ProofView(loan, problems));
      case Outcome.Refused<LoanDesk.Reckoned>(var refusal) -> refuse(request, refusal);
    };
  }

  /** What is at hand, the factors, the name in the voucher; and the court, if anything changed. */
  @PostMapping("/m/{id}/loan/proof")
  ResponseEntity<String> keepProof(HttpServletRequest request, @PathVariable String id) {
    Map<String, String[]> posted = request.getParameterMap();
    LoanFields court = LoanFields.read(posted, List.of("agreed", "wage"));
    LoanFields name = LoanFields.read(posted, List.of("voucherName"));
    List<Problem> problems = new ArrayList<>();
    if (court.find("wage").isPresent() && court.sum("wage").isEmpty()) {
      problems.add(LoanTerms.problem("wage", IouWords.SUM_WRONG));
    }
    if (court.get("agreed").length() > Limits.IOU_LINE_CHARS_MAX) {
      problems.add(LoanTerms.problem("agreed", IouWords.LINE_LONG));
    }
    if (name.get("voucherName").length() > Limits.PERSON_NAME_CHARS_MAX) {
      problems.add(LoanTerms.problem("voucherName", IouWords.LINE_LONG));
    }
    if (!problems.isEmpty()) {
      return proof(request, id, 422, problems);
    }
    LoanFields proof =
        name.with("items", ticked(posted, "item")).with("factors", ticked(posted, "factor"));
    String owner = owners.ownerOf(request);
    Instant now = clock.instant();
    Outcome<LoanEntry> kept =
        desk.find(owner, id, now)
            .then(
                loan ->
                    desk.note(owner, id, LoanEntry.Kind.PROOF, proof, now)
                        .then(
                            entry ->
                                court.equals(
                                        loan.newest(LoanEntry.Kind.COURT).orElse(LoanFields.NONE))
                                    ? Outcome.of(entry)
                                    : desk.note(owner, id, LoanEntry.Kind.COURT, court, now)));
    return onward(request, "/m/" + id + "/loan#chain", kept);
  }

  /** Ids only, so that nothing of a form comes into the books as it is. */
  private static String ticked(Map<String, String[]> posted, String field) {
    String[] values = posted.getOrDefault(field, new String[0]);
    return String.join(
        " ", List.of(values).stream().filter(id -> id.matches("[a-z][A-Za-z0-9-]{0,39}")).toList());
  }

  @GetMapping("/m/{id}/loan/terms")
  ResponseEntity<String> terms(HttpServletRequest request, @PathVariable String id) {
    String owner = owners.ownerOf(request);
    Outcome<KeptLoan> loan = desk.find(owner, id, clock.instant());
    Optional<Refusal> refusal =
        loan.findRefusal().filter(known -> known.code() != Code.LOAN_UNWRITTEN);
    if (refusal.isPresent()) {
      return refuse(request, refusal.get());
    }
    LoanFields typed =
        loan.findValue()
            .flatMap(known -> known.newest(LoanEntry.Kind.TERMS))
            .orElse(LoanFields.NONE);
    return terms(request, id, 200, typed, List.of());
  }

  private ResponseEntity<String> terms(
      HttpServletRequest request, String id, int status, LoanFields typed, List<Problem> problems) {
    return templates.html(
        status,
        "loanterms",
        pages.of(request),
        new TermsView(
            "/m/" + id + "/loan/terms",
            desk.only(owners.ownerOf(request), id) ? "/m/" + id + "/loan" : "/m/" + id,
            new IouView.IouForm(typed::get, problems)));
  }

  @PostMapping("/m/{id}/loan/terms")
  ResponseEntity<String> rewrite(HttpServletRequest request, @PathVariable String id) {
    LoanTerms terms = LoanTerms.read(request.getParameterMap());
    List<Problem> problems = terms.problems();
    if (!problems.isEmpty()) {
      return terms(request, id, 422, terms.typed(), problems);
    }
    Instant now = clock.instant();
    Outcome<LoanEntry> kept =
        desk.rewrite(owners.ownerOf(request), id, terms, IouDesk.day(now), now);
    return switch (kept) {
      case Outcome.Refused<LoanEntry>(var refusal)
          when refusal.code() == Code.LOAN_PLAN_UNUSABLE
              || refusal.code() == Code.LOAN_PAYMENT_UNUSABLE ->
          terms(
              request, id, 422, terms.typed(), List.of(Problem.of(LoanTerms.ID + "plan", refusal)));
      default -> onward(request, "/m/" + id + "/loan", kept);
    };
  }

  @GetMapping("/m/{id}/loan.ics")
  ResponseEntity<?> calendar(HttpServletRequest request, @PathVariable String id) {
    return switch (reckoned(request, id)) {
      case Outcome.Ok<LoanDesk.Reckoned>(var loan) ->
          ResponseEntity.ok()
              .contentType(CALENDAR)
              .cacheControl(CacheControl.noStore())
              .header("Content-Disposition", "attachment; filename=\"hufu-" + id + ".ics\"")
              .body(
                  LoanCalendar.write(
                      id,
                      LoanReminder.of(loan.review()),
                      clock.instant(),
                      pages.of(request).lang()));
      case Outcome.Refused<LoanDesk.Reckoned>(var refusal) -> refuse(request, refusal);
    };
  }

  private ResponseEntity<String> refuse(HttpServletRequest request, Refusal refusal) {
    return templates.refuse(pages.of(request), refusal);
  }
}
