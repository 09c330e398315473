package dev.hufu.app.web;

import dev.hufu.app.request.CoolingDesk;
import dev.hufu.app.request.Draft;
import dev.hufu.app.request.FriendDesk;
import dev.hufu.app.request.HoldDesk;
import dev.hufu.app.request.LoanGlance;
import dev.hufu.app.request.MatterView;
import dev.hufu.app.request.PackView;
import dev.hufu.app.request.RequestDesk;
import dev.hufu.app.web.words.HoldWords;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.text.Wording;
import dev.hufu.store.Erased;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A matter's result: card, print view, one-tap answers, the live-call challenge. */
@Controller
public class MatterPages {

  private final RequestDesk desk;
  private final FriendDesk friends;
  private final CoolingDesk cooling;
  private final HoldDesk holds;
  private final LoanGlance loans;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;
  private final RandomGenerator random;

  MatterPages(
      RequestDesk desk,
      FriendDesk friends,
      CoolingDesk cooling,
      HoldDesk holds,
      LoanGlance loans,
      PageSource pages,
      Templates templates,
      Owners owners,
      Clock clock,
      RandomGenerator random) {
    this.desk = desk;
    this.friends = friends;
    this.cooling = cooling;
    this.holds = holds;
    this.loans = loans;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
    this.random = random;
  }

  @GetMapping("/m/{id}")
  ResponseEntity<String> result(HttpServletRequest request, @PathVariable String id) {
    return show(request, id, false);
  }

  /** The same page with every part open; ends with the date of the rules. */
  @GetMapping("/m/{id}/print")
  ResponseEntity<String> print(HttpServletRequest request, @PathVariable String id) {
    return show(request, id, true);
  }

  /** One answer, tapped on the card: decided again, the earlier decision stays in the history. */
  @PostMapping("/m/{id}/answer")
  ResponseEntity<String> answer(HttpServletRequest request, @PathVariable String id) {
    String owner = owners.ownerOf(request);
    Optional<MatterView> matter = desk.find(owner, id);
    if (matter.isEmpty()) {
      return unknown(request);
    }
    AnswerForm said = AnswerForm.read(desk.pack().facts(), request.getParameterMap(), Facts.NONE);
    TreeMap<String, String> answers = new TreeMap<>(matter.get().answers());
    answers.putAll(said.written());
    Draft draft = new Draft(Optional.of(id), matter.get().chat(), answers);
    return switch (desk.check(owner, draft, clock.instant())) {
      case Outcome.Ok<MatterView>(var decided) -> Templates.seeOther("/m/" + decided.id());
      case Outcome.Refused<MatterView>(var refusal) -> templates.refuse(pages.of(request), refusal);
    };
  }

  @GetMapping("/m/{id}/challenge")
  ResponseEntity<String> challenge(HttpServletRequest request, @PathVariable String id) {
    return desk.find(owners.ownerOf(request), id)
        .map(
            matter ->
                templates.html(
                    "challenge",
                    pages.of(request),
                    new ChallengeView(
                        matter.id(), Challenge.draw(desk.pack().challenges(), random))))
        .orElseGet(() -> unknown(request));
  }

  @PostMapping("/m/{id}/erase")
  ResponseEntity<String> erase(HttpServletRequest request, @PathVariable String id) {
    return switch (desk.erase(owners.ownerOf(request), id)) {
      case Outcome.Ok<Erased>(Erased.Gone _gone) -> Templates.seeOther("/matters");
      case Outcome.Ok<Erased>(Erased.Sealed(var until, var rule)) ->
          templates.html(
              "note",
              pages.of(request),
              new NoteView(HoldWords.SEALED_TITLE, List.of(HoldWords.sealedUntil(until)), rule));
      // What is gone already, or never was, is no news to whoever wanted it gone.
      case Outcome.Refused<Erased>(var refusal) ->
          refusal.code() == Code.MATTER_HELD ? held(request, id) : Templates.seeOther("/matters");
    };
  }

  /** Why it stays, since when, and what would let it go. */
  private ResponseEntity<String> held(HttpServletRequest request, String id) {
    List<Wording> lines = new ArrayList<>();
    for (HoldDesk.Shown hold : holds.of(owners.ownerOf(request), id)) {
      lines.add(HoldWords.line(hold.reason(), hold.since()));
    }
    lines.add(HoldWords.HELD_D);
    NoteView view = new NoteView(HoldWords.HELD, lines, Code.MATTER_HELD.id());
    return templates.html(Code.MATTER_HELD.httpStatus(), "note", pages.of(request), view);
  }

  private ResponseEntity<String> show(HttpServletRequest request, String id, boolean open) {
    String owner = owners.ownerOf(request);
    return desk.find(owner, id)
        .map(matter -> templates.html("result", pages.of(request), view(owner, matter, open)))
        .orElseGet(
            () ->
                loans.only(owner, id)
                    ? Templates.seeOther("/m/" + id + "/loan")
                    : unknown(request));
  }

  private ResultView view(String owner, MatterView matter, boolean open) {
    Instant now = clock.instant();
    PackView pack = desk.pack();
    AnswerForm answers = AnswerForm.of(pack.facts(), matter.answers());
    Optional<FactType> settles =
        matter.decision().next().fact().map(pack.facts()::get).filter(type -> type != null);
    Optional<Field> tapped =
        settles
            .map(type -> answers.field(type, Facts.NONE).without(assumed(type)))
            .filter(field -> field.input() == Field.Input.CHOICE);
    return new ResultView(
        matter,
        pack,
        MarkedChat.of(matter.chat(), matter.turns(), matter.detection(), pack.cueMoves()),
        tapped,
        friends.list(owner, matter.id(), now),
        cooling.find(owner, matter.id()),
        holds.of(owner, matter.id()),
        loans.chain(owner, matter.id(), now),
        Challenge.draw(pack.challenges(), random),
        open,
        now);
  }

  /** "Not tried yet" is no news; on the card only what may have happened is offered. */
  private static List<String> assumed(FactType type) {
    return type.options().stream()
        .map(FactType.Option::value)
        .filter(
            value ->
                type.assumed().isPresent() && type.parse(value).findValue().equals(type.assumed()))
        .toList();
  }

  private ResponseEntity<String> unknown(HttpServletRequest request) {
    return templates.refuse(pages.of(request), Refusal.of(Code.MATTER_UNKNOWN, ""));
  }
}
