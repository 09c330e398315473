package dev.hufu.app.workbench;

import dev.hufu.app.identity.Member;
import dev.hufu.app.ops.Refused;
import dev.hufu.app.web.FriendPages;
import dev.hufu.app.web.OutLink;
import dev.hufu.app.web.PageSource;
import dev.hufu.app.web.Problem;
import dev.hufu.app.web.Templates;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.store.PersonId;
import dev.hufu.store.TeamBook;
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

/** The team: one's own name, and for the owner, who else is in it. */
@Controller
final class TeamPages {

  private final TeamBook team;
  private final PageSource pages;
  private final Templates templates;
  private final Clock clock;

  TeamPages(TeamBook team, PageSource pages, Templates templates, Clock clock) {
    this.team = team;
    this.pages = pages;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/settings/team")
  ResponseEntity<String> team(Member member, HttpServletRequest request) {
    return show(200, request, member, Optional.empty(), "", "", List.of());
  }

  @PostMapping("/settings/team/name")
  ResponseEntity<String> rename(
      Member member, HttpServletRequest request, @RequestParam(defaultValue = "") String name) {
    return switch (team.rename(member.id(), name, clock.instant())) {
      case Outcome.Ok<TeamBook.Person> _renamed -> Templates.seeOther("/settings/team");
      case Outcome.Refused<TeamBook.Person>(var refusal) ->
          show(
              refusal.code().httpStatus(),
              request,
              member,
              Optional.empty(),
              "",
              "",
              List.of(Problem.of("name", refusal)));
    };
  }

  /** Makes a colleague and shows the link at once: its token is kept nowhere in the clear. */
  @PostMapping("/settings/team")
  ResponseEntity<String> invite(
      Member member,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String colleague) {
    return invited(
        request, member, colleague, team.invite(member.id(), colleague, clock.instant()));
  }

  @PostMapping("/settings/team/{id}/link")
  ResponseEntity<String> inviteAgain(
      Member member, HttpServletRequest request, @PathVariable String id) {
    return invited(request, member, "", team.inviteAgain(member.id(), person(id), clock.instant()));
  }

  @PostMapping("/settings/team/{id}/remove")
  ResponseEntity<String> remove(Member member, @PathVariable String id) {
    return switch (team.remove(member.id(), person(id), clock.instant())) {
      case Outcome.Ok<TeamBook.Person> _removed -> Templates.seeOther("/settings/team");
      case Outcome.Refused<TeamBook.Person>(var refusal) -> throw new Refused(refusal);
    };
  }

  private static PersonId person(String id) {
    return PersonId.parse(id).findValue().orElseThrow(() -> new Refused(Code.PERSON_UNKNOWN));
  }

  private ResponseEntity<String> invited(
      HttpServletRequest request, Member member, String typed, Outcome<TeamBook.Invited> made) {
    return switch (made) {
      case Outcome.Ok<TeamBook.Invited>(var invited) -> {
        OutLink link = OutLink.of(FriendPages.base(), "/enter?k=" + invited.link().token().plain());
        String name = invited.colleague().name().orElse("");
        yield show(200, request, member, Optional.of(link), name, "", List.of());
      }
      case Outcome.Refused<TeamBook.Invited>(var refusal) ->
          show(
              refusal.code().httpStatus(),
              request,
              member,
              Optional.empty(),
              "",
              typed,
              List.of(Problem.of("colleague", refusal)));
    };
  }

  private ResponseEntity<String> show(
      int status,
      HttpServletRequest request,
      Member member,
      Optional<OutLink> link,
      String invited,
      String typed,
      List<Problem> problems) {
    TeamView view = new TeamView(member, team.list(), link, invited, typed, problems);
    return templates.html(status, "workbench/team", pages.of(request), view);
  }
}
