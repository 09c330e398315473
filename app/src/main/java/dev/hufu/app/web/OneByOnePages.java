package dev.hufu.app.web;

import dev.hufu.app.request.Draft;
import dev.hufu.app.request.MatterView;
import dev.hufu.app.request.RequestDesk;
import dev.hufu.app.web.words.RequestWords;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.script.Reading;
import dev.hufu.kernel.text.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The request check for somebody who helps: one question a screen, large, back at any time. What
 * was answered travels in the form itself, so nothing runs out of time and nothing is kept before
 * the end.
 */
@Controller
public class OneByOnePages {

  private static final String CHAT = "chat";

  private final RequestDesk desk;
  private final RequestForms forms;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  OneByOnePages(
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

  /** Begins in large letters, unless somebody chose otherwise; the result stays in them, too. */
  @GetMapping("/request/helper")
  ResponseEntity<String> begin(HttpServletRequest request) {
    ResponseEntity<String> screen = show(request, CHAT, "", false, List.of());
    if (Preferences.of(request).elder().isPresent()) {
      return screen;
    }
    String cookie = Preferences.written(Preferences.MODE, "elder", request.isSecure()).toString();
    return ResponseEntity.status(screen.getStatusCode())
        .headers(screen.getHeaders())
        .header(HttpHeaders.SET_COOKIE, cookie)
        .body(screen.getBody());
  }

  @PostMapping("/request/helper")
  ResponseEntity<String> go(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String chat,
      @RequestParam(defaultValue = CHAT) String at,
      @RequestParam(name = "do", defaultValue = "next") String action,
      @RequestParam(required = false) @Nullable List<MultipartFile> shots) {
    if (at.equals(CHAT) && shots != null && RequestForms.sent(shots)) {
      Outcome<String> text = forms.readShots(chat, shots);
      List<Problem> problems = text.findRefusal().map(RequestForms::problem).stream().toList();
      String together = text.findValue().orElse(chat);
      return show(request, CHAT, together, problems.isEmpty(), problems);
    }
    Outcome<Reading> read = forms.read(chat, clock.instant());
    if (read instanceof Outcome.Refused<Reading>(var refusal)) {
      return show(request, CHAT, chat, false, List.of(RequestForms.problem(refusal)));
    }
    Reading reading = RequestForms.orNothing(read);
    AnswerForm answers = AnswerForm.read(forms.types(), request.getParameterMap(), reading.facts());
    List<String> screens = screens(reading, answers);
    int here = screens.indexOf(at);
    if (action.equals("back")) {
      return show(request, screens.get(Math.max(0, here - 1)), chat, false, List.of());
    }
    if (answers.problems().containsKey(at)) {
      return show(request, at, chat, false, RequestForms.problems(answers));
    }
    if (here + 1 < screens.size()) {
      return show(request, screens.get(here + 1), chat, false, List.of());
    }
    Draft draft = new Draft(Optional.empty(), chat, answers.written());
    return switch (desk.check(owners.ownerOf(request), draft, clock.instant())) {
      case Outcome.Ok<MatterView>(var decided) -> Templates.seeOther("/m/" + decided.id());
      case Outcome.Refused<MatterView>(var refusal) ->
          show(request, CHAT, chat, false, List.of(RequestForms.problem(refusal)));
    };
  }

  /** The chat first, then every question that the answers so far call for. */
  private List<String> screens(Reading reading, AnswerForm answers) {
    List<String> screens = new ArrayList<>();
    screens.add(CHAT);
    forms.leadFields(reading, answers).forEach(field -> screens.add(field.name()));
    return screens;
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      String at,
      String chat,
      boolean fromShots,
      List<Problem> problems) {
    Page page = pages.of(request);
    if (Preferences.of(request).elder().isEmpty()) {
      page = page.withElder();
    }
    Reading reading = RequestForms.orNothing(forms.read(chat, clock.instant()));
    AnswerForm answers = AnswerForm.read(forms.types(), request.getParameterMap(), reading.facts());
    List<Field> fields = forms.leadFields(reading, answers);
    Optional<Field> field = fields.stream().filter(one -> one.name().equals(at)).findFirst();
    TreeMap<String, String> kept = new TreeMap<>();
    answers.typed().forEach((name, typed) -> kept.put(AnswerForm.PREFIX + name, typed));
    field.ifPresent(shown -> kept.remove(shown.posted()));
    OneByOneView view =
        new OneByOneView(
            field,
            chat,
            fromShots,
            kept,
            field.map(fields::indexOf).map(index -> index + 2).orElse(1),
            fields.size() + 1,
            known(reading, answers, at),
            problems);
    return templates.html(problems.isEmpty() ? 200 : 422, "helper", page, view);
  }

  private List<OneByOneView.Known> known(Reading reading, AnswerForm answers, String at) {
    Map<String, FactType> types = forms.types();
    List<OneByOneView.Known> known = new ArrayList<>();
    if (!reading.turns().isEmpty()) {
      known.add(
          new OneByOneView.Known(
              RequestWords.STEP_CHAT,
              RequestWords.CHAT_READ.map(
                  text -> text.replace("{0}", String.valueOf(reading.turns().size())))));
    }
    Facts facts = answers.facts(types, reading.facts());
    for (Fact fact : facts.list()) {
      FactType type = types.get(fact.name());
      boolean asked = type != null && type.question().isPresent();
      if (asked && !fact.name().equals(at) && fact.provenance() != Provenance.ASSUMED) {
        Wording name = FactWords.name(type, fact.name());
        known.add(new OneByOneView.Known(name, FactWords.value(type, fact.value())));
      }
    }
    return known;
  }
}
