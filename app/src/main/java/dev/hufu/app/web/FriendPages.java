package dev.hufu.app.web;

import dev.hufu.app.request.FriendDesk;
import dev.hufu.app.request.MatterView;
import dev.hufu.app.request.RequestDesk;
import dev.hufu.app.web.words.PeopleWords;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.text.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links for common friends: the owner's side, and the page a friend answers on. */
@Controller
public class FriendPages {

  /** What htmx reads as "do not ask again". */
  private static final int STOP_POLLING = 286;

  private static final int NAME_CHARS_MAX = 20;

  private final RequestDesk desk;
  private final FriendDesk friends;
  private final PageSource pages;
  private final Templates templates;
  private final Owners owners;
  private final Clock clock;

  FriendPages(
      RequestDesk desk,
      FriendDesk friends,
      PageSource pages,
      Templates templates,
      Owners owners,
      Clock clock) {
    this.desk = desk;
    this.friends = friends;
    this.pages = pages;
    this.templates = templates;
    this.owners = owners;
    this.clock = clock;
  }

  @GetMapping("/m/{id}/friends")
  ResponseEntity<String> links(HttpServletRequest request, @PathVariable String id) {
    return show(request, id, Optional.empty(), "", "", List.of());
  }

  /** Makes a link and shows it at once: the token is kept nowhere in the clear. */
  @PostMapping("/m/{id}/friends")
  ResponseEntity<String> make(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String asker,
      @RequestParam(defaultValue = "") String claimed) {
    List<Problem> problems = new ArrayList<>();
    name("asker", asker).ifPresent(problems::add);
    name("claimed", claimed).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      return show(request, id, Optional.empty(), asker, claimed, problems);
    }
    FriendDesk.Ask ask = new FriendDesk.Ask(asker.strip(), claimed.strip());
    return switch (friends.create(owners.ownerOf(request), id, ask, clock.instant())) {
      case Outcome.Ok<FriendDesk.NewLink>(var made) -> {
        OutLink link = OutLink.of(base(), "/f/" + made.token());
        yield show(request, id, Optional.of(link), asker, claimed, List.of());
      }
      case Outcome.Refused<FriendDesk.NewLink>(var refusal) ->
          show(
              request, id, Optional.empty(), asker, claimed, List.of(Problem.of("asker", refusal)));
    };
  }

  @PostMapping("/m/{id}/friends/withdraw")
  ResponseEntity<String> withdraw(
      HttpServletRequest request, @PathVariable String id, @RequestParam String link) {
    friends.withdraw(owners.ownerOf(request), id, link, clock.instant());
    return Templates.seeOther("/m/" + id + "/friends");
  }

  /** The states of the links as a fragment; says when an answer has made a newer result. */
  @GetMapping("/m/{id}/friends/live")
  ResponseEntity<String> live(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String seen) {
    String owner = owners.ownerOf(request);
    Optional<MatterView> matter = desk.find(owner, id);
    if (matter.isEmpty()) {
      return templates.refuse(pages.of(request), Refusal.of(Code.MATTER_UNKNOWN, ""));
    }
    List<FriendDesk.Link> links = friends.list(owner, id, clock.instant());
    boolean waiting = links.stream().anyMatch(link -> link.state() == FriendDesk.State.WAITING);
    boolean changed = !seen.isEmpty() && !matter.get().decisionId().equals(seen);
    LiveView view = new LiveView(id, seen, changed, links);
    return templates.html(waiting ? 200 : STOP_POLLING, "live", pages.of(request), view);
  }

  @GetMapping("/f/{token}")
  ResponseEntity<String> open(HttpServletRequest request, @PathVariable String token) {
    return switch (friends.open(token, clock.instant())) {
      case Outcome.Ok<FriendDesk.Opened>(var opened) ->
          templates.html(
              "friend",
              pages.of(request),
              new FriendPageView(
                  token, opened.ask().askerName(), opened.ask().claimedName(), opened.expiresAt()));
      case Outcome.Refused<FriendDesk.Opened>(var refusal) -> closed(request, refusal);
    };
  }

  @PostMapping("/f/{token}")
  ResponseEntity<String> answer(
      HttpServletRequest request,
      @PathVariable String token,
      @RequestParam(name = "a", defaultValue = "") String said,
      @RequestParam(defaultValue = "") String note) {
    Optional<FriendDesk.Answer> answer =
        switch (said) {
          case "yes" -> Optional.of(FriendDesk.Answer.YES);
          case "no" -> Optional.of(FriendDesk.Answer.NO);
          case "unsure" -> Optional.of(FriendDesk.Answer.UNSURE);
          default -> Optional.empty();
        };
    if (answer.isEmpty()) {
      return Templates.seeOther("/f/" + token);
    }
    String line = note.strip();
    String kept = line.substring(0, Math.min(line.length(), Limits.FRIEND_NOTE_CHARS_MAX));
    Instant now = clock.instant();
    return switch (friends.answer(token, answer.get(), kept, now)) {
      case Outcome.Ok<FriendDesk.Answer>(var taken) -> thanks(request, taken);
      case Outcome.Refused<FriendDesk.Answer>(var refusal) -> closed(request, refusal);
    };
  }

  private ResponseEntity<String> thanks(HttpServletRequest request, FriendDesk.Answer taken) {
    List<Wording> lines =
        taken == FriendDesk.Answer.NO
            ? List.of(PeopleWords.F_THANKS_D, PeopleWords.F_THANKS_NO)
            : List.of(PeopleWords.F_THANKS_D);
    NoteView view = new NoteView(PeopleWords.F_THANKS, lines, "");
    return templates.html("note", pages.of(request), view);
  }

  private ResponseEntity<String> closed(HttpServletRequest request, Refusal refusal) {
    NoteView view =
        new NoteView(
            PeopleWords.F_CLOSED,
            List.of(refusal.wording(), PeopleWords.F_CLOSED_D),
            refusal.code().id());
    return templates.html(refusal.code().httpStatus(), "note", pages.of(request), view);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      String id,
      Optional<OutLink> made,
      String asker,
      String claimed,
      List<Problem> problems) {
    String owner = owners.ownerOf(request);
    Optional<MatterView> matter = desk.find(owner, id);
    if (matter.isEmpty()) {
      return templates.refuse(pages.of(request), Refusal.of(Code.MATTER_UNKNOWN, ""));
    }
    FriendsView view =
        new FriendsView(
            id,
            matter.get().decisionId(),
            friends.list(owner, id, clock.instant()),
            made,
            asker,
            claimed,
            problems);
    return templates.html(problems.isEmpty() ? 200 : 422, "friends", pages.of(request), view);
  }

  private static Optional<Problem> name(String field, String typed) {
    String name = typed.strip();
    if (!name.isEmpty() && name.length() <= NAME_CHARS_MAX) {
      return Optional.empty();
    }
    Wording needed =
        PeopleWords.NAME_NEEDED.map(text -> text.replace("{0}", String.valueOf(NAME_CHARS_MAX)));
    return Optional.of(new Problem(field, "", needed));
  }

  public static String base() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
  }
}
