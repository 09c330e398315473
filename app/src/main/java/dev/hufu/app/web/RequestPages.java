package dev.hufu.app.web;

import dev.hufu.app.request.Draft;
import dev.hufu.app.request.MatterView;
import dev.hufu.app.request.RequestDesk;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.script.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The request check on one page: bring a chat, see how it reads, answer, get a result. Refused
 * forms come back with everything that was typed.
 */
@Controller
public class RequestPages {

  private final RequestDesk desk;
  private final RequestForms forms;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  RequestPages(
      RequestDesk desk,
      RequestForms forms,
      PageSource pages,
      Templates templates,
      Owners owners,
      Clock clock) {
    this.desk = desk;
    this.forms = forms;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  @GetMapping("/request")
  ResponseEntity<String> empty(HttpServletRequest request) {
    return show(request, Optional.empty(), "", AnswerForm.of(Map.of(), Map.of()), List.of());
  }

  @GetMapping("/m/{id}/edit")
  ResponseEntity<String> edit(HttpServletRequest request, @PathVariable String id) {
    Optional<MatterView> matter = desk.find(owners.ownerOf(request), id);
    if (matter.isEmpty()) {
      return refuse(request, Refusal.of(Code.MATTER_UNKNOWN, ""));
    }
    AnswerForm answers = AnswerForm.of(forms.types(), matter.get().answers());
    return show(request, Optional.of(id), matter.get().chat(), answers, List.of());
  }

  @PostMapping("/request")
  ResponseEntity<String> submit(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String chat,
      @RequestParam(name = "do", defaultValue = "check") String action,
      @RequestParam(name = "matter", defaultValue = "") String matter,
      @RequestParam(required = false) @Nullable List<MultipartFile> shots) {
    Instant now = clock.instant();
    Optional<String> matterId = Optional.of(matter).filter(id -> !id.isBlank());
    if (shots != null && RequestForms.sent(shots)) {
      return readShots(request, matterId, chat, shots);
    }
    Outcome<Reading> read = forms.read(chat, now);
    Reading reading = RequestForms.orNothing(read);
    AnswerForm answers = AnswerForm.read(forms.types(), request.getParameterMap(), reading.facts());
    List<Problem> problems = new ArrayList<>();
    read.findRefusal().map(RequestForms::problem).ifPresent(problems::add);
    problems.addAll(RequestForms.problems(answers));
    if (action.equals("read") || !problems.isEmpty()) {
      return show(request, matterId, chat, answers, problems);
    }
    Draft draft = new Draft(matterId, chat, answers.written());
    return switch (desk.check(owners.ownerOf(request), draft, now)) {
      case Outcome.Ok<MatterView>(var decided) -> Templates.seeOther("/m/" + decided.id());
      case Outcome.Refused<MatterView>(var refusal) ->
          show(request, matterId, chat, answers, List.of(RequestForms.problem(refusal)));
    };
  }

  /** How the text reads, without the page around it; htmx asks when the box has changed. */
  @PostMapping("/request/read")
  ResponseEntity<String> readBack(
      HttpServletRequest request, @RequestParam(defaultValue = "") String chat) {
    Outcome<Reading> read = forms.read(chat, clock.instant());
    List<Problem> problems = read.findRefusal().map(RequestForms::problem).stream().toList();
    RequestView view =
        new RequestView(
            Optional.empty(),
            chat,
            RequestForms.orNothing(read).turns(),
            false,
            List.of(),
            problems);
    return templates.html("readback", pages.of(request), view);
  }

  private ResponseEntity<String> readShots(
      HttpServletRequest request,
      Optional<String> matterId,
      String chat,
      List<MultipartFile> shots) {
    Outcome<String> text = forms.readShots(chat, shots);
    String together = text.findValue().orElse(chat);
    Reading reading = RequestForms.orNothing(forms.read(together, clock.instant()));
    AnswerForm answers = AnswerForm.read(forms.types(), request.getParameterMap(), reading.facts());
    List<Problem> problems = text.findRefusal().map(RequestForms::problem).stream().toList();
    return show(request, matterId, together, answers, problems, problems.isEmpty());
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      Optional<String> matterId,
      String chat,
      AnswerForm answers,
      List<Problem> problems) {
    return show(request, matterId, chat, answers, problems, false);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      Optional<String> matterId,
      String chat,
      AnswerForm answers,
      List<Problem> problems,
      boolean fromShots) {
    Reading reading = RequestForms.orNothing(forms.read(chat, clock.instant()));
    RequestView view =
        new RequestView(
            matterId, chat, reading.turns(), fromShots, forms.groups(reading, answers), problems);
    return templates.html(problems.isEmpty() ? 200 : 422, "request", pages.of(request), view);
  }

  private ResponseEntity<String> refuse(HttpServletRequest request, Refusal refusal) {
    return templates.refuse(pages.of(request), refusal);
  }
}
