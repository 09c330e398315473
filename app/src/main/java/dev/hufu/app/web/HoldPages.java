package dev.hufu.app.web;

import dev.hufu.app.identity.Member;
import dev.hufu.app.request.HoldDesk;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.HoldReason;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Legal holds: on one's own matter, and for the team on any by its id. */
@Controller
public class HoldPages {

  private final HoldDesk holds;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  HoldPages(HoldDesk holds, PageSource pages, Templates templates, Owners owners, Clock clock) {
    this.holds = holds;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  @PostMapping("/m/{id}/hold")
  ResponseEntity<String> set(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason) {
    return switch (set(owners.ownerOf(request), id, reason)) {
      case Outcome.Ok<String> _set -> Templates.seeOther("/m/" + id);
      case Outcome.Refused<String>(var refusal) -> templates.refuse(pages.of(request), refusal);
    };
  }

  @PostMapping("/m/{id}/hold/{hold}/lift")
  ResponseEntity<String> lift(
      HttpServletRequest request, @PathVariable String id, @PathVariable String hold) {
    return switch (holds.lift(owners.ownerOf(request), hold, clock.instant())) {
      case Outcome.Ok<String> _lifted -> Templates.seeOther("/m/" + id);
      case Outcome.Refused<String>(var refusal) -> templates.refuse(pages.of(request), refusal);
    };
  }

  @GetMapping("/settings/holds")
  ResponseEntity<String> all(Member member, HttpServletRequest request) {
    return show(request, 200, List.of());
  }

  @PostMapping("/settings/holds")
  ResponseEntity<String> setAny(
      Member member,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String matter,
      @RequestParam(defaultValue = "") String reason) {
    return answer(request, set(member.id().text(), matter.strip(), reason));
  }

  @PostMapping("/settings/holds/{hold}/lift")
  ResponseEntity<String> liftAny(
      Member member, HttpServletRequest request, @PathVariable String hold) {
    return answer(request, holds.lift(member.id().text(), hold, clock.instant()));
  }

  private Outcome<String> set(String person, String matter, String reason) {
    Optional<HoldReason> why = HoldReason.parse(reason);
    return why.isEmpty()
        ? Outcome.refused(Code.HOLD_REASON, "")
        : holds.set(person, matter, why.get(), clock.instant());
  }

  private ResponseEntity<String> answer(HttpServletRequest request, Outcome<String> done) {
    Optional<Refusal> refusal = done.findRefusal();
    return refusal.isEmpty()
        ? Templates.seeOther("/settings/holds")
        : show(
            request,
            refusal.get().code().httpStatus(),
            List.of(Problem.of("matter", refusal.get())));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, int status, List<Problem> problems) {
    HoldsView view = new HoldsView(holds.open(), problems);
    return templates.html(status, "holds", pages.of(request), view);
  }
}
