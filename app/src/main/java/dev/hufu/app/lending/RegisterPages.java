package dev.hufu.app.lending;

import dev.hufu.app.iou.IouDesk;
import dev.hufu.app.iou.IouView;
import dev.hufu.app.loan.LoanFields;
import dev.hufu.app.loan.LoanRegister;
import dev.hufu.app.web.Owners;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Problem;
import dev.hufu.app.web.Templates;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The register of loans with its totals, as a page and as files; and a loan given before. */
@Controller
public class RegisterPages {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final String NEW = "/loans/new";

  private final LoanDesk desk;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  RegisterPages(LoanDesk desk, PageSource pages, Templates templates, Owners owners, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  private Outcome<LoanRegister> register(HttpServletRequest request) {
    Instant now = clock.instant();
    return desk.register(desk.all(owners.ownerOf(request), IouDesk.day(now), now));
  }

  @GetMapping("/loans")
  ResponseEntity<String> page(HttpServletRequest request) {
    return switch (register(request)) {
      case Outcome.Ok<LoanRegister>(var register) ->
          templates.html(
              "loans",
              pages.of(request),
              new RegisterView(register.rows(), RegisterView.Totals.of(register.rows())));
      case Outcome.Refused<LoanRegister>(var refusal) ->
          templates.refuse(pages.of(request), refusal);
    };
  }

  /** What writes a register to a stream. */
  @FunctionalInterface
  private interface Writing {
    void to(LoanRegister register, OutputStream out) throws IOException;
  }

  @GetMapping("/loans.csv")
  ResponseEntity<?> csv(HttpServletRequest request) throws IOException {
    return file(
        request, CSV, "csv", (register, out) -> register.csv(out, pages.of(request).lang()));
  }

  @GetMapping("/loans.xlsx")
  ResponseEntity<?> xlsx(HttpServletRequest request) throws IOException {
    return file(
        request, XLSX, "xlsx", (register, out) -> register.xlsx(out, pages.of(request).lang()));
  }

  private ResponseEntity<?> file(
      HttpServletRequest request, MediaType type, String ending, Writing writing)
      throws IOException {
    Outcome<LoanRegister> register = register(request);
    if (register.findRefusal().isPresent()) {
      return templates.refuse(pages.of(request), register.findRefusal().get());
    }
    var out = new ByteArrayOutputStream();
    writing.to(register.orThrow(), out);
    LocalDate day = IouDesk.day(clock.instant());
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", "attachment; filename=\"loans-" + day + "." + ending + "\"")
        .body(out.toByteArray());
  }

  @GetMapping(NEW)
  ResponseEntity<String> form(HttpServletRequest request) {
    return form(request, 200, LoanFields.NONE, List.of());
  }

  private ResponseEntity<String> form(
      HttpServletRequest request, int status, LoanFields typed, List<Problem> problems) {
    return templates.html(
        status,
        "loanterms",
        pages.of(request),
        new TermsView(NEW, "/loans", new IouView.IouForm(typed::get, problems)));
  }

  @PostMapping(NEW)
  ResponseEntity<String> open(HttpServletRequest request) {
    LoanTerms terms = LoanTerms.read(request.getParameterMap());
    List<Problem> problems = terms.problems();
    if (!problems.isEmpty()) {
      return form(request, 422, terms.typed(), problems);
    }
    Instant now = clock.instant();
    Outcome<String> opened = desk.open(owners.ownerOf(request), terms, IouDesk.day(now), now);
    return switch (opened) {
      case Outcome.Ok<String>(var matter) -> Templates.seeOther("/m/" + matter + "/loan");
      case Outcome.Refused<String>(var refusal) ->
          refusal.code() == Code.LOAN_PLAN_UNUSABLE
              ? form(
                  request, 422, terms.typed(), List.of(Problem.of(LoanTerms.ID + "plan", refusal)))
              : templates.refuse(pages.of(request), refusal);
    };
  }
}
