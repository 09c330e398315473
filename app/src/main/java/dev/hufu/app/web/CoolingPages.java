package dev.hufu.app.web;

import dev.hufu.app.request.CoolingDesk;
import dev.hufu.app.request.CoolingDesk.Cooling;
import dev.hufu.app.request.RequestDesk;
import dev.hufu.app.web.words.PeopleWords;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Cooling off: the person's side, and the page on which a family member may lift it. */
@Controller
public class CoolingPages {

  private final RequestDesk desk;
  private final CoolingDesk cooling;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  CoolingPages(
      RequestDesk desk,
      CoolingDesk cooling,
      PageSource pages,
      Templates templates,
      Owners owners,
      Clock clock) {
    this.desk = desk;
    this.cooling = cooling;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  @GetMapping("/m/{id}/cooling")
  ResponseEntity<String> page(HttpServletRequest request, @PathVariable String id) {
    return show(request, id, Optional.empty(), List.of());
  }

  @PostMapping("/m/{id}/cooling")
  ResponseEntity<String> start(
      HttpServletRequest request, @PathVariable String id, @RequestParam long minutes) {
    Duration length = Duration.ofMinutes(Math.clamp(minutes, 0, 1_000_000));
    return switch (cooling.start(owners.ownerOf(request), id, length, clock.instant())) {
      case Outcome.Ok<Cooling> _started -> Templates.seeOther("/m/" + id);
      case Outcome.Refused<Cooling>(var refusal) ->
          show(request, id, Optional.empty(), List.of(Problem.of("length", refusal)));
    };
  }

  @PostMapping("/m/{id}/cooling/ask")
  ResponseEntity<String> ask(HttpServletRequest request, @PathVariable String id) {
    return switch (cooling.askRelease(owners.ownerOf(request), id, clock.instant())) {
      case Outcome.Ok<String>(var token) -> {
        OutLink link = OutLink.of(FriendPages.base(), "/r/" + token);
        yield show(request, id, Optional.of(link), List.of());
      }
      case Outcome.Refused<String>(var refusal) ->
          show(request, id, Optional.empty(), List.of(Problem.of("length", refusal)));
    };
  }

  @GetMapping("/r/{token}")
  ResponseEntity<String> open(HttpServletRequest request, @PathVariable String token) {
    Instant now = clock.instant();
    return switch (cooling.open(token, now)) {
      case Outcome.Ok<Cooling>(var time) ->
          time.runsAt(now)
              ? templates.html("release", pages.of(request), new ReleaseView(token, time, now))
              : note(request, 200, PeopleWords.COOLING_DONE, PeopleWords.R_OVER, "");
      case Outcome.Refused<Cooling>(var refusal) -> closed(request, refusal);
    };
  }

  @PostMapping("/r/{token}")
  ResponseEntity<String> answer(
      HttpServletRequest request,
      @PathVariable String token,
      @RequestParam(name = "a", defaultValue = "") String said) {
    if (!said.equals("lift") && !said.equals("wait")) {
      return Templates.seeOther("/r/" + token);
    }
    boolean lift = said.equals("lift");
    return switch (cooling.answer(token, lift, clock.instant())) {
      case Outcome.Ok<Cooling> _taken ->
          note(
              request,
              200,
              lift ? PeopleWords.R_THANKS_YES : PeopleWords.R_THANKS_NO,
              PeopleWords.F_THANKS_D,
              "");
      case Outcome.Refused<Cooling>(var refusal) -> closed(request, refusal);
    };
  }

  private ResponseEntity<String> closed(HttpServletRequest request, Refusal refusal) {
    NoteView view =
        new NoteView(
            PeopleWords.F_CLOSED,
            List.of(refusal.wording(), PeopleWords.F_CLOSED_D),
            refusal.code().id());
    return templates.html(refusal.code().httpStatus(), "note", pages.of(request), view);
  }

  private ResponseEntity<String> note(
      HttpServletRequest request, int status, Wording title, Wording line, String code) {
    NoteView view = new NoteView(title, List.of(line), code);
    return templates.html(status, "note", pages.of(request), view);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, String id, Optional<OutLink> made, List<Problem> problems) {
    String owner = owners.ownerOf(request);
    if (desk.find(owner, id).isEmpty()) {
      return templates.refuse(pages.of(request), Refusal.of(Code.MATTER_UNKNOWN, ""));
    }
    CoolingView view =
        new CoolingView(id, cooling.find(owner, id), made, problems, clock.instant());
    return templates.html(problems.isEmpty() ? 200 : 422, "cooling", pages.of(request), view);
  }
}
