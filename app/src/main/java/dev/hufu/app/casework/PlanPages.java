package dev.hufu.app.casework;

import dev.hufu.app.web.Owners;
import dev.hufu.app.web.Page;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Templates;
import dev.hufu.kernel.casework.CaseEntry;
import dev.hufu.kernel.casework.CaseFile;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.casework.CasePapers;
import dev.hufu.policy.casework.CasePlan;
import dev.hufu.policy.pack.Pack;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan of a matter: steps ticked off, events entered, clocks counting, the calendar file. */
@Controller
public class PlanPages {

  private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=utf-8");

  private final CaseDesk desk;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  PlanPages(CaseDesk desk, PageSource pages, Templates templates, Owners owners, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  @GetMapping("/m/{id}/plan")
  ResponseEntity<String> plan(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String wage) {
    return show(request, id, wage, Optional.empty());
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, String id, String wage, Optional<Refusal> refusal) {
    Outcome<CasePlan> plan = desk.plan(owners.ownerOf(request), id, clock.instant());
    return switch (plan) {
      case Outcome.Ok<CasePlan>(var found) ->
          templates.html(
              refusal.map(why -> why.code().httpStatus()).orElse(200),
              "plan",
              pages.of(request),
              new PlanView(id, found, new CasePapers(found), wage(wage), wage, refusal));
      case Outcome.Refused<CasePlan>(var none) ->
          none.code() == Code.CASE_PLAN_UNKNOWN
              ? Templates.seeOther("/loss?m=" + id)
              : templates.refuse(pages.of(request), none);
    };
  }

  private static Optional<Fen> wage(String typed) {
    return typed.isBlank()
        ? Optional.empty()
        : Fen.parseYuan(typed).findValue().filter(sum -> sum.fen() > 0);
  }

  /** One step, ticked or not. */
  @PostMapping("/m/{id}/plan/step")
  ResponseEntity<String> step(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String open) {
    CaseEntry entry =
        done.isEmpty() ? new CaseEntry.Ticked(open, false) : new CaseEntry.Ticked(done, true);
    String task = done.isEmpty() ? open : done;
    return keep(request, id, Outcome.of(List.of(entry)), "#t-" + task);
  }

  /** Something happened, at a minute; or was entered wrongly. */
  @PostMapping("/m/{id}/plan/event")
  ResponseEntity<String> event(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam String event,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(name = "do", defaultValue = "happened") String action) {
    Instant now = clock.instant();
    Outcome<List<CaseEntry>> entries =
        action.equals("not")
            ? Outcome.of(List.of(new CaseEntry.HappenedNot(event)))
            : desk.pack(now)
                .then(pack -> PaymentForm.time(at, pack.zone()))
                .map(time -> List.of(new CaseEntry.Happened(event, time.orElse(now))));
    return keep(request, id, entries, "#clocks");
  }

  /** A further payment, or one that was entered wrongly. */
  @PostMapping("/m/{id}/plan/payment")
  ResponseEntity<String> payment(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(name = "not", defaultValue = "-1") int not) {
    PaymentForm form = PaymentForm.read(request.getParameterMap());
    Outcome<List<CaseEntry>> entries =
        not >= 0
            ? Outcome.of(List.of(new CaseEntry.PaidNot(not)))
            : desk.pack(clock.instant())
                .then(pack -> form.payment(pack.zone()))
                .map(paid -> List.of(new CaseEntry.Paid(paid)));
    return keep(request, id, entries, "#money");
  }

  /** What is known besides payments; another plan, if that fits better. */
  @PostMapping("/m/{id}/plan/facts")
  ResponseEntity<String> facts(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String back) {
    Map<String, String[]> posted = request.getParameterMap();
    CaseFile known =
        desk.file(owners.ownerOf(request), id, clock.instant()).findValue().orElse(CaseFile.EMPTY);
    TreeMap<String, String> told = CasePages.told(posted, known);
    List<CaseEntry> entries = told.isEmpty() ? List.of() : List.of(new CaseEntry.Told(told));
    boolean paper = back.matches("[a-z]{1,20}");
    return keep(request, id, Outcome.of(entries), paper ? "/paper/" + back : "#money");
  }

  private ResponseEntity<String> keep(
      HttpServletRequest request, String id, Outcome<List<CaseEntry>> entries, String to) {
    String owner = owners.ownerOf(request);
    Outcome<String> kept = entries.then(each -> desk.add(owner, id, each, clock.instant()));
    return switch (kept) {
      case Outcome.Ok<String>(var matter) ->
          Templates.seeOther("/m/" + matter + (to.startsWith("/") ? to : "/plan" + to));
      case Outcome.Refused<String>(var refusal) ->
          refusal.code() == Code.MATTER_UNKNOWN
              ? templates.refuse(pages.of(request), refusal)
              : show(request, id, "", Optional.of(refusal));
    };
  }

  /** Reminders and ends for a calendar; the same moments as on the page. */
  @GetMapping("/m/{id}/plan.ics")
  ResponseEntity<?> calendar(HttpServletRequest request, @PathVariable String id) {
    Page page = pages.of(request);
    return switch (desk.plan(owners.ownerOf(request), id, clock.instant())) {
      case Outcome.Ok<CasePlan>(var plan) ->
          file(PlanCalendar.of(id, plan, page.lang()), "plan-" + id + ".ics");
      case Outcome.Refused<CasePlan>(var refusal) -> templates.refuse(page, refusal);
    };
  }

  static ResponseEntity<String> file(String text, String name) {
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", "inline; filename=\"" + name + "\"")
        .body(text);
  }

  /** What keeps it from happening again, for everybody. */
  @GetMapping("/loss/prevention")
  ResponseEntity<String> prevention(HttpServletRequest request) {
    return ofPack(request, "prevention");
  }

  /** The entries of law behind clocks and thresholds, each with its sources. */
  @GetMapping("/loss/rules")
  ResponseEntity<String> rules(HttpServletRequest request) {
    return ofPack(request, "lossrules");
  }

  private ResponseEntity<String> ofPack(HttpServletRequest request, String template) {
    return switch (desk.pack(clock.instant())) {
      case Outcome.Ok<Pack>(var pack) ->
          templates.html(template, pages.of(request), new PreventionView(pack));
      case Outcome.Refused<Pack>(var refusal) -> templates.refuse(pages.of(request), refusal);
    };
  }

  /** The monthly check and the safety day, for a calendar that subscribes to it. */
  @GetMapping("/loss/prevention.ics")
  ResponseEntity<?> routines(HttpServletRequest request) {
    Page page = pages.of(request);
    Instant now = clock.instant();
    return switch (desk.pack(now)) {
      case Outcome.Ok<Pack>(var pack) ->
          file(PlanCalendar.routines(pack, now, page.lang()), "hufu-safety.ics");
      case Outcome.Refused<Pack>(var refusal) -> templates.refuse(page, refusal);
    };
  }
}
